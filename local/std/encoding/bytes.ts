const encoder = new TextEncoder();

/** The bytes of any input, text as UTF-8. */
export function toBytes(data: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof data === "string") return encoder.encode(data);
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}
