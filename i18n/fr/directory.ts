import type { Texts } from "../mod.ts";

/** The list of doctors: filters, order, pages. */
export const directory = {
  filters: "Affiner la recherche",
  all: "Tous",
  today: "Libre aujourd’hui",
  freeNow: "Libre maintenant",
  more: "Médecins suivants",
  fromStart: "Revenir au début de la liste",
  nobody: "Aucun médecin ne correspond à cette recherche.",
} as const;

/** These texts in any language. */
export type DirectoryTexts = Texts<typeof directory>;
