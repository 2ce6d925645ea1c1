import { de } from "./de/mod.ts";
import { en } from "./en/mod.ts";
import { type Catalogue, fr } from "./fr/mod.ts";
import { lb } from "./lb/mod.ts";
import type { Language } from "./mod.ts";
import { pt } from "./pt/mod.ts";

const catalogues: Readonly<Record<Language, Catalogue>> = {
  fr,
  de,
  en,
  lb,
  pt,
};

/**
 * All texts of a language: `texts("fr").frame.signIn`. For the server only: it holds every language.
 * An island gets the subjects it shows as a prop.
 */
export function texts(language: Language): Catalogue {
  return catalogues[language];
}

export type { Catalogue };
