import { luhn, verhoeff } from "cdigit";
import { localDate } from "./dates.ts";
import { readDigits } from "./digits.ts";

declare const checked: unique symbol;

/**
 * The national identification number of a person: 13 digits, YYYYMMDD, order number, Luhn digit and
 * Verhoeff digit. Only {@link parseMatricule} makes one. Mirrored in SQL: private.is_matricule.
 */
export type Matricule = string & { readonly [checked]: true };

/** Why a text is no matricule; the texts for people stand under these keys in i18n. */
type MatriculeError = "length" | "date" | "future" | "luhn" | "verhoeff";

/** What {@link parseMatricule} found. */
export type MatriculeResult =
  | { readonly matricule: Matricule; readonly error?: undefined }
  | { readonly error: MatriculeError };

/** The years of birth that the register accepts. Mirrored in SQL: private.is_matricule. */
const years = { first: 1850, last: 2150 };

/**
 * Reads a matricule as people type it: with spaces, points or hyphens anywhere, in digits of any script. Both check digits are computed over the first
 * eleven digits (CNS; OECD, Luxembourg TIN). `today` is the day after which nobody can be born.
 *
 * The database has no `future`: it accepts whatever will be a real date.
 *
 * @example parseMatricule("1893 1201 05732") // { matricule: "1893120105732" }
 */
export function parseMatricule(
  text: string,
  today = localDate(new Date().toISOString(), "Europe/Luxembourg"),
): MatriculeResult {
  const digits = readDigits(text);
  if (digits?.length !== 13) return { error: "length" };
  const birth = isoDate(digits);
  if (!isRealDate(birth)) return { error: "date" };
  if (birth > today) return { error: "future" };
  const counted = digits.slice(0, 11);
  if (luhn.compute(counted) !== digits[11]) return { error: "luhn" };
  if (verhoeff.compute(counted) !== digits[12]) return { error: "verhoeff" };
  // The only cast to the branded type: all checks are above.
  return { matricule: digits as Matricule };
}

/** The date of birth, `YYYY-MM-DD`. */
export function birthDate(matricule: Matricule): string {
  return isoDate(matricule);
}

function isoDate(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

/** Whether a date written `YYYY-MM-DD` exists: `Date` moves 31 February on, so it does not come back the same. */
function isRealDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year < years.first || year > years.last) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
