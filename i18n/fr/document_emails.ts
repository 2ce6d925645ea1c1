/** The e-mails that carry documents. */
export const documentEmails = {
  subject: "Votre document : {kind} {number}",
  subjectOrganisation: "{kind} {number} pour {patient}",
  voidedSubject: "{kind} {number} : annulé",
  withdrawnSubject: "{kind} {number} : autre destinataire choisi",
  paymentSubject: "Mémoire d’honoraires {number}, payé",
  notDeliveredSubject: "{kind} {number} : choisissez un autre destinataire",
  patientIntro: "{doctor} a établi un document pour {patient} : {kind}.",
  organisationIntro:
    "Vous trouverez en pièce jointe le document {number} ({kind}) de {doctor} pour {patient}.",
  voidedIntro:
    "Le document {number} ({kind}) de {doctor} pour {patient} est annulé. Ne l’utilisez plus.",
  replacedBy: "Il est remplacé par le document {number}.",
  voidReason: "Motif : {reason}",
  withdrawnIntro:
    "Pour le document {number} ({kind}), {patient} a choisi un autre destinataire. Vous n’avez plus à vous en occuper.",
  paymentIntro:
    "Vous trouverez en pièces jointes le mémoire d’honoraires {number} pour {patient} (matricule {matricule}) et la preuve de son paiement.",
  forwardIntro:
    "{patient} vous transmet en pièce jointe le document {number} ({kind}), établi par {doctor}.",
  notDeliveredIntro:
    "Le document {number} ({kind}) n’a pas pu être remis à {name}. Choisissez un autre destinataire dans votre compte.",
  copyTo: "Une copie a été envoyée à {name}.",
  attached: "Le document est joint à cet e-mail.",
  inAccount: "Pour le lire, connectez-vous à votre compte.",
  button: "Voir le document",
  genuine: "Chaque document porte un code QR qui dit s’il est authentique.",
} as const;
