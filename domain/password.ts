/** Why a password cannot be chosen; the texts for people stand under these words in i18n `account`. */
export type PasswordError = "missing" | "short" | "long" | "differ";

/** The lengths in force, in characters. */
export interface PasswordRange {
  min: number;
  max: number;
}

/** What bcrypt can hash, in bytes; GoTrue refuses more. */
const BCRYPT_BYTES = 72;

/**
 * Normalizes a password (NFC): keyboards send é as one character or as two. Everything that reads a password
 * from a form goes through here.
 */
export function normalPassword(entry: FormDataEntryValue | null): string {
  return typeof entry === "string" ? entry.normalize("NFC") : "";
}

/** What is wrong with a chosen password and its repetition; null when nothing is. */
export function passwordError(
  password: string,
  repeated: string,
  { min, max }: PasswordRange,
): PasswordError | null {
  if (password === "") return "missing";
  const { length } = [...password];
  if (length < min) return "short";
  if (
    length > max || new TextEncoder().encode(password).length > BCRYPT_BYTES
  ) {
    return "long";
  }
  return password === repeated ? null : "differ";
}

/** From 0 (weak) to 3 (very good). */
export type Strength = 0 | 1 | 2 | 3;

/**
 * How hard a password is to guess, roughly and without a word list: length counts most; repeats, runs like `abcd` or
 * `1234`, and a single kind of character count little.
 */
export function passwordStrength(password: string): Strength {
  const characters = [...password.toLowerCase()];
  const fresh = characters.filter((character, index) =>
    character !== characters[index - 1] &&
    !isStep(characters[index - 1], character)
  );
  const kinds =
    [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) =>
      kind.test(password)
    ).length;
  const varied = Math.min(fresh.length, new Set(fresh).size * 2);
  const score = varied + (kinds - 1) * 2;
  if (score < 12) return 0;
  if (score < 17) return 1;
  return score < 23 ? 2 : 3;
}

/** Whether a character follows the one before in the alphabet or among the digits. */
function isStep(before: string | undefined, after: string): boolean {
  return before !== undefined &&
    Math.abs((after.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) === 1;
}
