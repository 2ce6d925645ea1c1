import { parsePhoneNumberFromString } from "libphonenumber-js";
import { formatDate } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { sheet } from "../pdf/open.ts";
import type { StructureElement } from "../pdf/pdfkit.ts";
import { drawRule, softColour, writeText } from "../pdf/text.ts";
import { groupedMatricule } from "@/domain/digit_groups.ts";
import { doctorOf, type Paper } from "./paper.ts";

const HALF = sheet.width / 2 - 10;
const MIDDLE = sheet.left + sheet.width / 2 + 10;

/** Noon in UTC of a day: the same day in every zone where the platform runs. */
export function noon(day: string): string {
  return `${day}T12:00:00Z`;
}

/** Doctor, patient, number and date; then the title. */
export function writeHead(
  paper: Paper,
  parent: StructureElement,
  title: string,
): void {
  const { pdf, words, document: { facts, language, number } } = paper;
  const { doctor, patient } = facts;
  const top = sheet.top - 20;
  const soft = { size: 9, colour: softColour };
  writeText(pdf, parent, "P", doctorOf(paper.document), {
    y: top,
    bold: true,
    size: 13,
    width: HALF + 60,
  });
  writeText(
    pdf,
    parent,
    "P",
    lines([
      doctor.specialty,
      t(words.doctorCode, { code: doctor.code }),
      doctor.street,
      place(doctor.postal_code, doctor.city, "LU"),
      [doctor.phone && formatPhone(doctor.phone), doctor.email].filter(Boolean)
        .join(" · "),
    ]),
    { ...soft, width: HALF + 60 },
  );
  const below = pdf.y;
  writeText(
    pdf,
    parent,
    "P",
    lines(["eConsult", words.teleconsultation]),
    {
      ...soft,
      x: MIDDLE + 60,
      y: top + 3,
      align: "right",
    },
  );
  pdf.y = Math.max(pdf.y, below) + 8;
  drawRule(pdf, pdf.y);
  const row = pdf.y + 12;
  writeText(pdf, parent, "P", words.patient, { ...soft, y: row });
  writeText(pdf, parent, "P", `${patient.first_name} ${patient.last_name}`, {
    bold: true,
    size: 11,
    width: HALF,
  });
  writeText(
    pdf,
    parent,
    "P",
    lines([
      patient.born_on &&
      t(words.born, { date: formatDate(noon(patient.born_on), language) }),
      t(words.matricule, {
        matricule: groupedMatricule(patient.matricule),
      }),
      patient.street,
      place(patient.postal_code, patient.city, patient.country),
      patient.guardian && t(words.guardian, { name: patient.guardian }),
    ]),
    { size: 9.5, width: HALF },
  );
  const left = pdf.y;
  writeText(pdf, parent, "P", words.number, {
    ...soft,
    x: MIDDLE,
    y: row,
  });
  writeText(pdf, parent, "P", number ?? words.draft, {
    x: MIDDLE,
    bold: true,
    size: 11,
    after: 4,
  });
  writeText(
    pdf,
    parent,
    "P",
    lines([
      t(words.issued, {
        place: doctor.city,
        date: formatDate(noon(facts.issued_on), language),
      }),
      t(words.consulted, {
        date: formatDate(noon(facts.consulted_on), language),
      }),
      facts.corrects && t(words.corrects, { number: facts.corrects }),
    ]),
    { x: MIDDLE, size: 9.5 },
  );
  pdf.y = Math.max(pdf.y, left) + 22;
  writeText(pdf, parent, "H1", title, { bold: true, size: 19, after: 10 });
}

function place(code: string | null, city: string, country: string): string {
  const bare = code?.replace(/^L-/i, "") ?? "";
  const written = country === "LU" && bare !== "" ? `L-${bare}` : bare;
  return [written, city].filter(Boolean).join(" ");
}

function lines(texts: readonly (string | null | undefined | "")[]): string {
  return texts.filter(Boolean).join("\n");
}

/** `+352 27 12 50 401`. */
function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}
