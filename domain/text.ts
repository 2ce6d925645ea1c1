/**
 * One line of text as it is kept: composed (NFC), white space in a row is one space, and nothing in it that cannot be
 * seen or turns the text around. The joiners U+200C and U+200D stay between letters: Persian, Urdu, Kurdish and the
 * scripts of India need them in names.
 */
export function normalizeLine(text: string): string {
  return text.normalize("NFC")
    .replace(/[\s\u2800]+/gu, " ")
    .replace(/[^\u200c\u200d\P{DI}]/gu, "")
    .replace(/[^\u200c\u200d\P{C}]/gu, "")
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]+/gu, "")
    .replace(/[\u200c\u200d]+(?![\p{L}\p{M}])/gu, "")
    .trim();
}

/** The longest message of a thread, in characters. Mirrored in SQL: the constraint on public.messages.body. */
export const MESSAGE_MAX = 4000;

/** The longest reason of a cancellation. Mirrored in SQL: the constraint on public.appointments.cancellation_reason. */
export const REASON_MAX = 500;

/** How many characters people count in a text, as Postgres does: not the halves that JavaScript keeps some of them in. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Whether a text shows nothing: empty, white space, control or invisible characters only, blanks in a letter's or a
 * sign's clothes too (U+3164, U+2800). Mirrored in SQL: private.is_blank.
 */
export function isBlank(text: string): boolean {
  return !/[^\s\u2800\p{C}\p{DI}\p{M}]/u.test(text);
}

/** The beginning of a text in one line: whole words, at most so many characters; what is left out is `…`. */
export function firstWords(text: string, most: number): string {
  const line = [...text.replace(/\s+/gu, " ").trim()];
  if (line.length <= most) return line.join("");
  const start = line.slice(0, most);
  const end = line[most] === " " ? most : start.lastIndexOf(" ");
  return `${(end > 0 ? start.slice(0, end) : start).join("")}…`;
}
