import { createHash, randomInt } from "node:crypto";
import { compare, hash } from "bcryptjs";

/** The longest password that bcrypt takes in full, in bytes. */
export const LONGEST_PASSWORD = 72;

/** A bcrypt hash as GoTrue stores it: cost 10, `$2a$`. */
export async function hashPassword(password: string): Promise<string> {
  return (await hash(password, 10)).replace(/^\$2[by]\$/, "$2a$");
}

/** Whether `password` is the one of `stored`; takes as long when there is none, so that time tells nothing. */
export async function passwordMatches(
  password: string,
  stored: string | null,
): Promise<boolean> {
  const matches = await compare(password, stored || NOBODYS_HASH);
  return matches && Boolean(stored);
}

const NOBODYS_HASH =
  "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5J0hTn3sXQSX5g5r4yGm0gBqvTqGe";

/** A password that nobody knows. */
export function randomPassword(): string {
  return randomText(
    64,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  );
}

/** A one-time code of `length` decimal digits. */
export function randomCode(length: number): string {
  return randomText(length, "0123456789");
}

/** A refresh token: 12 letters and digits. */
export function randomToken(): string {
  return randomText(12, "abcdefghijklmnopqrstuvwxyz0123456789");
}

/** What is stored of a code: SHA-224 of the address or number and the code. */
export function tokenHash(address: string, code: string): string {
  return createHash("sha224").update(address + code).digest("hex");
}

function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
    .join("");
}
