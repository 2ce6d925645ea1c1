import type { DocumentKind } from "@/domain/documents.ts";
import type { documents } from "./fr/documents.ts";
import type { Texts } from "./mod.ts";

/** The texts of documents in any language. */
export type DocumentTexts = Texts<typeof documents>;

/** What the kinds are called, which is all that some pages of the browser need. */
export type KindTexts = Pick<
  DocumentTexts,
  "prescription" | "labOrder" | "sickLeave" | "feeNote"
>;

/** What a kind of document is called. */
export function kindName(kind: DocumentKind, texts: KindTexts): string {
  return {
    prescription: texts.prescription,
    lab_order: texts.labOrder,
    sick_leave: texts.sickLeave,
    fee_note: texts.feeNote,
  }[kind];
}

/** What the pages of a call say of its documents: an island gets these and no others. */
export type CallDocumentTexts = ReturnType<typeof callDocumentTexts>;

/** The texts of the documents of a call. */
export function callDocumentTexts(texts: DocumentTexts) {
  return {
    prescription: texts.prescription,
    labOrder: texts.labOrder,
    sickLeave: texts.sickLeave,
    feeNote: texts.feeNote,
    open: texts.open,
    toIssue: texts.toIssue,
    ofAppointment: texts.ofAppointment,
    stateDraft: texts.stateDraft,
    stateSigned: texts.stateSigned,
    stateIssued: texts.stateIssued,
    stateVoided: texts.stateVoided,
    stateCorrected: texts.stateCorrected,
    deliveryFailed: texts.deliveryFailed,
    beingWritten: texts.beingWritten,
    leavesSoon: texts.leavesSoon,
    verifyCorrected: texts.verifyCorrected,
    verifyVoid: texts.verifyVoid,
    atPharmacy: texts.atPharmacy,
    choosePharmacy: texts.choosePharmacy,
    choosePharmacyFirst: texts.choosePharmacyFirst,
    noPharmacy: texts.noPharmacy,
    atLaboratory: texts.atLaboratory,
    chooseLaboratory: texts.chooseLaboratory,
    chooseLaboratoryFirst: texts.chooseLaboratoryFirst,
    noLaboratory: texts.noLaboratory,
    copyFailed: texts.copyFailed,
    employerSheet: texts.employerSheet,
    employerSheetOnly: texts.employerSheetOnly,
    payThenSend: texts.payThenSend,
    sentToCns: texts.sentToCns,
  };
}
