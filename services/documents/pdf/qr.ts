import { encode } from "uqr";
import type { PdfDocument } from "./pdfkit.ts";

/** Draws a QR code with its quiet zone into a square. */
export function drawQr(
  pdf: PdfDocument,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  const { data, size: modules } = encode(text, { ecc: "M", border: 4 });
  const unit = size / modules;
  data.forEach((row, line) => {
    // Neighbours in a row become one rectangle: no hairlines between them.
    for (let from = 0; from < modules;) {
      let to = from;
      while (to < modules && row[to]) to++;
      if (to > from) {
        pdf.rect(x + from * unit, y + line * unit, (to - from) * unit, unit);
      }
      from = to + 1;
    }
  });
  pdf.fill("black");
}
