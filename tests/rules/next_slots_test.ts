import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Sql } from "postgres";
import postgres from "postgres";
import { house } from "../house.ts";
import { newDoctor, visitorClient } from "../people.ts";
import { nextSlots, quietHouse, somePatient } from "./directory_steps.ts";

const TEN_MINUTES = 600_000;

async function assertFollowed(sql: Sql, doctor: string, what: string) {
  const { known, free, valid } = await nextSlots(sql, doctor);
  assertEquals(known, free, what);
  assert(valid, what);
  return known;
}

async function book(sql: Sql, doctor: string, start: string | undefined) {
  const starts = new Date(start ?? NaN);
  const ends = new Date(starts.getTime() + TEN_MINUTES);
  const [row] = await sql`
    insert into public.appointments (patient_id, doctor_id, during, language)
    values (${await somePatient(
    sql,
  )}, ${doctor}, tstzrange(${starts}, ${ends}), 'fr')
    returning id`;
  return row?.id;
}

Deno.test("the next free slots of a doctor", async (t) => {
  await using quiet = await quietHouse();
  const { sql } = quiet;
  const { id: doctor } = await newDoctor();

  /** What is done to an agenda, and whether the next three slots are others after it. */
  const changes: [string, boolean, (slots: string[]) => Promise<unknown>][] = [
    ["booking the first", true, ([first]) => book(sql, doctor, first)],
    ["booking the second", true, ([, second]) => book(sql, doctor, second)],
    [
      "booking far away",
      false,
      () =>
        book(sql, doctor, new Date(Date.now() + 30 * 86_400_000).toISOString()),
    ],
    [
      "cancelling all of them",
      true,
      () =>
        sql`
          update public.appointments set state = 'cancelled', cancelled_at = now(), cancelled_by = 'patient'
          where doctor_id = ${doctor}`,
    ],
    ["booking the third", true, ([, , third]) => book(sql, doctor, third)],
    [
      "moving it to the first",
      true,
      ([first = ""]) =>
        sql`
          update public.appointments
          set during = tstzrange(${first}::timestamptz, ${first}::timestamptz + interval '10 minutes')
          where doctor_id = ${doctor} and state = 'booked'`,
    ],
    [
      "a patient who arrives",
      false,
      () =>
        sql`
          update public.appointments set state = 'waiting', waiting_since = now()
          where doctor_id = ${doctor} and state = 'booked'`,
    ],
    [
      "deleting appointments",
      true,
      () => sql`delete from public.appointments where doctor_id = ${doctor}`,
    ],
    [
      "an absence from now on",
      true,
      () =>
        sql`
          insert into public.availability_exceptions (doctor_id, effect, during)
          values (${doctor}, 'closed', tstzrange(now() - interval '1 hour', now() + interval '3 days'))`,
    ],
    [
      "its end",
      true,
      () =>
        sql`
          update public.availability_exceptions
          set during = tstzrange(lower(during), now() + interval '1 day') where doctor_id = ${doctor}`,
    ],
    [
      "no absence any more",
      true,
      () =>
        sql`delete from public.availability_exceptions where doctor_id = ${doctor}`,
    ],
    [
      "no hours any more",
      true,
      () => sql`delete from public.weekly_hours where doctor_id = ${doctor}`,
    ],
    [
      "extra hours",
      true,
      () =>
        sql`
          insert into public.availability_exceptions (doctor_id, effect, during)
          values (${doctor}, 'open', tstzrange(
            date_trunc('hour', now()) + interval '50 hours', date_trunc('hour', now()) + interval '51 hours'
          ))`,
    ],
    [
      "hours on every day again",
      true,
      () =>
        sql`
          insert into public.weekly_hours (doctor_id, weekday, starts, ends)
          select ${doctor}, weekday, '00:00', '23:59:59' from generate_series(1, 7) as weekday`,
    ],
    [
      "other hours",
      true,
      () =>
        sql`update public.weekly_hours set starts = '00:05' where doctor_id = ${doctor}`,
    ],
    [
      "more time before a booking",
      true,
      () =>
        sql`update public.doctors set lead_minutes = 2000 where id = ${doctor}`,
    ],
    [
      "longer slots",
      true,
      () =>
        sql`update public.doctors set slot_minutes = 20 where id = ${doctor}`,
    ],
    [
      "a horizon that ends before",
      true,
      () =>
        sql`update public.doctors set horizon_days = 1 where id = ${doctor}`,
    ],
    [
      "a horizon of a year",
      true,
      () =>
        sql`update public.doctors set horizon_days = 365 where id = ${doctor}`,
    ],
    [
      "another time zone",
      true,
      // A zone whose distance is no multiple of the slots' length, in summer and in winter.
      () =>
        sql`update public.doctors set time_zone = 'Asia/Kathmandu' where id = ${doctor}`,
    ],
    [
      "another name",
      false,
      () =>
        sql`update public.doctors set first_name = 'Zoé' where id = ${doctor}`,
    ],
    [
      "leaving the list",
      true,
      () => sql`update public.doctors set listed = false where id = ${doctor}`,
    ],
    [
      "coming back",
      true,
      () => sql`update public.doctors set listed = true where id = ${doctor}`,
    ],
  ];
  for (const [what, changed, change] of changes) {
    await t.step(`follow ${what}`, async () => {
      const before = await assertFollowed(sql, doctor, `before ${what}`);
      await change(before);
      const after = await assertFollowed(sql, doctor, what);
      if (changed) assertNotEquals(after, before);
      else assertEquals(after, before);
    });
  }

  await t.step("follow an agenda that fills up, to its last slot", async () => {
    const { id } = await newDoctor();
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      values (${id}, 'closed', tstzrange(now() + interval '3 hours', now() + interval '90 days'))`;
    for (let left = 20; left > 0; left--) {
      const [next] = await assertFollowed(sql, id, `${left} to go`);
      if (next === undefined) return;
      await book(sql, id, next);
    }
    throw new Error("three hours hold eighteen slots at most");
  });

  await t.step(
    "are right after 16 bookings of one doctor at the same moment",
    async () => {
      const many = postgres(house().databaseUrl, { max: 16 });
      try {
        for (let round = 0; round < 5; round++) {
          const { id } = await newDoctor();
          const slots = await sql`
            select starts_at from public.free_slots(${id}, now(), now() + interval '1 day') order by 1 limit 16`;
          await Promise.all(
            slots.map(({ starts_at }) => book(many, id, starts_at)),
          );
          await assertFollowed(sql, id, `round ${round}`);
        }
      } finally {
        await many.end();
      }
    },
  );
});

Deno.test("the passing of time", async (t) => {
  await using quiet = await quietHouse();
  const { sql } = quiet;
  const { id: doctor } = await newDoctor();
  const shown = async () => {
    const { data, error } = await visitorClient().rpc("search_doctors", {
      page_size: 100,
    });
    assertEquals(error, null);
    const row = data.find((one: { id: string }) => one.id === doctor);
    return row.next_slots.map((slot: string) => new Date(slot).toISOString());
  };

  await t.step("a slot that has begun is not shown any more", async () => {
    await sql`
      update private.next_slots set slots = array_prepend(now() - interval '1 minute', slots) where doctor_id = ${doctor}`;
    assertEquals(await shown(), (await nextSlots(sql, doctor)).free);
  });

  await t.step(
    "a row that no worker refreshed is computed by whoever reads it",
    async () => {
      await sql`
      update private.next_slots
      set slots = '{}', valid_until = now() - interval '1 minute', refresh_at = now() - interval '1 hour'
      where doctor_id = ${doctor}`;
      const free = (await nextSlots(sql, doctor)).free;
      assertEquals(free.length, 3);
      assertEquals(await shown(), free);
    },
  );

  await t.step("two workers share what is due, and leave nothing", async () => {
    for (let n = 0; n < 10; n++) await newDoctor();
    await sql`
      update private.next_slots
      set slots = '{}', valid_until = now() - interval '10 minutes', refresh_at = now() - interval '1 hour'`;
    const due = (await sql`select from private.next_slots`).length;
    const two = postgres(house().databaseUrl, { max: 2 });
    const results = await Promise.all(
      [1, 2].map(() => two`select * from public.refresh_next_slots(500)`),
    );
    await two.end();
    const sum = results.reduce((all, [row]) => all + row?.refreshed, 0);
    assertEquals(sum, due);
    assert(results.some(([row]) => row?.overdue_seconds >= 600));
    await assertFollowed(sql, doctor, "refreshed");
    const [left] = await sql`
      select count(*)::integer from private.next_slots where valid_until <= now()`;
    assertEquals(left?.count, 0);
  });

  await t.step("a change that nothing followed is found and told", async () => {
    await sql`
      update private.next_slots set slots[1] = slots[1] + interval '1 minute', computed_at = now() - interval '1 day'
      where doctor_id = ${doctor}`;
    const [result] = await sql`select * from public.refresh_next_slots(200)`;
    assertEquals(result?.wrong, 1);
    await assertFollowed(sql, doctor, "found");
  });
});
