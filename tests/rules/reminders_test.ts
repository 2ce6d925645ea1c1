import { assert, assertEquals } from "@std/assert";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  zoneAt,
} from "../people.ts";
import { hoursToReminder, remindAt } from "../reminders.ts";

const NOON = zoneAt(12);
const NIGHT = zoneAt(22);

/** An appointment whose reminder is due, with what belongs to it. */
async function newReminder(timeZone: string) {
  const doctor = await newDoctor({ timeZone });
  const patient = await newPatient();
  const id = await newAppointment(patient, doctor, 60 * 60);
  await using sql = openSql();
  await sql`insert into private.reminders values (${id}, now() + interval '36 hours')`;
  const both = ["email", "sms"].map((channel) => `${patient.id} fr ${channel}`);
  return { doctor, id, both };
}

Deno.test("reminders come 24 hours and 1 hour before, as far as somebody booked ahead, and at no hour of the night", async (t) => {
  await using sql = openSql();
  const next = async (hoursAhead: number, zone: string) => {
    const [row] = await sql`
      select extract(epoch from start - due_at)::float8 / 3600 as before,
        to_char(due_at at time zone ${zone}, 'HH24:MI') as local
      from (select now() + ${hoursAhead} * interval '1 hour' as start) as wanted
      cross join lateral private.next_reminder_at(start, ${zone}) as due_at`;
    return { before: row?.before ?? null, local: row?.local ?? null };
  };
  const cases = [
    [49, 24],
    [47, 1],
    [3.1, 1],
    [2.9, null],
    [0, null],
    [-1, null],
  ] as const;
  for (const [ahead, before] of cases) {
    await t.step(`booked ${ahead} hours ahead`, async () => {
      assertEquals((await next(ahead, NOON)).before, before);
    });
  }
  await t.step("for eight in the morning, the evening before", async () => {
    const { before, local } = await next(19.5, NOON);
    assertEquals(local, "20:45");
    assert(before > 10 && before < 12, String(before));
  });
  await t.step("for early tomorrow, at night, no more", async () => {
    assertEquals((await next(9, NIGHT)).before, null);
  });
});

Deno.test("a reminder that would come at night comes the evening before", async () => {
  await using sql = openSql();
  const cases = [
    ["2026-12-01 20:59", "2026-12-01 20:59"],
    ["2026-12-01 21:00", "2026-12-01 20:45"],
    ["2026-12-01 23:30", "2026-12-01 20:45"],
    ["2026-12-02 00:10", "2026-12-01 20:45"],
    ["2026-12-02 07:59", "2026-12-01 20:45"],
    ["2026-12-02 08:00", "2026-12-02 08:00"],
    // The night in which the clocks go back.
    ["2026-10-25 02:30", "2026-10-24 20:45"],
  ] as const;
  for (const [at, due] of cases) {
    const [row] = await sql`
      select private.before_quiet_hours(${at}::timestamp at time zone 'Europe/Luxembourg', 'Europe/Luxembourg')
        at time zone 'Europe/Luxembourg' = ${due}::timestamp as right`;
    assertEquals(row?.right, true, at);
  }
});

Deno.test("news that can wait is told at eight, when it comes up at night", async () => {
  await using sql = openSql();
  const cases = [
    ["2026-12-01 20:59", "2026-12-01 20:59"],
    ["2026-12-01 21:00", "2026-12-02 08:00"],
    ["2026-12-02 00:10", "2026-12-02 08:00"],
    ["2026-12-02 07:59", "2026-12-02 08:00"],
    ["2026-12-02 08:00", "2026-12-02 08:00"],
    // The night in which the clocks go back.
    ["2026-10-24 23:30", "2026-10-25 08:00"],
  ] as const;
  for (const [at, due] of cases) {
    const [row] = await sql`
      select private.after_quiet_hours(${at}::timestamp at time zone 'Europe/Luxembourg', 'Europe/Luxembourg')
        at time zone 'Europe/Luxembourg' = ${due}::timestamp as right`;
    assertEquals(row?.right, true, at);
  }
});

