import { formatDate } from "@/i18n/format.ts";
import { plural, t } from "@/i18n/mod.ts";
import { sheet } from "../pdf/open.ts";
import { keepTogether, setFont, softColour, writeText } from "../pdf/text.ts";
import type { Medicine, PrintableOf } from "../printable.ts";
import { noon, writeHead } from "./head.ts";
import type { Paper } from "./paper.ts";

const INDENT = 20;

/** Numbered medicines, the advice, and until when it is valid. */
export function writePrescription(
  paper: Paper,
  { content, facts, language }: PrintableOf<"prescription">,
): void {
  const { pdf, root, words } = paper;
  pdf.addPage();
  writeHead(paper, root, words.prescription);
  const list = pdf.struct("L");
  root.add(list);
  content.lines.forEach((line, index) => {
    keepTogether(pdf, 62);
    const item = pdf.struct("LI");
    list.add(item);
    const y = pdf.y;
    const label = pdf.struct("Lbl", () => {
      setFont(pdf, { bold: true, size: 11 });
      pdf.text(`${index + 1}.`, sheet.left, y, { lineBreak: false });
    });
    item.add(label);
    label.end();
    const x = sheet.left + INDENT;
    writeText(pdf, item, "LBody", nameOf(line), { x, y, bold: true, size: 11 });
    writeText(
      pdf,
      item,
      "LBody",
      t(words.dose, { dose: line.dose, duration: line.duration }),
      { x },
    );
    writeText(pdf, item, "LBody", detailsOf(line, paper), {
      x,
      size: 9,
      colour: softColour,
      after: 9,
    });
    item.end();
  });
  list.end();
  if (content.advice !== "") {
    writeText(pdf, root, "H2", words.advice, { bold: true, size: 11 });
    writeText(pdf, root, "P", content.advice, { after: 10 });
  }
  const until = (day: string) => formatDate(noon(day), language);
  writeText(
    pdf,
    root,
    "P",
    t(words.valid, {
      valid: until(facts.valid_until),
      renewals: until(facts.renewable_until),
    }),
    { size: 9 },
  );
}

function nameOf({ name, strength, form }: Medicine): string {
  return [name, strength, form].filter(Boolean).join(", ");
}

function detailsOf(
  { quantity, renewals, remark }: Medicine,
  { words, document: { language } }: Paper,
): string {
  return [
    t(words.quantity, { quantity }),
    renewals === 0 ? words.noRenewal : t(
      plural(language, renewals, {
        one: words.renewal_one,
        other: words.renewal_other,
      }),
      { times: renewals },
    ),
    remark,
  ].filter(Boolean).join(" · ");
}
