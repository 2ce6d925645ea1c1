import { localDate } from "@/domain/dates.ts";
import type { CalendarRecord } from "@/domain/records.ts";

/** The start of a slot as an address names it, in ms since 1970; null for what names none. */
export function slotStart(text: string | null): number | null {
  const time = Date.parse(text ?? "");
  if (Number.isNaN(time)) return null;
  const year = new Date(time).getUTCFullYear();
  return year > 1999 && year < 2200 ? time : null;
}

/** Reads the seven days of one doctor that hold a day; null when there is no such doctor. */
type ReadDays = (day: string | null) => Promise<CalendarRecord | null>;

/**
 * The seven days to open a doctor's calendar with: those of the chosen slot, those that are asked for, else the
 * first that have a free slot. Null when there is no such doctor.
 */
export async function openCalendar(
  read: ReadDays,
  week: string | null,
  start: number | null,
): Promise<CalendarRecord | null> {
  const near = start === null
    ? week
    : new Date(start).toISOString().slice(0, 10);
  const calendar = await read(near);
  if (calendar === null) return null;
  const zone = calendar.doctor.time_zone;
  if (start !== null) {
    const day = localDate(new Date(start).toISOString(), zone);
    return day === near ? calendar : await read(day);
  }
  const { slots, next_free_at } = calendar;
  if (week !== null || slots.length > 0 || next_free_at === null) {
    return calendar;
  }
  return await read(localDate(next_free_at, zone));
}
