import { isOver } from "@/domain/appointment.ts";
import { localDate } from "@/domain/dates.ts";
import type { DayAppointment, DayRecord, Period } from "@/domain/records.ts";

/** One line of the column of time. Times are ISO instants. */
export type HourRow =
  & Period
  & {
    key: string;
    /** Where the now-line crosses it, 0 to 1; absent when it does not. */
    now?: number;
  }
  & (
    | { kind: "appointment"; appointment: DayAppointment }
    | { kind: "free" | "pause" | "now" }
  );

/** A column of time: what is over today, and what is not, in order. */
export interface HourColumn {
  past: HourRow[];
  rows: HourRow[];
}

/** Height of a line in rows of ten minutes; half a day is enough to see that it is long. */
export function rowsHigh({ starts_at, ends_at }: Period): number {
  const minutes = (Date.parse(ends_at) - Date.parse(starts_at)) / 60_000;
  return Math.min(18, Math.max(1, Math.round(minutes / 10)));
}

/** The lines of a day with its gaps. What is over is apart, and gaps before now are left out. `now` is an ISO instant. */
export function hourColumn(day: DayRecord, now: string): HourColumn {
  const at = Date.parse(now);
  const isToday = localDate(now, day.doctor.time_zone) === day.day;
  const booked = day.appointments.map((appointment): HourRow => ({
    kind: "appointment",
    key: appointment.id,
    starts_at: appointment.starts_at,
    ends_at: appointment.ends_at,
    appointment,
  }));
  const isPast = ({ ends_at }: HourRow, appointment: DayAppointment) =>
    isToday && isOver(appointment) && Date.parse(ends_at) <= at;
  const over = booked.filter((row) =>
    row.kind === "appointment" && isPast(row, row.appointment)
  );
  const open = booked.filter((row) => !over.includes(row));
  const gaps = isToday
    ? gapsOf(day).flatMap((gap) => fromNow(gap, at))
    : gapsOf(day);
  const rows = [...open, ...gaps].sort((a, b) =>
    Date.parse(a.starts_at) - Date.parse(b.starts_at)
  );
  return { past: over, rows: isToday ? withNow(rows, now) : rows };
}

/** What nobody has booked: free within the working hours, a pause between two of them. */
function gapsOf({ working, appointments }: DayRecord): HourRow[] {
  const booked = appointments.filter(({ state }) => state !== "cancelled");
  const pauses = working.slice(1).map((period, index) => ({
    starts_at: working[index]?.ends_at ?? period.starts_at,
    ends_at: period.starts_at,
  }));
  // What was cancelled stays closed: its line says so, not a pause.
  const rows = (kind: "free" | "pause", periods: readonly Period[]) =>
    periods.flatMap((period) =>
      without(period, kind === "free" ? booked : appointments)
    ).map((
      period,
    ): HourRow => ({
      kind,
      key: `${kind} ${period.starts_at}`,
      ...period,
    }));
  return [...rows("free", working), ...rows("pause", pauses)];
}

/** What is left of a period without others, which are in order. */
function without(period: Period, others: readonly Period[]): Period[] {
  const left: Period[] = [];
  let from = period.starts_at;
  for (const { starts_at, ends_at } of others) {
    if (Date.parse(ends_at) <= Date.parse(from)) continue;
    if (Date.parse(starts_at) >= Date.parse(period.ends_at)) break;
    if (Date.parse(starts_at) > Date.parse(from)) {
      left.push({ starts_at: from, ends_at: starts_at });
    }
    from = ends_at;
  }
  if (Date.parse(from) < Date.parse(period.ends_at)) {
    left.push({ starts_at: from, ends_at: period.ends_at });
  }
  return left;
}

/** A gap from the last full ten minutes on; nothing when it is over. */
function fromNow(gap: HourRow, at: number): HourRow[] {
  if (Date.parse(gap.ends_at) <= at) return [];
  const tens = Math.floor(at / 600_000) * 600_000;
  return [
    Date.parse(gap.starts_at) >= tens
      ? gap
      : { ...gap, starts_at: new Date(tens).toISOString() },
  ];
}

function withNow(rows: HourRow[], now: string): HourRow[] {
  const at = Date.parse(now);
  const crossed = rows.findLast(({ starts_at, ends_at }) =>
    Date.parse(starts_at) <= at && at < Date.parse(ends_at)
  );
  if (crossed) {
    const start = Date.parse(crossed.starts_at);
    const share = (at - start) / (Date.parse(crossed.ends_at) - start);
    return rows.map((row) => row === crossed ? { ...row, now: share } : row);
  }
  const line: HourRow = {
    kind: "now",
    key: "now",
    starts_at: now,
    ends_at: now,
    now: 0.5,
  };
  const place = rows.findIndex(({ starts_at }) => Date.parse(starts_at) > at);
  return rows.toSpliced(place === -1 ? rows.length : place, 0, line);
}
