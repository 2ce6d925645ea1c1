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
  whatIs: "Videosprechstunde, {duration}",
  with: "Mit",
  forWhom: "Für",
  forDependant: "Für {name}",
  date: "Datum",
  start: "Beginn",
  end: "Ende",
  language: "Sprache",
  waitingRoomIntro:
    "Um Ihre Videosprechstunde zur gewählten Zeit zu beginnen, öffnen Sie das virtuelle Wartezimmer mit diesem Link. Sie können es frühestens 10 Minuten vor Beginn des Termins betreten, also um {opens}. Vorher hilft Ihnen die Seite bei der Vorbereitung.",
  waitingRoomLink: "Zum Wartezimmer",
  lostLink:
    "Bewahren Sie diese E-Mail auf: Sie enthält Ihren Link. Wenn Sie ihn verlieren, melden Sie sich an: Ihre Termine stehen in Ihrem Konto.",
  confirmationSubject: "Terminbestätigung",
  confirmationIntro: "Wir bestätigen Ihren Termin mit den folgenden Angaben.",
  confirmationSms:
    "eConsult: Videosprechstunde, {duration}, mit {doctor}, {date}, {start} - {end}, auf {language}. Wartezimmer ab {opens}: {link}",
  reminderSubject: "Erinnerung an Ihren Termin",
  reminderIntro: "Wir erinnern Sie an Ihren Termin mit den folgenden Angaben.",
  reminderSms:
    "Erinnerung eConsult: Videosprechstunde, {duration}, mit {doctor}, {date}, {start} - {end}, auf {language}. Wartezimmer ab {opens}: {link}",
  movedSubject: "Ihr Termin ist verschoben",
  movedIntro:
    "Sie haben Ihren Termin verschoben. Das sind das neue Datum und die neue Uhrzeit.",
  movedFrom: "Er war für {day}, {hour}, vorgesehen.",
  movedSms:
    "eConsult: Ihre Videosprechstunde mit {doctor} ist verschoben: {date}, {start} - {end}. Wartezimmer ab {opens}: {link}",
  moveLink: "Termin verschieben",
  earlierSubject: "Eine frühere Uhrzeit ist frei",
  earlierIntro:
    "Eine frühere Uhrzeit ist frei geworden. Sie ist bis {until} Uhr für Sie reserviert.",
  earlierKeep: "Wenn Sie sie nicht nehmen, bleibt es bei {day}, {hour}.",
  earlierSms:
    "eConsult: {doctor} kann Sie früher sehen: {date}, {start}. Für Sie reserviert bis {until}: {link}",
  earlierLink: "Diese Uhrzeit nehmen",
  cancellationSubject: "Absage Ihres Termins",
  cancelledByDoctor:
    "Der folgende Termin musste von der Praxis abgesagt werden. Wir bitten um Entschuldigung.",
  cancelledByAdmin:
    "Der folgende Termin wurde von unserem Dienst abgesagt. Wir bitten um Entschuldigung.",
  missedSubject: "Ihr Termin hat nicht stattgefunden",
  missedIntro:
    "Zum folgenden Termin waren Sie nicht im Wartezimmer. Das kann vorkommen. Wenn Sie noch ärztlichen Rat brauchen, buchen Sie einen neuen Termin; wenn die Technik der Grund war, hilft Ihnen unser Helpdesk.",
  notHeldIntro:
    "Sie waren im Wartezimmer, konnten aber nicht aufgerufen werden. Wir bitten um Entschuldigung. Buchen Sie bitte einen neuen Termin oder rufen Sie unseren Helpdesk an.",
  cancelledByPatient:
    "Der folgende Termin ist abgesagt, wie Sie es gewünscht haben.",
  reason: "Grund",
  bookAgainIntro: "Sie können in derselben Praxis einen neuen Termin buchen.",
  bookAgainLink: "Neuen Termin buchen",
  freeNow: "Diese Ärztinnen und Ärzte sind sofort frei",
  cancellationSms:
    "eConsult: Ihre Videosprechstunde mit {doctor}, {date}, {start}, ist abgesagt. Neuen Termin buchen: {link}",
  ticketUntil: "Videosprechstunde, {duration}, bis {end}",
  ticketZone: "Ortszeit {place} ({offset})",
  doctorDetail: "{specialty}. Auf {language}.",
  confirmationTitle: "Ihr Termin ist gebucht",
  appointmentPreheader:
    "{day}, {hour}, mit {doctor}. Das Wartezimmer öffnet um {opens}.",
  cancellationPreheader: "{day}, {hour}, mit {doctor}.",
  cancelled: "Abgesagt",
  stepBooked: "Gebucht",
  stepWaitingRoom: "Wartezimmer",
  stepFrom: "ab {time}",
  stepCall: "Sie werden angerufen",
  device:
    "Am besten an einem Computer oder Tablet, sonst mit Ihrem Telefon, mit Chrome, Safari, Firefox oder Edge. Eine Kamera und ein Mikrofon genügen.",
  prepareTitle: "Was Sie bereithalten sollten",
  prepareText: "Ihre Medikamente und Ihre letzten Befunde.",
  preventedTitle: "Sie sind verhindert?",
  cancelLink: "Termin absagen",
  cancelUntil: "Möglich bis {hour}. Die Zeit wird dann anderen angeboten.",
  calendarNote: "Die angehängte Datei trägt den Termin in Ihren Kalender ein.",
  existsTrouble: "Sie können sich nicht mehr anmelden?",
  activationSubject: "Ihr Konto aktivieren",
  activationIntro:
    "Ihr Konto wurde angelegt. Es muss einmal aktiviert werden: Öffnen Sie die Aktivierungsseite mit dem folgenden Link und wählen Sie Ihr Passwort.",
  activationNotMe: "Das war ich nicht: diese Registrierung abbrechen",
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
  emailChangeNotYou:
    "Sie haben nichts angefordert? Dann ignorieren Sie diese E-Mail: Nichts ändert sich.",
  emailTakenSubject: "Ihre E-Mail-Adresse wird schon verwendet",
  emailTakenIntro:
    "Jemand wollte diese Adresse für ein anderes eConsult-Konto verwenden. Sie bleibt die Ihres Kontos, und nichts hat sich geändert. Wenn Sie das waren, melden Sie sich mit dieser Adresse an oder wenden Sie sich an unseren Helpdesk. Sonst brauchen Sie nichts zu tun.",
  emailChangedSubject: "Änderung Ihrer E-Mail-Adresse",
  emailChangedDoneIntro:
    "Die E-Mail-Adresse Ihres eConsult-Kontos wurde geändert; diese Adresse gilt nicht mehr. Wenn Sie das nicht waren, rufen Sie bitte sofort unseren Helpdesk an.",
  phoneChangedSubject: "Ihre Telefonnummer wurde geändert",
  phoneChangedIntro:
    "Die Telefonnummer Ihres eConsult-Kontos wurde geändert. Wenn Sie das nicht waren, rufen Sie bitte sofort unseren Helpdesk an.",
  phoneChangedSms:
    "eConsult: Die Nummer Ihres Kontos wurde geändert. Waren Sie das nicht? Rufen Sie {phone} an.",
  passwordChangedSubject: "Ihr Passwort wurde geändert",
  passwordChangedIntro:
    "Das Passwort Ihres eConsult-Kontos wurde geändert. Wenn Sie das nicht waren, rufen Sie bitte sofort unseren Helpdesk an.",
  unreadSubject: "Sie haben eine neue Nachricht",
  unreadIntro:
    "In Ihrem eConsult-Konto wartet eine Nachricht auf Sie. Zum Schutz Ihrer Daten steht sie nicht in dieser E-Mail.",
  unreadLink: "Nachricht lesen",
  unreadOnce:
    "Sie erhalten keine weitere E-Mail, bevor Sie sie gelesen haben. Diese E-Mails stellen Sie auf der Seite der Nachrichten ein.",
  unreadUrgent:
    "Nachrichten sind nicht für Notfälle: Bei Lebensgefahr rufen Sie 112 an.",
  calendarTitle: "Videosprechstunde mit {doctor}",
  calendarTitleFor: "{name}: Videosprechstunde mit {doctor}",
  calendarAlarm: "Ihr Wartezimmer ist geöffnet.",
  calendarFileName: "termin.ics",
  reopenedSubject: "Ihr Arzt wartet noch einmal auf Sie",
  reopenedIntro:
    "Ihr Arzt hat die unten genannte Videosprechstunde wieder geöffnet und wartet auf Sie.",
  reopenedNote:
    "Melden Sie sich an und drücken Sie dann „Zurück in den Anruf“. Bis dahin bleiben Kamera und Mikrofon aus.",
  reopenedSms:
    "eConsult: {doctor} hat Ihre Videosprechstunde wieder geöffnet und wartet auf Sie. Zurück: {link}",
  erasureRequestedSubject: "Ihre Anfrage auf Löschung",
  erasureRequestedIntro:
    "Sie haben die Löschung Ihres eConsult-Kontos verlangt. Wir prüfen Ihre Anfrage und antworten Ihnen per E-Mail. Bis dahin können Sie sie auf der Seite Ihres Kontos zurückziehen. Wenn Sie das nicht waren: Ziehen Sie sie zurück, ändern Sie Ihr Passwort, und rufen Sie unseren Helpdesk an.",
  erasureWithdrawnSubject: "Ihre Anfrage auf Löschung ist zurückgezogen",
  erasureWithdrawnIntro:
    "Sie haben Ihre Anfrage auf Löschung zurückgezogen. Ihr eConsult-Konto bleibt offen, und nichts wurde gelöscht.",
  erasureAcceptedSubject: "Ihr Konto ist gelöscht",
  erasureAcceptedIntro:
    "Wie von Ihnen verlangt, ist Ihr eConsult-Konto geschlossen, und Ihre Kontaktdaten sind gelöscht. Ihre kommenden Termine sind abgesagt, außer wenn noch jemand für Sie handelt. Ihre Krankenakte wird so lange aufbewahrt, wie das Gesetz es verlangt. Dies ist unsere letzte E-Mail an diese Adresse. Wenn Sie eConsult wieder benutzen möchten, rufen Sie unseren Helpdesk an.",
  erasureDeclinedSubject: "Antwort auf Ihre Anfrage auf Löschung",
  erasureDeclinedIntro:
    "Wir konnten Ihrer Anfrage auf Löschung nicht zustimmen. Ihr eConsult-Konto bleibt offen. Den Grund finden Sie unten; unser Helpdesk beantwortet Ihre Fragen.",
} as const satisfies Translation<typeof french>;
