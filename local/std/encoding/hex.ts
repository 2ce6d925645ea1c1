import { toBytes } from "./bytes.ts";

/** Bytes, or text as UTF-8, as lower case hexadecimal digits. */
export function encodeHex(src: string | Uint8Array | ArrayBuffer): string {
  return toBytes(src).toHex();
}

/** The bytes of hexadecimal text. Throws TypeError for an odd length or another character. */
export function decodeHex(src: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.fromHex(src);
  } catch (cause) {
    throw new TypeError("Cannot decode input as hex", { cause });
  }
}
