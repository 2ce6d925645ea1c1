import { createHash, randomInt } from "node:crypto";

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
