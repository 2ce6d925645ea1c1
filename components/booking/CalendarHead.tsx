import { WeekNav } from "@/components/WeekNav.tsx";
import { localDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import { weekOf } from "@/domain/week.ts";
import { formatDays, formatOffset, placeOf } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { slotName } from "./DoctorList.tsx";

interface CalendarHeadProps {
  calendar: CalendarRecord;
  language: Language;
  texts: BookingTexts;
}

/** Which week it is, and the ways to others. */
export function CalendarHead(
  { calendar, language, texts }: CalendarHeadProps,
) {
  const { slug, time_zone: zone } = calendar.doctor;
  const week = weekOf(calendar, zone);
  const monday = week.days[0]?.startsAt ?? "";
  const sunday = week.days[6]?.startsAt ?? "";
  const to = (day: string) => paths.doctor(language, slug, day);
  const free = calendar.next_free_at;
  return (
    <WeekNav
      title={formatDays(monday, sunday, language, zone)}
      note={`${t(texts.timeNote, { place: placeOf(zone, language) })} (${
        formatOffset(monday, zone)
      })`}
      previous={week.previous
        ? { href: to(week.previous), label: texts.previousWeek }
        : undefined}
      next={week.next
        ? { href: to(week.next), label: texts.nextWeek }
        : undefined}
      nextFree={calendar.slots.length === 0 && free
        ? {
          href: to(localDate(free, zone)),
          label: t(texts.jumpToFree, { when: slotName(free, language, zone) }),
        }
        : undefined}
    />
  );
}
