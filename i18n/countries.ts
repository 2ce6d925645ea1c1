import { countryNames as luxembourgish } from "./lb/countries.ts";
import { type Language, languageTags } from "./mod.ts";

/**
 * These states (ISO 3166-1 alpha-2) as the options of a menu, by name in that language. Luxembourgish is sorted as
 * German is; engines do not know it. For the server only: it holds every Luxembourgish name.
 */
export function countryOptions(
  codes: readonly string[],
  language: Language,
): { value: string; label: string }[] {
  const tag = language === "lb" ? "de" : languageTags[language];
  const names = new Intl.DisplayNames(tag, { type: "region" });
  const nameOf = (code: string) =>
    (language === "lb" ? luxembourgish[code] : names.of(code)) ?? code;
  const { compare } = new Intl.Collator(tag);
  return codes.map((value) => ({ value, label: nameOf(value) }))
    .sort((one, other) => compare(one.label, other.label));
}
