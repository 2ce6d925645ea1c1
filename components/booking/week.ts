import type { WeekDay } from "./WeekGrid.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import { weekOf } from "@/domain/week.ts";
import { formatDayOfYear, formatShortDay, formatStart } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";
import { slotName } from "./DoctorList.tsx";

/**
 * The days of a calendar as the grid shows them, without the weekend when it has no slot.
 * `move` is the appointment that would be moved to one of the slots.
 */
export function weekDays(
  calendar: CalendarRecord,
  language: Language,
  move?: string,
): WeekDay[] {
  const { slug, time_zone: zone } = calendar.doctor;
  const week = weekOf(calendar, zone);
  const weekendFree = week.days.some((day) =>
    isWeekend(day.date) && day.cells.length > 0
  );
  return week.days
    .filter((day) => weekendFree || !isWeekend(day.date))
    .map((day) => {
      const [weekday = ""] = formatShortDay(day.startsAt, language, zone)
        .split(" ");
      return {
        date: day.date,
        weekday,
        day: dayOfMonth(day.date, language),
        name: formatDayOfYear(day.startsAt, language, zone),
        today: day.date === calendar.today,
        zone,
        slots: day.cells.map((cell) => ({
          start: cell.startsAt,
          time: formatStart(cell.startsAt, language, zone),
          name: slotName(cell.startsAt, language, zone),
          href: paths.slot(language, slug, cell.startsAt, {
            reason: calendar.reason_id,
            move,
          }),
        })),
      };
    });
}

function isWeekend(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek > 5;
}

/** `30`; the first is `1er` in French. */
function dayOfMonth(date: string, language: Language): string {
  const day = Number(date.slice(-2));
  return language === "fr" && day === 1 ? "1er" : String(day);
}
