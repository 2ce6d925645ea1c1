import type { Texts } from "../mod.ts";

/** The export of an account and its erasure: the pages, and the page in the ZIP. */
export const accountData = {
  exportTitle: "Vos données",
  exportText:
    "Un fichier ZIP avec tout ce que votre compte contient, pour vous et pour les personnes pour lesquelles vous agissez : une page à lire, les mêmes données pour un programme (JSON), les documents et les fichiers.",
  exportWarning:
    "Il contient des données de santé : ne le laissez pas sur un ordinateur partagé.",
  exportButton: "Télécharger mes données",
  erasureLink: "Demander l’effacement de mon compte",
  erasureTitle: "Effacement de votre compte",
  erasureLead:
    "Nous examinons chaque demande et vous répondons par e-mail. Voici ce qui se passe si elle est acceptée.",
  erasureFirstTitle: "D’abord",
  erasureAppointments:
    "Les rendez-vous à venir sont annulés : les vôtres, et ceux des personnes pour lesquelles personne d’autre n’agit. Si une autre personne agit aussi pour le patient, ils sont maintenus.",
  erasureGoneTitle: "Ce qui est effacé",
  erasureGoneAccess:
    "Votre adresse e-mail, votre numéro de portable et votre mot de passe : personne ne peut plus se connecter à ce compte.",
  erasureGoneAddress:
    "Votre adresse postale, votre pharmacie et votre laboratoire, sauf si une autre personne agit aussi pour vous.",
  erasureGoneRest:
    "Vos formulaires non envoyés, vos réglages, vos avis après une consultation, et les fichiers que vous avez envoyés pendant une consultation et que personne n’a ouverts.",
  erasureKeptTitle: "Ce que nous devons garder",
  erasureKept:
    "Votre dossier médical : votre identité, vos rendez-vous, les messages échangés avec vos médecins, vos documents et le journal des accès. Nous sommes obligés de le garder aussi longtemps que la loi l’exige pour les dossiers médicaux. Les médecins qui vous ont soigné y ont accès comme avant.",
  erasureOthers:
    "Si une autre personne agit pour vous, elle garde l’accès à votre dossier. Les personnes pour lesquelles vous agissez gardent le leur ; vous n’y aurez plus accès.",
  erasureBefore:
    "Téléchargez vos données depuis la page de votre compte : ensuite, ce ne sera plus possible. Vous pouvez retirer votre demande tant que nous n’avons pas répondu ; un effacement ne peut pas être annulé.",
  erasureConfirm:
    "J’ai compris : mon compte sera fermé et je ne pourrai plus m’y connecter.",
  erasureConfirmError: "Cochez la case pour confirmer votre demande.",
  erasureSend: "Demander l’effacement",
  erasureOpenTitle: "Effacement demandé",
  erasureOpen:
    "Vous avez demandé l’effacement de votre compte le {date}. Nous vous répondrons par e-mail. D’ici là, votre compte fonctionne comme avant.",
  erasureWithdraw: "Retirer ma demande",
  erasureSaved:
    "Votre demande d’effacement est enregistrée. Un e-mail la confirme.",
  erasureWithdrawn:
    "Votre demande d’effacement est retirée. Votre compte reste ouvert.",
  archiveTitle: "Vos données eConsult",
  archiveMade: "État du {date}. Les heures sont celles de Luxembourg.",
  archiveJson: "Les mêmes données avec tous les détails, pour un programme :",
  archiveMissingTitle: "Fichiers manquants",
  archiveMissing:
    "Ces fichiers n’ont pas pu être lus. Téléchargez vos données à nouveau plus tard ; s’ils manquent encore, appelez notre helpdesk.",
  archiveIsMissing: "manque",
  archiveAppointments: "Rendez-vous",
  archiveMessages: "Messages avec {doctor}",
  archiveLog: "Qui a lu ou changé ce dossier",
  archiveRead: "lecture",
  archiveChanged: "changement",
  archiveNotifications: "SMS et e-mails que nous avons envoyés",
  archiveNothing: "Rien.",
  archiveYou: "Vous",
  archiveGuardian: "Une autre personne qui agit pour ce patient",
  archiveAdmin: "L’administration",
  archiveSystem: "eConsult, automatiquement",
} as const;

/** These texts in any language. */
export type AccountDataTexts = Texts<typeof accountData>;
