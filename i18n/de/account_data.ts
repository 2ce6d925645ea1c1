import type { accountData as french } from "../fr/account_data.ts";
import type { Translation } from "../mod.ts";

export const accountData = {
  exportTitle: "Ihre Daten",
  exportText:
    "Eine ZIP-Datei mit allem, was Ihr Konto enthält, für Sie und für die Personen, für die Sie handeln: eine Seite zum Lesen, dieselben Daten für ein Programm (JSON), die Dokumente und die Dateien.",
  exportWarning:
    "Sie enthält Gesundheitsdaten: Lassen Sie sie nicht auf einem gemeinsam genutzten Computer.",
  exportButton: "Meine Daten herunterladen",
  erasureLink: "Löschung meines Kontos verlangen",
  erasureTitle: "Löschung Ihres Kontos",
  erasureLead:
    "Wir prüfen jede Anfrage und antworten Ihnen per E-Mail. Wird sie angenommen, geschieht Folgendes.",
  erasureFirstTitle: "Zuerst",
  erasureAppointments:
    "Kommende Termine werden abgesagt: Ihre eigenen und die der Personen, für die nur Sie handeln. Handelt noch jemand für den Patienten, bleiben sie bestehen.",
  erasureGoneTitle: "Was gelöscht wird",
  erasureGoneAccess:
    "Ihre E-Mail-Adresse, Ihre Handynummer und Ihr Passwort: Niemand kann sich mehr mit diesem Konto anmelden.",
  erasureGoneAddress:
    "Ihre Postanschrift, Ihre Apotheke und Ihr Labor, außer wenn noch jemand für Sie handelt.",
  erasureGoneRest:
    "Ihre nicht gesendeten Formulare, Ihre Einstellungen, Ihre Bewertungen nach einer Konsultation und die Dateien, die Sie während einer Konsultation gesendet haben und die niemand geöffnet hat.",
  erasureKeptTitle: "Was wir aufbewahren müssen",
  erasureKept:
    "Ihre Krankenakte: Ihre Identität, Ihre Termine, die Nachrichten zwischen Ihnen und Ihren Ärzten, Ihre Dokumente und das Zugriffsprotokoll. Wir sind verpflichtet, sie so lange aufzubewahren, wie das Gesetz es für Krankenakten verlangt. Die Ärzte, die Sie behandelt haben, sehen sie wie bisher.",
  erasureOthers:
    "Handelt jemand für Sie, behält diese Person den Zugang zu Ihrer Akte. Die Personen, für die Sie handeln, behalten ihre; Sie haben dann keinen Zugang mehr dazu.",
  erasureBefore:
    "Laden Sie Ihre Daten auf der Seite Ihres Kontos herunter: Danach geht es nicht mehr. Sie können Ihre Anfrage zurückziehen, solange wir nicht geantwortet haben; eine Löschung lässt sich nicht rückgängig machen.",
  erasureConfirm:
    "Ich habe verstanden: Mein Konto wird geschlossen, und ich kann mich nicht mehr anmelden.",
  erasureConfirmError: "Setzen Sie das Häkchen, um Ihre Anfrage zu bestätigen.",
  erasureSend: "Löschung verlangen",
  erasureOpenTitle: "Löschung verlangt",
  erasureOpen:
    "Sie haben am {date} die Löschung Ihres Kontos verlangt. Wir antworten Ihnen per E-Mail. Bis dahin funktioniert Ihr Konto wie bisher.",
  erasureWithdraw: "Anfrage zurückziehen",
  erasureSaved:
    "Ihre Anfrage auf Löschung ist gespeichert. Eine E-Mail bestätigt sie.",
  erasureWithdrawn:
    "Ihre Anfrage auf Löschung ist zurückgezogen. Ihr Konto bleibt offen.",
  archiveTitle: "Ihre eConsult-Daten",
  archiveMade: "Stand vom {date}. Alle Zeiten sind die von Luxemburg.",
  archiveJson: "Dieselben Daten mit allen Einzelheiten, für ein Programm:",
  archiveMissingTitle: "Fehlende Dateien",
  archiveMissing:
    "Diese Dateien konnten nicht gelesen werden. Laden Sie Ihre Daten später noch einmal herunter; fehlen sie dann immer noch, rufen Sie unseren Helpdesk an.",
  archiveIsMissing: "fehlt",
  archiveAppointments: "Termine",
  archiveMessages: "Nachrichten mit {doctor}",
  archiveLog: "Wer diese Akte gelesen oder geändert hat",
  archiveRead: "gelesen",
  archiveChanged: "geändert",
  archiveNotifications: "SMS und E-Mails von uns",
  archiveNothing: "Nichts.",
  archiveYou: "Sie",
  archiveGuardian: "Eine andere Person, die für diesen Patienten handelt",
  archiveAdmin: "Die Verwaltung",
  archiveSystem: "eConsult, automatisch",
} as const satisfies Translation<typeof french>;
