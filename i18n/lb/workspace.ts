import type { workspace as french } from "../fr/workspace.ts";
import type { Translation } from "../mod.ts";

export const workspace = {
  title: "Mäin Dag",
  waitingTitle: "Waardesall",
  nobodyWaits: "Et waart keen.",
  nobodyWaitsText: "All Patient, dee kënnt, steet direkt hei.",
  waitsSince: "waart zënter",
  appointmentAt: "Rendez-vous um {time}",
  call: "Uruffen",
  toCall: "Zréck an den Uruff",
  message: "Schreiwen",
  cancel: "Ofsoen",
  noShow: "Net komm",
  noShowConfirm: "Notéieren, datt {name} net komm ass?",
  dayEmpty: "Et gëtt keng Rendez-vousen op dësem Dag.",
  previousDay: "Den Dag virdrun",
  nextDay: "Den Dag drop",
  today: "Haut",
  now: "Elo",
  unread_one: "{count} ongeliesene Message",
  unread_other: "{count} ongelies Messagen",
  age_one: "{count} Joer",
  age_other: "{count} Joer",
  cut:
    "D’Verbindung ass ënnerbrach: d’Säit aktualiséiert sech duerno vum selwen.",
  keys: "Tastekierzelen",
  keyCall: "deen uruffen, deen am längste waart",
  keyMessage: "d’Konversatioun mat deem Patient opmaachen",
  keyHelp: "dës Tasten uweisen",
  freeNow: "Elo fräi",
  inCall: "Dir sidd an enger Konsultatioun mat {name}.",
  arrived: "{name} ass am Waardesall",
  problem: "Dat huet net geklappt. Probéiert nach eng Kéier.",
  away: "huet d’Säit net méi op",
  busy:
    "Dir sidd schonn an enger Konsultatioun. Schléisst se of, ier Dir urufft.",
} as const satisfies Translation<typeof french>;
