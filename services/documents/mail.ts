import type { DocumentKind } from "@/domain/documents.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { type DocumentTexts, kindName } from "@/i18n/document_names.ts";
import { texts } from "@/i18n/texts.ts";
import type { Part } from "@/services/notifications/emails/content.ts";
import { renderEmail } from "@/services/notifications/emails/render.tsx";
import type {
  EmailContext,
  MailDraft,
} from "@/services/notifications/types.ts";
import type { ClaimedDelivery } from "./claimed.ts";

/** Whether a sending carries the PDF. Patients get a link only where an installation wants no health data in e-mail. */
export function carriesPdf(
  { recipient, purpose }: ClaimedDelivery,
  documentMail: "attachment" | "link",
): boolean {
  if (purpose === "forward") return true;
  if (purpose !== "copy" && purpose !== "payment") return false;
  return recipient !== "patient" || documentMail === "attachment";
}

/** The e-mail around a document, in the recipient's language. */
export function documentMail(
  delivery: ClaimedDelivery,
  attachments: readonly File[],
  head: EmailContext,
): MailDraft {
  const { language, recipient, document, name } = delivery;
  const words = texts(language).documents;
  const toPatient = recipient === "patient";
  const content = wordsOf(delivery, words, attachments.length > 0);
  const parts: Part[] = toPatient
    ? [{
      kind: "action",
      button: {
        label: words.mailButton,
        url: head.publicUrl + paths.document(language, document.id),
      },
      notes: content.notes,
    }]
    : content.notes.map((text) => ({ kind: "small", text }));
  const email = {
    language,
    subject: content.subject,
    name: toPatient ? name : "",
    introduction: content.introduction,
    parts,
  };
  return { ...renderEmail(email, head), attachments };
}

function wordsOf(
  { recipient, purpose, document }: ClaimedDelivery,
  words: DocumentTexts,
  attached: boolean,
) {
  const { number, doctor, patient, copy_to, failed_to } = document;
  const facts = {
    number,
    kind: kindName(document.kind, words),
    doctor: `${doctor.title} ${doctor.first_name} ${doctor.last_name}`,
    patient: `${patient.first_name} ${patient.last_name}`,
    matricule: patient.matricule,
    name: failed_to ?? copy_to ?? "",
  };
  switch (purpose) {
    case "copy":
      return recipient === "patient"
        ? {
          subject: t(words.mailSubject, facts),
          introduction: t(words.mailPatientIntro, facts),
          notes: [
            attached ? words.mailAttached : words.mailInAccount,
            nextStep(document.kind, copy_to, words),
            words.mailGenuine,
          ],
        }
        : {
          subject: t(words.mailSubjectOrganisation, facts),
          introduction: t(words.mailOrganisationIntro, facts),
          notes: [words.mailGenuine],
        };
    case "voided":
      return {
        subject: t(words.mailVoidedSubject, facts),
        introduction: t(words.mailVoidedIntro, facts),
        notes: [
          document.replaced_by &&
          t(words.mailReplacedBy, { number: document.replaced_by }),
          document.void_reason &&
          t(words.mailVoidReason, { reason: document.void_reason }),
        ].filter((note): note is string => Boolean(note)),
      };
    case "withdrawn":
      return {
        subject: t(words.mailWithdrawnSubject, facts),
        introduction: t(words.mailWithdrawnIntro, facts),
        notes: [],
      };
    case "payment":
      return {
        subject: t(words.mailPaymentSubject, facts),
        introduction: t(words.mailPaymentIntro, facts),
        notes: [words.mailGenuine],
      };
    case "forward":
      return {
        subject: t(words.mailSubjectOrganisation, facts),
        introduction: t(words.mailForwardIntro, facts),
        notes: [words.mailGenuine],
      };
    case "not_delivered":
      return {
        subject: t(words.mailNotDeliveredSubject, facts),
        introduction: t(words.mailNotDeliveredIntro, facts),
        notes: [],
      };
  }
}

/** What the patient does next with a document, in a sentence. */
function nextStep(
  kind: DocumentKind,
  copyTo: string | null,
  words: DocumentTexts,
): string {
  switch (kind) {
    case "sick_leave":
      return words.employerSheet;
    case "fee_note":
      return words.mailPay;
  }
  if (copyTo !== null) return t(words.mailCopyTo, { name: copyTo });
  return kind === "prescription"
    ? words.choosePharmacyFirst
    : words.chooseLaboratoryFirst;
}
