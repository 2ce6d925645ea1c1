import { fonts } from "./fonts.ts";
import { newPdf, type PdfDocument } from "./pdfkit.ts";

let sample: PdfDocument | undefined;

function has(character: string): boolean {
  const code = character.codePointAt(0);
  sample ??= newPdf({ font: fonts().regular });
  return code !== undefined && sample._font.font.hasGlyphForCodePoint(code);
}

/** The characters of a text that the fonts cannot draw: pdfkit would leave them out without a word. */
export function unprintable(text: string): string[] {
  const characters = new Set(text.normalize("NFC").replace(/\s/g, ""));
  return [...characters].filter((character) => !has(character));
}

/**
 * A text as it can be printed: composed characters; what the fonts lack loses its marks (`ṩ` becomes `s`) or
 * becomes `?`. For names and addresses, which cannot be refused; what a doctor types is (`unprintable`).
 */
export function asPrintable(text: string): string {
  return [...text.normalize("NFC")].map((character) => {
    if (/\s/.test(character)) return character === "\n" ? character : " ";
    if (has(character)) return character;
    const [base = ""] = character.normalize("NFD");
    return base !== "" && has(base) ? base : "?";
  }).join("");
}
