import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { newDoctor, newPatient, openSql } from "../people.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far ahead the doctor can be booked, in days. */
const HORIZON = 365;

/** Zones whose clocks change on different days, and one whose never do. */
const zones = ["Europe/Luxembourg", "America/New_York", "Asia/Tokyo"] as const;

/** Some agenda. Times of day in minutes, `from` and `length` of periods in minutes after the first day's midnight. */
interface Agenda {
  zone: (typeof zones)[number];
  slot: number;
  buffer: number;
  hours: { weekday: number; from: number; length: number }[];
  exceptions: {
    effect: "open" | "closed";
    day: number;
    from: number;
    length: number;
  }[];
  appointments: { day: number; from: number; length: number }[];
  clockChange: "spring" | "autumn" | "none";
}

const quarter = (max: number) => fc.integer({ min: 0, max }).map((n) => n * 15);
const agendas: fc.Arbitrary<Agenda> = fc.record({
  zone: fc.constantFrom(...zones),
  slot: fc.constantFrom(5, 10, 15, 20, 45, 60),
  buffer: fc.constantFrom(0, 0, 5, 10),
  hours: fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: quarter(90),
      length: quarter(20).map((n) => n + 15),
    }),
    { maxLength: 6 },
  ),
  exceptions: fc.array(
    fc.record({
      effect: fc.constantFrom("open", "closed"),
      day: fc.integer({ min: 0, max: 3 }),
      from: quarter(95),
      length: quarter(30).map((n) => n + 15),
    }),
    { maxLength: 4 },
  ),
  appointments: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 3 }),
      from: quarter(95),
      length: fc.constantFrom(5, 10, 25),
    }),
    { maxLength: 4 },
  ),
  clockChange: fc.constantFrom("spring", "autumn", "none"),
});

/**
 * The day before the next change of the clocks in Luxembourg (New York changes in the same weeks or days apart). In the
 * days around a change it is the day before the other one: what is over cannot be booked, nor what comes in a year.
 */
function firstDay({ zone, clockChange }: Agenda): Temporal.PlainDate {
  const now = Temporal.Now.zonedDateTimeISO(
    zone === "Asia/Tokyo" ? "Europe/Luxembourg" : zone,
  );
  const today = now.toPlainDate();
  if (clockChange === "none") return today.add({ days: 20 });
  // Tomorrow may begin while the test runs.
  const soon = today.add({ days: 1 });
  const later = today.add({ days: HORIZON - 6 });
  const change = now.getTimeZoneTransition("next");
  const days = [change, change?.getTimeZoneTransition("next")]
    .flatMap((one) => one ? [one.toPlainDate().subtract({ days: 1 })] : [])
    .filter((day) =>
      Temporal.PlainDate.compare(soon, day) < 0 &&
      Temporal.PlainDate.compare(day, later) < 0
    );
  const isWanted = (day: Temporal.PlainDate) =>
    day.month < 7 === (clockChange === "spring");
  const first = days.find(isWanted) ?? days[0];
  assert(first, "the zone changes its clocks");
  return first;
}

type Period = { from: number; to: number };

/** A wall-clock time in the zone as an instant, in milliseconds; what occurs twice is the later one, as in Postgres. */
function instant(
  day: Temporal.PlainDate,
  minutes: number,
  zone: string,
): number {
  return day.toPlainDateTime().add({ minutes }).toZonedDateTime(zone, {
    disambiguation: "later",
  }).epochMilliseconds;
}

