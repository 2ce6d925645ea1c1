import type { CalendarRecord } from "@/domain/records.ts";
import { doctorName } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, languageNames, t } from "@/i18n/mod.ts";

/** What a tab, a search engine and a shared link say of a doctor's public page. */
export function doctorPageMeta(
  { doctor, reasons }: Pick<CalendarRecord, "doctor" | "reasons">,
  language: Language,
  texts: BookingTexts,
): { title: string; description: string } {
  const title = [
    doctorName(doctor, language),
    doctor.specialty[language],
    doctor.city,
  ].join(", ");
  const spoken = doctor.languages.map((one) => languageNames[one]).join(", ");
  const listed = reasons.map(({ name }) => name).join(", ");
  const description = [
    t(texts.slotsOf, { doctor: title }),
    `${texts.consultsIn} ${spoken}`,
    ...(listed ? [t(texts.visitReason, { reason: listed })] : []),
  ].join(". ");
  return { title, description };
}
