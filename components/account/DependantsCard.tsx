import { Card } from "@/components/ui/Card.tsx";
import type { ChosenOrganisations } from "@/domain/document_records.ts";
import { fullName } from "@/domain/names.ts";
import type { Dependant, Relation } from "@/domain/records.ts";
import { formatDate } from "@/i18n/format.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { OrganisationLines } from "./OrganisationLines.tsx";

interface DependantsCardProps {
  dependants: readonly Dependant[];
  chosenOf: (
    patient: string,
  ) => ChosenOrganisations;
  language: Language;
  texts: Pick<Catalogue, "account" | "documents">;
}

/** Whom the account acts for, each with their pharmacy and laboratory. */
export function DependantsCard(
  { dependants, chosenOf, language, texts }: DependantsCardProps,
) {
  const { account, documents } = texts;
  const { pharmacy, laboratory } = account;
  return (
    <Card title={account.dependantsTitle}>
      <p class="soft">{account.dependantsText}</p>
      {dependants.map((one) => {
        const name = fullName(one);
        const born = formatDate(`${one.born_on}T12:00:00Z`, language, "UTC");
        return (
          <section key={one.id} class="stack stack-s">
            <div>
              <h3 dir="auto">{name}</h3>
              <p class="soft">
                {t(account.bornOn, { date: born })}.{" "}
                {account[relationText[one.relation]]}.
              </p>
            </div>
            <OrganisationLines
              chosen={chosenOf(one.id)}
              patient={{ id: one.id, name, pharmacy, laboratory }}
              language={language}
              texts={documents}
            />
          </section>
        );
      })}
    </Card>
  );
}

const relationText = {
  parent: "relationParent",
  child: "relationChild",
  partner: "relationPartner",
  guardian: "relationGuardian",
  trusted_person: "relationTrustedPerson",
} as const satisfies Record<Relation, keyof AccountTexts>;
