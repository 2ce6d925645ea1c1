import type { DocumentRecord } from "@/domain/document_records.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { Notice } from "@/components/ui/Notice.tsx";

/** Why a copy has nowhere to go yet; undefined when it has. */
export function missingRecipient(
  { kind, pharmacy, laboratory, cns }: DocumentRecord,
  texts: DocumentTexts,
): string | undefined {
  if (kind === "prescription" && !pharmacy) return texts.noPharmacy;
  if (kind === "lab_order" && !laboratory) return texts.noLaboratory;
  if (kind === "sick_leave" && !cns) return texts.noCns;
  return undefined;
}

/** Who will get a document once it is signed, and how. */
export function RecipientList(
  { document, texts }: { document: DocumentRecord; texts: DocumentTexts },
) {
  const { kind, patient, pharmacy, laboratory, cns } = document;
  const copy = kind === "prescription"
    ? pharmacy
    : kind === "lab_order"
    ? laboratory
    : null;
  const missing = missingRecipient(document, texts);
  return (
    <>
      <ul class="panel rows list-plain">
        <li dir="auto">
          {patient.first_name} {patient.last_name} ({texts.recipientPatient})
        </li>
        {copy && <li dir="auto">{copy.name}, {copy.city}</li>}
        {kind === "sick_leave" && cns && <li>{texts.recipientCns}</li>}
      </ul>
      {missing && (
        <Notice kind="warning">
          <p>{missing}</p>
        </Notice>
      )}
    </>
  );
}
