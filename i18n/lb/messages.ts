import type { messages as french } from "../fr/messages.ts";
import type { Translation } from "../mod.ts";

export const messages = {
  listText: "Alles, wat Dir Ären Dokteren schreift, a wat si Iech äntweren.",
  listTextDoctor:
    "Wat Är Patienten Iech ausserhalb vun de Konsultatioune schreiwen.",
  empty: "Nach keng Messagen",
  emptyText:
    "Wann Dir e Rendez-vous gebucht hutt, kënnt Dir Ärem Dokter vun hei aus schreiwen.",
  emptyTextDoctor: "Wann e Patient Iech schreift, steet säi Message hei.",
  noLine: "Nach kee Message",
  yourLine: "Dir: {text}",
  forPatient: "fir {name}",
  unread_one: "{count} ongeliesene Message",
  unread_other: "{count} ongelies Messagen",
  closed: "Zou",
  writeTo: "{name} schreiwen",
  backToList: "All Messagen",
  notUrgent: "Net fir Noutfäll: wann e Liewen a Gefor ass, rufft den 112 un.",
  answers_one: "{name} äntwert normalerweis bannent {count} Aarbechtsdag.",
  answers_other: "{name} äntwert normalerweis bannent {count} Aarbechtsdeeg.",
  answersUnknown:
    "{name} liest net zu all Zäit Messagen. Wann et net waarde kann, huelt e Rendez-vous.",
  away:
    "{name} ass vum {from} bis den {until} net do an äntwert an där Zäit net.",
  bookLink: "E Rendez-vous huelen",
  closedTitle: "Dës Ënnerhalung hëlt keng nei Messagen un",
  noAppointment:
    "Fir dësem Dokter ze schreiwen, braucht Dir e Rendez-vous bei him.",
  consultation: "Konsultatioun: {when}",
  consultationComing: "Rendez-vous: {when}",
  said: "Messagen aus dëser Konsultatioun",
  saidNone: "An dëser Konsultatioun gouf kee Message geschriwwen.",
  saidThread: "All Messagen mat {name}",
  appointmentOf: "Rendez-vous vun {name}",
  earlier: "Hei stinn déi lescht 200 Messagen. D’Sich fënnt och déi méi al.",
  search: "An dëser Ënnerhalung sichen",
  found_one: "{count} Message mat „{query}“",
  found_other: "{count} Messagen mat „{query}“",
  searchBack: "Zréck bei d’Ënnerhalung",
  notSent: "Äre Message gouf net geschéckt",
  bodyMissing: "Schreift Äre Message a schéckt en dann.",
  bodyTooLong: "De Message ass ze laang: héchstens 4000 Zeechen.",
  settingsTitle: "E-Mail bei ongeliesene Messagen",
  settingsText:
    "An der E-Mail steet de Message net. Tëscht 21 an 8 Auer gëtt keng geschéckt.",
  notice: "Wéini mir Iech Bescheed soen",
  noticeAtOnce: "No 5 Minutten",
  noticeDaily: "Eemol den Dag, moies",
  noticeNever: "Ni",
  answersField: "Dir äntwert bannent",
  answersNone: "Näischt soen",
  answersDays_one: "{count} Aarbechtsdag",
  answersDays_other: "{count} Aarbechtsdeeg",
  awayFrom: "Net do vum",
  awayUntil: "bis den (abegraff)",
  settingsSaved: "Är Astellunge si gespäichert.",
  settingsWrong:
    "Gitt den éischten an de leschten Dag vun der Absence an dëser Reiefolleg un, oder keen vun deenen zwee.",
  closeTitle: "D’Ënnerhalung zoumaachen",
  closeText:
    "De Patient kann dann ausserhalb vun de Konsultatiounen net méi schreiwen. Hie liest Äre Saz.",
  closeReason: "Äre Saz fir de Patient",
  closeButton: "D’Ënnerhalung zoumaachen",
  reopenButton: "D’Ënnerhalung nees opmaachen",
} as const satisfies Translation<typeof french>;
