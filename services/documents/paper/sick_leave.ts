import { formatDay } from "@/i18n/format.ts";
import { plural, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { sickLeaveDays } from "@/domain/documents.ts";
import { softColour, writeText } from "../pdf/text.ts";
import type { PrintableOf } from "../printable.ts";
import { noon, writeHead } from "./head.ts";
import type { Paper } from "./paper.ts";

/** The three sheets, each named by its addressee. The diagnosis stands on the sheet of the CNS only (GDPR, article 9). */
const sheets = ["cns", "employer", "patient"] as const;
export type Sheet = (typeof sheets)[number];

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** Its sheets; in French besides where the patient's language is none of the country's administrative ones. */
export function writeSickLeave(
  paper: Paper,
  document: PrintableOf<"sick_leave">,
  only: readonly Sheet[] = sheets,
): void {
  const { pdf, root, words } = paper;
  for (const addressee of only) {
    pdf.addPage();
    const section = pdf.struct("Sect");
    root.add(section);
    writeHead(paper, section, words.sickLeave);
    const name = {
      cns: words.sheetCns,
      employer: words.sheetEmployer,
      patient: words.sheetPatient,
    }[addressee];
    writeText(pdf, section, "H2", name, { bold: true, size: 12, after: 10 });
    const statement = statementOf(document, document.language);
    writeText(pdf, section, "P", statement, { size: 11, after: 8 });
    if (addressee === "cns") {
      writeText(
        pdf,
        section,
        "P",
        t(words.diagnosis, { code: document.content.diagnosis }),
        { bold: true, size: 11, after: 8 },
      );
      if (document.content.reason !== "") {
        writeText(pdf, section, "P", document.content.reason, { after: 8 });
      }
    }
    if (document.language === "en" || document.language === "pt") {
      writeText(pdf, section, "H2", texts("fr").paper.sickLeave, {
        bold: true,
        size: 11,
        colour: softColour,
      });
      writeText(pdf, section, "P", statementOf(document, "fr"), {
        colour: softColour,
      });
    }
    section.end();
  }
}

function statementOf(
  { content }: PrintableOf<"sick_leave">,
  language: PrintableOf<"sick_leave">["language"],
): string {
  const { from, to, type, outings } = content;
  const { paper, documents } = texts(language);
  const kind = {
    initial: documents.sickLeaveInitial,
    prolongation: documents.sickLeaveProlongation,
    relapse: documents.sickLeaveRelapse,
  }[type];
  const allowed = {
    none: documents.outingsNone,
    restricted: documents.outingsRestricted,
    free: documents.outingsFree,
  }[outings];
  const known = isDay(from) && isDay(to);
  const days = known ? sickLeaveDays(from, to) : 0;
  return [
    t(paper.incapable, {
      from: known ? formatDay(noon(from), language) : "…",
      to: known ? formatDay(noon(to), language) : "…",
      days: t(
        plural(language, days, {
          one: documents.days_one,
          other: documents.days_other,
        }),
        { days },
      ),
    }),
    kind,
    allowed,
  ].join("\n");
}
