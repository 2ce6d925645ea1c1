/** The bytes that a base64 text stands for. Throws `SyntaxError` for a text that is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(text);
}

/** Bytes, or a text's bytes in UTF-8, in hexadecimal. */
export function encodeHex(
  content: string | ArrayBuffer | Uint8Array<ArrayBuffer>,
): string {
  if (typeof content === "string") {
    return new TextEncoder().encode(content).toHex();
  }
  return new Uint8Array(content).toHex();
}
