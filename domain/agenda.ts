import type { SlotSettings, WeeklyHours } from "./practice.ts";

/** Minutes since midnight of `08:00`; `24:00` is 1440. NaN for what is no time. */
export function minutesOf(time: string): number {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  if (parts === null) return NaN;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return Number(parts[2]) < 60 && minutes <= 1440 ? minutes : NaN;
}

/** `08:00` of minutes since midnight. */
function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The starts of the slots in one interval, `08:00`. Mirrored in SQL: private.free_slots. */
export function slotStarts(
  { starts, ends }: Pick<WeeklyHours, "starts" | "ends">,
  { slot_minutes, buffer_minutes }: Pick<
    SlotSettings,
    "slot_minutes" | "buffer_minutes"
  >,
): string[] {
  const last = minutesOf(ends) - slot_minutes;
  const found: string[] = [];
  if (slot_minutes < 1) return found;
  for (
    let start = minutesOf(starts);
    start <= last;
    start += slot_minutes + buffer_minutes
  ) found.push(timeOf(start));
  return found;
}

/** What is wrong with an interval. */
export type HoursProblem = "time" | "order" | "overlap" | "validity";

/** The first problem of each interval, by its place in the list; null where there is none. */
export function problemsOf(
  hours: readonly WeeklyHours[],
): (HoursProblem | null)[] {
  return hours.map((one, place) => {
    const from = minutesOf(one.starts);
    const to = minutesOf(one.ends);
    if (Number.isNaN(from) || Number.isNaN(to)) return "time";
    if (from >= to) return "order";
    if (one.valid_from && one.valid_to && one.valid_from > one.valid_to) {
      return "validity";
    }
    const overlaps = hours.slice(0, place).some((other) =>
      other.weekday === one.weekday &&
      minutesOf(other.starts) < to && from < minutesOf(other.ends) &&
      (other.valid_from ?? "") <= (one.valid_to ?? "9") &&
      (one.valid_from ?? "") <= (other.valid_to ?? "9")
    );
    return overlaps ? "overlap" : null;
  });
}
