import { Buffer } from "node:buffer";

/** What the signature field leaves in the file. */
const PLACEHOLDER = "/ByteRange [0 /********** /********** /**********]";

/**
 * Signs a PDF that has a signature field: everything but the signature itself is signed.
 *
 * @param sign makes the detached signature
 * @throws when there is no field, or no room for the signature
 */
export async function signPdf(
  pdf: Buffer,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<Buffer> {
  const at = pdf.lastIndexOf(PLACEHOLDER);
  const from = pdf.indexOf("/Contents <", at) + "/Contents ".length;
  const to = pdf.indexOf(">", from) + 1;
  if (at < 0 || to === 0) throw new Error("no signature field");
  const signed = Buffer.from(pdf);
  const range = `/ByteRange [0 ${from} ${to} ${pdf.length - to}]`;
  signed.write(range.padEnd(PLACEHOLDER.length), at, "latin1");
  const bytes = new Uint8Array(
    Buffer.concat([signed.subarray(0, from), signed.subarray(to)]),
  );
  const signature = Buffer.from(await sign(bytes)).toString("hex");
  if (signature.length > to - from - 2) {
    throw new Error(`the signature needs ${signature.length / 2} bytes`);
  }
  signed.write(signature, from + 1, "latin1");
  return signed;
}
