import { t } from "@/i18n/mod.ts";
import { writeTable } from "../pdf/table.ts";
import { keepTogether, writeText } from "../pdf/text.ts";
import type { PrintableOf } from "../printable.ts";
import { writeHead } from "./head.ts";
import type { Paper } from "./paper.ts";

/** Analyses by group, free lines, and what the laboratory has to know; phone and address for a visit at home. */
export function writeLabOrder(
  paper: Paper,
  { content, facts }: PrintableOf<"lab_order">,
): void {
  const { pdf, root, words } = paper;
  pdf.addPage();
  writeHead(paper, root, words.labOrder);
  const marks = [
    content.urgent && words.urgent,
    content.fasting && words.fasting,
  ].filter((mark) => mark !== false);
  if (marks.length > 0) {
    writeText(pdf, root, "P", marks.join(" · "), {
      bold: true,
      size: 11,
      after: 8,
    });
  }
  writeTable(pdf, root, [
    { head: words.code, width: 60 },
    { head: words.analysis, width: 288 },
    { head: words.group, width: 135 },
  ], [
    ...facts.analyses.map(({ code, name, group }) => [code, name, group]),
    ...content.others.map((other) => ["", other, ""]),
  ]);
  pdf.y += 14;
  if (content.remark !== "") {
    writeText(pdf, root, "H2", words.clinicalRemark, {
      bold: true,
      size: 11,
    });
    writeText(pdf, root, "P", content.remark, { after: 10 });
  }
  if (content.home_visit) {
    const { street, postal_code, city, phone } = facts.patient;
    keepTogether(pdf, 60);
    writeText(pdf, root, "H2", words.homeVisit, { bold: true, size: 11 });
    writeText(
      pdf,
      root,
      "P",
      t(words.homeVisitTo, {
        address: `${street}, ${postal_code} ${city}`,
        phone: phone ?? "–",
      }),
    );
  }
}
