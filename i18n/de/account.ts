import type { account as french } from "../fr/account.ts";
import type { Translation } from "../mod.ts";

export const account = {
  signInPageTitle: "Anmeldung",
  signInIntro: "Mit dem Konto, das Sie aktiviert haben.",
  identifier: "E-Mail oder Matrikelnummer",
  password: "Passwort",
  passwordForgotten: "Passwort vergessen?",
  thenCode: "Danach senden wir Ihnen einen Code per SMS.",
  activationLost: "Keine Aktivierungs-E-Mail erhalten?",
  signedOut: "Sie sind abgemeldet.",
  endedByCodes:
    "Fünf falsche Codes: Zur Sicherheit wurde die Anmeldung beendet. Melden Sie sich erneut an.",
  signInAgain: "Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.",

  signUpIntro:
    "Zum ersten Mal hier? Halten Sie Ihre Matrikelnummer und Ihr Mobiltelefon bereit.",
  identityLegend: "Zu Ihrer Person",
  contactLegend: "So erreichen wir Sie",
  addressLegend: "Ihre Anschrift",
  matricule: "Matrikelnummer",
  matriculeHint: "Ihre 13-stellige Nummer der Sozialversicherung.",
  firstName: "Vorname",
  firstNameHint: "Sie haben nur einen Namen? Lassen Sie dieses Feld leer.",
  lastName: "Nachname",
  email: "E-Mail-Adresse",
  emailHint: "Um Ihr Konto zu aktivieren und Terminbestätigungen zu erhalten.",
  phone: "Mobiltelefon",
  phoneHint:
    "Dorthin senden wir bei jeder Anmeldung einen Code. Ausländische Nummern beginnen mit + und der Landesvorwahl.",
  addressHint: "Damit das Labor Ihre Anschrift findet.",
  dependantsTitle: "Sie handeln für",
  dependantsText:
    "Sie buchen Termine für diese Personen und sehen ihre Termine, Nachrichten und Dokumente. Unser Helpdesk fügt eine Person hinzu oder entfernt sie.",
  bornOn: "Geboren am {date}",
  pharmacy: "Apotheke",
  laboratory: "Labor",
  relationParent: "Sie sind Elternteil",
  relationChild: "Sie sind das Kind",
  relationPartner: "Sie sind Partner oder Partnerin",
  relationGuardian: "Sie sind Vormund",
  relationTrustedPerson: "Sie sind Vertrauensperson",
  street: "Straße und Hausnummer",
  postalCode: "Postleitzahl",
  city: "Ort",
  country: "Land",
  privacyNote:
    "Diese Angaben dienen nur Ihren Videosprechstunden. Mehr darüber:",
  and: "und",
  terms: "Nutzungsbedingungen",

  identifierMissing:
    "Geben Sie Ihre E-Mail-Adresse oder Ihre Matrikelnummer ein.",
  passwordMissing: "Geben Sie Ihr Passwort ein.",
  wrongCredentials:
    "E-Mail-Adresse, Matrikelnummer oder Passwort stimmen nicht. Prüfen Sie sie und versuchen Sie es erneut.",
  deactivated:
    "Dieses Konto ist deaktiviert. Wenden Sie sich an unseren Helpdesk, um es wieder zu öffnen.",
  tooManyAttempts:
    "Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es dann erneut.",
  tooManySignUps:
    "Zu viele Registrierungen. Warten Sie eine Stunde und versuchen Sie es dann erneut.",
  smsFailed:
    "Die SMS konnte nicht gesendet werden. Alles, was Sie eingegeben haben, ist noch da: Versuchen Sie es gleich noch einmal.",
  unavailable:
    "Einer unserer Dienste antwortet nicht. Alles, was Sie eingegeben haben, ist noch da: Versuchen Sie es gleich noch einmal.",

  matriculeMissing: "Geben Sie Ihre Matrikelnummer ein.",
  matriculeLength:
    "Die Matrikelnummer hat 13 Ziffern. Zählen Sie die Ziffern auf Ihrer Sozialversicherungskarte.",
  matriculeDate:
    "Die ersten 8 Ziffern der Matrikelnummer sind Ihr Geburtsdatum (Jahr, Monat, Tag). Dieses Datum gibt es nicht: Prüfen Sie es.",
  matriculeFuture:
    "Die ersten 8 Ziffern der Matrikelnummer sind Ihr Geburtsdatum. Dieses Datum liegt in der Zukunft: Prüfen Sie es.",
  matriculeLuhn:
    "Diese Matrikelnummer enthält einen Fehler: Die vorletzte Ziffer passt nicht zu den anderen. Schreiben Sie die 13 Ziffern von Ihrer Karte ab.",
  matriculeVerhoeff:
    "Diese Matrikelnummer enthält einen Fehler: Die letzte Ziffer passt nicht zu den anderen. Schreiben Sie die 13 Ziffern von Ihrer Karte ab.",
  lastNameMissing: "Geben Sie Ihren Nachnamen ein.",
  nameWrong:
    "Ein Name ist keine Adresse: Verwenden Sie weder „/“ noch „@“ noch „:“, und lassen Sie nach einem Punkt ein Leerzeichen.",
  emailMissing: "Geben Sie Ihre E-Mail-Adresse ein.",
  emailWrong:
    "Diese E-Mail-Adresse ist nicht vollständig. Sie lautet zum Beispiel name@beispiel.lu.",
  emailAccents:
    "An eine Adresse mit Umlauten oder Akzenten vor dem @ können wir nicht schreiben. Geben Sie eine andere Adresse an.",
  phoneMissing: "Geben Sie Ihre Mobilnummer ein.",
  phoneWrong:
    "Diese Telefonnummer gibt es nicht. Prüfen Sie sie; ausländische Nummern beginnen mit + und der Landesvorwahl.",
  phoneNotMobile:
    "Das ist keine Mobilnummer. Geben Sie eine Nummer ein, die SMS empfängt.",
  streetMissing: "Geben Sie Straße und Hausnummer ein.",
  postalCodeMissing: "Geben Sie die Postleitzahl ein.",
  cityMissing: "Geben Sie den Ort ein.",
  countryMissing: "Wählen Sie ein Land aus der Liste.",
  tooLong: "Das ist zu lang. Bitte kürzen Sie es.",

  codeSms:
    "eConsult: Ihr Code ist {code}. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.",
  codeTitle: "Bestätigung",
  codeSentTo: "Wir haben einen Code per SMS an {phone} gesendet.",
  codeNotSentYet:
    "Der Code wurde noch nicht gesendet. Fordern Sie ihn mit dem Knopf unten an.",
  codeLabel: "Code aus der SMS",
  codeHint: "6 Ziffern",
  codeFormat: "Der Code hat 6 Ziffern. Sehen Sie in der SMS nach.",
  codeWrongOne: "Dieser Code stimmt nicht. Sie haben noch {n} Versuch.",
  codeWrongOther: "Dieser Code stimmt nicht. Sie haben noch {n} Versuche.",
  codeExpired: "Dieser Code ist abgelaufen. Fordern Sie einen neuen Code an.",
  codeMoved:
    "Ihre Internetverbindung hat sich seit dem Senden des Codes geändert. Fordern Sie einen neuen Code an.",
  codeSmsFailed:
    "Die SMS konnte nicht gesendet werden. Fordern Sie gleich noch einmal einen Code an.",
  codeTooSoon:
    "Gerade wurde ein Code gesendet. Warten Sie 30 Sekunden, bevor Sie einen weiteren anfordern.",
  codeSentAgain: "Ein neuer Code wurde gesendet. Der alte gilt nicht mehr.",
  resend: "Code erneut senden",
  resendIn: "Erneut senden in {seconds} s möglich",
  resendNow: "Sie können jetzt einen neuen Code anfordern.",
  codeHelp: "Keine SMS? Prüfen Sie, ob Ihr Telefon Empfang hat.",
  wrongNumber:
    "Das ist nicht Ihre Nummer? Schließen Sie das Fenster und berichtigen Sie sie.",
  numberLost:
    "Sie haben diese Nummer nicht mehr? Unser Helpdesk trägt eine andere ein.",
  signUpOver:
    "Fünf falsche Codes: Diese Registrierung ist beendet. Senden Sie das Formular erneut, um einen neuen Code zu erhalten.",
  signUpLost:
    "Diese Registrierung ist abgelaufen. Füllen Sie das Formular erneut aus.",

  createdTitle: "Ihr Konto wurde angelegt",
  createdText:
    "Noch ein Schritt: Aktivieren Sie es mit dem Link, den wir an {email} gesendet haben.",
  createdNext:
    "Der Link gilt 24 Stunden. Wenn nach einigen Minuten keine E-Mail da ist, sehen Sie im Spam-Ordner nach.",
  newLink: "Neuen Link anfordern",
  toSignIn: "Zur Anmeldung",
  stepForm: "Ihre Angaben",
  stepCode: "SMS-Code",
  stepActivation: "Aktivierung",

  accountReady: "Ihr Konto ist bereit",
  accountReadyNext:
    "Geben Sie den Code aus der SMS ein, um es zu öffnen. Danach können Sie eine Ärztin oder einen Arzt wählen.",
  accountReadyBooking:
    "Geben Sie den Code aus der SMS ein, um es zu öffnen. Danach geht es mit Ihrer Buchung weiter.",
  activationTitle: "Aktivierung Ihres Kontos",
  activationText: "Wählen Sie ein Passwort für Ihr Konto.",
  newPassword: "Neues Passwort",
  repeatPassword: "Passwort wiederholen",
  passwordRange: "Das Passwort muss {min} bis {max} Zeichen lang sein.",
  passwordAdvice:
    "Einige Wörter hintereinander sind leicht zu merken und schwer zu erraten. Merken Sie es sich: Sie brauchen es bei jeder Anmeldung.",
  validate: "Bestätigen",
  strength: "Stärke des Passworts",
  strengthWeak: "schwach",
  strengthFair: "mittel",
  strengthGood: "gut",
  strengthStrong: "sehr gut",
  newPasswordMissing: "Wählen Sie ein Passwort.",
  passwordShort: "Dieses Passwort ist zu kurz: mindestens {min} Zeichen.",
  passwordLong:
    "Dieses Passwort ist zu lang: höchstens {max} Zeichen; Umlaute und Buchstaben mit Akzent zählen doppelt.",
  passwordsDiffer:
    "Die beiden Passwörter sind nicht gleich. Geben Sie sie erneut ein.",
  passwordKnown:
    "Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein anderes.",
  passwordSame: "Das ist bereits Ihr Passwort. Wählen Sie ein anderes.",

  activationFor: "Konto von {name}, Mobiltelefon {phone}.",
  refusalTitle: "Das waren nicht Sie?",
  refusalText:
    "Jemand hat sich im Namen von {name} mit Ihrer E-Mail-Adresse registriert. Brechen Sie diese Registrierung ab: Der Link in der E-Mail ist dann wertlos.",
  refusalConfirm: "Diese Registrierung abbrechen",
  refusedTitle: "Die Registrierung ist abgebrochen",
  refusedText: "Niemand kann sie mehr verwenden. Sie müssen nichts weiter tun.",
  notMe: "Das war ich nicht",
  cookiesBlocked:
    "Ihr Browser lehnt Cookies ab. Ohne sie ist keine Anmeldung möglich: Erlauben Sie sie für diese Seite und versuchen Sie es erneut. Es wurde noch nichts gesendet.",
  smsCeiling:
    "In dieses Land können wir heute keine SMS mehr senden. Versuchen Sie es morgen wieder oder rufen Sie unseren Helpdesk an.",
  smsStopped:
    "Dieses Telefon hat unsere SMS abbestellt (Antwort STOP). Senden Sie START an dieselbe Nummer oder rufen Sie unseren Helpdesk an.",
  smsRegion:
    "In dieses Land können wir keine SMS senden. Geben Sie eine andere Nummer an oder rufen Sie unseren Helpdesk an.",
  smsBlocked:
    "Der Anbieter dieser Nummer weist unsere SMS ab. Geben Sie eine andere Nummer an oder rufen Sie unseren Helpdesk an.",
  smsNumberRefused:
    "Ihre Nummer empfängt keine SMS. Ein neuer Versuch ändert daran nichts: Rufen Sie unseren Helpdesk an, der eine andere Nummer einträgt.",
  emailCameBack:
    "Die E-Mail an {email} konnte nicht zugestellt werden. Prüfen Sie die Adresse und registrieren Sie sich erneut, oder rufen Sie unseren Helpdesk an.",

  staleTitle: "Dieser Link gilt nicht mehr",
  staleText:
    "Ein Link gilt nur einmal und läuft nach 24 Stunden ab. Wenn Sie Ihr Passwort schon gewählt haben, melden Sie sich an. Sonst fordern Sie einen neuen Link an.",
  linkTitle: "Neuen Aktivierungslink anfordern",
  linkText: "Geben Sie die E-Mail-Adresse Ihrer Registrierung ein.",
  linkSend: "Link senden",
  linkSentTitle: "Sehen Sie in Ihren E-Mails nach",
  linkSentText:
    "Wenn es für {email} ein Konto gibt, haben wir gerade eine E-Mail gesendet. Sie kommt in wenigen Minuten an; sehen Sie auch im Spam-Ordner nach.",

  forgottenTitle: "Passwort vergessen",
  forgottenText:
    "Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.",
  resetTitle: "Neues Passwort wählen",
  resetText:
    "Um sicher zu sein, dass Sie es sind, senden wir zuerst einen Code per SMS an Ihre gespeicherte Nummer.",
  resetSend: "Code senden",
  passwordSaved: "Ihr neues Passwort ist gespeichert.",
  otherSessionsEnded: "Ihre anderen Geräte wurden abgemeldet.",

  signOutTitle: "Abmelden?",
  signOutText: "Sie sind als {name} angemeldet.",
  profileText: "Ihre Angaben, Ihre Sprache und Ihre Anmeldungen.",
  identityTitle: "Zur Person",
  identityText:
    "Um das Übrige zu berichtigen, wenden Sie sich an unseren Helpdesk.",
  emailChange: "E-Mail-Adresse ändern",
  phoneChange: "Mobilnummer ändern",
  emailNow: "Ihre jetzige Adresse: {email}.",
  phoneNow: "Ihre jetzige Nummer: {phone}.",
  emailNew: "Neue E-Mail-Adresse",
  phoneNew: "Neue Mobilnummer",
  emailChangeText:
    "Wir senden einen Link an die neue Adresse. Nichts ändert sich, bevor Sie sie bestätigt haben. Danach werden alle Ihre Geräte abgemeldet, auch dieses, und Sie melden sich mit der neuen Adresse an.",
  phoneChangeText:
    "Wir senden einen Code per SMS an die neue Nummer. Nichts ändert sich, bevor Sie ihn eingegeben haben. Danach werden alle Ihre Geräte abgemeldet, auch dieses, und Sie melden sich mit einem Code an die neue Nummer an.",
  passwordAgain: "Das Ihres Kontos, damit wir sicher sind, dass Sie es sind.",
  passwordWrong:
    "Dieses Passwort stimmt nicht. Prüfen Sie es und versuchen Sie es erneut.",
  emailSame: "Das ist schon Ihre Adresse. Geben Sie eine andere ein.",
  phoneSame: "Das ist schon Ihre Nummer. Geben Sie eine andere ein.",
  tooManyChanges:
    "Zu viele Anfragen. Warten Sie eine Stunde und versuchen Sie es dann erneut.",
  emailChangeSent:
    "Wir haben an {email} geschrieben. Öffnen Sie diese E-Mail und bestätigen Sie die Adresse innerhalb von 24 Stunden; bis dahin ändert sich nichts. Sehen Sie auch im Spam-Ordner nach.",
  phoneChangeOver:
    "Diese Änderung ist beendet, nach fünf falschen Codes oder einer Stunde Wartezeit. Ihre Nummer ist geblieben. Senden Sie das Formular erneut, um einen neuen Code zu erhalten.",
  phoneChanged:
    "Ihre neue Nummer ist gespeichert, und alle Ihre Geräte wurden abgemeldet. Melden Sie sich erneut an: Der Code kommt an die neue Nummer.",
  emailChanged:
    "Ihre neue E-Mail-Adresse ist gespeichert, und alle Ihre Geräte wurden abgemeldet. Melden Sie sich erneut an, mit der neuen Adresse.",
  emailConfirmTitle: "Ihre E-Mail-Adresse bestätigen",
  emailConfirmText:
    "{email} wird die Adresse Ihres Kontos. Alle Ihre Geräte werden abgemeldet, und Sie melden sich mit dieser Adresse an.",
  emailConfirmNotYou:
    "Sie haben nichts angefordert? Schließen Sie diese Seite: Nichts ändert sich.",
  emailConfirm: "Diese Adresse bestätigen",
  emailConfirmedTitle: "Ihre E-Mail-Adresse ist geändert",
  emailConfirmedText:
    "{email} ist jetzt die Adresse Ihres Kontos. Alle Ihre Geräte wurden abgemeldet.",
  emailLinkStale:
    "Ein Link läuft nach 24 Stunden ab, und eine neuere Anfrage ersetzt ihn. Ihre Adresse ist geblieben: Fordern Sie in Ihrem Konto einen neuen Link an.",
  emailWaitingTitle: "Eine Änderung der Adresse wartet",
  emailWaiting:
    "{email} wartet auf Ihre Bestätigung. Öffnen Sie den Link der E-Mail vor {day}, {time}; bis dahin ändert sich nichts.",
  emailResend: "E-Mail noch einmal senden",
  emailWithdraw: "Änderung zurückziehen",
  emailSentAgain:
    "Wir haben die E-Mail noch einmal gesendet. Sehen Sie auch im Spam-Ordner nach.",
  emailWithdrawn:
    "Die Änderung der Adresse ist zurückgezogen. Der Link der E-Mail öffnet nichts mehr.",
  emailNotAsked:
    "Sie haben nichts verlangt? Ziehen Sie die Änderung zurück, und wählen Sie ein neues Passwort.",
  addressTitle: "Anschrift",
  addressSaved: "Ihre Anschrift ist gespeichert.",
  languageTitle: "Sprache",
  languageText: "Die Sprache der Seiten, SMS und E-Mails.",
  languageSaved: "Ihre Sprache ist gespeichert.",
  sessionsTitle: "Anmeldungen",
  sessionsText:
    "Telefon verloren oder einen gemeinsamen Computer benutzt? Melden Sie alle Ihre Geräte ab, auch dieses.",
  signOutEverywhere: "Überall abmelden",
  name: "Name",
} as const satisfies Translation<typeof french>;
