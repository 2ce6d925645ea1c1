import { createHash, randomBytes } from "node:crypto";

/** How many random bytes a link of ours has: nobody finds one, online or off. */
const TOKEN_BYTES = 32;

/** A secret for a link or a cookie, in hexadecimal. The database keeps its hash only ({@link hashOf}). */
export function newLinkToken(): string {
  return randomBytes(TOKEN_BYTES).toString("hex");
}

/** Whether a text can be a token of ours at all. */
export function isLinkToken(text: string | null | undefined): text is string {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

/** SHA-256 of a token, in hexadecimal. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
