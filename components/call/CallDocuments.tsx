import { Badge, type BadgeKind } from "@/components/ui/Badge.tsx";
import type { ConsultationDocument } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { type CallDocumentTexts, kindName } from "@/i18n/document_names.ts";
import type { Language } from "@/i18n/mod.ts";

interface CallDocumentsProps {
  documents: readonly ConsultationDocument[];
  language: Language;
  texts: CallDocumentTexts;
}

/** The doctor's documents of this consultation: those still to issue first. They open beside the call. */
export function CallDocuments(props: CallDocumentsProps) {
  const { documents, texts } = props;
  const drafts = documents.filter(({ state, signed }) =>
    state === "draft" && !signed
  );
  const issued = documents.filter((one) => !drafts.includes(one));
  return (
    <div aria-live="polite" class="stack">
      <List {...props} title={texts.toIssue} documents={drafts} />
      <List {...props} title={texts.ofAppointment} documents={issued} />
    </div>
  );
}

function List(
  { title, documents, language, texts }: CallDocumentsProps & { title: string },
) {
  if (documents.length === 0) return null;
  return (
    <div class="call-documents">
      <h3 class="queue-title">{title}</h3>
      <ul class="list-plain">
        {documents.map((document) => {
          const { kind, text } = stateOf(document, texts);
          const missing = missingOf(document, texts);
          return (
            <li key={document.id}>
              <span class="row row-spread">
                <a href={paths.document(language, document.id)} target="_blank">
                  {kindName(document.kind, texts)}
                </a>
                <Badge kind={kind}>{text}</Badge>
              </span>
              {missing && <p class="soft small">{missing}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function stateOf(
  { state, signed, corrected, copy }: ConsultationDocument,
  texts: CallDocumentTexts,
): { kind: BadgeKind; text: string } {
  if (state === "voided") {
    const text = corrected ? texts.stateCorrected : texts.stateVoided;
    return { kind: "end", text };
  }
  if (state === "draft") {
    return signed
      ? { kind: "wait", text: texts.stateSigned }
      : { kind: "neutral", text: texts.stateDraft };
  }
  return copy?.state === "failed"
    ? { kind: "end", text: texts.deliveryFailed }
    : { kind: "call", text: texts.stateIssued };
}

/** What the doctor may still ask the patient for, as long as both are here. */
function missingOf(
  { kind, state, copy }: ConsultationDocument,
  texts: CallDocumentTexts,
): string | undefined {
  if (state !== "issued" || copy !== null) return undefined;
  if (kind === "prescription") return texts.noPharmacy;
  if (kind === "lab_order") return texts.noLaboratory;
  return undefined;
}
