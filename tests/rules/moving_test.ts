import { assert, assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  type TestPerson,
  zoneAtNoon,
} from "../people.ts";
import { hoursToReminder, remindAt } from "../reminders.ts";
import { newCast, roles } from "./cast.ts";
import { freeStarts } from "./visit_steps.ts";

const HOUR = 3_600_000;

/** Free starts of a doctor, from so many hours on. */
const freeFrom = (doctor: TestPerson, hours: number) =>
  freeStarts(doctor, hours, hours + 6);

const move = async (
  client: SupabaseClient,
  appointment_id: string,
  starts_at: string | undefined,
): Promise<string | null> => {
  const { error } = await client.rpc("move_appointment", {
    appointment_id,
    starts_at,
  });
  return error?.message ?? null;
};

/** A patient with an appointment of their own making, in so many hours. */
async function newBooking(doctor: TestPerson, hours: number) {
  const patient = await newPatient();
  const client = await clientOf(patient);
  const [start = ""] = await freeFrom(doctor, hours);
  const appointment_id = crypto.randomUUID();
  const { error } = await client.rpc("book_appointment", {
    appointment_id,
    doctor_id: doctor.id,
    starts_at: start,
    symptoms: "Toux",
    accept_terms: true,
  });
  assertEquals(error, null);
  return { patient, client, id: appointment_id, start };
}

Deno.test("only who acts for the patient moves an appointment", async (t) => {
  const cast = await newCast();
  const id = await newAppointment(cast.patient, cast.doctor, 600);
  const [wanted] = await freeFrom(cast.doctor, 20);
  const refusals: Record<string, string | null> = {
    "anonymous": "permission denied for function move_appointment",
    "after the password only": "not_found",
    "another patient": "not_found",
    "another doctor": "not_found",
    "the doctor": "patients_only",
    "the patient": null,
  };
  for (const role of [...roles].sort((a) => a === "the patient" ? 1 : -1)) {
    await t.step(`${role}: ${refusals[role] ?? "moves it"}`, async () => {
      assertEquals(await move(cast.as[role], id, wanted), refusals[role]);
    });
  }
  await t.step("a guardian too", async () => {
    await newGuardianship(
      cast.otherPatient,
      cast.patient.patientId,
      "trusted_person",
    );
    const [other] = await freeFrom(cast.doctor, 30);
    assertEquals(await move(cast.as["another patient"], id, other), null);
  });
});

Deno.test("a move keeps the appointment and frees its former slot; sent twice it is done once", async () => {
  const doctor = await newDoctor();
  const { client, id, start } = await newBooking(doctor, 60);
  const [wanted = ""] = await freeFrom(doctor, 80);
  const answers = await Promise.all(
    [1, 2, 3].map(() => move(client, id, wanted)),
  );
  assertEquals(answers, [null, null, null]);
  await using sql = openSql();
  const [row] = await sql`
    select starts_at, symptoms, state, moves, moved_from from public.appointments where id = ${id}`;
  assertEquals(row?.starts_at.toISOString(), new Date(wanted).toISOString());
  assertEquals(row?.moved_from.toISOString(), new Date(start).toISOString());
  assertEquals([row?.symptoms, row?.state, row?.moves], ["Toux", "booked", 1]);
  assert((await freeFrom(doctor, 58)).includes(start));
  const told = await sql`
    select kind, channel, state, due_at from public.notifications
    where appointment_id = ${id} and kind in ('appointment_confirmation', 'appointment_moved')
      and state <> 'withdrawn' order by kind, channel`;
  assertEquals(
    told.filter((one) => one.kind === "appointment_moved")
      .map((one) => one.channel),
    ["sms", "email"],
  );
  const planned = await hoursToReminder(sql, id);
  const early = (Date.parse(wanted) - Date.now()) / HOUR - (planned ?? NaN);
  // 24 hours; at night it comes the evening before; the night in which the clocks go back has an hour more.
  assert(early > 23.9 && early <= 37, `${early}`);
});

Deno.test("a reminder that has not left when an appointment is moved does not tell the former day", async () => {
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const { client, id, patient } = await newBooking(doctor, 60);
  await using sql = openSql();
  assertEquals((await remindAt(sql, id, 24)).length, 2);
  // Put off, as after an outage.
  await sql`
    update public.notifications set state = 'due', leased_until = null, lease = null, due_at = now() + interval '1 hour'
    where appointment_id = ${id} and kind = 'appointment_reminder'`;
  const [wanted] = await freeFrom(doctor, 80);
  assertEquals(await move(client, id, wanted), null);
  const rows = await sql`
    select state from public.notifications where appointment_id = ${id} and kind = 'appointment_reminder'`;
  assertEquals(rows.map(({ state }) => state), ["withdrawn", "withdrawn"]);
  assertEquals(
    await remindAt(sql, id, 24),
    ["email", "sms"].map((channel) => `${patient.id} fr ${channel}`),
  );
});

Deno.test("two people want one slot: one gets it, the other keeps what they have", async () => {
  const doctor = await newDoctor();
  const [one, two] = [
    await newBooking(doctor, 10),
    await newBooking(doctor, 11),
  ];
  const three = await newPatient();
  const third = await clientOf(three);
  const [wanted = ""] = await freeFrom(doctor, 20);
  const answers = await Promise.all([
    move(one.client, one.id, wanted),
    move(two.client, two.id, wanted),
    third.rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: doctor.id,
      starts_at: wanted,
      symptoms: "",
      accept_terms: true,
    }).then(({ error }) => error?.message ?? null),
  ]);
  assertEquals(answers.filter((answer) => answer === null).length, 1);
  assertEquals(answers.filter((answer) => answer === "slot_taken").length, 2);
  await using sql = openSql();
  for (const [index, { id, start }] of [one, two].entries()) {
    const [row] = await sql`
      select starts_at, moves, (select count(*)::int from public.notifications
        where appointment_id = ${id} and kind = 'appointment_moved') as told
      from public.appointments where id = ${id}`;
    const moved = answers[index] === null;
    assertEquals(
      row?.starts_at.getTime(),
      Date.parse(moved ? wanted : start),
    );
    assertEquals([row?.moves, row?.told], moved ? [1, 2] : [0, 0]);
  }
});

