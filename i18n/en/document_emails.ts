import type { documentEmails as french } from "../fr/document_emails.ts";
import type { Translation } from "../mod.ts";

export const documentEmails = {
  subject: "Your document: {kind} {number}",
  subjectOrganisation: "{kind} {number} for {patient}",
  voidedSubject: "{kind} {number}: void",
  withdrawnSubject: "{kind} {number}: another recipient chosen",
  paymentSubject: "Fee note {number}, paid",
  notDeliveredSubject: "{kind} {number}: choose another recipient",
  patientIntro: "{doctor} has issued a document for {patient}: {kind}.",
  organisationIntro:
    "Attached is document {number} ({kind}) of {doctor} for {patient}.",
  voidedIntro:
    "Document {number} ({kind}) of {doctor} for {patient} is void. Do not use it any more.",
  replacedBy: "It is replaced by document {number}.",
  voidReason: "Reason: {reason}",
  withdrawnIntro:
    "For document {number} ({kind}), {patient} has chosen another recipient. You need not do anything any more.",
  paymentIntro:
    "Attached are the fee note {number} for {patient} (matricule {matricule}) and the proof of its payment.",
  forwardIntro:
    "{patient} forwards to you the attached document {number} ({kind}), issued by {doctor}.",
  notDeliveredIntro:
    "Document {number} ({kind}) could not be delivered to {name}. Choose another recipient in your account.",
  copyTo: "A copy was sent to {name}.",
  attached: "The document is attached to this e-mail.",
  inAccount: "To read it, sign in to your account.",
  button: "See the document",
  genuine: "Each document carries a QR code that says whether it is genuine.",
} as const satisfies Translation<typeof french>;
