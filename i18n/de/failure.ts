import type { failure as french } from "../fr/failure.ts";
import type { Translation } from "../mod.ts";

export const failure = {
  notFoundTitle: "Seite nicht gefunden",
  notFoundText:
    "Diese Seite gibt es nicht, oder sie gehört nicht Ihnen. Prüfen Sie die Adresse oder gehen Sie zur Startseite.",
  forbiddenTitle: "Kein Zugriff",
  forbiddenText:
    "Mit Ihrem Konto können Sie diese Seite nicht öffnen. Wenn das ein Irrtum ist, wenden Sie sich an unseren Helpdesk.",
  unavailableTitle: "Dienst vorübergehend nicht verfügbar",
  unavailableText:
    "Wir erreichen einen unserer Dienste gerade nicht. Nichts, was Sie gebucht haben, ist verloren. Versuchen Sie es in einigen Minuten noch einmal.",
  brokenTitle: "Es ist ein Fehler aufgetreten",
  brokenText:
    "Das ist nicht Ihre Schuld. Versuchen Sie es noch einmal; bleibt der Fehler, rufen Sie unseren Helpdesk an und nennen Sie die Nummer unten.",
  badRequestTitle: "Unvollständige Anfrage",
  badRequestText:
    "Wir haben diese Anfrage nicht verstanden. Gehen Sie zur vorherigen Seite zurück und beginnen Sie noch einmal.",
  tooManyTitle: "Zu viele Versuche",
  tooManyText:
    "Sie haben es in kurzer Zeit zu oft versucht. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.",
  conflictTitle: "Dieser Schritt ist nicht mehr möglich",
  conflictText:
    "Die Lage hat sich inzwischen geändert. Gehen Sie zu Ihren Terminen, um den Stand zu sehen.",
  busyTitle: "Gerade ist viel los",
  busyText:
    "Versuchen Sie es in einigen Sekunden noch einmal. Wartezimmer und laufende Sprechstunden gehen weiter.",
  requestNumber: "Nummer der Anfrage: {id}",
  tryAgain: "Noch einmal versuchen",
  toHome: "Zur Startseite",
} satisfies Translation<typeof french>;
