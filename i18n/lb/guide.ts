import type { guide as french } from "../fr/guide.ts";
import type { Translation } from "../mod.ts";

export const guide = {
  title: "Guide fir Patienten",
  intro:
    "An e puer Schrëtt mat engem Dokter per Video schwätzen: Kont uleeën, Rendez-vous huelen, umellen.",
  contents: "Op dëser Säit",
  emergency:
    "Dëse Service ass net fir Noutfäll do. A Liewensgefor rufft den 112 un.",

  needTitle: "Wat Dir braucht",
  needMatricule:
    "Är Matriculesnummer: d’Nummer mat 13 Zifferen op Ärer Sozialversécherungskaart.",
  needPhone: "Ären Handy: bei all Umeldung schécke mir Iech e Code per SMS.",
  needEmail:
    "Eng E-Mail-Adress: fir Äre Kont z’aktivéieren a fir d’Confirmatioune vun de Rendez-vousen ze kréien.",
  needDevice:
    "E Computer, en Tablet oder en Handy mat Kamera a Mikro. Dir musst näischt installéieren.",
  needBrowser: "Eng aktuell Versioun vu Chrome, Safari, Firefox oder Edge.",

  tipsTitle: "Fir sech gutt ze gesinn an ze héieren",
  tipWindow: "Sëtzt Iech net mam Réck bei d’Fënster.",
  tipLight: "Beliicht Äert Gesiicht, zum Beispill mat enger Luucht virun Iech.",
  tipRoom: "Sicht e rouegt Zëmmer, wou keen Iech stéiert.",
  tipHeadset:
    "Wann Äre Computer al ass oder Dir net gutt héiert, huelt e Kopfhörer mat Mikro.",
  tipConnection:
    "Suergt fir e gudde Wi-Fi a maacht Programmer zou, déi d’Kamera benotzen.",

  accountTitle: "Äre Kont uleeën",
  account1: "Wielt Är Sprooch a maacht d’Säit fir d’Umeldung op.",
  account2:
    "Fëllt d’Kolonn „Aschreiwen“ aus a klickt op „Schécken“. Kuckt Är E-Mail-Adress an Är Handysnummer gutt no: do kënnt alles un.",
  account3: "Gitt de Code aus dem SMS an a klickt op „Confirméieren“.",
  account4:
    "Maacht d’E-Mail fir d’Aktivatioun op a klickt op de Link. Hien ass 24 Stonne gëlteg an nëmmen eng Kéier.",
  account5: "Wielt Äert Passwuert a klickt op „Validéieren“.",
  accountLater:
    "Duerno mellt Dir Iech ëmmer mat Ärer E-Mail-Adress oder Ärer Matriculesnummer, Ärem Passwuert an dem neie Code aus dem SMS un.",

  bookTitle: "E Rendez-vous huelen",
  book1:
    "Sicht en Dokter nom Numm, nom Fachgebitt oder no enger Sprooch, déi hie schwätzt.",
  book2:
    "Maacht den Agenda vum Dokter op a wielt e fräie Rendez-vous. Wann Dir net ugemellt sidd, mellt Iech un: duerno sidd Dir nees bei dësem Dokter.",
  book3:
    "Kuckt de Rendez-vous no, kräizt d’Këscht bei de Bedingungen un a klickt op „Confirméieren“.",
  book4:
    "Wann Dir wëllt, schreift dem Dokter Är Symptomer oder eng Bemierkung, a klickt dann op „Reservéieren“.",
  book5:
    "Dir kritt en SMS an eng E-Mail mam Datum, der Auerzäit an dem Link fir an de Waardesall.",
  bookReminder:
    "Wann Dir fréi genuch reservéiert hutt, erënnere mir Iech den Dag virdrun an eng Stonn virdrun.",
  bookCancel:
    "Dir kënnt bis zum Ufank vum Rendez-vous ofsoen. Wann en Noutfall den Dokter zwéngt ofzesoen, kritt Dir direkt en SMS an eng E-Mail, mat engem Link fir en anere Rendez-vous.",
  bookLost: "Link verluer? Mellt Iech un: Är Rendez-vouse stinn an Ärem Kont.",

  joinTitle: "Den Dag vun der Telekonsultatioun",
  join1:
    "Maacht de Link aus der E-Mail oder dem SMS op a mellt Iech un. De Waardesall geet 10 Minutte virum Rendez-vous op.",
  join2:
    "Stellt Äert Material an: wielt Kamera, Mikro a Lautsprecher, an test den Toun.",
  join3:
    "Klickt op „Är Konsultatioun ufänken“. Dir gesitt Iech selwer a waart: den Dokter rifft Iech un.",
  join4:
    "Wann hien urifft, schellt a blénkt e grénge Knäppchen. Dréckt drop, fir unzehuelen.",
  join5:
    "Dir gesitt den Dokter grouss an Iech selwer kleng. Am Chat kënnt Dir Iech och schreiwen a Fichiere schécken: maacht déi op, déi Dir kritt, fir se ze halen.",
  join6:
    "Klickt um Enn op dat rout Kräiz. Den Uruff gëtt ni no 10 Minutten ofgeschnidden: den Dokter an Dir decidéiert.",

  cameraTitle: "Kamera a Mikro erlaben",
  troubleTitle: "Wann eppes net geet",
  troubleCode:
    "Keen SMS: waart eng Minutt, kuckt, ob Ären Telefon Reseau huet, a klickt dann op „Code nei schécken“.",
  troubleMail:
    "Keng E-Mail: kuckt am Spam no, oder frot op der Säit fir d’Umeldung en neie Link.",
  troubleCamera:
    "Kee Bild oder keen Toun: erlaabt Kamera a Mikro an Ärem Browser a maacht aner Programmer fir Uriff zou. D’Konsultatioun geet och ouni Bild.",
  troubleCut:
    "Uruff ënnerbrach: d’Verbindung kënnt vum selwe rëm. Soss luet d’Säit nei: Dir kommt zréck an den Uruff.",
  troubleHelp: "Et klappt net? Eisen Helpdesk hëlleft Iech: {phone}.",
  searchLabel: "An der Hëllef sichen",
  showAll: "Alles weisen",
  nothingFound: "Näischt fonnt fir „{query}“.",
} as const satisfies Translation<typeof french>;