Deno.test("whoever booked ahead is reminded twice, by SMS and e-mail", async () => {
  await using sql = openSql();
  const { id, both } = await newReminder(NOON);
  assertEquals(await remindAt(sql, id, 24), both);
  const last = await hoursToReminder(sql, id);
  assertEquals(last?.toFixed(1), "23.0");
  assertEquals(await remindAt(sql, id, 1), both);
  assertEquals(await hoursToReminder(sql, id), null);
});

Deno.test("after hours in which nobody worked, a late reminder and the last one do not come together", async (t) => {
  await using sql = openSql();
  await t.step("late, with the last one still far", async () => {
    const { id, both } = await newReminder(NOON);
    assertEquals(await remindAt(sql, id, 5), both);
    assertEquals((await hoursToReminder(sql, id))?.toFixed(1), "4.0");
  });
  await t.step("later: one of the two", async () => {
    const { id, both } = await newReminder(NOON);
    assertEquals(await remindAt(sql, id, 2), both);
    assertEquals(await hoursToReminder(sql, id), null);
  });
  await t.step("at night it waits for the morning", async () => {
    const { id, both } = await newReminder(NIGHT);
    assertEquals(await remindAt(sql, id, 12), []);
    const morning = await hoursToReminder(sql, id);
    assert(morning !== null && morning > 9 && morning < 10, String(morning));
    // It is not lost.
    await sql`
      update public.doctors set time_zone = ${NOON}
      where id = (select doctor_id from public.appointments where id = ${id})`;
    assertEquals(await remindAt(sql, id, 4), both);
  });
});

Deno.test("nobody is reminded of what no longer stands or has begun", async (t) => {
  await using sql = openSql();
  for (const state of ["cancelled", "no_show", "waiting"] as const) {
    await t.step(state, async () => {
      const { id } = await newReminder(NOON);
      await sql`
        update public.appointments
        set state = ${state}, waiting_since = now(),
          cancelled_at = case when ${state} = 'cancelled' then now() end,
          cancelled_by = case when ${state} = 'cancelled' then 'doctor'::public.account_kind end
        where id = ${id}`;
      assertEquals(await remindAt(sql, id, 1), []);
      assertEquals(await hoursToReminder(sql, id), null);
    });
  }
  await t.step("begun", async () => {
    const { id } = await newReminder(NOON);
    assertEquals(await remindAt(sql, id, -0.05), []);
    assertEquals(await hoursToReminder(sql, id), null);
  });
});

Deno.test("a doctor who cancels and undoes it at once: the patient is reminded as before", async () => {
  await using sql = openSql();
  const { doctor, id, both } = await newReminder(NOON);
  const client = await clientOf(doctor);
  // Due, and not sent yet: it is withdrawn and comes back.
  assertEquals(await remindAt(sql, id, 24), both);
  await sql`
    update public.notifications set leased_until = null, lease = null, state = 'due', due_at = now() + interval '1 hour'
    where appointment_id = ${id}`;
  const planned = await hoursToReminder(sql, id);
  const { error } = await client.rpc("transition_appointment", {
    appointment_id: id,
    act: "cancel",
    reason: "Erreur",
  });
  assertEquals(error, null);
  const states = async () => {
    const rows = await sql`
      select state from public.notifications where appointment_id = ${id} and kind = 'appointment_reminder'`;
    return rows.map(({ state }) => state);
  };
  assertEquals(await states(), ["withdrawn", "withdrawn"]);
  const { data } = await client.rpc("last_cancellation");
  const undone = await client.rpc("undo_cancellation", {
    cancelled_at: data.cancelled_at,
  });
  assertEquals([undone.error, undone.data], [null, 1]);
  assertEquals(await states(), ["due", "due"]);
  assertEquals(
    (await hoursToReminder(sql, id))?.toFixed(1),
    planned?.toFixed(1),
  );
});
