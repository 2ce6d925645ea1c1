import { assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
  type TestPerson,
  visitorClient,
  zoneAtNoon,
} from "../people.ts";
import { newCast } from "./cast.ts";

const HOUR = 3_600_000;
const allDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], from_time: "00:00" };

async function freeSlots(doctor: TestPerson, from = 0): Promise<string[]> {
  const { data } = await visitorClient().rpc("free_slots", {
    doctor_id: doctor.id,
    from_at: new Date(Date.now() + from * HOUR).toISOString(),
    to_at: new Date(Date.now() + 30 * HOUR).toISOString(),
  });
  return data.map((slot: { starts_at: string }) => slot.starts_at);
}

/** A doctor who has nothing free but one slot in about three hours, and whose clock says noon: it is never night. */
async function doctorWithOneSlot(ahead = 3) {
  const zone = zoneAtNoon();
  const doctor = await newDoctor({ timeZone: zone });
  const [slot = ""] = await freeSlots(doctor, ahead);
  await using sql = openSql();
  await sql`
    insert into public.availability_exceptions (doctor_id, effect, during)
    select ${doctor.id}, 'closed', unnest(array[
      tstzrange(now() - interval '1 day', ${slot}::timestamptz),
      tstzrange(${slot}::timestamptz + interval '10 minutes', now() + interval '1 year')
    ])`;
  return { doctor, slot, zone };
}

/** Somebody with an appointment in so many hours. */
async function newcomer(doctor: TestPerson, hours: number) {
  const patient = await newPatient();
  const client = await clientOf(patient);
  const id = await newAppointment(patient, doctor, hours * 60);
  const join = (more = {}) =>
    client.rpc("join_waiting_list", {
      appointment_id: id,
      ...allDay,
      to_time: "24:00",
      ...more,
    }).then(({ error }) => error?.message ?? null);
  return { patient, client, id, join };
}

/** Somebody who takes the slot, and can give it back. */
async function whoTakes(doctor: TestPerson, starts_at: string) {
  const patient = await newPatient();
  const client = await clientOf(patient);
  const appointment_id = crypto.randomUUID();
  const booked = await client.rpc("book_appointment", {
    ...{ appointment_id, starts_at, doctor_id: doctor.id },
    ...{ symptoms: "", accept_terms: true },
  });
  assertEquals(booked.error, null);
  return async () => {
    const { error } = await client.rpc("transition_appointment", {
      appointment_id,
      act: "cancel",
    });
    assertEquals(error, null);
  };
}

/** What is held for an appointment, as its patient's page says it. */
async function offerOf(client: SupabaseClient, appointment_id: string) {
  const { data } = await client.rpc("appointment_page", { appointment_id });
  return data.waiting_list?.offer?.starts_at ?? null;
}

const tell = async (id: string) => {
  await using sql = openSql();
  const rows = await sql`
    select channel from public.notifications
    where appointment_id = ${id} and kind = 'earlier_slot' and state <> 'withdrawn' order by channel`;
  return rows.map((row) => row.channel);
};

/** As if ten minutes had passed. */
async function letHoldPass(id: string) {
  await using sql = openSql();
  await sql`update private.slot_offers set held_until = now() - interval '1 second' where appointment_id = ${id}`;
}

const sweep = async () => {
  const { error } = await serviceClient().rpc("offer_earlier_slots", {});
  assertEquals(error, null);
};

const same = (one: string | null, two: string) =>
  assertEquals(Date.parse(one ?? ""), Date.parse(two));

