import { Chips } from "@/components/ui/Chips.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { Language } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface ReasonChoiceProps {
  calendar: CalendarRecord;
  /** The slot on the ticket, ISO instant: it stays there, and is free for the other length or not. */
  start: string | null;
  language: Language;
  texts: BookingTexts;
}

/** Why one comes: each reason of the doctor leads to the slots that are free for its length. */
export function ReasonChoice(props: ReasonChoiceProps) {
  const { calendar, start, language, texts } = props;
  const { doctor, reasons, reason_id, first_day } = calendar;
  if (reasons.length === 0) return null;
  const to = (reason?: string) =>
    start === null
      ? paths.doctor(language, doctor.slug, { week: first_day, reason })
      : paths.slot(language, doctor.slug, start, { reason });
  const label = (name: string, minutes: number) =>
    `${name}, ${formatDuration(minutes * 60_000, language)}`;
  return (
    <section class="stack stack-s reasons" aria-labelledby="reasons">
      <h2 id="reasons">{texts.reasonTitle}</h2>
      <Chips
        label={texts.reasonTitle}
        wrap
        chips={[
          ...reasons.map(({ id, name, minutes }) => ({
            label: label(name, minutes),
            href: to(id),
            current: id === reason_id,
          })),
          {
            label: label(texts.otherReason, doctor.slot_minutes),
            href: to(),
            current: reason_id === null,
          },
        ]}
      />
    </section>
  );
}
