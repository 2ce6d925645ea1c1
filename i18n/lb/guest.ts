import type { Translation } from "../mod.ts";
import type { guest as french } from "../fr/guest.ts";

export const guest: Translation<typeof french> = {
  inviteTitle: "Eng aner Persoun alueden",
  inviteText:
    "En Familljemember, en Dolmetscher oder eng Persoun aus engem Gesondheetsberuff kann un der Konsultatioun deelhuelen. Si kréien e perséinleche Link; den Dokter léisst se wärend dem Uruff eran.",
  inviteLink: "Eng aner Persoun alueden",
  inviteWord: "Alueden",
  coming: "{name} kënnt derbäi…",
  comingLate:
    "{name} ass nach net am Gespréich. Vläicht ass d’Säit vun der Invitatioun zou.",
  name: "Numm vun der Persoun",
  nameHint: "Sou gëtt si wärend dem Uruff genannt.",
  nameMissing: "Gitt den Numm vun der Persoun un, héchstens 100 Zeechen.",
  roleLegend: "Si hëlt deel als",
  relative: "Familljemember",
  interpreter: "Dolmetscher",
  colleague: "Gesondheetsberuff",
  detail: "Bezéiung, Sprooch oder Beruff",
  detailHint: "Zum Beispill „Duechter“, „Arabesch“ oder „Infirmier“.",
  detailLong: "Maacht dësen Text méi kuerz: héchstens 100 Zeechen.",
  contact: "Hir E-Mail-Adress oder Handysnummer",
  contactHint: "D’Invitatioun gëtt dohi geschéckt.",
  contactInvalid:
    "Gitt eng komplett E-Mail-Adress un, oder eng Handysnummer mat Virwiel, zum Beispill +352 621 123 456.",
  guestLanguage: "Sprooch vun der Invitatioun",
  optional: "fräiwëlleg",
  send: "Invitatioun schécken",
  invitedNotice: "D’Invitatioun ass geschéckt.",
  withdrawnNotice: "D’Invitatioun ass annuléiert: de Link geet net méi.",
  alsoTold: "Mir soen och {name} Bescheed.",
  withdraw: "Invitatioun annuléieren",
  tooLate: "Zu dësem Rendez-vous kann een keen méi alueden.",
  stateInvited: "{name} ass invitéiert an huet de Link nach net opgemaach.",
  stateOpened: "{name} ass invitéiert an huet de Link opgemaach.",
  stateWaiting: "{name} waart a freet eranzekommen.",
  stateAdmitted: "{name} ass an den Uruff gelooss.",
  stateLeft: "{name} huet den Uruff verlooss a kann zréckkommen.",
  stateRefused: "{name} gouf net erangelooss.",
  stateRemoved: "{name} gouf aus dem Uruff geholl.",
  admit: "{name} eraloossen",
  refuse: "Net eraloossen",
  remove: "{name} erausschécken",
  removeShort: "Erausschécken",
  invitationSubject: "Invitatioun zu enger Telekonsultatioun",
  invitationIntro:
    "Dir sidd op eng Telekonsultatioun mat {doctor} invitéiert, {day}, um {start}.",
  mailLink: "Invitatioun opmaachen",
  mailOnce:
    "De Link geet nëmmen an engem eenzege Browser op: maacht en op deem Apparat op, mat deem Dir deelhuelt. Vun {opens} u kënnt Dir erakommen.",
  mailNotYou:
    "Dir wësst net, ëm wat et geet? Ignoréiert dëse Message: ouni de Link kënnt keen eran.",
  invitationSms:
    "eConsult: Dir sidd op eng Telekonsultatioun mat {doctor} invitéiert, {date}, {start}. Maacht dëse Link um Apparat op, deen Dir benotzt: {link}",
  movedSubject: "Telekonsultatioun verréckelt",
  movedIntro:
    "D’Telekonsultatioun mat {doctor}, op déi Dir invitéiert sidd, ass verréckelt. Virgesi war: {formerDay}, um {formerHour}. Si ass elo {day}, um {start}.",
  movedLink:
    "De Link, deen Dir schonn hutt, gëllt weider a féiert op déi selwecht Plaz.",
  movedSms:
    "eConsult: d’Telekonsultatioun mat {doctor} vum {formerDate}, {formerHour}, ass verréckelt op {date}, {start}. Äre Link: {link}",
  cancellationSubject: "Telekonsultatioun ofgesot",
  cancellationIntro:
    "D’Telekonsultatioun mat {doctor}, op déi Dir invitéiert waart, {day}, um {start}, ass ofgesot. Dir musst näischt maachen; de Link vun der Invitatioun geet net méi.",
  cancellationSms:
    "eConsult: d’Telekonsultatioun mat {doctor}, op déi Dir invitéiert waart, {date}, {start}, ass ofgesot. De Link geet net méi.",
  pageTitle: "Är Invitatioun",
  openText:
    "{doctor} erwaart Iech fir eng Telekonsultatioun, {day}, um {start}.",
  openOnce:
    "D’Invitatioun geet nëmmen an engem eenzege Browser op. Maacht hei weider, wann Dir mat dësem Apparat deelhuelt.",
  open: "Op dësem Apparat weidermaachen",
  usedTitle: "Dës Invitatioun ass soss enzwousch op",
  usedText:
    "Si gouf an engem anere Browser oder op engem aneren Apparat opgemaach. Maacht do weider, oder dréckt do op „Mat engem aneren Apparat deelhuelen“. Soss frot fir eng nei Invitatioun.",
  release: "Mat engem aneren Apparat deelhuelen",
  releasedTitle: "Är Invitatioun kann anzwousch anescht opgemaach ginn",
  releasedText:
    "Maacht de Link aus der E-Mail oder SMS an deem Browser op, deen Dir benotze wëllt. Hei ass d’Invitatioun net méi op.",
  staleTitle: "Dës Invitatioun gëllt net méi",
  staleText:
    "Si gouf annuléiert, oder d’Konsultatioun ass eriwwer. Frot no bei deem, deen Iech invitéiert huet.",
  browserText:
    "Dréckt op „Mat engem aneren Apparat deelhuelen“ a maacht dann de Link vun der Invitatioun a Chrome, Edge oder Safari op.",
  opensAt: "{day}, vun {time} u kënnt Dir froen, fir eranzekommen.",
  askIn: "Froen, fir eranzekommen",
  prepareText:
    "Wann Dir prett sidd, frot, fir eranzekommen. Den Dokter decidéiert, wéini.",
  waitTitle: "Dir waart",
  waitText:
    "{doctor} weess, datt Dir do sidd, a léisst Iech eran. Loosst dës Säit op.",
  nobodyComes: "Et léisst Iech keen eran?",
  admittedTitle: "{doctor} léisst Iech eran",
  admittedText: "Den Uruff fänkt gläich un.",
  refusedTitle: "Dir huelt net un dëser Konsultatioun deel",
  refusedText:
    "{doctor} wëll ouni aner Persoun weidermaachen. Merci, datt Dir Iech Zäit geholl hutt.",
  removedTitle: "Är Deelnam ass eriwwer",
  removedText:
    "{doctor} mécht mat der Konsultatioun ouni aner Persoun weider. Merci fir Är Hëllef.",
  leftTitle: "Dir hutt den Uruff verlooss",
  leftText:
    "Dir kënnt froen, fir zréckzekommen, soulaang d’Konsultatioun dauert.",
  overTitle: "D’Konsultatioun ass eriwwer",
  overText: "Merci, datt Dir deelgeholl hutt. Dir kënnt dës Säit zoumaachen.",
  cancelledTitle: "D’Konsultatioun ass ofgesot",
  cancelledText:
    "Si fënnt net statt. Dir musst näischt maachen a kënnt dës Säit zoumaachen.",
  comeBack: "Froen, fir zréckzekommen",
  pageCut:
    "D’Verbindung ass ënnerbrach. D’Säit aktualiséiert sech, soubal se zréck ass.",
  noScript:
    "De Videouruff brauch JavaScript. Schalt et an Ärem Browser un, oder rufft eis un:",
  callTitle: "Konsultatioun mat {name}",
  patient: "Patient",
  alone: "Waarden op {name}…",
  endToEnd:
    "Bild an Toun ginn direkt tëscht Iech zwee hin an hier, vun Enn zu Enn verschlësselt.",
  overBridge:
    "Zu dräi, oder wann d’Netz keng direkt Verbindung erlaabt, ginn Bild an Toun iwwer e Server vun der Plattform. Si sinn ënnerwee verschlësselt, awer net vun Enn zu Enn. Näischt gëtt opgeholl.",
};