Deno.test("a slot that a patient gives back is held for the first in line, then for the next, then free for all", async (t) => {
  const { doctor, slot } = await doctorWithOneSlot();
  const giveBack = await whoTakes(doctor, slot);
  const first = await newcomer(doctor, 6);
  const second = await newcomer(doctor, 5);
  assertEquals([await first.join(), await second.join()], [null, null]);
  const stranger = await clientOf(await newPatient());
  const book = async () => {
    const { error } = await stranger.rpc("book_appointment", {
      ...{ appointment_id: crypto.randomUUID(), doctor_id: doctor.id },
      ...{ starts_at: slot, symptoms: "", accept_terms: true },
    });
    return error?.message ?? null;
  };
  const move = async ({ client, id }: typeof first) => {
    const { error } = await client.rpc("move_appointment", {
      appointment_id: id,
      starts_at: slot,
    });
    return error?.message ?? null;
  };

  await t.step("the first hears of it by SMS and e-mail at once", async () => {
    await giveBack();
    same(await offerOf(first.client, first.id), slot);
    assertEquals(await offerOf(second.client, second.id), null);
    assertEquals(await tell(first.id), ["sms", "email"]);
    assertEquals(await tell(second.id), []);
  });

  await t.step("nobody else can have it meanwhile", async () => {
    assertEquals(await freeSlots(doctor), []);
    assertEquals(await book(), "slot_taken");
    assertEquals(await move(second), "slot_taken");
    await using sql = openSql();
    // Who looked before it was held is stopped by the database too.
    const refused = await sql`
      insert into public.appointments (patient_id, doctor_id, during, language)
      values (${second.patient.patientId}, ${doctor.id}, tstzrange(${slot}, ${slot}::timestamptz + interval '10 minutes'), 'fr')`
      .then(() => null, (error) => error.message);
    assertEquals(refused, "slot_taken");
    const { data } = await visitorClient().rpc("search_doctors", {
      query: doctor.lastName,
    });
    assertEquals(data[0]?.next_slots, []);
  });

  await t.step("time alone ends the hold", async () => {
    await letHoldPass(first.id);
    assertEquals(await offerOf(first.client, first.id), null);
    assertEquals((await freeSlots(doctor)).length, 1);
  });

  await t.step(
    "then it is the next one's turn, and not again the first's",
    async () => {
      await sweep();
      same(await offerOf(second.client, second.id), slot);
      assertEquals(await tell(first.id), ["sms", "email"]);
      assertEquals(await move(first), "slot_taken");
    },
  );

  await t.step(
    "declined by all, it is free for everybody, and kept for nobody",
    async () => {
      const { error } = await second.client.rpc("decline_earlier_slot", {
        appointment_id: second.id,
      });
      assertEquals(error, null);
      await sweep();
      assertEquals((await freeSlots(doctor)).length, 1);
      const { data } = await visitorClient().rpc("search_doctors", {
        query: doctor.lastName,
      });
      same(data[0]?.next_slots[0], slot);
      assertEquals(await book(), null);
    },
  );
});

Deno.test("taking what is held moves the appointment, and what it leaves goes to whom it suits", async () => {
  const { doctor, slot } = await doctorWithOneSlot();
  const giveBack = await whoTakes(doctor, slot);
  const first = await newcomer(doctor, 6);
  await first.join();
  await giveBack();
  const take = () =>
    first.client.rpc("move_appointment", {
      appointment_id: first.id,
      starts_at: slot,
    });
  const answers = await Promise.all([take(), take()]);
  assertEquals(answers.map(({ error }) => error?.message ?? null), [
    null,
    null,
  ]);
  const { data: page } = await first.client.rpc("appointment_page", {
    appointment_id: first.id,
  });
  same(page.starts_at, slot);
  assertEquals([page.moves, page.waiting_list], [1, null]);
  await using sql = openSql();
  const [held] = await sql`
    select count(*)::int as offers from private.slot_offers where doctor_id = ${doctor.id}`;
  assertEquals(held?.offers, 0);
});

Deno.test("a slot that was free already is not offered; one that the doctor opens is, by the worker", async () => {
  const { doctor, slot } = await doctorWithOneSlot();
  const first = await newcomer(doctor, 30);
  await first.join();
  await sweep();
  assertEquals(await offerOf(first.client, first.id), null);
  await using sql = openSql();
  const later = new Date(Date.parse(slot) + HOUR).toISOString();
  await sql`
    update public.availability_exceptions set during = tstzrange(${later}, upper(during))
    where doctor_id = ${doctor.id} and lower(during) > now()`;
  await sweep();
  same(
    await offerOf(first.client, first.id),
    new Date(Date.parse(slot) + 600_000).toISOString(),
  );
});

Deno.test("what an administrator cancels is offered, to whoever it is long enough for", async () => {
  const { doctor, slot } = await doctorWithOneSlot();
  await whoTakes(doctor, slot);
  const long = await newcomer(doctor, 6);
  const short = await newcomer(doctor, 5);
  await using sql = openSql();
  await sql`
    update public.appointments set during = tstzrange(starts_at, starts_at + interval '20 minutes') where id = ${long.id}`;
  assertEquals([await long.join(), await short.join()], [null, null]);
  await sql`
    select admin.cancel_appointment(id, 'Au téléphone') from public.appointments
    where doctor_id = ${doctor.id} and starts_at = ${slot}`;
  assertEquals(await offerOf(long.client, long.id), null);
  same(await offerOf(short.client, short.id), slot);
});

Deno.test("nothing of a doctor who leaves is offered", async () => {
  const { doctor, slot } = await doctorWithOneSlot();
  await whoTakes(doctor, slot);
  const first = await newcomer(doctor, 6);
  await first.join();
  await using sql = openSql();
  await sql`select admin.deactivate_account(${doctor.id}, 'Retraite')`;
  assertEquals(await offerOf(first.client, first.id), null);
  const offers = await sql`
    select id from private.slot_offers where doctor_id = ${doctor.id}`;
  assertEquals(offers.length, 0);
  const [told] = await sql`
    select count(*)::integer as sms from public.notifications
    where appointment_id = ${first.id} and kind = 'earlier_slot'`;
  assertEquals(told?.sms, 0);
});

