import { paths } from "../domain/paths.ts";
import { openSql, type TestPerson } from "../tests/people.ts";
import { type Row, sideBySide } from "./row.ts";
import type { Visit } from "./visit.ts";

const COUNT = 60;

/**
 * Booking by the form, with its rules, outbox, audit and realtime, beside a committed insert into an empty table
 * with the same columns and indexes. The messages go out meanwhile, as they do in life.
 */
export async function bookingRow(
  asPatient: Visit,
  patient: TestPerson,
  doctor: TestPerson,
): Promise<Row> {
  await using sql = openSql();
  await sql`create schema if not exists bench`;
  await sql`create table bench.appointments (like public.appointments including all)`;
  try {
    // Four days from now on, so that nobody has two at once and nothing is too soon.
    const slots = await sql`
      select starts_at, ends_at
      from public.free_slots(${doctor.id}, now() + interval '4 days', now() + interval '9 days')`;
    const slot = (n: number) => {
      const { starts_at, ends_at } = slots[n] ?? {};
      return { start: starts_at.toISOString(), end: ends_at.toISOString() };
    };
    return await sideBySide(
      "booking by the form",
      COUNT,
      (n) => {
        const form = { id: crypto.randomUUID(), symptoms: "Toux" };
        const path = paths.booking("fr", doctor.slug, slot(n).start);
        return asPatient(`${path}&step=2&terms=yes`, {
          method: "POST",
          body: new URLSearchParams(form),
        });
      },
      "a bare insert into an empty table with the same indexes",
      (n) =>
        sql`
          insert into bench.appointments (patient_id, doctor_id, during, language, symptoms)
          values (
            ${patient.patientId}, ${doctor.id},
            tstzrange(${slot(n).start}::timestamptz, ${
          slot(n).end
        }::timestamptz), 'fr', 'Toux'
          )`,
      // One patient may have 20 to come, and book 40 a day.
      () =>
        sql`
          update public.appointments
          set state = 'cancelled', cancelled_at = now(), cancelled_by = 'patient', booked_at = now() - interval '2 days'
          where patient_id = ${patient.patientId} and starts_at > now() + interval '3 days' and state = 'booked'`,
    );
  } finally {
    await sql`drop schema bench cascade`;
  }
}
