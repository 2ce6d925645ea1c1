import type { Language } from "./language.ts";

/** First and last name as they are kept. Somebody with one name has an empty first name. */
export interface PersonName {
  first_name: string;
  last_name: string;
}

/** The whole name: `Marie Schneider`; without a space too many when somebody has one name. */
export function fullName(
  { first_name, last_name }: {
    [Part in keyof PersonName]: string | null;
  },
): string {
  return [first_name, last_name].filter(Boolean).join(" ");
}

/** A title, or a name with it, as a language writes it: `Dr` in French, `Dr.` in German and Portuguese. */
export function writtenTitle(title: string, language: Language): string {
  return language === "de" || language === "pt"
    ? title.replace(/(?<!\p{L})(Dr|Dra|Prof)(?!\p{L})\.?/gu, "$1.")
    : title;
}
