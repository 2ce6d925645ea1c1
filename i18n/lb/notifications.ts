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
  whatIs: "Telekonsultatioun, {minutes} Minutten",
  with: "Mat",
  date: "Datum",
  start: "Ufank",
  end: "Enn",
  language: "Sprooch",
  waitingRoomIntro:
    "Fir Är Telekonsultatioun zur gewielter Zäit unzefänken, maacht de virtuelle Waardesall mat dësem Link op. Dir kënnt eréischt 10 Minutte virum Ufank vum Rendez-vous eragoen, also um {opens}.",
  waitingRoomLink: "An de Waardesall goen",
  lostLink:
    "Haalt dës E-Mail gutt op: Äre Link steet dran. Wann Dir e verléiert, da mellt Iech un: Är Rendez-vouse stinn an Ärem Kont.",
  confirmationSubject: "Confirmatioun vun Ärem Rendez-vous",
  confirmationIntro:
    "Mir confirméieren Iech Äre Rendez-vous mat dësen Detailer.",
  confirmationSms:
    "eConsult: Telekonsultatioun, {minutes} Minutten, mat {doctor}, {date}, {start} - {end}, op {language}. Waardesall ab {opens}: {link}",
  reminderSubject: "Erënnerung un Äre Rendez-vous",
  reminderIntro: "Mir erënneren Iech un Äre Rendez-vous mat dësen Detailer.",
  reminderSms:
    "Erënnerung eConsult: Telekonsultatioun, {minutes} Minutten, mat {doctor}, {date}, {start} - {end}, op {language}. Waardesall ab {opens}: {link}",
  cancellationSubject: "Äre Rendez-vous ass ofgesot",
  cancelledByDoctor:
    "Ären Dokter huet dëse Rendez-vous missen ofsoen. Mir entschëllegen eis dofir.",
  cancelledByPatient: "Dëse Rendez-vous ass ofgesot, wéi Dir et gefrot hutt.",
  reason: "Grond",
  bookAgainIntro:
    "Dir kënnt bei deemselwechten Dokter en anere Rendez-vous huelen.",
  bookAgainLink: "En anere Rendez-vous huelen",
  freeNow: "Dës Doktere si grad elo fräi",
  cancellationSms:
    "eConsult: Är Telekonsultatioun mat {doctor}, {date}, {start}, ass ofgesot. En anere Rendez-vous huelen: {link}",
  activationSubject: "Äre Kont aktivéieren",
  activationIntro:
    "Äre Kont gouf ugeluecht. E muss eng Kéier aktivéiert ginn: maacht d’Säit fir d’Aktivatioun mat dësem Link op a wielt Äert Passwuert.",
  activationLink: "Mäi Kont aktivéieren",
  activationEnds:
    "Dëse Link ass 24 Stonne gëlteg a funktionéiert nëmmen eng Kéier. Wann en ofgelaf ass, kritt Dir op der Säit en neien.",
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
    "Dëse Link ass 24 Stonne gëlteg a funktionéiert nëmmen eng Kéier.",
  recoveryNotYou:
    "Dir hutt näischt gefrot? Ignoréiert dës E-Mail: Äert Passwuert bleift d’selwecht.",
  emailChangeSubject: "Confirméiert Är E-Mail-Adress",
  emailChangeIntro:
    "Dir wëllt dës Adress fir Ären eConsult-Kont benotzen. Confirméiert se mat dësem Link.",
  emailChangeLink: "Dës Adress confirméieren",
  emailChangedSubject: "Ännerung vun Ärer E-Mail-Adress",
  emailChangedIntro:
    "Fir Ären eConsult-Kont gouf eng aner E-Mail-Adress gefrot. Wann Dir dat net waart, rufft w.e.g. direkt eisen Helpdesk un.",
  calendarTitle: "Telekonsultatioun mat {doctor}",
  calendarAlarm: "Äre Waardesall ass op.",
  calendarFileName: "rendezvous.ics",
} as const satisfies Translation<typeof french>;
