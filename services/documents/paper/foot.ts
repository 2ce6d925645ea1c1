import { formatDate, formatTimeWithZone } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { asPrintable } from "../pdf/glyphs.ts";
import { sheet } from "../pdf/open.ts";
import { drawQr } from "../pdf/qr.ts";
import { setFont, softColour } from "../pdf/text.ts";
import { addSignatureField } from "../signature/field.ts";
import { doctorOf, groupedCode, type Paper } from "./paper.ts";

const QR = 84;
const QR_TOP = 702;
const SIGNATURE = [330, 704, 209, 58] as const;
/** Of the text in the signature's frame, in points. */
const SIZES = [8.5, 7.5, 6.5];

/** On every page: who and which document, the QR code, page n of m. On the last one the signature's field. */
export function writeFeet(paper: Paper): void {
  const { pdf, root, words, document } = paper;
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    // Text below the margin would open a page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    if (index > start) writeRunningHead(paper);
    pdf.markContent("Artifact", { type: "Pagination" });
    setFont(pdf, { size: 8, colour: softColour });
    const page = { page: index - start + 1, count };
    pdf.text(
      `${document.number ?? words.draft} · ${t(words.page, page)}`,
      sheet.left,
      806,
      { width: sheet.width, align: "right", lineBreak: false },
    );
    pdf.endMarkedContent();
    if (paper.verificationUrl) writeVerification(paper, index === start);
    const last = index === start + count - 1;
    // Each sheet of a sick leave goes to somebody else.
    if (document.issued_at && (last || document.kind === "sick_leave")) {
      writeSignature(paper, document.issued_at, last);
    }
    pdf.page.margins.bottom = bottom;
  }
  root.end();
}

function writeRunningHead({ pdf, document }: Paper): void {
  const { patient } = document.facts;
  pdf.markContent("Artifact", { type: "Pagination" });
  setFont(pdf, { size: 8, colour: softColour });
  pdf.text(
    asPrintable(
      `${doctorOf(document)} · ${patient.first_name} ${patient.last_name}`,
    ),
    sheet.left,
    40,
    // One line, whatever the names are: it repeats what stands on the first page.
    { width: sheet.width, height: 10, ellipsis: true },
  );
  pdf.endMarkedContent();
}

/** The code, its picture and where it leads: tagged once, decoration on the pages after. */
function writeVerification(
  { pdf, root, words, document, verificationUrl = "" }: Paper,
  tagged: boolean,
): void {
  const x = sheet.left - 8;
  const draw = () => drawQr(pdf, verificationUrl, x, QR_TOP, QR);
  const note = () => {
    setFont(pdf, { size: 8, colour: softColour });
    pdf.text(
      [
        words.verify,
        verificationUrl.replace(/^https?:\/\//, "").replace(
          /[0-9a-f]{32}$/,
          "",
        ),
        groupedCode(document.code ?? ""),
      ].join("\n"),
      x + QR + 6,
      QR_TOP + 12,
      { width: 172 },
    );
  };
  if (!tagged) {
    pdf.markContent("Artifact", { type: "Pagination" });
    draw();
    note();
    pdf.endMarkedContent();
    return;
  }
  const figure = pdf.struct("Figure", {
    alt: `${words.verify} ${verificationUrl}`,
    bbox: [x, QR_TOP, x + QR, QR_TOP + QR],
  }, draw);
  root.add(figure);
  figure.end();
  const text = pdf.struct("P", note);
  root.add(text);
  text.end();
}

function writeSignature(
  { pdf, root, words, document }: Paper,
  issuedAt: string,
  withField: boolean,
): void {
  const { language, facts: { doctor } } = document;
  const [x, y, width, height] = SIGNATURE;
  const block = pdf.struct("Div");
  root.add(block);
  const name = doctorOf(document);
  const text = pdf.struct("P", () => {
    pdf.roundedRect(x, y, width, height, 4).lineWidth(0.8).stroke("#0b4a59");
    const said = asPrintable([
      t(words.signed, { doctor: name }),
      `${formatDate(issuedAt, language, doctor.time_zone)}, ${
        formatTimeWithZone(issuedAt, language, doctor.time_zone)
      }`,
      doctor.city,
    ].join("\n"));
    const lines = { width: width - 18, lineGap: 1.5 };
    // A long name makes it smaller: the frame has the place that the signature's field has.
    const fits = SIZES.find((size) => {
      setFont(pdf, { size, colour: "#0b4a59" });
      return pdf.heightOfString(said, lines) <= height - 12;
    });
    if (fits === undefined) lines.lineGap = 0;
    pdf.text(said, x + 9, y + 6, lines);
  });
  block.add(text);
  text.end();
  if (withField) {
    addSignatureField(pdf, block, SIGNATURE, {
      name,
      reason: document.number ?? "",
      location: doctor.city,
      at: new Date(issuedAt),
    });
  }
  block.end();
}
