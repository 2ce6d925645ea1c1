import { asPrintable } from "./glyphs.ts";
import { sheet } from "./open.ts";
import type { PdfDocument, StructureElement, TextOptions } from "./pdfkit.ts";

/** How a text looks. */
export interface TextStyle extends TextOptions {
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly x?: number;
  readonly y?: number;
  /** Space below, in points. */
  readonly after?: number;
}

const soft = "#3d4a55";

/** The colour of what is less important; 8.9:1 on white. */
export const softColour = soft;

/** Writes a tagged text at the cursor or at a place, and moves the cursor below it. Opens a page when it is full. */
export function writeText(
  pdf: PdfDocument,
  parent: StructureElement,
  tag: "H1" | "H2" | "P" | "LBody",
  text: string,
  style: TextStyle = {},
): void {
  const { x = sheet.left, size = 10, after = 0 } = style;
  const { width = sheet.right - x, align, lineGap = 1.5 } = style;
  const shown = asPrintable(text);
  setFont(pdf, style);
  const height = pdf.heightOfString(shown, { width, lineGap });
  if (
    style.y === undefined && pdf.y + height > sheet.bottom && pdf.y > sheet.top
  ) {
    pdf.addPage();
  }
  const y = style.y ?? pdf.y;
  const element = pdf.struct(tag, () => {
    setFont(pdf, { ...style, size });
    pdf.text(shown, x, y, { width, align, lineGap });
  });
  parent.add(element);
  element.end();
  pdf.y = Math.max(pdf.y, y) + after;
}

/** Font, size and colour of what is written next. */
export function setFont(pdf: PdfDocument, style: TextStyle): void {
  pdf.font(style.bold ? "bold" : "regular").fontSize(style.size ?? 10)
    .fillColor(style.colour ?? "black");
}

/** A line across the sheet; screen readers pass over it. */
export function drawRule(pdf: PdfDocument, y: number): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.moveTo(sheet.left, y).lineTo(sheet.right, y).lineWidth(0.6).stroke(
    "#8a97a3",
  );
  pdf.endMarkedContent();
}

/** Opens a page when less than so many points are left. */
export function keepTogether(pdf: PdfDocument, height: number): void {
  if (pdf.y + height > sheet.bottom) pdf.addPage();
}
