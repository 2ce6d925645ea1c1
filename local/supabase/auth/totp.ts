import { createHmac, randomBytes } from "node:crypto";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const PERIOD = 30;

/** A new secret for an authenticator app: 160 bits in base 32. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(20)].map((byte) =>
    byte.toString(2).padStart(8, "0")
  ).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)])
    .join("");
}

/** What the person's app is given: the secret, and the same as an address. No picture is drawn. */
export function totpAddress(issuer: string, account: string, secret: string) {
  const label = encodeURIComponent(`${issuer}:${account}`);
  const query = new URLSearchParams({
    algorithm: "SHA1",
    digits: "6",
    issuer,
    period: String(PERIOD),
    secret,
  });
  return { qr_code: "", secret, uri: `otpauth://totp/${label}?${query}` };
}

/** Whether `code` is the one of now, of the last or of the next 30 seconds (RFC 6238, SHA-1, six digits). */
export function totpMatches(
  secret: string,
  code: string,
  now = Date.now(),
): boolean {
  return [0, -PERIOD, PERIOD].some((seconds) =>
    totpCode(secret, now + seconds * 1000) === code
  );
}

/** The code of the 30 seconds around `at` (milliseconds). */
export function totpCode(secret: string, at: number): string {
  const counter = Math.floor(at / 1000 / PERIOD);
  const bits = [...secret].map((letter) =>
    BASE32.indexOf(letter).toString(2).padStart(5, "0")
  ).join("");
  const key = Uint8Array.from(
    (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)),
  );
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(counter));
  const digest = createHmac("sha1", key).update(new Uint8Array(message.buffer))
    .digest();
  const value = digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, "0");
}
