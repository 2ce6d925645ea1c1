import type { DocumentKind } from "@/domain/documents.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { type DocumentTexts, kindName } from "@/i18n/document_names.ts";
import { type Catalogue, texts } from "@/i18n/texts.ts";
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
  const { documentEmails, documents } = texts(language);
  const toPatient = recipient === "patient";
  const content = wordsOf(
    delivery,
    documentEmails,
    documents,
    attachments.length > 0,
  );
  const parts: Part[] = toPatient
    ? [{
      kind: "action",
      button: {
        label: documentEmails.button,
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
  words: Catalogue["documentEmails"],
  documents: DocumentTexts,
  attached: boolean,
) {
  const { number, doctor, patient, copy_to, failed_to } = document;
  const facts = {
    number,
    kind: kindName(document.kind, documents),
    doctor: `${doctor.title} ${doctor.first_name} ${doctor.last_name}`,
    patient: `${patient.first_name} ${patient.last_name}`,
    matricule: patient.matricule,
    name: failed_to ?? copy_to ?? "",
  };
  switch (purpose) {
    case "copy":
      return recipient === "patient"
        ? {
          subject: t(words.subject, facts),
          introduction: t(words.patientIntro, facts),
          notes: [
            attached ? words.attached : words.inAccount,
            nextStep(document.kind, copy_to, words, documents),
            words.genuine,
          ],
        }
        : {
          subject: t(words.subjectOrganisation, facts),
          introduction: t(words.organisationIntro, facts),
          notes: [words.genuine],
        };
    case "voided":
      return {
        subject: t(words.voidedSubject, facts),
        introduction: t(words.voidedIntro, facts),
        notes: [
          document.replaced_by &&
          t(words.replacedBy, { number: document.replaced_by }),
          document.void_reason &&
          t(words.voidReason, { reason: document.void_reason }),
        ].filter((note): note is string => Boolean(note)),
      };
    case "withdrawn":
      return {
        subject: t(words.withdrawnSubject, facts),
        introduction: t(words.withdrawnIntro, facts),
        notes: [],
      };
    case "payment":
      return {
        subject: t(words.paymentSubject, facts),
        introduction: t(words.paymentIntro, facts),
        notes: [words.genuine],
      };
    case "forward":
      return {
        subject: t(words.subjectOrganisation, facts),
        introduction: t(words.forwardIntro, facts),
        notes: [words.genuine],
      };
    case "not_delivered":
      return {
        subject: t(words.notDeliveredSubject, facts),
        introduction: t(words.notDeliveredIntro, facts),
        notes: [],
      };
  }
}

/** What the patient does next with a document, in a sentence. */
function nextStep(
  kind: DocumentKind,
  copyTo: string | null,
  words: Catalogue["documentEmails"],
  documents: DocumentTexts,
): string {
  switch (kind) {
    case "sick_leave":
      return documents.employerSheet;
    case "fee_note":
      return documents.payThenSend;
  }
  if (copyTo !== null) return t(words.copyTo, { name: copyTo });
  return kind === "prescription"
    ? documents.choosePharmacyFirst
    : documents.chooseLaboratoryFirst;
}
