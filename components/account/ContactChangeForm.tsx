import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { PasswordField } from "@/components/ui/PasswordField.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { fieldState, type FormState, summary } from "./form_state.ts";

interface ContactChangeFormProps {
  contact: "email" | "phone";
  /** What stands now, in words; a number masked. */
  current: string;
  form: FormState;
  /** Names the form: sent twice it is one change. */
  id: string;
  language: Language;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** Asks for another address or number, and for the password. */
export function ContactChangeForm(
  { contact, current, form, id, language, texts }: ContactChangeFormProps,
) {
  const { account, frame } = texts;
  const isEmail = contact === "email";
  return (
    <div class="stack column">
      <h1>{isEmail ? account.emailChange : account.phoneChange}</h1>
      <ErrorSummary title={frame.problem} errors={summary(form, account)} />
      <p>{current}</p>
      <p>{isEmail ? account.emailChangeText : account.phoneChangeText}</p>
      <form
        class="form"
        method="post"
        action={isEmail
          ? paths.emailChange(language)
          : paths.phoneChange(language)}
        novalidate
      >
        <input type="hidden" name="id" value={id} />
        {isEmail
          ? (
            <Field
              {...fieldState(form, "email", account)}
              label={account.emailNew}
              type="email"
              autocomplete="email"
              spellcheck={false}
              autocapitalize="none"
            />
          )
          : (
            <Field
              {...fieldState(form, "phone", account)}
              label={account.phoneNew}
              hint={account.phoneHint}
              type="tel"
              autocomplete="tel"
              width={20}
            />
          )}
        <PasswordField
          name="password"
          label={account.password}
          hint={account.passwordAgain}
          error={fieldState(form, "password", account).error}
          autocomplete="current-password"
        />
        <div class="form-actions">
          <Button>{isEmail ? account.linkSend : account.resetSend}</Button>
          <ButtonLink kind="secondary" href={paths.account(language)}>
            {frame.cancel}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}
