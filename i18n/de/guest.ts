import type { Translation } from "../mod.ts";
import type { guest as french } from "../fr/guest.ts";

export const guest: Translation<typeof french> = {
  inviteTitle: "Eine weitere Person einladen",
  inviteText:
    "Angehörige, Dolmetschende oder Gesundheitsfachpersonen können an der Sprechstunde teilnehmen. Sie erhalten einen persönlichen Link; die Ärztin oder der Arzt lässt sie während des Anrufs herein.",
  inviteLink: "Eine weitere Person einladen",
  inviteWord: "Einladen",
  coming: "{name} kommt gleich dazu…",
  comingLate:
    "{name} ist noch nicht im Gespräch. Vielleicht ist die Seite der Einladung geschlossen.",
  name: "Name der Person",
  nameHint: "So wird sie während des Anrufs genannt.",
  nameMissing: "Geben Sie den Namen der Person ein, mit höchstens 100 Zeichen.",
  roleLegend: "Sie nimmt teil als",
  relative: "Angehörige/r",
  interpreter: "Dolmetscher/in",
  colleague: "Gesundheitsfachperson",
  detail: "Beziehung, Sprache oder Beruf",
  detailHint: "Zum Beispiel „Tochter“, „Arabisch“ oder „Krankenpfleger“.",
  detailLong: "Kürzen Sie diesen Text: höchstens 100 Zeichen.",
  contact: "E-Mail-Adresse oder Handynummer der Person",
  contactHint: "Dorthin geht die Einladung.",
  contactInvalid:
    "Geben Sie eine vollständige E-Mail-Adresse ein oder eine Handynummer mit Vorwahl, zum Beispiel +352 621 123 456.",
  guestLanguage: "Sprache der Einladung",
  optional: "freiwillig",
  send: "Einladung senden",
  invitedNotice: "Die Einladung wurde gesendet.",
  withdrawnNotice:
    "Die Einladung ist zurückgezogen: Der Link funktioniert nicht mehr.",
  alsoTold: "Wir benachrichtigen auch {name}.",
  withdraw: "Einladung zurückziehen",
  tooLate: "Zu diesem Termin kann niemand mehr eingeladen werden.",
  stateInvited: "{name} ist eingeladen und hat den Link noch nicht geöffnet.",
  stateOpened: "{name} ist eingeladen und hat den Link geöffnet.",
  stateWaiting: "{name} wartet und bittet um Einlass.",
  stateAdmitted: "{name} darf am Anruf teilnehmen.",
  stateLeft: "{name} hat den Anruf verlassen und kann zurückkommen.",
  stateRefused: "{name} wurde nicht hereingelassen.",
  stateRemoved: "{name} wurde aus dem Anruf entlassen.",
  admit: "{name} hereinlassen",
  refuse: "Nicht hereinlassen",
  remove: "{name} hinausbitten",
  removeShort: "Hinausbitten",
  invitationSubject: "Einladung zu einer Videosprechstunde",
  invitationIntro:
    "Sie sind zu einer Videosprechstunde mit {doctor} eingeladen: {day}, {start}.",
  mailLink: "Einladung öffnen",
  mailOnce:
    "Der Link öffnet sich nur in einem einzigen Browser: Öffnen Sie ihn auf dem Gerät, mit dem Sie teilnehmen. Ab {opens} können Sie hereinkommen.",
  mailNotYou:
    "Sie wissen nicht, worum es geht? Ignorieren Sie diese Nachricht: Ohne den Link kommt niemand herein.",
  invitationSms:
    "eConsult: Sie sind zu einer Videosprechstunde mit {doctor} eingeladen, {date}, {start}. Öffnen Sie diesen Link auf dem Gerät, das Sie benutzen: {link}",
  movedSubject: "Videosprechstunde verschoben",
  movedIntro:
    "Die Videosprechstunde mit {doctor}, zu der Sie eingeladen sind, ist verschoben. Geplant war: {formerDay}, {formerHour}. Neuer Termin: {day}, {start}.",
  movedLink:
    "Der Link, den Sie bereits erhalten haben, bleibt gültig und führt an denselben Ort.",
  movedSms:
    "eConsult: Die Videosprechstunde mit {doctor} vom {formerDate}, {formerHour}, ist verschoben auf {date}, {start}. Ihr Link: {link}",
  cancellationSubject: "Videosprechstunde abgesagt",
  cancellationIntro:
    "Die Videosprechstunde mit {doctor}, zu der Sie eingeladen waren, ist abgesagt: {day}, {start}. Sie brauchen nichts zu tun; der Link der Einladung gilt nicht mehr.",
  cancellationSms:
    "eConsult: Die Videosprechstunde mit {doctor}, zu der Sie eingeladen waren, {date}, {start}, ist abgesagt. Der Link gilt nicht mehr.",
  pageTitle: "Ihre Einladung",
  openText: "{doctor} erwartet Sie zu einer Videosprechstunde: {day}, {start}.",
  openOnce:
    "Die Einladung öffnet sich nur in einem einzigen Browser. Fahren Sie hier fort, wenn Sie mit diesem Gerät teilnehmen.",
  open: "Auf diesem Gerät fortfahren",
  usedTitle: "Diese Einladung ist anderswo geöffnet",
  usedText:
    "Sie wurde in einem anderen Browser oder auf einem anderen Gerät geöffnet. Fahren Sie dort fort oder drücken Sie dort auf „Mit einem anderen Gerät teilnehmen“. Sonst bitten Sie um eine neue Einladung.",
  release: "Mit einem anderen Gerät teilnehmen",
  releasedTitle: "Ihre Einladung lässt sich woanders öffnen",
  releasedText:
    "Öffnen Sie den Link aus der E-Mail oder SMS in dem Browser, den Sie verwenden möchten. Hier ist die Einladung nicht mehr offen.",
  staleTitle: "Diese Einladung gilt nicht mehr",
  staleText:
    "Sie wurde zurückgezogen, oder die Sprechstunde ist vorbei. Fragen Sie nach, wer Sie eingeladen hat.",
  browserText:
    "Drücken Sie auf „Mit einem anderen Gerät teilnehmen“ und öffnen Sie dann den Link der Einladung in Chrome, Edge oder Safari.",
  opensAt: "{day}, ab {time}, können Sie um Einlass bitten.",
  askIn: "Um Einlass bitten",
  prepareText:
    "Wenn Sie bereit sind, bitten Sie um Einlass. Wann Sie hereinkommen, entscheidet die Ärztin oder der Arzt.",
  waitTitle: "Sie warten",
  waitText:
    "{doctor} weiß, dass Sie da sind, und lässt Sie herein. Lassen Sie diese Seite geöffnet.",
  nobodyComes: "Niemand lässt Sie herein?",
  admittedTitle: "{doctor} lässt Sie herein",
  admittedText: "Der Anruf beginnt gleich.",
  refusedTitle: "Sie nehmen an dieser Sprechstunde nicht teil",
  refusedText:
    "{doctor} möchte ohne weitere Person fortfahren. Danke, dass Sie sich Zeit genommen haben.",
  removedTitle: "Ihre Teilnahme ist beendet",
  removedText:
    "{doctor} führt die Sprechstunde ohne weitere Person fort. Danke für Ihre Hilfe.",
  leftTitle: "Sie haben den Anruf verlassen",
  leftText: "Sie können um Rückkehr bitten, solange die Sprechstunde dauert.",
  overTitle: "Die Sprechstunde ist beendet",
  overText:
    "Danke, dass Sie teilgenommen haben. Sie können diese Seite schließen.",
  cancelledTitle: "Die Sprechstunde ist abgesagt",
  cancelledText:
    "Sie findet nicht statt. Sie brauchen nichts zu tun und können diese Seite schließen.",
  comeBack: "Um Rückkehr bitten",
  pageCut:
    "Die Verbindung ist unterbrochen. Die Seite aktualisiert sich, sobald sie zurück ist.",
  noScript:
    "Der Videoanruf braucht JavaScript. Schalten Sie es im Browser ein oder rufen Sie uns an:",
  callTitle: "Sprechstunde mit {name}",
  patient: "Patient/in",
  alone: "Warten auf {name}…",
  endToEnd:
    "Bild und Ton gehen direkt zwischen Ihnen beiden hin und her, Ende zu Ende verschlüsselt.",
  overBridge:
    "Zu dritt, oder wenn das Netz keine direkte Verbindung erlaubt, gehen Bild und Ton über einen Server der Plattform. Sie sind unterwegs verschlüsselt, aber nicht Ende zu Ende. Nichts wird aufgezeichnet.",
};
