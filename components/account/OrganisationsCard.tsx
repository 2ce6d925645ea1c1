import { Card } from "@/components/ui/Card.tsx";
import type { ChosenOrganisations } from "@/domain/document_records.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import type { Language } from "@/i18n/mod.ts";
import { OrganisationLines } from "./OrganisationLines.tsx";

interface OrganisationsCardProps {
  chosen: ChosenOrganisations;
  language: Language;
  texts: DocumentTexts;
}

/** Where the copies of prescriptions and lab orders go. */
export function OrganisationsCard(props: OrganisationsCardProps) {
  const { texts } = props;
  return (
    <Card title={texts.organisationsTitle}>
      <p class="soft">{texts.organisationsText}</p>
      <OrganisationLines {...props} />
    </Card>
  );
}
