import { Card } from "@/components/ui/Card.tsx";
import { DescriptionList } from "@/components/ui/DescriptionList.tsx";
import { maskPhone } from "@/domain/phone.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";

interface IdentityCardProps {
  name: string;
  profile: {
    email: string;
    /** E.164; shown masked, since others may see the screen. */
    phone: string;
    patient: { matricule: string } | null;
  };
  texts: AccountTexts;
}

/** The account's owner. Only the helpdesk can change it so far. */
export function IdentityCard({ name, profile, texts }: IdentityCardProps) {
  return (
    <Card title={texts.identityTitle}>
      <DescriptionList
        items={[
          { term: texts.name, description: name },
          ...(profile.patient
            ? [{
              term: texts.matricule,
              description: <span class="figures">{spaced(profile)}</span>,
            }]
            : []),
          { term: texts.email, description: profile.email },
          { term: texts.phone, description: maskPhone(profile.phone) },
        ]}
      />
      <p class="soft">{texts.identityText}</p>
    </Card>
  );
}

/** As on the card: date of birth, then the rest. */
function spaced({ patient }: IdentityCardProps["profile"]): string {
  return patient?.matricule.replace(
    /^(\d{4})(\d{2})(\d{2})(\d+)$/,
    "$1 $2 $3 $4",
  ) ?? "";
}
