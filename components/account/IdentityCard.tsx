import { ButtonLink } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { DescriptionList } from "@/components/ui/DescriptionList.tsx";
import { groupedMatricule } from "@/domain/digit_groups.ts";
import { paths } from "@/domain/paths.ts";
import { maskPhone } from "@/domain/phone.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import type { Language } from "@/i18n/mod.ts";

interface IdentityCardProps {
  name: string;
  profile: {
    email: string;
    /** E.164; shown masked, since others may see the screen. */
    phone: string;
    patient: { matricule: string } | null;
  };
  language: Language;
  texts: AccountTexts;
}

/** The account's owner, with the ways to another address and number; the helpdesk changes the rest. */
export function IdentityCard(
  { name, profile, language, texts }: IdentityCardProps,
) {
  return (
    <Card title={texts.identityTitle}>
      <DescriptionList
        items={[
          { term: texts.name, description: name },
          ...(profile.patient
            ? [{
              term: texts.matricule,
              description: (
                <span class="figures">
                  {groupedMatricule(profile.patient.matricule)}
                </span>
              ),
            }]
            : []),
          { term: texts.email, description: breakable(profile.email) },
          { term: texts.phone, description: maskPhone(profile.phone) },
        ]}
      />
      <div class="form-actions">
        <ButtonLink kind="secondary" href={paths.emailChange(language)}>
          {texts.emailChange}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.phoneChange(language)}>
          {texts.phoneChange}
        </ButtonLink>
      </div>
      <p class="soft">{texts.identityText}</p>
    </Card>
  );
}

/** An address that is too long for its line breaks before its @. */
function breakable(email: string) {
  const at = email.lastIndexOf("@");
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
