import type { guide as french } from "../fr/guide.ts";
import type { Translation } from "../mod.ts";

export const guide = {
  title: "Anleitung für Patienten",
  intro:
    "In wenigen Schritten mit einem Arzt per Video sprechen: Konto anlegen, Termin buchen, anmelden.",
  contents: "Auf dieser Seite",
  emergency:
    "Dieser Dienst ist nicht für Notfälle da. Bei Lebensgefahr wählen Sie die 112.",

  needTitle: "Was Sie brauchen",
  needMatricule:
    "Ihre Matrikelnummer: die 13-stellige Nummer auf Ihrer Sozialversicherungskarte.",
  needPhone:
    "Ihr Mobiltelefon: Bei jeder Anmeldung senden wir Ihnen einen Code per SMS.",
  needEmail:
    "Eine E-Mail-Adresse: um Ihr Konto zu aktivieren und Terminbestätigungen zu erhalten.",
  needDevice:
    "Einen Computer, ein Tablet oder ein Telefon mit Kamera und Mikrofon. Sie müssen nichts installieren.",
  needBrowser: "Eine aktuelle Version von Chrome, Safari, Firefox oder Edge.",

  tipsTitle: "Gut sehen und hören",
  tipWindow: "Setzen Sie sich nicht mit dem Rücken zum Fenster.",
  tipLight:
    "Beleuchten Sie Ihr Gesicht, zum Beispiel mit einer Lampe vor Ihnen.",
  tipRoom: "Wählen Sie einen ruhigen Raum, in dem Sie niemand stört.",
  tipHeadset:
    "Wenn Ihr Computer alt ist oder Sie schlecht hören, benutzen Sie ein Headset.",
  tipConnection:
    "Sorgen Sie für gutes WLAN und schließen Sie Programme, die die Kamera benutzen.",

  accountTitle: "Ihr Konto anlegen",
  account1: "Wählen Sie Ihre Sprache und öffnen Sie die Anmeldeseite.",
  account2:
    "Füllen Sie die Spalte „Registrieren“ aus und klicken Sie auf „Senden“. Prüfen Sie E-Mail-Adresse und Mobilnummer genau: Dorthin geht alles.",
  account3:
    "Geben Sie den Code aus der SMS ein und klicken Sie auf „Bestätigen“.",
  account4:
    "Öffnen Sie die Aktivierungs-E-Mail und klicken Sie auf den Link. Er gilt 24 Stunden und nur einmal.",
  account5: "Wählen Sie Ihr Passwort und klicken Sie auf „Bestätigen“.",
  accountLater:
    "Danach melden Sie sich immer mit E-Mail-Adresse oder Matrikelnummer, Passwort und dem neuen Code aus der SMS an.",

  bookTitle: "Einen Termin buchen",
  book1: "Suchen Sie einen Arzt nach Namen, Fachgebiet oder Sprache.",
  book2:
    "Öffnen Sie seinen Kalender und wählen Sie ein freies Feld. Wenn Sie nicht angemeldet sind, melden Sie sich an: Danach sind Sie wieder bei diesem Arzt.",
  book3:
    "Prüfen Sie den Termin, setzen Sie das Häkchen bei den Bedingungen und klicken Sie auf „Bestätigen“.",
  book4:
    "Wenn Sie möchten, schreiben Sie dem Arzt Ihre Beschwerden oder eine Bemerkung. Klicken Sie dann auf „Buchen“.",
  book5:
    "Sie erhalten eine SMS und eine E-Mail mit Datum, Uhrzeit und dem Link zum Wartezimmer.",
  bookReminder:
    "Wenn Sie früh genug gebucht haben, erinnern wir Sie am Vortag und eine Stunde vorher.",
  bookCancel:
    "Sie können bis zum Beginn des Termins absagen. Wenn ein Notfall den Arzt zur Absage zwingt, erfahren Sie es sofort per SMS und E-Mail, mit einem Link zu einem neuen Termin.",
  bookLost:
    "Link verloren? Melden Sie sich an: Ihre Termine stehen in Ihrem Konto.",

  joinTitle: "Am Tag der Videosprechstunde",
  join1:
    "Öffnen Sie den Link aus der E-Mail oder SMS und melden Sie sich an. Das Wartezimmer öffnet 10 Minuten vor dem Termin.",
  join2:
    "Richten Sie Ihre Geräte ein: Wählen Sie Kamera, Mikrofon und Lautsprecher, und testen Sie den Ton.",
  join3:
    "Klicken Sie auf „Ihre Videosprechstunde beginnen“. Sie sehen sich selbst und warten: Der Arzt ruft Sie an.",
  join4:
    "Wenn er anruft, klingelt und blinkt ein grüner Knopf. Drücken Sie darauf, um zu antworten.",
  join5:
    "Sie sehen den Arzt groß und sich selbst klein. Sie können sich auch im Chat schreiben.",
  join6:
    "Zum Schluss klicken Sie auf das rote Kreuz. Der Anruf wird nie nach 10 Minuten abgebrochen: Der Arzt und Sie entscheiden.",

  troubleTitle: "Wenn etwas nicht geht",
  troubleCode:
    "Keine SMS: Warten Sie eine Minute, prüfen Sie den Empfang Ihres Telefons und klicken Sie dann auf „Code erneut senden“.",
  troubleMail:
    "Keine E-Mail: Sehen Sie im Spam-Ordner nach, oder fordern Sie auf der Anmeldeseite einen neuen Link an.",
  troubleCamera:
    "Kein Bild oder Ton: Erlauben Sie Kamera und Mikrofon in Ihrem Browser und schließen Sie andere Anrufprogramme. Die Sprechstunde geht auch ohne Bild.",
  troubleCut:
    "Anruf unterbrochen: Die Verbindung stellt sich von selbst wieder her. Sonst laden Sie die Seite neu: Sie kommen zurück in den Anruf.",
  troubleHelp: "Es klappt nicht? Unser Helpdesk hilft Ihnen: {phone}.",
} as const satisfies Translation<typeof french>;
