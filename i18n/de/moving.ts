import type { moving as french } from "../fr/moving.ts";
import type { Translation } from "../mod.ts";

export const moving = {
  move: "Verschieben",
  moveTitle: "Termin verschieben",
  moveIntro: "Zu verschieben: {when}",
  moveKept:
    "Der Termin bleibt Ihnen, bis Sie eine andere Uhrzeit bestätigt haben.",
  keepTime: "Uhrzeit behalten",
  notMoved: "Noch nicht verschoben",
  insteadOf: "Statt: {when}",
  moveConfirm: "Auf diese Uhrzeit verschieben",
  moveNext:
    "Die bisherige Uhrzeit wird frei. Sie erhalten eine SMS und eine E-Mail.",
  movedTitle: "Ihr Termin ist verschoben",
  movedText: "Sie erhalten eine SMS und eine E-Mail mit der neuen Uhrzeit.",
  movedFrom: "Vorher: {when}.",
  moveLateTitle: "Dieser Termin kann nicht mehr verschoben werden",
  moveLateText: "Er hat begonnen oder ist vorbei.",
  moveOftenTitle: "Dieser Termin wurde schon zehnmal verschoben",
  moveOftenText:
    "Behalten Sie ihn, oder sagen Sie ihn ab und buchen Sie neu. Unser Helpdesk hilft Ihnen.",
  moveTakenText:
    "Ihr Termin hat sich nicht geändert. Das sind die nächsten freien Termine.",
  moveBusyText:
    "Sie haben zu dieser Uhrzeit einen anderen Termin. Dieser hat sich nicht geändert.",
  earlier: "Lieber früher?",
  earlierTitle: "Ein früherer Termin",
  earlierIntro:
    "Wird eine frühere Uhrzeit frei, erhalten Sie eine SMS und eine E-Mail. Sie ist dann 10 Minuten lang für Sie reserviert. Bis dahin ändert sich Ihr Termin nicht.",
  earlierNight: "Zwischen 21:00 und 8:00 Uhr senden wir nichts.",
  earlierDays: "Tage, die mir passen",
  earlierFrom: "Ab",
  earlierTo: "Bis",
  earlierJoin: "Benachrichtigen",
  earlierSave: "Speichern",
  earlierLeave: "Nicht mehr benachrichtigen",
  earlierWaiting: "Sie stehen auf der Warteliste",
  earlierWaitingText: "Wir melden uns, wenn eine frühere Uhrzeit frei wird.",
  earlierProblem:
    "Wählen Sie mindestens einen Tag und ein Ende nach dem Anfang.",
  offerTitle: "Eine frühere Uhrzeit ist frei",
  offerUntil: "Sie ist bis {time} Uhr für Sie reserviert.",
  offerTake: "Diese Uhrzeit nehmen",
  offerDecline: "Nein danke, meine behalten",
  offerGone: "Diese Uhrzeit ist nicht mehr für Sie reserviert",
  offerGoneText: "Ihr Termin hat sich nicht geändert.",
  feedbackTitle: "Wie war es?",
  feedbackIntro: "Drei Fragen. Ihr Arzt sieht Ihre Antworten nicht.",
  soundAndPicture: "Bild und Ton",
  good: "Gut",
  middling: "Mittel",
  bad: "Schlecht",
  solved: "Hat Ihnen der Arzt geholfen?",
  again: "Würden Sie wieder eine Videosprechstunde nutzen?",
  yes: "Ja",
  partly: "Teilweise",
  perhaps: "Vielleicht",
  no: "Nein",
  feedbackSend: "Senden",
  feedbackMissing: "Beantworten Sie die drei Fragen.",
  feedbackThanks: "Danke für Ihre Antworten",
  feedbackThanksText: "Sie helfen, den Dienst zu verbessern.",
  lostLink: "Link zu meinem Termin noch einmal erhalten",
  lostTitle: "Der Link zu Ihrem Termin",
  lostText:
    "Geben Sie die E-Mail-Adresse Ihres Kontos an: Wir senden Ihnen die Links zu Ihren nächsten Terminen noch einmal.",
  lostSent:
    "Wenn es für {email} einen kommenden Termin gibt, geht eine E-Mail mit seinem Link ab. Sie kommt in wenigen Minuten an; sehen Sie auch im Spam-Ordner nach.",
} as const satisfies Translation<typeof french>;
