import type { documentEmails as french } from "../fr/document_emails.ts";
import type { Translation } from "../mod.ts";

export const documentEmails = {
  subject: "Äert Dokument: {kind} {number}",
  subjectOrganisation: "{kind} {number} fir {patient}",
  voidedSubject: "{kind} {number}: ongëlteg",
  withdrawnSubject: "{kind} {number}: aneren Empfänger gewielt",
  paymentSubject: "Honorairesrechnung {number}, bezuelt",
  notDeliveredSubject: "{kind} {number}: wielt en aneren Empfänger",
  patientIntro: "{doctor} huet en Dokument fir {patient} ausgestallt: {kind}.",
  organisationIntro:
    "Am Unhang fannt Dir d’Dokument {number} ({kind}) vum {doctor} fir {patient}.",
  voidedIntro:
    "D’Dokument {number} ({kind}) vum {doctor} fir {patient} ass ongëlteg. Benotzt et net méi.",
  replacedBy: "Et gëtt duerch d’Dokument {number} ersat.",
  voidReason: "Grond: {reason}",
  withdrawnIntro:
    "Fir d’Dokument {number} ({kind}) huet {patient} en aneren Empfänger gewielt. Dir musst näischt méi maachen.",
  paymentIntro:
    "Am Unhang fannt Dir d’Honorairesrechnung {number} fir {patient} (Matricule {matricule}) an de Beweis vun der Bezuelung.",
  forwardIntro:
    "{patient} leet Iech am Unhang d’Dokument {number} ({kind}) weider, ausgestallt vun {doctor}.",
  notDeliveredIntro:
    "D’Dokument {number} ({kind}) konnt {name} net zougestallt ginn. Wielt en aneren Empfänger an Ärem Kont.",
  copyTo: "Eng Kopie gouf un {name} geschéckt.",
  attached: "D’Dokument ass an dëser E-Mail.",
  inAccount: "Fir et ze liesen, mellt Iech an Ärem Kont un.",
  button: "D’Dokument kucken",
  genuine: "All Dokument huet e QR-Code, dee seet, ob et echt ass.",
} as const satisfies Translation<typeof french>;
