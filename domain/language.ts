/** The languages of the product. Mirrored in SQL: public.language_code. */
export const languages = ["fr", "de", "en", "lb", "pt"] as const;

/** The first segment of every page's path, and a language of a consultation. */
export type Language = (typeof languages)[number];
