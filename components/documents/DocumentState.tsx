import type { DocumentEntry } from "@/domain/document_records.ts";
import { hasFailed } from "@/domain/documents.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { Badge } from "@/components/ui/Badge.tsx";

/** Where a document stands, as a word. */
export function DocumentState(
  { document, texts }: { document: DocumentEntry; texts: DocumentTexts },
) {
  const { state, replaced_by, issues_at, deliveries } = document;
  if (state === "voided") {
    return (
      <Badge kind="end" icon="cross">
        {replaced_by ? texts.stateCorrected : texts.stateVoided}
      </Badge>
    );
  }
  if (state === "draft") {
    return issues_at
      ? <Badge kind="wait" icon="clock">{texts.stateSigned}</Badge>
      : <Badge kind="neutral">{texts.stateDraft}</Badge>;
  }
  return hasFailed(deliveries)
    ? <Badge kind="end" icon="error">{texts.deliveryFailed}</Badge>
    : <Badge kind="call" icon="check">{texts.stateIssued}</Badge>;
}