/** What a patient should be offered, worked out in another language and another way than in SQL. */
function expectedSlots(
  agenda: Agenda,
  first: Temporal.PlainDate,
  asked: Period,
  taken: readonly Period[],
): number[] {
  const { zone, slot, buffer } = agenda;
  const openings: Period[] = [];
  const closed: Period[] = [];
  for (let number = -1; number <= 5; number++) {
    const day = first.add({ days: number });
    for (const { weekday, from, length } of agenda.hours) {
      if (day.dayOfWeek !== weekday) continue;
      openings.push({
        from: instant(day, from, zone),
        to: instant(day, Math.min(from + length, 1440), zone),
      });
    }
  }
  for (const { effect, day, from, length } of agenda.exceptions) {
    const start = instant(first.add({ days: day }), from, zone);
    const period = { from: start, to: start + length * MINUTE };
    (effect === "open" ? openings : closed).push(period);
  }
  const margin = buffer * MINUTE;
  const blocked = [
    ...closed,
    ...taken.map(({ from, to }) => ({ from: from - margin, to: to + margin })),
  ];
  const found = new Set<number>();
  for (const { from, to } of openings) {
    for (
      let start = from;
      start + slot * MINUTE <= to;
      start += (slot + buffer) * MINUTE
    ) {
      const end = start + slot * MINUTE;
      if (start < asked.from || start >= asked.to) continue;
      if (blocked.some((one) => one.from < end && start < one.to)) continue;
      found.add(start);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Puts the agenda into the database; the appointments that fit (one doctor has one at a time). */
async function write(
  sql: TransactionSql,
  agenda: Agenda,
  first: Temporal.PlainDate,
  doctorId: string,
  patientId: string,
): Promise<Period[]> {
  const { zone, slot, buffer } = agenda;
  await sql`
    update public.doctors
    set time_zone = ${zone}, slot_minutes = ${slot}, buffer_minutes = ${buffer}, horizon_days = ${HORIZON}, lead_minutes = 0
    where id = ${doctorId}`;
  await sql`delete from public.weekly_hours where doctor_id = ${doctorId}`;
  const time = (minutes: number) =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  for (const { weekday, from, length } of agenda.hours) {
    await sql`
      insert into public.weekly_hours (doctor_id, weekday, starts, ends)
      values (${doctorId}, ${weekday}, ${time(from)}, ${
      time(Math.min(from + length, 1440))
    })`;
  }
  const period = (day: number, from: number, length: number): Period => {
    const start = instant(first.add({ days: day }), from, zone);
    return { from: start, to: start + length * MINUTE };
  };
  for (const { effect, day, from, length } of agenda.exceptions) {
    const one = period(day, from, length);
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      values (${doctorId}, ${effect}, tstzrange(${new Date(
      one.from,
    )}, ${new Date(
      one.to,
    )}))`;
  }
  const taken: Period[] = [];
  for (const { day, from, length } of agenda.appointments) {
    const one = period(day, from, length);
    if (taken.some((other) => other.from < one.to && one.from < other.to)) {
      continue;
    }
    taken.push(one);
    await sql`
      insert into public.appointments (patient_id, doctor_id, during, language)
      values (${patientId}, ${doctorId}, tstzrange(${new Date(
      one.from,
    )}, ${new Date(
      one.to,
    )}), 'fr')`;
  }
  return taken;
}

class Undo extends Error {}

Deno.test("whatever the hours, exceptions, buffers and changes of the clocks: the free slots are the right ones", async () => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await using sql = openSql();
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(agendas, async (agenda) => {
      const first = firstDay(agenda);
      const asked = {
        from: instant(first, 0, agenda.zone),
        to: instant(first, 0, agenda.zone) + 4 * DAY,
      };
      await sql.begin(async (transaction) => {
        const taken = await write(
          transaction,
          agenda,
          first,
          doctor.id,
          patient.patientId,
        );
        const rows = await transaction`
          select starts_at, ends_at
          from public.free_slots(${doctor.id}, ${new Date(
          asked.from,
        )}, ${new Date(
          asked.to,
        )})`;
        assertEquals(
          rows.map(({ starts_at }) => starts_at.toISOString()),
          expectedSlots(agenda, first, asked, taken)
            .map((start) => new Date(start).toISOString()),
        );
        for (const { starts_at, ends_at } of rows) {
          assertEquals(ends_at - starts_at, agenda.slot * MINUTE);
        }
        offered += rows.length;
        throw new Undo();
      }).catch((error) => {
        if (!(error instanceof Undo)) throw error;
      });
    }),
    { numRuns: 120 },
  );
  assert(offered > 500, "the agendas had slots to compare");
});