Deno.test("not to where the doctor is not free, nor where the patient is elsewhere, nor once it has begun or is over", async () => {
  const [doctor, other] = [await newDoctor(), await newDoctor()];
  const { client, id, patient } = await newBooking(doctor, 10);
  const [wanted = ""] = await freeFrom(doctor, 20);
  const odd = new Date(Date.parse(wanted) + 60_000).toISOString();
  const past = new Date(Date.now() - HOUR).toISOString();
  for (const never of [odd, past, "infinity"]) {
    assertEquals(await move(client, id, never), "slot_taken", never);
  }
  await using sql = openSql();
  await sql`
    insert into public.appointments (patient_id, doctor_id, during, language)
    values (${patient.patientId}, ${other.id}, tstzrange(${wanted}, ${wanted}::timestamptz + interval '10 minutes'), 'fr')`;
  assertEquals(await move(client, id, wanted), "patient_busy");
  const [free = ""] = await freeFrom(doctor, 26);
  await sql`update public.appointments set moves = 10, moved_from = now() where id = ${id}`;
  assertEquals(await move(client, id, free), "moved_too_often");
  await sql`update public.appointments set moves = 0, moved_from = null where id = ${id}`;
  for (const state of ["waiting", "no_show"]) {
    await sql`update public.appointments set state = ${state}, waiting_since = now() where id = ${id}`;
    assertEquals(await move(client, id, free), "too_late_to_move", state);
  }
  const begun = await newAppointment(patient, doctor, -2);
  assertEquals(await move(client, begun, free), "too_late_to_move");
});

Deno.test("the calendar of a move has slots of the appointment's length, for its patient only", async () => {
  const cast = await newCast();
  const id = await newAppointment(cast.patient, cast.doctor, 600);
  await using sql = openSql();
  await sql`update public.doctors set slot_minutes = 30 where id = ${cast.doctor.id}`;
  const own = await cast.as["the patient"].rpc("moving_calendar", {
    appointment_id: id,
  });
  assertEquals([own.data.minutes, own.data.reasons], [10, []]);
  const last: string = own.data.slots.at(-1);
  assertEquals(await move(cast.as["the patient"], id, last), null);
  for (const role of ["another patient", "the doctor"] as const) {
    const { data } = await cast.as[role].rpc("moving_calendar", {
      appointment_id: id,
    });
    assertEquals(data, null, role);
  }
});

Deno.test("whoever moves a visit of half an hour keeps its length, its reason and the answers", async () => {
  const cast = await newCast();
  await using sql = openSql();
  // Half an hour would not fit between the last slot before midnight and the end of the day.
  await sql`update public.doctors set time_zone = ${zoneAtNoon()} where id = ${cast.doctor.id}`;
  const reason = crypto.randomUUID();
  const question = { kind: "text", question: "Depuis quand ?" };
  await cast.as["the doctor"].rpc("save_reason", {
    ...{ reason_id: reason, name: "Dos", minutes: 30, active: true },
    questions: [question],
  });
  const asked = await cast.as["the doctor"].rpc("my_reasons");
  const client = cast.as["the patient"];
  const [start = ""] = await freeFrom(cast.doctor, 20);
  const appointment_id = crypto.randomUUID();
  const booked = await client.rpc("book_appointment", {
    ...{ appointment_id, doctor_id: cast.doctor.id, starts_at: start },
    ...{ symptoms: "", accept_terms: true, reason_id: reason },
    answers: { [asked.data[0].questions[0].id]: "Lundi" },
  });
  assertEquals(booked.error, null);
  // The doctor changes the reason afterwards: what is booked keeps its length.
  await cast.as["the doctor"].rpc("save_reason", {
    ...{ reason_id: reason, name: "Dos", minutes: 5, active: true },
    questions: [question],
  });

  // Room for twenty minutes between two closed stretches.
  const [gap = ""] = await freeFrom(cast.doctor, 40);
  await sql`
    insert into public.availability_exceptions (doctor_id, effect, during)
    select ${cast.doctor.id}, 'closed', unnest(array[
      tstzrange(${gap}::timestamptz - interval '30 minutes', ${gap}::timestamptz),
      tstzrange(${gap}::timestamptz + interval '20 minutes', ${gap}::timestamptz + interval '50 minutes')
    ])`;
  const calendar = await client.rpc("moving_calendar", { appointment_id });
  assertEquals(calendar.data.minutes, 30);
  const offered = calendar.data.slots.map(Date.parse);
  assert(!offered.includes(Date.parse(gap)));
  assertEquals(await move(client, appointment_id, gap), "slot_taken");

  const wanted = new Date(Date.parse(gap) + 50 * 60_000).toISOString();
  assert(offered.includes(Date.parse(wanted)));
  assertEquals(await move(client, appointment_id, wanted), null);
  const [row] = await sql`
    select visit_reason, extract(epoch from ends_at - starts_at)::integer / 60 as minutes,
      (select array_agg(answer) from public.appointment_answers where appointment_id = one.id) as answers
    from public.appointments as one where id = ${appointment_id}`;
  assertEquals(
    [row?.visit_reason, row?.minutes, row?.answers],
    ["Dos", 30, ["Lundi"]],
  );
});
