import type { messages as french } from "../fr/messages.ts";
import type { Translation } from "../mod.ts";

export const messages = {
  listText:
    "Alles, was Sie Ihren Ärzten schreiben und was sie Ihnen antworten.",
  listTextDoctor:
    "Was Ihre Patienten Ihnen außerhalb der Videosprechstunden schreiben.",
  empty: "Noch keine Nachrichten",
  emptyText:
    "Sobald Sie einen Termin gebucht haben, können Sie Ihrem Arzt von hier aus schreiben.",
  emptyTextDoctor: "Wenn ein Patient Ihnen schreibt, steht die Nachricht hier.",
  noLine: "Noch keine Nachricht",
  yourLine: "Sie: {text}",
  forPatient: "für {name}",
  unread_one: "{count} ungelesene Nachricht",
  unread_other: "{count} ungelesene Nachrichten",
  closed: "Geschlossen",
  writeTo: "{name} schreiben",
  backToList: "Alle Nachrichten",
  notUrgent: "Nicht für Notfälle: Bei Lebensgefahr rufen Sie 112 an.",
  answers_one: "{name} antwortet in der Regel innerhalb von {count} Werktag.",
  answers_other:
    "{name} antwortet in der Regel innerhalb von {count} Werktagen.",
  answersUnknown:
    "{name} liest nicht zu jeder Zeit Nachrichten. Wenn es nicht warten kann, buchen Sie einen Termin.",
  away:
    "{name} ist vom {from} bis zum {until} abwesend und antwortet in dieser Zeit nicht.",
  bookLink: "Termin buchen",
  closedTitle: "Diese Unterhaltung nimmt keine neuen Nachrichten an",
  noAppointment:
    "Um diesem Arzt zu schreiben, brauchen Sie einen Termin bei ihm.",
  consultation: "Videosprechstunde: {when}",
  consultationComing: "Termin: {when}",
  said: "Nachrichten dieser Sprechstunde",
  saidNone: "In dieser Sprechstunde wurde keine Nachricht geschrieben.",
  saidThread: "Alle Nachrichten mit {name}",
  appointmentOf: "Termin von {name}",
  earlier:
    "Hier stehen die letzten 200 Nachrichten. Die Suche findet auch ältere.",
  search: "In dieser Unterhaltung suchen",
  found_one: "{count} Nachricht mit „{query}“",
  found_other: "{count} Nachrichten mit „{query}“",
  searchBack: "Zurück zur Unterhaltung",
  notSent: "Ihre Nachricht wurde nicht gesendet",
  bodyMissing: "Schreiben Sie Ihre Nachricht und senden Sie sie dann.",
  bodyTooLong: "Die Nachricht ist zu lang: höchstens 4000 Zeichen.",
  settingsTitle: "E-Mail bei ungelesenen Nachrichten",
  settingsText:
    "Die E-Mail enthält die Nachricht nicht. Zwischen 21 und 8 Uhr wird keine gesendet.",
  notice: "Wann wir Sie benachrichtigen",
  noticeAtOnce: "Nach 5 Minuten",
  noticeDaily: "Einmal am Tag, morgens",
  noticeNever: "Nie",
  answersField: "Sie antworten innerhalb von",
  answersNone: "Keine Angabe",
  answersDays_one: "{count} Werktag",
  answersDays_other: "{count} Werktagen",
  awayFrom: "Abwesend vom",
  awayUntil: "bis einschließlich",
  settingsSaved: "Ihre Einstellungen sind gespeichert.",
  settingsWrong:
    "Geben Sie den ersten und den letzten Tag der Abwesenheit in dieser Reihenfolge an, oder keinen von beiden.",
  closeTitle: "Unterhaltung schließen",
  closeText:
    "Der Patient kann dann außerhalb der Videosprechstunden nicht mehr schreiben. Er liest Ihren Satz.",
  closeReason: "Ihr Satz für den Patienten",
  closeButton: "Unterhaltung schließen",
  reopenButton: "Unterhaltung wieder öffnen",
} as const satisfies Translation<typeof french>;
