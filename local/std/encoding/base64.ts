import { toBytes } from "./bytes.ts";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes, or text as UTF-8, in base64 with padding (RFC 4648 §4). */
export function encodeBase64(
  data: ArrayBuffer | Uint8Array | string,
): string {
  return toBytes(data).toBase64();
}

/** The bytes of base64 text; padding may be missing. Throws TypeError for what is not base64. */
export function decodeBase64(b64: string): Uint8Array<ArrayBuffer> {
  if (!BASE64.test(b64)) throw refusal();
  try {
    return Uint8Array.fromBase64(b64.replace(/=+$/, ""));
  } catch (cause) {
    throw refusal(cause);
  }
}

function refusal(cause?: unknown): TypeError {
  return new TypeError("Cannot decode input as base64", { cause });
}
