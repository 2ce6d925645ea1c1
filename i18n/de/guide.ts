import type { guide as french } from "../fr/guide.ts";
import type { Translation } from "../mod.ts";

export const guide = {
  title: "Anleitung zur Videosprechstunde",
  intro:
    "In wenigen Schritten per Video zur Ärztin oder zum Arzt: Konto anlegen, Termin buchen, anmelden.",
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
    "Einen Computer, ein Tablet oder ein Mobiltelefon mit Kamera und Mikrofon. Sie müssen nichts installieren.",
  needBrowser: "Eine aktuelle Version von Chrome, Safari, Firefox oder Edge.",

  tipsTitle: "Gut sehen und hören",
  tipWindow: "Setzen Sie sich nicht mit dem Rücken zum Fenster.",
  tipLight:
    "Beleuchten Sie Ihr Gesicht, zum Beispiel mit einer Lampe vor Ihnen.",
  tipRoom: "Wählen Sie einen ruhigen Raum, in dem Sie niemand stört.",
  tipHeadset:
    "Wenn Ihr Computer älter ist oder Sie schlecht hören, benutzen Sie ein Headset (Kopfhörer mit Mikrofon).",
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
  book1: "Suchen Sie nach Namen, Fachgebiet oder Sprache.",
  book2:
    "Öffnen Sie den Kalender und wählen Sie einen freien Termin. Wenn Sie nicht angemeldet sind, melden Sie sich an: Danach sind Sie wieder bei diesem Kalender.",
  book3:
    "Prüfen Sie den Termin, setzen Sie das Häkchen bei den Bedingungen und klicken Sie auf „Bestätigen“.",
  book4:
    "Wenn Sie möchten, schreiben Sie Ihre Beschwerden oder eine Bemerkung für die Ärztin oder den Arzt. Klicken Sie dann auf „Buchen“.",
  book5:
    "Sie erhalten eine SMS und eine E-Mail mit Datum, Uhrzeit und dem Link zum Wartezimmer.",
  bookReminder:
    "Wenn Sie früh genug gebucht haben, erinnern wir Sie am Vortag und eine Stunde vorher.",
  bookCancel:
    "Sie können bis zum Beginn des Termins absagen. Wenn die Praxis wegen eines Notfalls absagen muss, erfahren Sie es sofort per SMS und E-Mail, mit einem Link zu einem neuen Termin.",
  bookLost:
    "Link verloren? Melden Sie sich an: Ihre Termine stehen in Ihrem Konto.",

  joinTitle: "Am Tag der Videosprechstunde",
  join1:
    "Öffnen Sie den Link aus der E-Mail oder SMS und melden Sie sich an. Das Wartezimmer öffnet 10 Minuten vor dem Termin.",
  join2:
    "Richten Sie Ihre Geräte ein: Wählen Sie Kamera, Mikrofon und Lautsprecher, und testen Sie den Ton.",
  join3:
    "Klicken Sie auf „Videosprechstunde beginnen“. Sie sehen sich selbst und warten: Sie werden angerufen.",
  join4:
    "Beim Anruf klingelt und blinkt ein grüner Knopf. Drücken Sie darauf, um den Anruf anzunehmen.",
  join5:
    "Sie sehen die Ärztin oder den Arzt groß und sich selbst klein. Im Chat können Sie sich auch schreiben und Dateien schicken: Öffnen Sie, was Sie bekommen, um es zu behalten.",
  join6:
    "Zum Schluss klicken Sie auf das rote Kreuz. Der Anruf wird nie nach 10 Minuten abgebrochen: Sie entscheiden gemeinsam, wann Schluss ist.",

  cameraTitle: "Kamera und Mikrofon erlauben",
  troubleTitle: "Wenn etwas nicht geht",
  troubleCode:
    "Keine SMS: Warten Sie eine Minute, prüfen Sie den Empfang Ihres Telefons und klicken Sie dann auf „Code erneut senden“.",
  troubleMail:
    "Keine E-Mail: Sehen Sie im Spam-Ordner nach, oder fordern Sie auf der Anmeldeseite einen neuen Link an.",
  troubleCamera:
    "Kein Bild oder Ton: Erlauben Sie Kamera und Mikrofon in Ihrem Browser und schließen Sie andere Anrufprogramme. Die Videosprechstunde geht auch ohne Bild.",
  troubleCut:
    "Anruf unterbrochen: Die Verbindung stellt sich von selbst wieder her. Sonst laden Sie die Seite neu: Sie kommen zurück in den Anruf.",
  troubleHelp: "Es klappt nicht? Unser Helpdesk hilft Ihnen: {phone}.",
  searchLabel: "In der Hilfe suchen",
  showAll: "Alles anzeigen",
  nothingFound: "Nichts gefunden für „{query}“.",
} as const satisfies Translation<typeof french>;
