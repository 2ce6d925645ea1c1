import type { Texts } from "../mod.ts";

/** The doctor's day. */
export const workspace = {
  title: "Ma journée",
  waitingTitle: "Salle d’attente",
  nobodyWaits: "Personne n’attend.",
  nobodyWaitsText: "Chaque patient qui arrive s’affiche ici aussitôt.",
  waitsSince: "attend depuis",
  appointmentAt: "Rendez-vous à {time}",
  call: "Appeler",
  toCall: "Revenir à l’appel",
  message: "Écrire",
  cancel: "Annuler",
  noShow: "Noter l’absence",
  noShowConfirm: "Noter l’absence de {name} ?",
  dayEmpty: "Aucun rendez-vous ce jour.",
  previousDay: "Jour précédent",
  nextDay: "Jour suivant",
  today: "Aujourd’hui",
  now: "Maintenant",
  unread_one: "{count} message non lu",
  unread_other: "{count} messages non lus",
  age_one: "{count} an",
  age_other: "{count} ans",
  cut: "Connexion interrompue : la page se remettra à jour toute seule.",
  keys: "Raccourcis clavier",
  keyCall: "appeler le patient qui attend depuis le plus longtemps",
  keyMessage: "ouvrir la conversation avec ce patient",
  keyHelp: "afficher ces raccourcis",
  freeNow: "Libre maintenant",
  inCall: "Vous êtes en consultation avec {name}.",
  arrived: "{name} est dans la salle d’attente",
  problem: "Cette action n’a pas abouti. Réessayez.",
  away: "n’a plus la page ouverte",
  busy: "Vous êtes déjà en consultation. Terminez-la avant d’appeler.",
} as const;

/** These texts in any language. */
export type WorkspaceTexts = Texts<typeof workspace>;
