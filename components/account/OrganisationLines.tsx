import { ButtonLink } from "@/components/ui/Button.tsx";
import type { ChosenOrganisations } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import type { Language } from "@/i18n/mod.ts";

interface OrganisationLinesProps {
  chosen: ChosenOrganisations;
  /** The dependant whose they are, and what they are called then; the reader's own without. */
  patient?: { id: string; name: string; pharmacy: string; laboratory: string };
  language: Language;
  texts: DocumentTexts;
}

/** A patient's pharmacy and laboratory, each with the way to choose another one. */
export function OrganisationLines(
  { chosen, patient, language, texts }: OrganisationLinesProps,
) {
  const lines = [
    {
      kind: "pharmacy",
      label: patient?.pharmacy ?? texts.pharmacyOfChoice,
      choose: texts.choosePharmacy,
    },
    {
      kind: "laboratory",
      label: patient?.laboratory ?? texts.laboratoryOfChoice,
      choose: texts.chooseLaboratory,
    },
  ] as const;
  return (
    <ul class="rows list-plain">
      {lines.map(({ kind, label, choose }) => {
        const one = chosen[kind];
        return (
          <li key={kind} class="row row-spread">
            <span dir="auto">
              <span class="soft">{label}</span>
              <br />
              {one
                ? `${one.name}, ${one.postal_code} ${one.city}`
                : texts.noneChosen}
            </span>
            <ButtonLink
              kind="secondary"
              href={paths.organisationChoice(language, kind, patient?.id)}
              aria-label={patient && `${choose}: ${patient.name}`}
            >
              {choose}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
