import postgres, { type Sql } from "postgres";
import { openSessions } from "./people_in_sql.ts";
import { p95SideBySide, type Row, row } from "./row.ts";

/** So many book at the same time. */
const CLIENTS = 8;

/** Bookings that are measured; as many again come before, so that each connection has its plans. */
const BOOKINGS = 400;

/** A doctor's week and day in a full house, beside the rows that they need, read by index. */
export async function agendaRows(sql: Sql): Promise<Row[]> {
  const doctors = await sql<{ id: string; slug: string }[]>`
    select id, slug from public.doctors where slug like 'fill-%' order by md5(slug) limit 200`;
  const doctor = (n: number) =>
    doctors[n % doctors.length] ?? { id: "", slug: "" };
  const claims = await openSessions(sql, doctors.map(({ id }) => id));
  const signIn = (n: number) =>
    sql`select set_config('request.jwt.claims', ${
      claims[n % claims.length] ?? ""
    }, false)`;
  return [
    await p95SideBySide(
      "a doctor's week in SQL, p95",
      300,
      (n) => sql`select public.doctor_calendar(${doctor(n).slug})`,
      "that week's appointments by index, p95",
      (n) =>
        sql`
          select during from public.appointments
          where doctor_id = ${
          doctor(n).id
        } and starts_at >= now() and starts_at < now() + interval '7 days'`,
    ),
    await p95SideBySide(
      "the doctor's day in SQL, p95",
      300,
      () => sql`select public.doctor_day()`,
      "that day's appointments by index, p95",
      (n) =>
        sql`
          select appointments.*, patients.* from public.appointments join public.patients on patients.id = patient_id
          where doctor_id = ${
          doctor(n).id
        } and starts_at >= current_date and starts_at < current_date + 1`,
      signIn,
    ),
  ];
}

/**
 * Bookings a second by several patients at once, with all rules, messages and next slots, beside bare inserts of the
 * same appointments into the same table: with its rows, indexes and constraints, and without its triggers.
 */
export async function bookingThroughputRow(
  sql: Sql,
  url: string,
): Promise<Row> {
  const patients = await sql<{ account_id: string; patient_id: string }[]>`
    select account_id, patient_id from public.guardianships
    where relation = 'self' and account_id in (select id from public.accounts where phone like '+352691%')
      and not exists (
        select from public.appointments where appointments.patient_id = guardianships.patient_id and starts_at > now()
      )
    limit ${BOOKINGS * 2}`;
  const claims = await openSessions(sql, patients.map((one) => one.account_id));
  const slots = await sql<
    { doctor_id: string; starts_at: Date; minutes: number }[]
  >`
    select doctor.id as doctor_id, lower(slot) as starts_at, slot_minutes as minutes
    from (select * from public.doctors where slug like 'fill-%' order by md5(id::text) limit ${
    BOOKINGS * 2
  }) as doctor
    cross join lateral (
      select slot from private.free_slots(doctor, now() + interval '2 days', now() + interval '9 days') as slot limit 1
    ) as free
    limit ${BOOKINGS * 2}`;
  const clients = postgres(url, { max: CLIENTS, onnotice: () => {} });
  try {
    // Foreign keys are looked up all the same.
    await sql`alter table public.appointments disable trigger user`;
    const inserts = await perSecond(slots.length, (n) => {
      const { doctor_id = "", starts_at = new Date(), minutes = 10 } =
        slots[n] ?? {};
      return clients`
        insert into public.appointments (patient_id, doctor_id, during, language, symptoms, booked_by)
        values (
          ${patients[n]?.patient_id ?? ""}, ${doctor_id},
          tstzrange(${starts_at}, ${starts_at}::timestamptz + make_interval(mins => ${minutes})), 'fr', 'Toux',
          ${patients[n]?.account_id ?? ""}
        )`;
    });
    await sql`
      delete from public.appointments
      where booked_by = any(${
      patients.map((one) => one.account_id)
    }) and symptoms = 'Toux'`;
    await sql`alter table public.appointments enable trigger user`;
    await sql`vacuum public.appointments`;
    const bookings = await perSecond(slots.length, (n) => {
      const { doctor_id = "", starts_at = new Date() } = slots[n] ?? {};
      return clients`
        select public.book_appointment(gen_random_uuid(), ${doctor_id}, ${starts_at}, 'Toux', true)
        from (select set_config('request.jwt.claims', ${
        claims[n] ?? ""
      }, true)) as signed_in`;
    });
    return row(
      `bookings a second, ${CLIENTS} at once`,
      "1/s",
      bookings,
      "bare inserts into the same table",
      inserts,
    );
  } finally {
    await clients.end();
  }
}

/** How many of the second half of some steps are done a second, as many at once as there are clients. */
async function perSecond(
  count: number,
  step: (n: number) => Promise<unknown>,
): Promise<number> {
  const half = Math.floor(count / 2);
  const run = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let n = from + client; n < to; n += CLIENTS) await step(n);
      }),
    );
  await run(0, half);
  const began = performance.now();
  await run(half, count);
  return (count - half) / ((performance.now() - began) / 1000);
}
