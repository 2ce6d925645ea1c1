import PDFKit from "pdfkit";
import type { Buffer } from "node:buffer";

/** An element of the tag tree: what a screen reader reads. */
export interface StructureElement {
  add(child: StructureElement): StructureElement;
  end(): void;
}

/** An indirect object of the file. */
interface PdfReference {
  readonly data: Record<string, unknown>;
  end(content?: string): void;
}

/** The options of {@link PdfDocument.text} that the papers use. */
export interface TextOptions {
  readonly width?: number;
  readonly align?: "left" | "right" | "center";
  readonly lineBreak?: boolean;
  readonly lineGap?: number;
  /** With `ellipsis`: what does not fit below is cut. */
  readonly height?: number;
  readonly ellipsis?: boolean;
}

/** What the papers use of pdfkit: the package comes without types. */
export interface PdfDocument {
  x: number;
  y: number;
  info: Record<string, unknown>;
  endMetadata(): void;
  readonly page: {
    readonly margins: { top: number; bottom: number };
    readonly dictionary: PdfReference;
    readonly annotations: PdfReference[];
    maxY(): number;
  };
  readonly _root: PdfReference;
  /** The font in use. */
  readonly _font: {
    readonly font: { hasGlyphForCodePoint(code: number): boolean };
  };
  /** Read when the file ends, where there is a form. */
  _acroform?: { fonts: Record<string, never>; defaultFont: string };
  addPage(): PdfDocument;
  switchToPage(index: number): void;
  bufferedPageRange(): { start: number; count: number };
  registerFont(name: string, bytes: Uint8Array): PdfDocument;
  font(name: string): PdfDocument;
  fontSize(size: number): PdfDocument;
  fillColor(colour: string): PdfDocument;
  text(text: string, x: number, y: number, options?: TextOptions): PdfDocument;
  heightOfString(text: string, options?: TextOptions): number;
  widthOfString(text: string): number;
  rect(x: number, y: number, width: number, height: number): PdfDocument;
  roundedRect(
    x: number,
    y: number,
    w: number,
    h: number,
    r: number,
  ): PdfDocument;
  moveTo(x: number, y: number): PdfDocument;
  lineTo(x: number, y: number): PdfDocument;
  lineWidth(width: number): PdfDocument;
  stroke(colour: string): PdfDocument;
  fill(colour: string): PdfDocument;
  struct(
    type: string,
    options?: Readonly<Record<string, unknown>> | (() => void),
    draw?: () => void,
  ): StructureElement;
  addStructure(element: StructureElement): void;
  markContent(tag: string, options: { type: string }): void;
  endMarkedContent(): void;
  appendXML(xml: string): void;
  ref(data: Readonly<Record<string, unknown>>): PdfReference;
  annotate(
    x: number,
    y: number,
    width: number,
    height: number,
    options: Readonly<Record<string, unknown>>,
  ): void;
  file(bytes: Buffer, options: Readonly<Record<string, unknown>>): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  end(): void;
}

/** A new document of pdfkit. */
export function newPdf(
  options: Readonly<Record<string, unknown>>,
): PdfDocument {
  // pdfkit has no types of its own: the interface above was written from what it does.
  return new PDFKit(options) as PdfDocument;
}
