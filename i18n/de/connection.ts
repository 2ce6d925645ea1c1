import type { Translation } from "../mod.ts";
import type { connection as french } from "../fr/connection.ts";

/** The line and the equipment of a call: telephone instead, checks, notifications, what is wrong in the call. */
export const connection = {
  telephoneInstead: "Lieber angerufen werden",
  telephoneSentence:
    "Der Arzt sieht die Nummer Ihres Kontos, nur für diese Sprechstunde.",
  telephoneAskedTitle: "{doctor} ruft Sie an",
  telephoneAskedText: "Unter {phone}. Halten Sie Ihr Telefon bereit.",
  byTelephoneTitle: "Ihre Sprechstunde findet am Telefon statt",
  byTelephoneText:
    "{doctor} spricht mit Ihnen am Telefon. Sie können sich hier auch schreiben.",
  telephoneWanted: "{name} bittet um einen Anruf:",
  telephoneNote: "Wir sprechen am Telefon",
  telephoneNoteText:
    "Vermerken, sobald jemand abnimmt: Die Sprechstunde beginnt.",
  telephoneWith: "Am Telefon mit {name}",
  backToVideo: "Weiter mit Video",
  heldByTelephone: "Diese Sprechstunde fand am Telefon statt.",
  browserTitle: "Mit diesem Browser ist kein Videoanruf möglich",
  browserText: "Öffnen Sie diese Seite in Chrome, Edge oder Safari.",
  browserTelephone: "Kein anderer Browser zur Hand? Der Arzt kann Sie anrufen.",
  networkTitle: "Ihre Verbindung",
  networkStart: "Meine Verbindung prüfen",
  networkAgain: "Noch einmal prüfen",
  networkRunning: "Die Verbindung wird geprüft, einige Sekunden…",
  networkGood: "Gute Verbindung",
  networkGoodText: "Bild und Ton werden gut ankommen.",
  networkFair: "Mittlere Verbindung",
  networkFairText:
    "Der Anruf wird klappen. Das Bild kann manchmal stehen bleiben.",
  networkPoor: "Schwache Verbindung",
  networkPoorText: "Der Anruf kann abbrechen.",
  networkBlocked: "Dieses Netz sperrt den Videoanruf",
  networkBlockedText:
    "Manche Firmen- oder Hotelnetze tun das. Versuchen Sie ein anderes Netz, zum Beispiel das Ihres Mobiltelefons.",
  networkOffline: "Keine Internetverbindung",
  networkOfflineText:
    "Schauen Sie, ob WLAN oder mobile Daten eingeschaltet sind und der Flugmodus aus ist. Sonst starten Sie Ihren Router neu oder versuchen ein anderes Netz, und prüfen Sie noch einmal.",
  adviceWindow:
    "Gehen Sie näher zum Router, oder mit dem Mobiltelefon ans Fenster.",
  adviceCable: "Ein Kabel ist besser als WLAN.",
  adviceOthers:
    "Schließen Sie, was herunterlädt oder Videos abspielt, auch auf Ihren anderen Geräten.",
  adviceTelephone: "Wenn das nicht reicht, kann der Arzt Sie anrufen.",
  networkFacts: "Antwort in {ms} ms, Empfang {down} Mbit/s, Senden {up} Mbit/s",
  tryEquipment: "Meine Geräte testen",
  tryTitle: "Testen Sie Ihre Geräte",
  tryText:
    "Weniger als eine Minute: Kamera, Mikrofon, Lautsprecher und Verbindung. Niemand sonst sieht oder hört Sie.",
  tryScript:
    "Dieser Test braucht JavaScript. Schalten Sie es in Ihrem Browser ein.",
  heardQuestion: "Haben Sie den Ton gehört?",
  heardYes: "Ja, gehört",
  heardNo: "Nein",
  heardGood: "Ihr Lautsprecher funktioniert.",
  heardAdvice:
    "Stellen Sie lauter oder wählen Sie einen anderen Lautsprecher, und testen Sie noch einmal.",
  headphonesAdvice:
    "Ihr Mikrofon hört den Lautsprecher: Mit Kopfhörern entsteht kein Echo.",
  pushSentence:
    "Sie schließen die Seite oder sperren Ihr Telefon? Dieses Gerät kann Ihnen sagen, wenn der Arzt anruft.",
  pushTurnOn: "Mir den Anruf melden",
  pushOn:
    "Dieses Gerät meldet Ihnen den Anruf, auch wenn die Seite geschlossen ist.",
  pushRefused:
    "Ihr Browser erlaubt die Meldung nicht. Lassen Sie diese Seite offen.",
  pushCall: "Ihr Arzt ruft Sie an.",
  hearNothing:
    "Aus Ihrem Mikrofon kommt kein Ton. Sehen Sie nach, ob ein Schalter es stumm stellt, oder wählen Sie in den Einstellungen ein anderes.",
  audioOnlyOffer:
    "Die Verbindung ist schlecht. Ohne Bild kommt der Ton besser an.",
  audioOnlyTurnOn: "Ohne Bild weitersprechen",
  audioOnlyOn: "Ohne Bild, damit der Ton ankommt.",
  audioOnlyBack: "Bild wieder einschalten",
  blur: "Hintergrund unscharf zeigen",
  blurText: "Das rechnet Ihr Gerät selbst und hat dadurch mehr zu tun.",
  noise: "Geräusche um mich dämpfen",
  noiseText:
    "Das rechnet Ihr Gerät selbst. Schalten Sie es aus, wenn Ihre Stimme dumpf klingt.",
  effectNews: "{effect}: {state}",
  effectStarting: "einen Augenblick…",
  effectSlow: "ausgeschaltet, Ihr Gerät ist dafür zu langsam.",
  effectFailed: "das geht auf diesem Gerät nicht.",
  telephoneNumber: "Telefonnummer von {name}:",
  telephoneWithdraw: "Video geht doch",
  telephoneWithdrawText: "Der Arzt sieht Ihre Nummer dann nicht mehr.",
  videoAgain: "{doctor} macht mit Video weiter",
  mustPress:
    "Die Seite von {name} ist offen: Dort muss „Zurück in den Anruf“ gedrückt werden. Bis dahin bleiben Kamera und Mikrofon dort aus.",
  pageClosed: "{name} hat die Seite geschlossen.",
  pageClosedTold:
    "{name} hat die Seite geschlossen. Wir melden es {channels}, mit dem Link zurück.",
  nobodyReturns:
    "Kommt niemand zurück, beenden Sie die Videosprechstunde wieder.",
  channelAnd: "und",
  channelSms: "per SMS",
  channelPush: "per Meldung auf dem Gerät",
  channelEmail: "per E-Mail",
  pushReopened: "Ihr Arzt wartet noch einmal auf Sie.",
} as const satisfies Translation<typeof french>;
