import type { DocumentEntry } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { type DocumentTexts, kindName } from "@/i18n/document_names.ts";
import { formatAmount, formatDate } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { DocumentState } from "./DocumentState.tsx";

interface DocumentListProps {
  documents: readonly DocumentEntry[];
  /** Doctors see whom a document is for, patients who it is from. */
  as: "patient" | "doctor";
  language: Language;
  texts: DocumentTexts;
}

/** Documents as rows, the newest first. */
export function DocumentList(props: DocumentListProps) {
  return (
    <ul class="panel rows list-plain">
      {props.documents.map((document) => (
        <DocumentRow key={document.id} {...props} document={document} />
      ))}
    </ul>
  );
}

function DocumentRow(
  { document, as, language, texts }: DocumentListProps & {
    document: DocumentEntry;
  },
) {
  const { id, kind, state, number } = document;
  const open = state === "draft" ? texts.continueDraft : texts.open;
  return (
    <li class="document-row">
      <span class="document-icon">
        <Icon name="document" />
      </span>
      <div>
        <p class="document-name">
          {kindName(kind, texts)}{" "}
          {number && <span class="no-wrap">{number}</span>}
        </p>
        <p class="document-facts" dir="auto">
          {factsOf(document, as, language, texts).join(", ")}
        </p>
      </div>
      <div class="row">
        <DocumentState document={document} texts={texts} />
        <ButtonLink
          kind="secondary"
          href={paths.document(language, id)}
          aria-label={`${open}: ${kindName(kind, texts)} ${number ?? ""}`}
        >
          {open}
        </ButtonLink>
      </div>
    </li>
  );
}

function factsOf(
  document: DocumentEntry,
  as: "patient" | "doctor",
  language: Language,
  texts: DocumentTexts,
): string[] {
  const { doctor, patient, consulted_at, valid_until, total_cents } = document;
  const date = formatDate(consulted_at, language, doctor.time_zone);
  const name = `${patient.first_name} ${patient.last_name}`;
  return [
    as === "doctor"
      ? `${name}, ${date}`
      : t(texts.from, { doctor: doctorName(doctor, language), date }),
    as === "patient" && !patient.own && t(texts.forPatient, { name }),
    valid_until && document.state === "issued" &&
    t(texts.validUntil, {
      date: formatDate(`${valid_until}T12:00:00Z`, language),
    }),
    total_cents !== null && formatAmount(total_cents, language),
  ].filter((fact): fact is string => typeof fact === "string" && fact !== "");
}
