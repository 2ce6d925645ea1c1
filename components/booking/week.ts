import type { WeekDay } from "@/components/WeekGrid.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import { weekOf } from "@/domain/week.ts";
import { formatDayOfYear, formatShortDay } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";
import { slotName } from "./DoctorList.tsx";

/**
 * The days of a calendar as the grid shows them: past days left out, and the weekend when it has no slot.
 * `gone` are slots that somebody took while we look: struck through, no longer offered.
 */
export function weekDays(
  calendar: CalendarRecord,
  language: Language,
  gone: readonly string[] = [],
): WeekDay[] {
  const { slug, time_zone: zone } = calendar.doctor;
  const week = weekOf(calendar, zone);
  const weekendFree = week.days.slice(5).some((day) => day.cells.length > 0);
  return week.days
    .filter((day, index) => !day.past && (index < 5 || weekendFree))
    .map((day) => {
      const [weekday = "", ...rest] = formatShortDay(
        day.startsAt,
        language,
        zone,
      ).split(" ");
      return {
        date: day.date,
        weekday,
        day: rest.join(" "),
        name: formatDayOfYear(day.startsAt, language, zone),
        today: day.date === calendar.today,
        slots: day.cells.map((cell) => ({
          start: cell.startsAt,
          time: cell.time,
          name: slotName(cell.startsAt, language, zone),
          href: paths.booking(language, slug, cell.startsAt),
          taken: gone.includes(cell.startsAt),
        })),
      };
    });
}
