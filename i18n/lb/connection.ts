import type { Translation } from "../mod.ts";
import type { connection as french } from "../fr/connection.ts";

/** The line and the equipment of a call: telephone instead, checks, notifications, what is wrong in the call. */
export const connection = {
  telephoneInstead: "Léiwer ugeruff ginn",
  telephoneSentence:
    "Den Dokter gesäit d’Nummer vun Ärem Kont, nëmme fir dës Konsultatioun.",
  telephoneAskedTitle: "{doctor} rifft Iech un",
  telephoneAskedText: "Ënner {phone}. Loosst Ären Telefon no bei Iech.",
  byTelephoneTitle: "Är Konsultatioun ass um Telefon",
  byTelephoneText:
    "{doctor} schwätzt mat Iech um Telefon. Dir kënnt Iech hei och schreiwen.",
  telephoneWanted: "{name} freet, ugeruff ze ginn:",
  telephoneNote: "Mir schwätzen um Telefon",
  telephoneNoteText:
    "Notéiert et, soubal een ofgeholl huet: d’Konsultatioun fänkt un.",
  telephoneWith: "Um Telefon mat {name}",
  backToVideo: "Mat Video weiderfueren",
  heldByTelephone: "Dës Konsultatioun war um Telefon.",
  browserTitle: "Mat dësem Browser geet de Videouruff net",
  browserText: "Maacht dës Säit a Chrome, Edge oder Safari op.",
  browserTelephone: "Keen anere Browser do? Den Dokter kann Iech uruffen.",
  networkTitle: "Är Verbindung",
  networkStart: "Meng Verbindung préiwen",
  networkAgain: "Nach eemol préiwen",
  networkRunning: "D’Verbindung gëtt gepréift, e puer Sekonnen…",
  networkGood: "Gutt Verbindung",
  networkGoodText: "Bild an Toun komme gutt un.",
  networkFair: "Mëttelméisseg Verbindung",
  networkFairText: "Den Uruff klappt. D’Bild ka mol stoe bleiwen.",
  networkPoor: "Schwaach Verbindung",
  networkPoorText: "Den Uruff ka ofbriechen.",
  networkBlocked: "Dëst Netz spaart de Videouruff",
  networkBlockedText:
    "Verschidde Firmen- oder Hotelnetzer maachen dat. Probéiert en anert Netz, zum Beispill dat vun Ärem Handy.",
  networkOffline: "Keng Internetverbindung",
  networkOfflineText:
    "Kuckt, ob de Wi-Fi oder d’mobil Daten un sinn an de Fligermodus aus ass. Soss start Äre Router nei oder probéiert en anert Netz, a kontrolléiert nach eng Kéier.",
  adviceWindow: "Gitt méi no bei de Router, oder mam Handy bei d’Fënster.",
  adviceCable: "E Kabel ass besser wéi WLAN.",
  adviceOthers:
    "Maacht zou, wat erofluet oder Videoe spillt, och op Ären aneren Apparater.",
  adviceTelephone: "Wann dat net duergeet, kann den Dokter Iech uruffen.",
  networkFacts:
    "Äntwert an {ms} ms, Empfang {down} Mbit/s, Schécken {up} Mbit/s",
  tryEquipment: "Meng Apparater testen",
  tryTitle: "Test Är Apparater",
  tryText:
    "Manner wéi eng Minutt: Kamera, Mikro, Lautsprecher a Verbindung. Keen aneren gesäit oder héiert Iech.",
  tryScript: "Dësen Test brauch JavaScript. Schalt en an Ärem Browser un.",
  heardQuestion: "Hutt Dir den Toun héieren?",
  heardYes: "Jo, héieren",
  heardNo: "Neen",
  heardGood: "Äre Lautsprecher fonctionnéiert.",
  heardAdvice:
    "Maacht méi haart oder wielt en anere Lautsprecher, an test nach eemol.",
  headphonesAdvice:
    "Äre Mikro héiert de Lautsprecher: mat Kopfhörer gëtt et keen Echo.",
  pushSentence:
    "Dir maacht d’Säit zou oder spaart Ären Telefon? Dësen Apparat kann Iech soen, wann den Dokter urifft.",
  pushTurnOn: "Mir den Uruff mellen",
  pushOn: "Dësen Apparat mellt Iech den Uruff, och wann d’Säit zou ass.",
  pushRefused: "Äre Browser erlaabt dat net. Loosst dës Säit op.",
  pushCall: "Ären Dokter rifft Iech un.",
  hearNothing:
    "Aus Ärem Mikro kënnt keen Toun. Kuckt, ob e Knäppche e stomm mécht, oder wielt en aneren an den Astellungen.",
  audioOnlyOffer:
    "D’Verbindung ass schlecht. Ouni Bild kënnt den Toun besser un.",
  audioOnlyTurnOn: "Ouni Bild weiderfueren",
  audioOnlyOn: "Ouni Bild, fir datt den Toun ukënnt.",
  audioOnlyBack: "D’Bild erëm umaachen",
  blur: "Hannergrond onschaarf weisen",
  blurText: "Dat rechent Ären Apparat selwer, deen da méi ze dinn huet.",
  noise: "Geräischer ronderëm mech reduzéieren",
  noiseText:
    "Dat rechent Ären Apparat selwer. Schalt et aus, wann Är Stëmm domp kléngt.",
  effectNews: "{effect}: {state}",
  effectStarting: "een Ament…",
  effectSlow: "ausgeschalt, Ären Apparat ass dofir ze lues.",
  effectFailed: "dat geet op dësem Apparat net.",
  telephoneNumber: "D’Nummer vu {name}:",
  telephoneWithdraw: "Video geet awer",
  telephoneWithdrawText: "Den Dokter gesäit Är Nummer dann net méi.",
  videoAgain: "{doctor} fiert mat Video weider",
  mustPress:
    "D’Säit vu {name} ass op: do muss op „Zeréck an den Uruff“ gedréckt ginn. Bis dohi bleiwe Kamera a Mikro do aus.",
  pageClosed: "{name} huet d’Säit zougemaach.",
  pageClosedTold:
    "{name} huet d’Säit zougemaach. Mir mellen et {channels}, mam Link fir zréckzekommen.",
  nobodyReturns: "Wa keen zréckkënnt, schléisst d’Konsultatioun nees of.",
  channelAnd: "an",
  channelSms: "per SMS",
  channelPush: "per Meldung um Apparat",
  channelEmail: "per E-Mail",
  pushReopened: "Ären Dokter waart nees op Iech.",
} as const satisfies Translation<typeof french>;
