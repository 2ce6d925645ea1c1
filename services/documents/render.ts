import type { Buffer } from "node:buffer";
import { paths } from "@/domain/paths.ts";
import { languageTags } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { facturXmp } from "./fee_note/facturx.ts";
import { closePdf } from "./pdf/close.ts";
import { openPdf } from "./pdf/open.ts";
import { writeFeeNote } from "./paper/fee_note.ts";
import { writeFeet } from "./paper/foot.ts";
import { writeLabOrder } from "./paper/lab_order.ts";
import { doctorOf, type Paper } from "./paper/paper.ts";
import { writePrescription } from "./paper/prescription.ts";
import { type Sheet, writeSickLeave } from "./paper/sick_leave.ts";
import type { Printable } from "./printable.ts";
import { signPdf } from "./signature/sign_pdf.ts";

/** Makes the detached signature of some bytes. */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/**
 * The PDF of a document, signed; of a draft a preview that says so, without code and signature. The same row and
 * certificate always give the same bytes.
 *
 * @param publicUrl origin of the app, for the QR code
 * @param sheet of a sick leave only this one; defaults to all three
 */
export async function renderDocument(
  document: Printable,
  publicUrl: string,
  sign: Sign,
  sheet?: Sheet,
): Promise<Buffer> {
  const words = texts(document.language).paper;
  const titles = {
    prescription: words.prescription,
    lab_order: words.labOrder,
    sick_leave: words.sickLeave,
    fee_note: words.feeNote,
  };
  const kind = titles[document.kind];
  const pdf = openPdf({
    title: [kind, document.number].filter(Boolean).join(" "),
    author: doctorOf(document),
    subject: kind,
    language: languageTags[document.language],
    at: new Date(document.issued_at ?? `${document.facts.issued_on}T12:00:00Z`),
    xmp: document.kind === "fee_note" && document.number ? facturXmp : "",
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const verificationUrl = document.code
    ? publicUrl + paths.verificationCode(document.code)
    : undefined;
  const paper: Paper = { pdf, root, document, words, verificationUrl };
  writeContent(paper, document, sheet);
  writeFeet(paper);
  const bytes = await closePdf(pdf);
  return document.issued_at ? await signPdf(bytes, sign) : bytes;
}

function writeContent(
  paper: Paper,
  document: Printable,
  sheet?: Sheet,
): void {
  switch (document.kind) {
    case "prescription":
      return writePrescription(paper, document);
    case "lab_order":
      return writeLabOrder(paper, document);
    case "sick_leave":
      return writeSickLeave(paper, document, sheet && [sheet]);
    case "fee_note":
      return writeFeeNote(paper, document);
  }
}
