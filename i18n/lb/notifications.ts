import type { notifications as french } from "../fr/notifications.ts";
import type { Translation } from "../mod.ts";

export const notifications = {
  greeting: "Gudden Dag {name},",
  greetingNobody: "Gudden Dag,",
  thanks: "Merci villmools",
  remark: "Hiweis",
  doNotReply:
    "Äntwert w.e.g. net op dëse Message. Äntwerten op dës Adress ginn net gelies.",
  helpdesk:
    "Braucht Dir Hëllef? Eisen Helpdesk ass fir Iech do: {phone}, {email}",
  what: "Rendez-vous",
  whatIs: "Telekonsultatioun, {duration}",
  with: "Mat",
  forWhom: "Fir",
  forDependant: "Fir {name}",
  date: "Datum",
  start: "Ufank",
  end: "Enn",
  language: "Sprooch",
  waitingRoomIntro:
    "Fir Är Telekonsultatioun zur gewielter Zäit unzefänken, maacht de virtuelle Waardesall mat dësem Link op. Dir kënnt eréischt 10 Minutte virum Ufank vum Rendez-vous eragoen, also um {opens}. Virdrun hëlleft d’Säit Iech, Iech virzebereeden.",
  waitingRoomLink: "An de Waardesall goen",
  lostLink:
    "Haalt dës E-Mail gutt op: Äre Link steet dran. Wann Dir e verléiert, da mellt Iech un: Är Rendez-vouse stinn an Ärem Kont.",
  confirmationSubject: "Confirmatioun vun Ärem Rendez-vous",
  confirmationIntro:
    "Mir confirméieren Iech Äre Rendez-vous mat dësen Detailer.",
  confirmationSms:
    "eConsult: Telekonsultatioun, {duration}, mat {doctor}, {date}, {start} - {end}, op {language}. Waardesall ab {opens}: {link}",
  reminderSubject: "Erënnerung un Äre Rendez-vous",
  reminderIntro: "Mir erënneren Iech un Äre Rendez-vous mat dësen Detailer.",
  reminderSms:
    "Erënnerung eConsult: Telekonsultatioun, {duration}, mat {doctor}, {date}, {start} - {end}, op {language}. Waardesall ab {opens}: {link}",
  movedSubject: "Äre Rendez-vous ass verréckelt",
  movedIntro:
    "Dir hutt Äre Rendez-vous verréckelt. Hei sinn den neien Datum an déi nei Auerzäit.",
  movedFrom: "E war fir {day}, {hour}, virgesinn.",
  movedSms:
    "eConsult: Är Telekonsultatioun mat {doctor} ass verréckelt: {date}, {start} - {end}. Waardesall vun {opens} un: {link}",
  moveLink: "Rendez-vous verréckelen",
  earlierSubject: "Eng méi fréi Auerzäit ass fräi",
  earlierIntro:
    "Eng méi fréi Auerzäit gouf fräi. Si ass bis {until} Auer fir Iech reservéiert.",
  earlierKeep: "Wann Dir se net hëlt, bleift et bei {day}, {hour}.",
  earlierSms:
    "eConsult: {doctor} kann Iech méi fréi gesinn: {date}, {start}. Fir Iech reservéiert bis {until}: {link}",
  earlierLink: "Dës Auerzäit huelen",
  cancellationSubject: "Äre Rendez-vous ass ofgesot",
  cancelledByDoctor:
    "Ären Dokter huet dëse Rendez-vous missen ofsoen. Mir entschëllegen eis dofir.",
  cancelledByAdmin:
    "Dëse Rendez-vous gouf vun eisem Service ofgesot. Mir entschëllegen eis dofir.",
  missedSubject: "Äre Rendez-vous huet net stattfonnt",
  missedIntro:
    "Dir waart beim Rendez-vous hei ënnen net am Waardesall. Dat ka virkommen. Wann Dir nach e medezinesche Rot braucht, huelt en anere Rendez-vous; wann et un der Technik louch, hëlleft Iech eisen Helpdesk.",
  notHeldIntro:
    "Dir waart am Waardesall, mee den Dokter konnt Iech net ruffen. Mir entschëllegen eis dofir. Huelt w.e.g. en anere Rendez-vous oder rufft eisen Helpdesk un.",
  cancelledByPatient: "Dëse Rendez-vous ass ofgesot, wéi Dir et gefrot hutt.",
  reason: "Grond",
  bookAgainIntro:
    "Dir kënnt bei deemselwechten Dokter en anere Rendez-vous huelen.",
  bookAgainLink: "En anere Rendez-vous huelen",
  freeNow: "Dës Doktere si grad elo fräi",
  cancellationSms:
    "eConsult: Är Telekonsultatioun mat {doctor}, {date}, {start}, ass ofgesot. En anere Rendez-vous huelen: {link}",
  ticketUntil: "Telekonsultatioun, {duration}, bis {end}",
  ticketZone: "Auerzäit vu {place} ({offset})",
  doctorDetail: "{specialty}. Op {language}.",
  confirmationTitle: "Äre Rendez-vous ass reservéiert",
  appointmentPreheader:
    "{day}, {hour}, mat {doctor}. De Waardesall geet um {opens} op.",
  cancellationPreheader: "{day}, {hour}, mat {doctor}.",
  cancelled: "Ofgesot",
  stepBooked: "Reservéiert",
  stepWaitingRoom: "Waardesall",
  stepFrom: "ab {time}",
  stepCall: "Den Dokter rifft Iech un",
  device:
    "Am beschten op engem Computer oder Tablet, soss op Ärem Handy, mat Chrome, Safari, Firefox oder Edge. Eng Kamera an e Mikro ginn duer.",
  prepareTitle: "Wat Dir bei Iech sollt hunn",
  prepareText: "Är Medikamenter an Är lescht Resultater.",
  preventedTitle: "Kënnt Dir net?",
  cancelLink: "De Rendez-vous ofsoen",
  cancelUntil:
    "Méiglech bis {hour}. D’Zäit gëtt dann anere Patienten ugebueden.",
  calendarNote: "De Fichier am Anhang dréit de Rendez-vous an Äre Kalenner an.",
  existsTrouble: "Kënnt Dir Iech net méi umellen?",
  activationSubject: "Äre Kont aktivéieren",
  activationIntro:
    "Äre Kont gouf ugeluecht. E muss eng Kéier aktivéiert ginn: maacht d’Säit fir d’Aktivatioun mat dësem Link op a wielt Äert Passwuert.",
  activationNotMe: "Dat war ech net: dës Umeldung ofbriechen",
  activationLink: "Mäi Kont aktivéieren",
  activationEnds:
    "Dëse Link ass 24 Stonne gëlteg a fonctionnéiert nëmmen eng Kéier. Wann en ofgelaf ass, kritt Dir op der Säit en neien.",
  notYou:
    "Dir hutt kee Kont gefrot? Ignoréiert dës E-Mail: ouni Aktivatioun kann en net benotzt ginn.",
  existsSubject: "Dir hutt schonn e Kont",
  existsIntro:
    "Grad elo huet ee sech mat Ären Donnéeën ageschriwwen. Dir hutt schonn en eConsult-Kont: et gouf keen anere Kont ugeluecht.",
  existsSignIn: "Umellen",
  existsForgotten: "Passwuert vergiess",
  recoverySubject: "Neit Passwuert",
  recoveryIntro: "Dir hutt en neit Passwuert gefrot. Wielt et mat dësem Link.",
  recoveryLink: "En neit Passwuert wielen",
  recoveryEnds:
    "Dëse Link ass 24 Stonne gëlteg a fonctionnéiert nëmmen eng Kéier.",
  recoveryNotYou:
    "Dir hutt näischt gefrot? Ignoréiert dës E-Mail: Äert Passwuert bleift d’selwecht.",
  emailChangeSubject: "Confirméiert Är E-Mail-Adress",
  emailChangeIntro:
    "Dir wëllt dës Adress fir Ären eConsult-Kont benotzen. Confirméiert se mat dësem Link.",
  emailChangeLink: "Dës Adress confirméieren",
  emailChangeNotYou:
    "Dir hutt näischt gefrot? Ignoréiert dës E-Mail: näischt ännert sech.",
  emailTakenSubject: "Är E-Mail-Adress gëtt scho benotzt",
  emailTakenIntro:
    "Et wollt een dës Adress fir en aneren eConsult-Kont benotzen. Si bleift déi vun Ärem Kont, an näischt huet sech geännert. Wann Dir dat waart, mellt Iech mat dëser Adress un oder mellt Iech bei eisem Helpdesk. Soss braucht Dir näischt ze maachen.",
  emailChangedSubject: "Ännerung vun Ärer E-Mail-Adress",
  emailChangedDoneIntro:
    "D’E-Mail-Adress vun Ärem eConsult-Kont gouf geännert; dës Adress gëllt net méi. Wann Dir dat net waart, rufft w.e.g. direkt eisen Helpdesk un.",
  phoneChangedSubject: "Är Telefonsnummer gouf geännert",
  phoneChangedIntro:
    "D’Telefonsnummer vun Ärem eConsult-Kont gouf geännert. Wann Dir dat net waart, rufft w.e.g. direkt eisen Helpdesk un.",
  phoneChangedSms:
    "eConsult: d’Nummer vun Ärem Kont gouf geännert. Waart Dir dat net? Rufft {phone} un.",
  passwordChangedSubject: "Äert Passwuert gouf geännert",
  passwordChangedIntro:
    "D’Passwuert vun Ärem eConsult-Kont gouf geännert. Wann Dir dat net waart, rufft w.e.g. direkt eisen Helpdesk un.",
  unreadSubject: "Dir hutt en neie Message",
  unreadIntro:
    "An Ärem eConsult-Kont waart e Message op Iech. Fir Är Donnéeën ze schützen, steet en net an dëser E-Mail.",
  unreadLink: "De Message liesen",
  unreadOnce:
    "Dir kritt keng weider E-Mail, ier Dir e gelies hutt. Dës E-Maile stellt Dir op der Säit vun den Messagen an.",
  unreadUrgent:
    "Message sinn net fir Noutfäll: wann e Liewen a Gefor ass, rufft den 112 un.",
  calendarTitle: "Telekonsultatioun mat {doctor}",
  calendarTitleFor: "{name}: Telekonsultatioun mat {doctor}",
  calendarAlarm: "Äre Waardesall ass op.",
  calendarFileName: "rendezvous.ics",
  reopenedSubject: "Ären Dokter waart nees op Iech",
  reopenedIntro:
    "Ären Dokter huet d’Telekonsultatioun hei drënner nees opgemaach a waart op Iech.",
  reopenedNote:
    "Mellt Iech un an dréckt dann op „Zeréck an den Uruff“. Bis dohi bleiwen Är Kamera an Äre Mikro aus.",
  reopenedSms:
    "eConsult: {doctor} huet Är Telekonsultatioun nees opgemaach a waart op Iech. Zréck: {link}",
  erasureRequestedSubject: "Är Ufro fir d’Läschen",
  erasureRequestedIntro:
    "Dir hutt d’Läsche vun Ärem eConsult-Kont ugefrot. Mir kucken Är Ufro no an äntweren Iech per E-Mail. Bis dohin kënnt Dir se op der Säit vun Ärem Kont zréckzéien. Wann Dir dat net waart: zitt se zréck, ännert Äert Passwuert a rufft eisen Helpdesk un.",
  erasureWithdrawnSubject: "Är Ufro fir d’Läschen ass zréckgezunn",
  erasureWithdrawnIntro:
    "Dir hutt Är Ufro fir d’Läschen zréckgezunn. Ären eConsult-Kont bleift op, an näischt gouf geläscht.",
  erasureAcceptedSubject: "Äre Kont ass geläscht",
  erasureAcceptedIntro:
    "Wéi Dir et ugefrot hutt, ass Ären eConsult-Kont zou, an Är Kontaktdonnéeë si geläscht. Är Rendez-vousen, déi nach komme sollten, sinn annuléiert, ausser et handelt nach een anere fir Iech. Äre medezineschen Dossier gëtt esou laang behalen, wéi d’Gesetz et verlaangt. Dat hei ass eis lescht E-Mail un dës Adress. Wann Dir eConsult erëm benotze wëllt, rufft eisen Helpdesk un.",
  erasureDeclinedSubject: "Äntwert op Är Ufro fir d’Läschen",
  erasureDeclinedIntro:
    "Mir konnten Är Ufro fir d’Läschen net unhuelen. Ären eConsult-Kont bleift op. De Grond steet hei drënner; eisen Helpdesk äntwert op Är Froen.",
} as const satisfies Translation<typeof french>;
