import type { Texts } from "../mod.ts";

/** What surrounds every page: header, footer, help, and the words that all forms and lists share. */
export const frame = {
  skipToContent: "Aller au contenu",
  homeLabel: "eConsult, page d’accueil",
  mainMenu: "Menu principal",
  menu: "Menu",
  chooseLanguage: "Choisir la langue",
  languageIs: "Langue : {language}",
  doctors: "Trouver un médecin",
  myAppointments: "Mes rendez-vous",
  messages: "Messages",
  workspace: "Ma journée",
  agenda: "Agenda",
  account: "Mon compte",
  accountOf: "Compte de {name}",
  profile: "Mon profil",
  signIn: "Se connecter",
  signUp: "S’inscrire",
  signOut: "Se déconnecter",

  help: "Aide",
  needHelp: "Besoin d’aide ?",
  helpdeskHours:
    "Notre helpdesk vous répond du {first} au {last}, de {opens} à {closes}.",
  question: "Une question ?",
  helpdeskPhone: "Téléphone",
  helpdeskEmail: "E-mail",
  emergency: "En cas d’urgence vitale, appelez le 112.",
  footerLinks: "À propos de ce service",
  privacy: "Protection des données",
  accessibility: "Accessibilité",

  problem: "Il y a un problème",
  errorPrefix: "Erreur : ",
  optional: "facultatif",
  showPassword: "Afficher",
  showPasswordLabel: "Afficher le mot de passe",
  step: "Étape {current} sur {total}",
  stepDone: "terminée",
  back: "Retour",
  close: "Fermer",
  cancel: "Annuler",
  confirm: "Confirmer",
  save: "Enregistrer",
  search: "Rechercher",
  send: "Envoyer",
  print: "Imprimer",
  download: "Télécharger",
  today: "Aujourd’hui",
  yes: "Oui",
  no: "Non",

  entryChanged: "Mise à jour : {entry}",
  entryGone: "Ne figure plus ici : {entry}",

  stateBooked: "Réservé",
  stateWaiting: "En attente",
  stateCalling: "Appel en cours",
  stateInProgress: "En consultation",
  stateCompleted: "Terminé",
  stateCancelled: "Annulé",
  stateNoShow: "Absence",
} as const;

/** The frame's texts in any language. */
export type FrameTexts = Texts<typeof frame>;
