import type { legal as french } from "../fr/legal.ts";
import type { Translation } from "../mod.ts";

export const legal = {
  privacyTitle: "Datenschutz",
  privacyIntro:
    "Ihre Gesundheitsdaten sind vertraulich. Hier steht, welche wir aufbewahren, warum, und wer sie sehen kann.",
  whatTitle: "Was wir aufbewahren",
  whatIdentity:
    "Ihre Person und wie wir Sie erreichen: Name, Matrikelnummer, Anschrift, E-Mail-Adresse, Mobilnummer, Sprache.",
  whatAppointments:
    "Ihre Termine mit den Beschwerden oder Bemerkungen, die Sie für die Ärztin oder den Arzt schreiben.",
  whatMessages:
    "Die Nachrichten zwischen Ihnen und Ihren Ärztinnen und Ärzten.",
  whatLog:
    "Ein Protokoll darüber, wann eine andere Person Ihre Akte geöffnet hat.",
  whatVideo:
    "Bild und Ton der Videosprechstunde werden nicht aufgezeichnet. Sie sind verschlüsselt und gehen direkt von Gerät zu Gerät, wenn das Netz es erlaubt, sonst über einen Vermittlungsserver. Nimmt eine dritte Person teil, gehen sie über einen Server der Plattform: unterwegs verschlüsselt, aber nicht Ende zu Ende.",
  whyTitle: "Wozu",
  whyText:
    "Nur für Ihre Videosprechstunden: um Sie zu erkennen, Ihre Termine zu verwalten, Sie mit der Praxis zu verbinden und Sie zu benachrichtigen. Es gibt keine Werbung, keine Messung Ihres Verhaltens und keinen Verkauf von Daten.",
  whoTitle: "Wer sie sehen kann",
  whoYou: "Sie selbst, nach Ihrem Passwort und dem Code aus der SMS.",
  whoDoctor:
    "Die Ärztinnen und Ärzte, bei denen Sie einen Termin haben, soweit es sie betrifft. Jeder Blick in Ihre Akte wird festgehalten.",
  whoAdmin:
    "Die Personen, die den Dienst verwalten, wenn es nötig ist, um Ihnen zu helfen oder eine Störung zu beheben.",
  whoSuppliers:
    "Technische Dienstleister, nur für ihre Aufgabe: Betrieb der Datenbank, Versand der SMS, Versand der E-Mails, Videoverbindung. SMS und E-Mails enthalten weder Beschwerden noch Diagnosen.",
  longTitle: "Wie lange",
  longDraft:
    "Eine Registrierung ohne bestätigten SMS-Code wird nach einem Tag gelöscht, ein unterbrochenes Formular nach einer Stunde.",
  longRecord:
    "Konto und Termine bleiben, solange es das Konto gibt, und danach so lange, wie das Gesetz es für medizinische Akten verlangt.",
  cookiesTitle: "Cookies",
  cookiesText:
    "Wir benutzen nur notwendige Cookies: für Ihre Anmeldung, die gewählte Sprache und die Stelle, an der Sie in einer Registrierung oder einem unterbrochenen Formular sind. Keines dient dazu, Sie zu verfolgen.",
  rightsTitle: "Ihre Rechte",
  rightsText:
    "Sie können verlangen, dass Sie Ihre Daten sehen oder in maschinenlesbarer Form erhalten und dass wir sie berichtigen, löschen oder nur eingeschränkt verwenden, soweit das Gesetz über medizinische Akten es zulässt. Schreiben Sie an unseren Helpdesk: {email}.",
  rightsAccount:
    "Auf der Seite Ihres Kontos laden Sie Ihre Daten herunter und verlangen die Löschung des Kontos.",
  rightsComplaint:
    "Sie können sich auch an die Nationale Datenschutzkommission (CNPD) in Luxemburg wenden.",

  accessTitle: "Barrierefreiheit",
  accessIntro:
    "Jeder Mensch soll ärztlichen Rat per Video bekommen können. Wir bauen diesen Dienst nach den Regeln WCAG 2.2, Stufe AA.",
  accessDoneTitle: "Was umgesetzt ist",
  accessKeyboard:
    "Alles lässt sich mit der Tastatur bedienen, und der Fokus ist immer zu sehen.",
  accessReader:
    "Die Seiten sind für Bildschirmleser gegliedert, und wichtige Änderungen werden angesagt.",
  accessColour:
    "Die Kontraste reichen aus, hell wie dunkel; Farbe allein sagt nie etwas aus.",
  accessZoom:
    "Der Text lässt sich vergrößern, und die Seiten passen ohne seitliches Scrollen auf kleine Bildschirme.",
  accessMotion: "Animationen halten an, wenn Ihr Gerät das wünscht.",
  accessSignIn:
    "Für die Anmeldung müssen Sie kein Rätsel lösen und keine Zeichen auswendig wissen: Sie können Passwort und Code einfügen und einen Passwort-Manager benutzen.",
  accessNoScript:
    "Ärztin oder Arzt finden, sich registrieren, sich anmelden und buchen geht ohne JavaScript. Der Videoanruf braucht es.",
  accessLimitsTitle: "Was noch zu tun ist",
  accessLimitsText:
    "Wir prüfen die Seiten mit automatischen Werkzeugen und von Hand. Eine unabhängige Prüfung mit Menschen mit Behinderung steht noch aus. Der Videoanruf hat weder Untertitel noch Gebärdensprache.",
  accessHelpTitle: "Ein Hindernis?",
  accessHelpText:
    "Sagen Sie es unserem Helpdesk, per Telefon unter {phone} oder per E-Mail an {email}. Wir helfen Ihnen sofort, zum Beispiel beim Buchen, und verbessern die Seite.",

  termsTitle: "Nutzungsbedingungen",
  termsIntro:
    "Wenn Sie einen Termin buchen, nehmen Sie diese Bedingungen an. Sie sind kurz: Bitte lesen Sie sie.",
  termsEmergencyTitle: "Nicht für Notfälle",
  termsEmergencyText:
    "Benutzen Sie diesen Dienst nicht bei Lebensgefahr: Wählen Sie die 112.",
  termsLimitsTitle: "Aus der Ferne",
  termsLimitsText:
    "Per Video kann man Sie nicht untersuchen wie in der Praxis. Die Ärztin oder der Arzt entscheidet, ob eine Videosprechstunde genügt; sonst werden Sie gebeten, in die Praxis zu kommen, oder an eine andere Stelle verwiesen.",
  termsAccountTitle: "Ihr Konto",
  termsAccountText:
    "Das Konto ist persönlich. Machen Sie richtige Angaben, behalten Sie Passwort und Codes für sich, und sagen Sie dem Helpdesk Bescheid, wenn Sie glauben, dass jemand anderes es benutzt hat.",
  termsAppointmentTitle: "Ihre Termine",
  termsAppointmentText:
    "Seien Sie pünktlich im Wartezimmer. Wenn Sie nicht kommen können, sagen Sie so früh wie möglich ab, damit jemand anderes den Termin nehmen kann. Die Praxis kann sich verspäten oder wegen eines Notfalls absagen.",
  termsFeeTitle: "Honorar",
  termsFeeText:
    "Die Plattform ist für Sie als Patientin oder Patient kostenlos. Die Praxis rechnet die Videosprechstunde nach den Regeln ab, die für sie gelten.",
  termsRecordingTitle: "Keine Aufzeichnung",
  termsRecordingText:
    "Die Videosprechstunde ist vertraulich. Keine Seite zeichnet sie auf, und niemand hört zu, ohne dass beide es wissen.",
  termsServiceTitle: "Der Dienst",
  termsServiceText:
    "Wir tun alles, damit der Dienst läuft, aber Netz oder Geräte können immer ausfallen. Wenn der Anruf nicht zustande kommt, wenden Sie sich an die Praxis oder an unseren Helpdesk.",
} as const satisfies Translation<typeof french>;
