import { type HoursProblem, problemsOf } from "@/domain/agenda.ts";
import { isPlainDate } from "@/domain/dates.ts";
import type { SlotSettings, WeeklyHours } from "@/domain/practice.ts";

/** The numbers of an agenda with their bounds. Mirrored in SQL: constraints of public.doctors. */
export const settingBounds: Readonly<
  Record<keyof SlotSettings, { min: number; max: number }>
> = {
  slot_minutes: { min: 5, max: 60 },
  buffer_minutes: { min: 0, max: 60 },
  lead_minutes: { min: 0, max: 10_080 },
  horizon_days: { min: 1, max: 365 },
};

/** What the availability form holds, right or wrong. */
export interface AgendaForm {
  hours: WeeklyHours[];
  /** Of each of the hours. */
  problems: (HoursProblem | null)[];
  settings: SlotSettings;
  /** Numbers out of bounds. */
  wrongSettings: (keyof SlotSettings)[];
}

/** Reads hours and settings; lines without start and end are left out. An end at 00:00 is the day's end. */
export function readAgendaForm(form: FormData): AgendaForm {
  const all = (name: string) => form.getAll(name).map(String);
  const columns = {
    weekday: all("weekday"),
    starts: all("starts"),
    ends: all("ends"),
    from: all("valid_from"),
    to: all("valid_to"),
  };
  const date = (text: string | undefined) =>
    text && isPlainDate(text) ? text : null;
  const hours = columns.weekday.flatMap((weekday, place): WeeklyHours[] => {
    const starts = columns.starts[place] ?? "";
    const ends = columns.ends[place] ?? "";
    if (starts === "" && ends === "") return [];
    return [{
      weekday: Number(weekday),
      starts,
      ends: ends === "00:00" ? "24:00" : ends,
      valid_from: date(columns.from[place]),
      valid_to: date(columns.to[place]),
    }];
  });
  const number = (name: keyof SlotSettings) => {
    const text = String(form.get(name) ?? "");
    return /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  };
  const settings = {
    slot_minutes: number("slot_minutes"),
    lead_minutes: number("lead_minutes"),
    horizon_days: number("horizon_days"),
    buffer_minutes: number("buffer_minutes"),
  };
  const wrongSettings = (Object.keys(settingBounds) as (keyof SlotSettings)[]) // its own keys
    .filter((name) => {
      const { min, max } = settingBounds[name];
      return !(settings[name] >= min && settings[name] <= max);
    });
  return { hours, problems: problemsOf(hours), settings, wrongSettings };
}

/** 31 days in milliseconds, one of which has 25 hours. Mirrored in SQL: "Extra hours last a month at most". */
const LONGEST_PERIOD = (31 * 24 + 1) * 3_600_000;

/** A period of local days and times as ISO instants; null when it does not end after its start within 31 days. */
export function readPeriod(
  { day, from, endDay, to }: Record<
    "day" | "from" | "endDay" | "to",
    string
  >,
  zone: string,
): { from: string; to: string } | null {
  const last = endDay === "" ? day : endDay;
  if (!isPlainDate(day) || !isPlainDate(last)) return null;
  try {
    const start = at(day, from === "" ? "00:00" : from, zone);
    // Without a time, or at midnight, the last day counts as a whole.
    const end = to === "" || to === "00:00"
      ? at(
        Temporal.PlainDate.from(last).add({ days: 1 }).toString(),
        "00:00",
        zone,
      )
      : at(last, to, zone);
    const length = end.epochMilliseconds - start.epochMilliseconds;
    return length > 0 && length <= LONGEST_PERIOD
      ? { from: start.toString(), to: end.toString() }
      : null;
  } catch {
    return null; // no time
  }
}

function at(day: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from(time),
    })
    .toInstant();
}
