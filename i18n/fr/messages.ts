import type { Texts } from "../mod.ts";

/** The pages of messages outside of a consultation. */
export const messages = {
  listText:
    "Tout ce que vous écrivez à vos médecins, et ce qu’ils vous répondent.",
  listTextDoctor:
    "Ce que vos patients vous écrivent en dehors des consultations.",
  empty: "Pas encore de messages",
  emptyText:
    "Après la réservation d’un rendez-vous, vous pouvez écrire à votre médecin d’ici.",
  emptyTextDoctor: "Quand un patient vous écrit, son message est ici.",
  noLine: "Pas encore de message",
  yourLine: "Vous : {text}",
  forPatient: "pour {name}",
  unread_one: "{count} message non lu",
  unread_other: "{count} messages non lus",
  closed: "Fermée",
  writeTo: "Écrire à {name}",
  backToList: "Tous les messages",
  notUrgent: "Pas pour les urgences : en cas d’urgence vitale, appelez le 112.",
  answers_one: "{name} répond en général sous {count} jour ouvrable.",
  answers_other: "{name} répond en général sous {count} jours ouvrables.",
  answersUnknown:
    "{name} ne lit pas ses messages à toute heure. Si cela ne peut pas attendre, prenez un rendez-vous.",
  away:
    "{name} est absent du {from} au {until} et ne répond pas pendant ce temps.",
  bookLink: "Prendre un rendez-vous",
  closedTitle: "Cette conversation est fermée aux nouveaux messages",
  noAppointment: "Pour écrire à ce médecin, il faut un rendez-vous avec lui.",
  consultation: "Consultation du {when}",
  consultationComing: "Rendez-vous : {when}",
  said: "Messages de cette consultation",
  saidNone: "Aucun message n’a été écrit pendant cette consultation.",
  saidThread: "Tous les messages avec {name}",
  appointmentOf: "Rendez-vous de {name}",
  earlier:
    "Les 200 derniers messages sont ici. La recherche trouve aussi les plus anciens.",
  search: "Chercher dans cette conversation",
  found_one: "{count} message avec « {query} »",
  found_other: "{count} messages avec « {query} »",
  searchBack: "Revenir à la conversation",
  notSent: "Votre message n’a pas été envoyé",
  bodyMissing: "Écrivez votre message, puis envoyez-le.",
  bodyTooLong: "Le message est trop long : 4000 caractères au plus.",
  settingsTitle: "E-mail pour les messages non lus",
  settingsText:
    "L’e-mail ne contient pas le message. Il ne part pas entre 21 h et 8 h.",
  notice: "Quand vous prévenir",
  noticeAtOnce: "Après 5 minutes",
  noticeDaily: "Une fois par jour, le matin",
  noticeNever: "Jamais",
  answersField: "Vous répondez sous",
  answersNone: "Ne pas le dire",
  answersDays_one: "{count} jour ouvrable",
  answersDays_other: "{count} jours ouvrables",
  awayFrom: "Absent du",
  awayUntil: "jusqu’au (inclus)",
  settingsSaved: "Vos réglages sont enregistrés.",
  settingsWrong:
    "Indiquez le premier et le dernier jour de l’absence, dans cet ordre, ou aucun des deux.",
  closeTitle: "Fermer la conversation",
  closeText:
    "Le patient ne pourra plus écrire en dehors des consultations. Il lira votre phrase.",
  closeReason: "Votre phrase pour le patient",
  closeButton: "Fermer la conversation",
  reopenButton: "Rouvrir la conversation",
} as const;

/** These texts in any language. */
export type MessagesTexts = Texts<typeof messages>;
