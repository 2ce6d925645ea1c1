import type { Config } from "../config.ts";
import { AuthError, invalid } from "./errors.ts";
import { LONGEST_PASSWORD } from "./passwords.ts";

/** The address in lower case. Throws 400. */
export function checkEmail(email: string): string {
  if (!email) throw invalid("An email address is required");
  const wellFormed = email.length <= 255 &&
    /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(\.[^\s@.]+)*$/.test(email);
  if (!wellFormed) {
    throw invalid("Unable to validate email address: invalid format");
  }
  return email.toLowerCase();
}

/** The number as digits, without the plus. Throws 400. */
export function checkPhone(phone: string): string {
  const digits = phone.replaceAll(" ", "").replace(/^\+/, "");
  if (!/^[1-9]\d{1,14}$/.test(digits)) {
    throw invalid("Invalid phone number format (E.164 required)");
  }
  return digits;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const SYMBOLS = "!@#$%^&*()_+-=[]{};'\\:\"|<>?,./`~";
const REQUIRED: Record<Config["auth"]["password_requirements"], string[]> = {
  "": [],
  letters_digits: [LOWER + UPPER, DIGITS],
  lower_upper_letters_digits: [LOWER, UPPER, DIGITS],
  lower_upper_letters_digits_symbols: [LOWER, UPPER, DIGITS, SYMBOLS],
};

/** What the password lacks by the policy in force, for `weak_password`; null when it is good. */
export function passwordWeakness({ auth }: Config, password: string) {
  const reasons: string[] = [];
  const messages: string[] = [];
  if (password.length < auth.minimum_password_length) {
    reasons.push("length");
    messages.push(
      `Password should be at least ${auth.minimum_password_length} characters.`,
    );
  }
  const sets = REQUIRED[auth.password_requirements];
  if (
    !sets.every((set) =>
      [...set].some((character) => password.includes(character))
    )
  ) {
    reasons.push("characters");
    messages.push(
      `Password should contain at least one character of each: ${
        sets.join(", ")
      }.`,
    );
  }
  return reasons.length > 0 ? { reasons, message: messages.join(" ") } : null;
}

/** Throws 422 `weak_password`, or 400 when bcrypt would not take all of it. */
export function checkPassword(config: Config, password: string): void {
  if (new TextEncoder().encode(password).length > LONGEST_PASSWORD) {
    throw invalid(
      `Password cannot be longer than ${LONGEST_PASSWORD} characters`,
    );
  }
  const weakness = passwordWeakness(config, password);
  if (!weakness) return;
  const { reasons, message } = weakness;
  throw new AuthError(422, "weak_password", message, {
    weak_password: { reasons },
  });
}
