import type { notifications as french } from "../fr/notifications.ts";
import type { Translation } from "../mod.ts";

export const notifications = {
  greeting: "Guten Tag {name},",
  greetingNobody: "Guten Tag,",
  thanks: "Vielen Dank",
  remark: "Hinweis",
  doNotReply:
    "Bitte antworten Sie nicht auf diese Nachricht. Antworten an diese Adresse werden nicht gelesen.",
  helpdesk:
    "Brauchen Sie Hilfe? Unser Helpdesk ist für Sie da: {phone}, {email}",
  what: "Termin",
  whatIs: "Videosprechstunde, {minutes} Minuten",
  with: "Mit",
  date: "Datum",
  start: "Beginn",
  end: "Ende",
  language: "Sprache",
  waitingRoomIntro:
    "Um Ihre Videosprechstunde zur gewählten Zeit zu beginnen, öffnen Sie das virtuelle Wartezimmer mit dem folgenden Link. Sie können es frühestens 10 Minuten vor Beginn des Termins betreten, also um {opens}.",
  waitingRoomLink: "Zum Wartezimmer",
  lostLink:
    "Bewahren Sie diese E-Mail auf: Sie enthält Ihren Link. Wenn Sie ihn verlieren, melden Sie sich an: Ihre Termine stehen in Ihrem Konto.",
  confirmationSubject: "Terminbestätigung",
  confirmationIntro: "Wir bestätigen Ihren Termin mit den folgenden Angaben.",
  confirmationSms:
    "eConsult: Videosprechstunde, {minutes} Minuten, mit {doctor}, {date}, {start} - {end}, auf {language}. Wartezimmer ab {opens}: {link}",
  reminderSubject: "Erinnerung an Ihren Termin",
  reminderIntro: "Wir erinnern Sie an Ihren Termin mit den folgenden Angaben.",
  reminderSms:
    "Erinnerung eConsult: Videosprechstunde, {minutes} Minuten, mit {doctor}, {date}, {start} - {end}, auf {language}. Wartezimmer ab {opens}: {link}",
  cancellationSubject: "Absage Ihres Termins",
  cancelledByDoctor:
    "Der folgende Termin musste von der Praxis abgesagt werden. Wir bitten um Entschuldigung.",
  cancelledByPatient:
    "Der folgende Termin ist abgesagt, wie Sie es gewünscht haben.",
  reason: "Grund",
  bookAgainIntro: "Sie können in derselben Praxis einen neuen Termin buchen.",
  bookAgainLink: "Neuen Termin buchen",
  freeNow: "Diese Ärztinnen und Ärzte sind sofort frei",
  cancellationSms:
    "eConsult: Ihre Videosprechstunde mit {doctor}, {date}, {start}, ist abgesagt. Neuen Termin buchen: {link}",
  activationSubject: "Ihr Konto aktivieren",
  activationIntro:
    "Ihr Konto wurde angelegt. Es muss einmal aktiviert werden: Öffnen Sie die Aktivierungsseite mit dem folgenden Link und wählen Sie Ihr Passwort.",
  activationLink: "Mein Konto aktivieren",
  activationEnds:
    "Dieser Link gilt 24 Stunden und nur einmal. Ist er abgelaufen, bietet Ihnen die Seite einen neuen an.",
  notYou:
    "Sie haben kein Konto angefordert? Dann ignorieren Sie diese E-Mail: Ohne Aktivierung kann niemand das Konto benutzen.",
  existsSubject: "Sie haben schon ein Konto",
  existsIntro:
    "Soeben hat sich jemand mit Ihren Daten registriert. Sie haben schon ein eConsult-Konto: Ein weiteres wurde nicht angelegt.",
  existsSignIn: "Anmelden",
  existsForgotten: "Passwort vergessen",
  recoverySubject: "Neues Passwort",
  recoveryIntro:
    "Sie haben ein neues Passwort angefordert. Wählen Sie es mit dem folgenden Link.",
  recoveryLink: "Neues Passwort wählen",
  recoveryEnds: "Dieser Link gilt 24 Stunden und nur einmal.",
  recoveryNotYou:
    "Sie haben nichts angefordert? Dann ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.",
  emailChangeSubject: "Bestätigen Sie Ihre E-Mail-Adresse",
  emailChangeIntro:
    "Sie möchten diese Adresse für Ihr eConsult-Konto verwenden. Bestätigen Sie sie mit dem folgenden Link.",
  emailChangeLink: "Diese Adresse bestätigen",
  emailChangedSubject: "Änderung Ihrer E-Mail-Adresse",
  emailChangedIntro:
    "Für Ihr eConsult-Konto wurde eine andere E-Mail-Adresse angefordert. Wenn Sie das nicht waren, rufen Sie bitte sofort unseren Helpdesk an.",
  calendarTitle: "Videosprechstunde mit {doctor}",
  calendarAlarm: "Ihr Wartezimmer ist geöffnet.",
  calendarFileName: "termin.ics",
} as const satisfies Translation<typeof french>;
