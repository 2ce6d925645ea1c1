import type { ConsultationDocument } from "@/domain/document_records.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import { t } from "@/i18n/mod.ts";

/** What comes next with a document of a consultation. */
export interface DocumentStep {
  text: string;
  /** Whether somebody has to do something, or it waits for the doctor. */
  look: "done" | "todo" | "later";
  /** The patient has to choose where the copy goes. */
  choose?: string;
}

/** What the patient does next with a document, in a sentence. */
export function documentStep(
  { kind, state, signed, corrected, paid, copy }: ConsultationDocument,
  texts: CallDocumentTexts,
): DocumentStep {
  if (state === "voided") {
    const text = corrected ? texts.verifyCorrected : texts.verifyVoid;
    return { text, look: "later" };
  }
  if (state === "draft") {
    const text = signed ? texts.leavesSoon : texts.beingWritten;
    return { text, look: "later" };
  }
  const failed = copy?.state === "failed";
  switch (kind) {
    case "sick_leave":
      return copy === null || failed
        ? { text: texts.employerSheetOnly, look: "todo" }
        : { text: texts.employerSheet, look: "done" };
    case "fee_note":
      return paid
        ? { text: texts.sentToCns, look: "done" }
        : { text: texts.payThenSend, look: "todo" };
  }
  const lab = kind === "lab_order";
  const name = copy?.name ?? "";
  if (copy !== null && !failed) {
    const text = t(lab ? texts.atLaboratory : texts.atPharmacy, { name });
    return { text, look: "done" };
  }
  return {
    text: copy !== null
      ? t(texts.copyFailed, { name })
      : lab
      ? texts.chooseLaboratoryFirst
      : texts.choosePharmacyFirst,
    look: "todo",
    choose: lab ? texts.chooseLaboratory : texts.choosePharmacy,
  };
}
