import { ButtonLink } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import type { Language } from "@/i18n/mod.ts";

interface StaleLinkProps {
  language: Language;
  texts: AccountTexts;
  /** Why, and what to do; that of a link to a password by default. */
  text?: string;
  /** Where a new link is asked for; the activation link by default. */
  renewal?: string;
}

/** A link from an e-mail that was used, has expired, or is not valid. */
export function StaleLink(
  {
    language,
    texts,
    text = texts.staleText,
    renewal = paths.activationLink(language),
  }: StaleLinkProps,
) {
  return (
    <div class="stack column">
      <h1>{texts.staleTitle}</h1>
      <p>{text}</p>
      <div class="form-actions">
        <ButtonLink href={renewal}>
          {texts.newLink}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.signIn(language)}>
          {texts.toSignIn}
        </ButtonLink>
      </div>
    </div>
  );
}
