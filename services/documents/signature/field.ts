import { Buffer } from "node:buffer";
import type { PdfDocument, StructureElement } from "../pdf/pdfkit.ts";

/** Room for a signature with a chain and a time stamp, in bytes. */
const ROOM = 16_384;

/** Who signs what, as the signature's own dictionary says it. */
export interface SignatureNote {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/**
 * A signature field over a block that is drawn as ordinary text: its dictionary has an empty `Contents` that
 * `signPdf` fills. The form asks no viewer to draw anything, which PDF/A forbids.
 */
export function addSignatureField(
  pdf: PdfDocument,
  parent: StructureElement,
  [x, y, width, height]: readonly [number, number, number, number],
  { name, reason, location, at }: SignatureNote,
): void {
  // pdfkit writes a primitive string as a PDF name, a String object as text.
  const asText = (text: string) => new String(text);
  const signature = pdf.ref({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [0, "**********", "**********", "**********"],
    Contents: Buffer.alloc(ROOM),
    Reason: asText(reason),
    M: at,
    Name: asText(name),
    Location: asText(location),
  });
  const appearance = pdf.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: {},
  });
  appearance.end(" ");
  const fields: unknown[] = [];
  const form = pdf.ref({ SigFlags: 3, Fields: fields, DR: { Font: {} } });
  pdf._root.data.AcroForm = form;
  pdf._acroform = { fonts: {}, defaultFont: "-" };
  const element = pdf.struct("Form");
  parent.add(element);
  const before = pdf.page.annotations.length;
  pdf.annotate(x, y, width, height, {
    Subtype: "Widget",
    FT: "Sig",
    F: 132,
    T: asText("Signature"),
    TU: asText(reason),
    V: signature,
    P: pdf.page.dictionary,
    AP: { N: appearance },
    structParent: element,
  });
  fields.push(pdf.page.annotations[before]);
  element.end();
  signature.end();
}
