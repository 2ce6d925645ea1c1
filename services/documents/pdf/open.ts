import { fonts } from "./fonts.ts";
import { newPdf, type PdfDocument } from "./pdfkit.ts";

/** A4 in points, and where the text of a page stands. */
export const sheet = {
  left: 56,
  right: 539,
  width: 483,
  top: 72,
  /** Above the QR code and the signature. */
  bottom: 690,
  height: 842,
} as const;

/** What the file says about itself. */
export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  /** The only time in the file: the same row always gives the same bytes. */
  readonly at: Date;
  /** More XMP: what Factur-X asks for. */
  readonly xmp?: string;
}

/**
 * A tagged PDF 1.7 that is PDF/A-3a and says it is PDF/UA-1, with our fonts. Uncompressed: the bytes must not
 * change with the zlib of another Deno.
 */
export function openPdf(description: PdfDescription): PdfDocument {
  const { title, author, subject, language, at, xmp = "" } = description;
  const { regular, bold } = fonts();
  const pdf = newPdf({
    size: "A4",
    margins: {
      top: sheet.top,
      left: sheet.left,
      right: sheet.left,
      bottom: sheet.height - sheet.bottom,
    },
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    compress: false,
    font: regular,
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      Creator: "eConsult",
      Producer: "eConsult",
      CreationDate: at,
      ModDate: at,
    },
  });
  escapeMetadata(pdf);
  pdf.registerFont("regular", regular).registerFont("bold", bold);
  pdf.appendXML(
    `<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${
      at.toISOString().slice(0, 19)
    }Z</xmp:ModifyDate></rdf:Description>${xmp}`,
  );
  return pdf;
}

/** pdfkit writes the description into the XMP unescaped: `&` or `<` in a name would break it. */
function escapeMetadata(pdf: PdfDocument): void {
  const endMetadata = pdf.endMetadata;
  pdf.endMetadata = function () {
    const info = pdf.info;
    pdf.info = Object.fromEntries(
      Object.entries(info).map(([name, value]) => [
        name,
        typeof value === "string" ? escapeXml(value) : value,
      ]),
    );
    endMetadata.call(pdf);
    pdf.info = info;
  };
}

/** A text for XML content and attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
