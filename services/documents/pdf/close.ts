import { Buffer } from "node:buffer";
import type { PdfDocument } from "./pdfkit.ts";

/** Ends the file and returns its bytes. */
export function closePdf(pdf: PdfDocument): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  pdf.on("end", () => resolve(Buffer.concat(chunks)));
  pdf.on("error", reject);
  pdf.end();
  return promise;
}
