import type { accountData as french } from "../fr/account_data.ts";
import type { Translation } from "../mod.ts";

export const accountData = {
  exportTitle: "Är Donnéeën",
  exportText:
    "E ZIP-Fichier mat allem, wat an Ärem Kont ass, fir Iech a fir d’Leit, fir déi Dir handelt: eng Säit fir ze liesen, déiselwecht Donnéeë fir e Programm (JSON), d’Dokumenter an d’Fichieren.",
  exportWarning:
    "En enthält Gesondheetsdonnéeën: loosst en net op engem Computer, deen anerer och benotzen.",
  exportButton: "Meng Donnéeën eroflueden",
  erasureLink: "D’Läsche vu mengem Kont ufroen",
  erasureTitle: "Läsche vun Ärem Kont",
  erasureLead:
    "Mir kucken all Ufro no an äntweren Iech per E-Mail. Dat hei geschitt, wa se ugeholl gëtt.",
  erasureFirstTitle: "Fir d’éischt",
  erasureAppointments:
    "D’Rendez-vousen, déi nach kommen, ginn annuléiert: Är eegen an déi vun de Leit, fir déi nëmmen Dir handelt. Wann nach een aneren fir de Patient handelt, bleiwe se bestoen.",
  erasureGoneTitle: "Wat geläscht gëtt",
  erasureGoneAccess:
    "Är E-Mail-Adress, Är Handysnummer an Äert Passwuert: kee ka sech méi mat dësem Kont umellen.",
  erasureGoneAddress:
    "Är Postadress, Är Apdikt an Äre Labo, ausser et handelt nach een anere fir Iech.",
  erasureGoneRest:
    "Är net geschéckte Formulairen, Är Astellungen, Är Meenungen no enger Konsultatioun, an d’Fichieren, déi Dir während enger Konsultatioun geschéckt hutt an déi keen opgemaach huet.",
  erasureKeptTitle: "Wat mir musse behalen",
  erasureKept:
    "Äre medezineschen Dossier: Är Identitéit, Är Rendez-vousen, d’Messagen tëscht Iech an Ären Dokteren, Är Dokumenter an de Journal vun den Zougrëff. Mir si verflicht, en esou laang ze behalen, wéi d’Gesetz et fir medezinesch Dossiere verlaangt. D’Dokteren, déi Iech behandelt hunn, gesinn en ewéi virdrun.",
  erasureOthers:
    "Wann een anere fir Iech handelt, behält dës Persoun den Zougang zu Ärem Dossier. D’Leit, fir déi Dir handelt, behalen hiren; Dir hutt dann keen Zougang méi dozou.",
  erasureBefore:
    "Luet Är Donnéeën op der Säit vun Ärem Kont erof: duerno geet et net méi. Dir kënnt Är Ufro zréckzéien, soulaang mir net geäntwert hunn; wat geläscht ass, kann een net zréckhuelen.",
  erasureConfirm:
    "Ech hu verstanen: mäi Kont gëtt zougemaach, an ech ka mech net méi umellen.",
  erasureConfirmError:
    "Maacht e Krop an d’Këscht, fir Är Ufro ze confirméieren.",
  erasureSend: "D’Läschen ufroen",
  erasureOpenTitle: "Läschen ugefrot",
  erasureOpen:
    "Dir hutt den {date} d’Läsche vun Ärem Kont ugefrot. Mir äntweren Iech per E-Mail. Bis dohin funktionéiert Äre Kont ewéi virdrun.",
  erasureWithdraw: "Meng Ufro zréckzéien",
  erasureSaved:
    "Är Ufro fir d’Läschen ass gespäichert. Eng E-Mail confirméiert se.",
  erasureWithdrawn:
    "Är Ufro fir d’Läschen ass zréckgezunn. Äre Kont bleift op.",
  archiveTitle: "Är eConsult-Donnéeën",
  archiveMade: "Stand vum {date}. D’Zäite sinn déi vu Lëtzebuerg.",
  archiveJson: "Déiselwecht Donnéeë mat allen Detailer, fir e Programm:",
  archiveMissingTitle: "Fichieren, déi feelen",
  archiveMissing:
    "Dës Fichiere konnten net gelies ginn. Luet Är Donnéeën méi spéit nach eng Kéier erof; wa se dann nach ëmmer feelen, rufft eisen Helpdesk un.",
  archiveIsMissing: "feelt",
  archiveAppointments: "Rendez-vousen",
  archiveMessages: "Messagë mat {doctor}",
  archiveLog: "Wien dësen Dossier gelies oder geännert huet",
  archiveRead: "gelies",
  archiveChanged: "geännert",
  archiveNotifications: "SMSen an E-Mailen, déi mir geschéckt hunn",
  archiveNothing: "Näischt.",
  archiveYou: "Dir",
  archiveGuardian: "Eng aner Persoun, déi fir dëse Patient handelt",
  archiveAdmin: "D’Verwaltung",
  archiveSystem: "eConsult, automatesch",
} as const satisfies Translation<typeof french>;
