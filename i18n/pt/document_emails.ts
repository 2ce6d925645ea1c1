import type { documentEmails as french } from "../fr/document_emails.ts";
import type { Translation } from "../mod.ts";

export const documentEmails = {
  subject: "O seu documento: {kind} {number}",
  subjectOrganisation: "{kind} {number} para {patient}",
  voidedSubject: "{kind} {number}: anulado",
  withdrawnSubject: "{kind} {number}: outro destinatário escolhido",
  paymentSubject: "Nota de honorários {number}, paga",
  notDeliveredSubject: "{kind} {number}: escolha outro destinatário",
  patientIntro: "{doctor} emitiu um documento para {patient}: {kind}.",
  organisationIntro:
    "Em anexo encontra o documento {number} ({kind}) de {doctor} para {patient}.",
  voidedIntro:
    "O documento {number} ({kind}) de {doctor} para {patient} está anulado. Não o use mais.",
  replacedBy: "É substituído pelo documento {number}.",
  voidReason: "Motivo: {reason}",
  withdrawnIntro:
    "Para o documento {number} ({kind}), {patient} escolheu outro destinatário. Já não tem de fazer nada.",
  paymentIntro:
    "Em anexo encontra a nota de honorários {number} para {patient} (matrícula {matricule}) e o comprovativo do pagamento.",
  forwardIntro:
    "{patient} reencaminha-lhe em anexo o documento {number} ({kind}), emitido por {doctor}.",
  notDeliveredIntro:
    "Não foi possível entregar o documento {number} ({kind}) a {name}. Escolha outro destinatário na sua conta.",
  copyTo: "Foi enviada uma cópia a {name}.",
  attached: "O documento está anexado a este e-mail.",
  inAccount: "Para o ler, entre na sua conta.",
  button: "Ver o documento",
  genuine: "Cada documento tem um código QR que diz se é autêntico.",
} as const satisfies Translation<typeof french>;