Deno.test("what a doctor cancels stays closed and is offered to nobody", async () => {
  const { doctor, slot } = await doctorWithOneSlot();
  await whoTakes(doctor, slot);
  const first = await newcomer(doctor, 6);
  await first.join();
  const asDoctor = await clientOf(doctor);
  await using sql = openSql();
  const [row] = await sql`
    select id from public.appointments where doctor_id = ${doctor.id} and starts_at = ${slot}`;
  const cancelled = await asDoctor.rpc("transition_appointment", {
    appointment_id: row?.id,
    act: "cancel",
    reason: "Urgence",
  });
  assertEquals(cancelled.error, null);
  await sweep();
  assertEquals(await offerOf(first.client, first.id), null);
});

Deno.test("only days and hours that suit, only earlier, and not at night", async (t) => {
  const { doctor, slot, zone } = await doctorWithOneSlot();
  const local = Temporal.Instant.from(slot).toZonedDateTimeISO(zone);
  const end = local.add({ minutes: 10 });
  const clock = (time: Temporal.ZonedDateTime) =>
    time.toPlainTime().toString({ smallestUnit: "minute" });
  const otherDays = allDay.weekdays.filter((day) => day !== local.dayOfWeek);
  const cases: [string, Record<string, unknown>, number, boolean][] = [
    ["another weekday", { weekdays: otherDays }, 6, false],
    ["too early", { from_time: clock(local.add({ minutes: 1 })) }, 6, false],
    ["too late", { to_time: clock(end.subtract({ minutes: 1 })) }, 6, false],
    ["later than the appointment", {}, 2, false],
    [
      "just right",
      {
        ...{ weekdays: [local.dayOfWeek], from_time: clock(local) },
        to_time: clock(end),
      },
      6,
      true,
    ],
  ];
  for (const [name, more, hours, offered] of cases) {
    await t.step(name, async () => {
      const giveBack = await whoTakes(doctor, slot);
      const one = await newcomer(doctor, hours);
      assertEquals(await one.join(more), null);
      await giveBack();
      assertEquals(await offerOf(one.client, one.id) !== null, offered);
      await one.client.rpc("leave_waiting_list", { appointment_id: one.id });
      await using sql = openSql();
      await sql`delete from public.appointments where id = ${one.id}`;
    });
  }

  await t.step(
    "at night nothing is offered; in the morning it is",
    async () => {
      const giveBack = await whoTakes(doctor, slot);
      const one = await newcomer(doctor, 20);
      await one.join();
      await using sql = openSql();
      const night = Temporal.Now.zonedDateTimeISO("UTC").hour;
      // The zone in which it is 22 o'clock now, or 2 o'clock.
      const east = ((22 - night + 36) % 24) - 12;
      await sql`
      update public.doctors set time_zone = ${`Etc/GMT${east > 0 ? "-" : "+"}${
        Math.abs(east)
      }`} where id = ${doctor.id}`;
      await giveBack();
      await sweep();
      assertEquals(await offerOf(one.client, one.id), null);
      await sql`update public.doctors set time_zone = ${zone} where id = ${doctor.id}`;
      await sweep();
      same(await offerOf(one.client, one.id), slot);
    },
  );
});

Deno.test("only who acts for the patient joins, leaves or declines; with days and hours that make sense", async (t) => {
  const cast = await newCast();
  const id = await newAppointment(cast.patient, cast.doctor, 600);
  const acts = [
    ["join_waiting_list", { ...allDay, to_time: "24:00" }],
    ["decline_earlier_slot", {}],
    ["leave_waiting_list", {}],
  ] as const;
  for (const [name, more] of acts) {
    await t.step(name, async () => {
      const answers: Record<string, string | null> = {};
      for (
        const role of [
          "after the password only",
          "another patient",
          "another doctor",
          "the doctor",
          "the patient",
        ] as const
      ) {
        const { error } = await cast.as[role].rpc(name, {
          appointment_id: id,
          ...more,
        });
        answers[role] = error?.message ?? null;
      }
      assertEquals(answers, {
        "after the password only": "not_found",
        "another patient": "not_found",
        "another doctor": "not_found",
        "the doctor": "patients_only",
        "the patient": null,
      });
    });
  }
  await t.step("nonsense is refused", async () => {
    for (
      const more of [
        { weekdays: [] },
        { weekdays: [8] },
        { from_time: "18:00", to_time: "08:00" },
      ]
    ) {
      const { error } = await cast.as["the patient"].rpc("join_waiting_list", {
        appointment_id: id,
        ...allDay,
        to_time: "24:00",
        ...more,
      });
      assertEquals(error?.message, "hours_invalid");
    }
  });
  await t.step("the doctor's page does not say who waits", async () => {
    await cast.as["the patient"].rpc("join_waiting_list", {
      appointment_id: id,
      ...allDay,
      to_time: "24:00",
    });
    const page = async (role: "the doctor" | "the patient") =>
      (await cast.as[role].rpc("appointment_page", { appointment_id: id }))
        .data.waiting_list;
    assertEquals(await page("the doctor"), null);
    assertEquals(await page("the patient"), {
      weekdays: allDay.weekdays,
      from_time: "00:00",
      to_time: "24:00",
      offer: null,
    });
  });
});
