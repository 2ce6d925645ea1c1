import { centsOf, type DocumentKind, icd10 } from "@/domain/documents.ts";
import { medicineOf, medicineParts } from "@/domain/medicines.ts";
import type { Json } from "@/supabase/types.ts";
import { unprintable } from "./pdf/glyphs.ts";

/** What the doctor's form was sent with: the content as it is kept, and what is wrong, by field. */
export interface DraftForm {
  readonly content: Record<string, Json>;
  readonly wrong: readonly WrongField[];
}

export interface WrongField {
  readonly field: string;
  readonly problem: "diagnosis" | "amount" | "unprintable";
  /** What cannot be printed. */
  readonly characters?: string;
}

/** Longest text of a field; the database has its own limits for what is issued. */
const TEXT_MAX = 2000;

/** The most lines that a form holds. Mirrored in SQL: private.prescription_problem. */
export const LINES_MAX = 30;

/**
 * The content of a draft from its form. Nothing typed is lost: what is wrong is kept as typed, and named.
 * Fields of lines are `line-<n>-<field>`; empty lines are dropped.
 */
export function readDraftForm(kind: DocumentKind, form: FormData): DraftForm {
  const wrong: WrongField[] = [];
  const text = (field: string) => {
    const value = String(form.get(field) ?? "").slice(0, TEXT_MAX).trim();
    const characters = unprintable(value).join(" ");
    if (characters) wrong.push({ field, problem: "unprintable", characters });
    return value;
  };
  const content = contentOf(kind, form, text, wrong);
  return { content, wrong };
}

function contentOf(
  kind: DocumentKind,
  form: FormData,
  text: (field: string) => string,
  wrong: WrongField[],
): Record<string, Json> {
  const checked = (field: string) => form.get(field) === "yes";
  switch (kind) {
    case "prescription":
      return {
        lines: linesOf(form, (prefix) => ({
          ...medicine(Object.fromEntries(
            medicineParts.map((part) => [part, text(`${prefix}-${part}`)]),
          )),
          renewals: Number(form.get(`${prefix}-renewals`) ?? 0) || 0,
          remark: text(`${prefix}-remark`),
        })),
        advice: text("advice"),
      };
    case "lab_order":
      return {
        analyses: form.getAll("analyses").map(String),
        others: text("others").split("\n").map((line) => line.trim())
          .filter((line) => line !== ""),
        fasting: checked("fasting"),
        urgent: checked("urgent"),
        home_visit: checked("home_visit"),
        remark: text("remark"),
      };
    case "sick_leave": {
      const typed = text("diagnosis");
      const diagnosis = icd10(typed);
      if (typed !== "" && diagnosis === null) {
        wrong.push({ field: "diagnosis", problem: "diagnosis" });
      }
      return {
        from: text("from"),
        to: text("to"),
        type: text("type"),
        diagnosis: diagnosis ?? typed,
        outings: text("outings"),
        reason: text("reason"),
      };
    }
    case "fee_note": {
      const cents = (field: string) => {
        const typed = text(field);
        const amount = centsOf(typed === "" ? "0" : typed);
        if (amount === null) wrong.push({ field, problem: "amount" });
        return amount ?? 0;
      };
      return {
        lines: linesOf(form, (prefix) => ({
          code: text(`${prefix}-code`),
          quantity: Number(form.get(`${prefix}-quantity`)) || 1,
        })),
        supplement_cents: cents("supplement"),
        paid_cents: cents("paid"),
      };
    }
  }
}

/** A whole medicine that was picked from the list stands in the name alone: its parts go where they belong. */
function medicine(parts: Record<string, string>): Record<string, string> {
  const { name = "", ...others } = parts;
  const picked = medicineOf(name);
  const alone = Object.values(others).every((part) => part === "");
  return picked && alone ? picked : parts;
}

/** The lines of a form, without those in which nothing was typed, and without the one to remove. */
function linesOf(
  form: FormData,
  read: (prefix: string) => Record<string, Json>,
): Record<string, Json>[] {
  const removed = /^remove-(\d+)$/.exec(String(form.get("act") ?? ""))?.[1];
  return Array.from({ length: LINES_MAX }, (_, index) => index)
    .filter((index) => String(index) !== removed)
    .filter((index) =>
      [...form].some(([name, value]) =>
        name.startsWith(`line-${index}-`) &&
        !/-(quantity|renewals)$/.test(name) && value !== ""
      )
    )
    .map((index) => read(`line-${index}`));
}
