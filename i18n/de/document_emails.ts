import type { documentEmails as french } from "../fr/document_emails.ts";
import type { Translation } from "../mod.ts";

export const documentEmails = {
  subject: "Ihr Dokument: {kind} {number}",
  subjectOrganisation: "{kind} {number} für {patient}",
  voidedSubject: "{kind} {number}: ungültig",
  withdrawnSubject: "{kind} {number}: anderer Empfänger gewählt",
  paymentSubject: "Honorarrechnung {number}, bezahlt",
  notDeliveredSubject: "{kind} {number}: wählen Sie einen anderen Empfänger",
  patientIntro: "{doctor} hat ein Dokument für {patient} ausgestellt: {kind}.",
  organisationIntro:
    "Im Anhang finden Sie das Dokument {number} ({kind}) von {doctor} für {patient}.",
  voidedIntro:
    "Das Dokument {number} ({kind}) von {doctor} für {patient} ist ungültig. Verwenden Sie es nicht mehr.",
  replacedBy: "Es wird durch das Dokument {number} ersetzt.",
  voidReason: "Grund: {reason}",
  withdrawnIntro:
    "Für das Dokument {number} ({kind}) hat {patient} einen anderen Empfänger gewählt. Sie müssen nichts mehr tun.",
  paymentIntro:
    "Im Anhang finden Sie die Honorarrechnung {number} für {patient} (Matrikel {matricule}) und den Beleg der Zahlung.",
  forwardIntro:
    "{patient} leitet Ihnen im Anhang das Dokument {number} ({kind}) weiter, ausgestellt von {doctor}.",
  notDeliveredIntro:
    "Das Dokument {number} ({kind}) konnte {name} nicht zugestellt werden. Wählen Sie in Ihrem Konto einen anderen Empfänger.",
  copyTo: "Eine Kopie wurde an {name} gesendet.",
  attached: "Das Dokument ist dieser E-Mail beigefügt.",
  inAccount: "Um es zu lesen, melden Sie sich in Ihrem Konto an.",
  button: "Dokument ansehen",
  genuine: "Jedes Dokument trägt einen QR-Code, der sagt, ob es echt ist.",
} as const satisfies Translation<typeof french>;
