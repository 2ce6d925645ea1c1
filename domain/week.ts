/** A free slot: when it starts, and its local time for display. */
interface Cell {
  /** ISO instant, as the database wrote it; names the slot. */
  readonly startsAt: string;
  /** `08:10`, in the doctor's zone. */
  readonly time: string;
}

/** One day of the calendar. */
interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The first moment of the day, ISO instant: what the formatters take. */
  readonly startsAt: string;
  readonly cells: readonly Cell[];
}

/** Seven days, and where the buttons beside them lead. */
export interface Week {
  readonly days: readonly Day[];
  /** A day of the seven before; null when they are over. */
  readonly previous: string | null;
  /** A day of the seven after; null when they cannot be booked yet. */
  readonly next: string | null;
}

/** One line of the calendar: a local time, and for each day the slots that start then. */
export interface Row {
  readonly time: string;
  /** Seven entries. Two slots in one only in the hour that the clocks repeat in autumn. */
  readonly days: readonly (readonly Cell[])[];
}

/** What `public.doctor_calendar` says of a week. */
export interface CalendarFacts {
  /** The first of seven days, `YYYY-MM-DD`: today, or a multiple of seven days later. */
  readonly first_day: string;
  /** Today in the doctor's zone. */
  readonly today: string;
  readonly last_bookable_day: string;
  /** Free slot starts, ISO instants, in order. */
  readonly slots: readonly string[];
}

/**
 * Groups the free slots of a week by day, in the doctor's zone. Days are calendar days, not multiples of 24
 * hours, so a week with a change of the clocks has seven of them as well. Slots of other days are left out.
 */
export function weekOf(facts: CalendarFacts, zone: string): Week {
  const first = Temporal.PlainDate.from(facts.first_day);
  const cells = facts.slots.map((startsAt) => cellOf(startsAt, zone));
  const days = Array.from({ length: 7 }, (_, n) => {
    const day = first.add({ days: n });
    const date = day.toString();
    return {
      date,
      startsAt: day.toZonedDateTime(zone).toInstant().toString(),
      cells: cells.filter((cell) => cell.date === date)
        .map(({ startsAt, time }) => ({ startsAt, time })),
    };
  });
  const next = first.add({ days: 7 }).toString();
  return {
    days,
    previous: facts.first_day <= facts.today
      ? null
      : first.subtract({ days: 7 }).toString(),
    next: next <= facts.last_bookable_day ? next : null,
  };
}

/** The same week by time of day: the lines of a table, from the first to the last time with a free slot. */
export function rowsOf(week: Week): Row[] {
  const times = new Set(
    week.days.flatMap((day) => day.cells.map((cell) => cell.time)),
  );
  return [...times].sort().map((time) => ({
    time,
    days: week.days.map((day) =>
      day.cells.filter((cell) => cell.time === time)
    ),
  }));
}

function cellOf(startsAt: string, zone: string) {
  const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  return {
    startsAt,
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}
