import type { Catalogue } from "@/i18n/texts.ts";
import type { Printable } from "../printable.ts";
import type { PdfDocument, StructureElement } from "../pdf/pdfkit.ts";

/** A paper in the making. */
export interface Paper {
  readonly pdf: PdfDocument;
  readonly root: StructureElement;
  readonly document: Printable;
  readonly words: Catalogue["paper"];
  /** Where the QR code leads; undefined in a draft. */
  readonly verificationUrl?: string;
}

/** `Dr Claire Weber`. */
export function doctorOf({ facts: { doctor } }: Printable): string {
  return [doctor.title, doctor.first_name, doctor.last_name].join(" ");
}

/** `3f2a 91bc …`: as it is typed from paper. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
