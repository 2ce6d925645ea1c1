import { WeekNav } from "./WeekNav.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import { weekOf } from "@/domain/week.ts";
import { formatDays, formatOffset, placeOf } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface CalendarHeadProps {
  calendar: CalendarRecord;
  /** The appointment that is being moved. */
  move?: string;
  language: Language;
  texts: BookingTexts;
}

/** Which seven days they are, and the ways to others. */
export function CalendarHead(
  { calendar, move, language, texts }: CalendarHeadProps,
) {
  const { slug, time_zone: zone } = calendar.doctor;
  const week = weekOf(calendar, zone);
  const first = week.days[0]?.startsAt ?? "";
  const last = week.days[6]?.startsAt ?? "";
  const to = (day: string) =>
    paths.doctor(language, slug, {
      week: day,
      reason: calendar.reason_id,
      move,
    });
  return (
    <WeekNav
      title={formatDays(first, last, language, zone)}
      note={`${texts.chooseSlot} ${
        t(texts.timeNote, { place: placeOf(zone, language) })
      } (${formatOffset(first, zone)})`}
      previous={week.previous
        ? { href: to(week.previous), label: texts.previousWeek }
        : undefined}
      next={week.next
        ? { href: to(week.next), label: texts.nextWeek }
        : undefined}
    />
  );
}
