import { Buffer } from "node:buffer";
import { formatAmount, formatDate } from "@/i18n/format.ts";
import { type Language, languageTags, t } from "@/i18n/mod.ts";
import { epcText } from "../fee_note/epc.ts";
import { facturXOf } from "../fee_note/facturx.ts";
import { sheet } from "../pdf/open.ts";
import { drawQr } from "../pdf/qr.ts";
import { writeTable } from "../pdf/table.ts";
import { keepTogether, softColour, writeText } from "../pdf/text.ts";
import type { PrintableOf } from "../printable.ts";
import { noon, writeHead } from "./head.ts";
import { doctorOf, type Paper } from "./paper.ts";

const QR = 100;

/** Acts with their tariffs, total, payment with a QR code for banking apps, acquittal, and the data as Factur-X. */
export function writeFeeNote(
  paper: Paper,
  document: PrintableOf<"fee_note">,
): void {
  const { pdf, root, words } = paper;
  const { facts, content, language, number } = document;
  pdf.addPage();
  writeHead(paper, root, words.feeNote);
  const amount = (cents: number) => formatAmount(cents, language);
  writeTable(
    pdf,
    root,
    [
      { head: words.date, width: 66 },
      { head: words.code, width: 44 },
      { head: words.act, width: 165 },
      { head: words.coefficient, width: 72, align: "right" },
      { head: words.count, width: 48, align: "right" },
      { head: words.amount, width: 88, align: "right" },
    ],
    facts.acts.map((act) => [
      formatDate(noon(facts.consulted_on), language),
      act.code,
      act.name,
      [act.coefficient && tariffNumber(act.coefficient, language), act.letter]
        .filter(Boolean).join(" × "),
      String(act.quantity),
      act.cents === null ? "–" : amount(act.cents * act.quantity),
    ]),
  );
  pdf.y += 8;
  const due = facts.total_cents - content.paid_cents;
  const sums: [string, number][] = [
    [words.supplement, content.supplement_cents],
    [words.total, facts.total_cents],
    [words.paid, content.paid_cents],
    [words.due, due],
  ];
  for (const [label, cents] of sums) {
    if (cents === 0 && label !== words.due) continue;
    keepTogether(pdf, 18);
    const y = pdf.y;
    const bold = label === words.total || label === words.due;
    writeText(pdf, root, "P", `${label}  ${amount(cents)}`, {
      ...{ y, bold, align: "right", size: bold ? 11 : 10 },
    });
  }
  pdf.y += 12;
  keepTogether(pdf, QR + 20);
  const top = pdf.y;
  if (due > 0) writePayment(paper, document, due, top);
  writeText(pdf, root, "P", acquittalOf(paper, document), {
    x: 350,
    y: top,
    size: 9,
    lineGap: 4,
  });
  pdf.y = Math.max(pdf.y, top + QR);
  writeText(pdf, root, "P", words.vat, { size: 8, colour: softColour });
  if (number) attachData(paper, document);
}

/** `11,3` of `11.3000`. */
function tariffNumber(coefficient: string, language: Language): string {
  return new Intl.NumberFormat(languageTags[language], {
    maximumFractionDigits: 4,
  }).format(Number(coefficient));
}

function writePayment(
  { pdf, root, words }: Paper,
  document: PrintableOf<"fee_note">,
  due: number,
  top: number,
): void {
  const { facts: { doctor, due_on }, language, number } = document;
  const name = doctorOf(document);
  const iban = doctor.iban ?? "";
  let x: number = sheet.left;
  if (number && iban) {
    const text = epcText({ name, iban, cents: due, text: number });
    const figure = pdf.struct("Figure", {
      alt: words.paymentCode,
      bbox: [x, top, x + QR, top + QR],
    }, () => drawQr(pdf, text, x - 8, top - 8, QR));
    root.add(figure);
    figure.end();
    x += QR;
  }
  const grouped = iban.replace(/(.{4})(?=.)/g, "$1 ");
  writeText(
    pdf,
    root,
    "P",
    [
      t(words.payUntil, { date: formatDate(noon(due_on), language) }),
      name,
      grouped,
      t(words.reference, { number: number ?? "–" }),
    ].join("\n"),
    { x, y: top, size: 9, width: 340 - x, lineGap: 3 },
  );
}

/** "Pour acquit": a signature and a date make a proof of payment of it. */
function acquittalOf(
  { words }: Paper,
  { content, facts }: PrintableOf<"fee_note">,
): string {
  return [
    words.acquittal,
    content.paid_cents >= facts.total_cents && facts.total_cents > 0
      ? words.acquitted
      : words.acquittalLine,
  ].join("\n");
}

function attachData(
  { pdf, words }: Paper,
  document: PrintableOf<"fee_note">,
): void {
  const at = new Date(document.issued_at ?? 0);
  pdf.file(Buffer.from(facturXOf(document, words.vat)), {
    name: "factur-x.xml",
    type: "text/xml",
    relationship: "Data",
    description: "Factur-X",
    creationDate: at,
    modifiedDate: at,
  });
}
