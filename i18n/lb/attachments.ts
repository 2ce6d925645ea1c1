import type { Translation } from "../mod.ts";
import type { attachments as french } from "../fr/attachments.ts";

export const attachments = {
  attach: "E Fichier drunhänken",
  photo: "Eng Foto maachen",
  drop: "Leet Är Fichieren hei of",
  uploading: "gëtt geschéckt… {percent} %",
  checking: "gëtt kontrolléiert…",
  cancel: "D’Schécke vun {name} ofbriechen",
  retry: "{name} nach eng Kéier schécken",
  failed:
    "De Fichier gouf net geschéckt. Et geet virun, soubal d’Verbindung erëm do ass.",
  unopened: "nach net opgemaach",
  opened: "an Ärem Kont gehalen",
  sentOpened: "opgemaach",
  heldBack: "gëtt kontrolléiert",
  refused: "refuséiert: et gouf e Virus dra fonnt",
  gone: "wärend der Konsultatioun net opgemaach, net méi disponibel",
  inOtherTab: "geet an engem aneren Tab op",
  toOpen_one: "{count} Fichier opzemaachen",
  toOpen_other: "{count} Fichieren opzemaachen",
  toOpenText:
    "Maacht se op, fir se an Ärem Kont ze halen. Wat net opgemaach gëtt, verschwënnt 5 Minutten nom Enn vun der Konsultatioun.",
  openAll: "All opmaachen an halen",
  keptTitle: "Fichieren",
  keptText: "Si bleiwen an Ärem Kont, ënner Messagen.",
  endTitle: "Et sinn nach Fichieren net opgemaach",
  endAnyway: "Ofschléissen ouni opzemaachen",
  leaveAnyway: "Verloossen ouni opzemaachen",
  stay: "Am Uruff bleiwen",
  theirs_one: "{name} huet {count} Fichier nach net opgemaach.",
  theirs_other: "{name} huet {count} Fichieren nach net opgemaach.",
  fileLabel: "Fichier: {name}",
  formHint:
    "PDF, JPEG, PNG oder Word (DOCX), héchstens 20 MB. Plaz an Auerzäit ginn aus de Fotoen erausgeholl.",
  empty: "De Fichier ass eidel. Kuckt no a wielt en dann nach eng Kéier.",
  sendingTitle: "Fichiere gi geschéckt",
  sendingText: "Loosst dës Säit op, bis alles geschéckt ass.",
} satisfies Translation<typeof french>;
