import { type Language, languages } from "@/domain/language.ts";

/**
 * Languages and the small functions around texts. Holds no text itself, so islands may import it;
 * the catalogues are in `texts.ts`, which only the server imports.
 */

export { type Language, languages };

/** Each language in its own words, for the language menu. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: "Français",
  de: "Deutsch",
  en: "English",
  lb: "Lëtzebuergesch",
  pt: "Português",
};

/** The value of an HTML `lang` attribute: Portuguese is written as in Portugal. */
export const languageTags: Readonly<Record<Language, string>> = {
  fr: "fr",
  de: "de",
  en: "en-GB",
  lb: "lb",
  pt: "pt-PT",
};

/** Language and country as shared links name them (Open Graph). */
export const localeTags: Readonly<Record<Language, string>> = {
  fr: "fr_LU",
  de: "de_LU",
  en: "en_GB",
  lb: "lb_LU",
  pt: "pt_PT",
};

/** Whether a path segment, cookie or form value names one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The supported language that an `Accept-Language` header prefers; French when it names none.
 * Ranges are compared by their primary subtag (RFC 4647, 3.4), so `de-LU` asks for German.
 */
export function negotiate(acceptLanguage: string | null | undefined): Language {
  let best: Language = "fr";
  let bestQuality = 0;
  for (const range of (acceptLanguage ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const language = tag.trim().split("-")[0];
    const quality = qualityOf(parameters);
    if (isLanguage(language) && quality > bestQuality) {
      best = language;
      bestQuality = quality;
    }
  }
  return best;
}

/** The `q` parameter of a range: 1 when absent, 0 (never chosen) when it is not a number from 0 to 1. */
function qualityOf(parameters: readonly string[]): number {
  const q = parameters.map((parameter) => parameter.trim()).find((parameter) =>
    parameter.startsWith("q=")
  );
  if (q === undefined) return 1;
  const value = Number(q.slice(2));
  return value >= 0 && value <= 1 ? value : 0;
}

/** The names between braces in a text: `"Bonjour {name}"` has `"name"`. */
type Placeholders<Text extends string> = Text extends
  `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** A text of a catalogue in any language; `Names` are the placeholders that {@link t} has to fill. */
export type Text<Names extends string = never> = string & {
  readonly placeholders?: Names;
};

/** A catalogue as pages and islands see it: the keys of the French one, the language open. */
export type Texts<French> = {
  readonly [Key in keyof French]: French[Key] extends string
    ? Text<Placeholders<French[Key]>>
    : never;
};

/**
 * What a catalogue in another language must hold: each key of the French one, and in each text the
 * same placeholders. For use with `satisfies`. A placeholder too many is found by `texts_test.ts`.
 */
export type Translation<French> = {
  readonly [Key in keyof French]: French[Key] extends string
    ? Containing<Placeholders<French[Key]>>
    : never;
};

/** Every string that contains each of the names between braces, in any order. */
type Containing<Names extends string> = [Names] extends [never] ? string
  : UnionToIntersection<
    Names extends string ? { text: `${string}{${Names}}${string}` } : never
  >["text"];

type UnionToIntersection<Union> =
  (Union extends unknown ? (member: Union) => void : never) extends
    (member: infer All) => void ? All & { text: string }
    : never;

/**
 * The text with its placeholders replaced: `t(texts.step, { current: 2, total: 3 })`.
 * A value is inserted as it is; Preact escapes it where it is rendered.
 */
export function t<Names extends string>(
  text: Text<Names>,
  params: Readonly<Record<Names, string | number>>,
): string {
  const values: Readonly<Record<string, string | number | undefined>> = params;
  return text.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => String(values[name] ?? placeholder),
  );
}

/** The forms of a word that follows a number. Luxembourgish, like the others, needs only these. */
export type PluralForms<Form extends string = string> = {
  readonly one: Form;
  readonly other: Form;
};

/**
 * The form that belongs to `n` in this language: `plural("fr", 0, …)` is singular, `plural("de", 0, …)`
 * is not. French and Portuguese have a further form for millions, which reads like `other` here.
 */
export function plural<Form extends string>(
  language: Language,
  n: number,
  forms: PluralForms<Form>,
): Form {
  return new Intl.PluralRules(languageTags[language]).select(n) === "one"
    ? forms.one
    : forms.other;
}
