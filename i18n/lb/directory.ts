import type { directory as french } from "../fr/directory.ts";
import type { Translation } from "../mod.ts";

export const directory = {
  filters: "Sich agrenzen",
  all: "All",
  today: "Haut fräi",
  freeNow: "Elo fräi",
  more: "Weider Dokteren",
  fromStart: "Zréck un den Ufank vun der Lëscht",
  nobody: "Kee Dokter passt op dës Sich.",
} satisfies Translation<typeof french>;
