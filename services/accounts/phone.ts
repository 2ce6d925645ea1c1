import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { asciiDigits } from "@/domain/digits.ts";

/** Why a text is no number for SMS; the texts for people stand in i18n `errors`. */
export type PhoneError = "phone_missing" | "phone_invalid" | "phone_not_mobile";

/** A number that can get SMS. */
export interface MobilePhone {
  /** E.164. */
  readonly phone: string;
  /** `352`, for {@link import("@/domain/phone.ts").maskPhone}. */
  readonly countryCode: string;
  /** ISO 3166-1 alpha-2: whose network it is. */
  readonly country: string;
}

/**
 * Reads a mobile number of any country as people type it: `621 123 456` is meant in Luxembourg,
 * `+33 6 …` and `0033 6 …` abroad. Countries whose plans do not tell mobiles apart pass.
 * The database checks the E.164 form again.
 */
export function parsePhone(
  text: string,
): MobilePhone & { error?: undefined } | { error: PhoneError } {
  const typed = asciiDigits(text).replace(/\p{DI}/gu, "").trim();
  if (typed === "") return { error: "phone_missing" };
  if (typed.length > 40) return { error: "phone_invalid" };
  // "+ (352) 621 …" is common in print; the library takes brackets only around an area code.
  const plain = typed.replace(/[()]/g, "").replace(/^\+\s+/, "+");
  const number = parsePhoneNumberFromString(plain, {
    defaultCountry: "LU",
    extract: false,
  });
  if (!number?.isValid() || number.ext) return { error: "phone_invalid" };
  const type = number.getType();
  // Satellites and international networks (+870, +881 to +883) have no country, and cost up to 10 € an SMS.
  if (
    number.country === undefined ||
    (type !== "MOBILE" && type !== "FIXED_LINE_OR_MOBILE")
  ) {
    return { error: "phone_not_mobile" };
  }
  return {
    phone: number.number,
    countryCode: number.countryCallingCode,
    country: number.country,
  };
}

/** Whose network an E.164 number is of, ISO 3166-1 alpha-2; `?` when it is not known. */
export function countryOf(phone: string): string {
  const parsed = parsePhone(phone);
  return parsed.error === undefined ? parsed.country : "?";
}
