import { isPlainDate } from "@/domain/dates.ts";
import { sickLeaveDays } from "@/domain/documents.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { formatDay } from "@/i18n/format.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

/** The words a length is written with. */
export type LengthTexts = Pick<DocumentTexts, "days_one" | "days_other">;

/**
 * `mardi 24 novembre 2026 – jeudi 26 novembre 2026 (3 jours)`: a wrong day of the week is seen. Empty while the two
 * (`YYYY-MM-DD`) are no first and last day.
 */
export function sickLeaveLength(
  from: string,
  to: string,
  language: Language,
  texts: LengthTexts,
): string {
  if (!isPlainDate(from) || !isPlainDate(to) || to < from) return "";
  const days = sickLeaveDays(from, to);
  const forms = { one: texts.days_one, other: texts.days_other };
  const day = (date: string) => formatDay(`${date}T12:00:00Z`, language);
  return `${day(from)} – ${day(to)} (${
    t(plural(language, days, forms), { days })
  })`;
}
