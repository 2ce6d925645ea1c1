import { toBytes } from "./bytes.ts";

const BASE64URL = /^[A-Za-z0-9_-]*={0,2}$/;

/** Bytes, or text as UTF-8, in base64url without padding (RFC 4648 §5). */
export function encodeBase64Url(
  data: ArrayBuffer | Uint8Array | string,
): string {
  return toBytes(data).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The bytes of base64url text. Throws TypeError for what is not base64url. */
export function decodeBase64Url(b64url: string): Uint8Array<ArrayBuffer> {
  if (!BASE64URL.test(b64url)) throw refusal();
  try {
    const alphabet = "base64url";
    return Uint8Array.fromBase64(b64url.replace(/=+$/, ""), { alphabet });
  } catch (cause) {
    throw refusal(cause);
  }
}

function refusal(cause?: unknown): TypeError {
  return new TypeError("Cannot decode input as base64url", { cause });
}
