import type { failure as french } from "../fr/failure.ts";
import type { Translation } from "../mod.ts";

export const failure = {
  notFoundTitle: "Säit net fonnt",
  notFoundText:
    "Dës Säit gëtt et net, oder si ass net Är. Kuckt d’Adress no, oder gitt zréck op d’Startsäit.",
  forbiddenTitle: "Keen Zougang",
  forbiddenText:
    "Mat Ärem Kont kënnt Dir dës Säit net opmaachen. Wann dat e Feeler ass, mellt Iech bei eisem Helpdesk.",
  unavailableTitle: "Service de Moment net disponibel",
  unavailableText:
    "Mir erreechen ee vun eise Servicer grad net. Näischt vun deem, wat Dir reservéiert hutt, ass verluer. Probéiert et an e puer Minutten nach eng Kéier.",
  brokenTitle: "Et ass e Feeler geschitt",
  brokenText:
    "Dat ass net Är Schold. Probéiert et nach eng Kéier; bleift de Feeler, rufft eisen Helpdesk un a gitt d’Nummer hei drënner un.",
  badRequestTitle: "Onkomplett Ufro",
  badRequestText:
    "Mir hunn dës Ufro net verstanen. Gitt zréck op d’Säit virdrun a fänkt nach eng Kéier un.",
  tooManyTitle: "Ze vill Versich",
  tooManyText:
    "Dir hutt et a kuerzer Zäit ze dacks probéiert. Waart e puer Minutten a probéiert et dann nach eng Kéier.",
  conflictTitle: "Dëse Schrëtt geet net méi",
  conflictText:
    "D’Situatioun huet sech an der Zwëschenzäit geännert. Gitt bei Är Rendez-vousen, fir ze kucken, wou Dir dru sidd.",
  busyTitle: "Grad ass vill lass",
  busyText:
    "Probéiert et an e puer Sekonnen nach eng Kéier. Waardesäll a lafend Konsultatioune gi weider.",
  requestNumber: "Nummer vun der Ufro: {id}",
  tryAgain: "Nach eng Kéier probéieren",
  toHome: "Op d’Startsäit",
} satisfies Translation<typeof french>;
