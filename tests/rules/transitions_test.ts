import { assert, assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import {
  CALL_GRACE,
  CALL_RINGS_FOR,
  REOPENING_TOLD_AFTER,
  REOPENS_FOR,
  WAITING_ROOM_CLOSES_AFTER,
  WAITING_ROOM_OPENS_BEFORE,
} from "@/domain/appointment.ts";
import { acts, transitions } from "@/domain/transitions.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
} from "../people.ts";
import { freeStarts, newVisit } from "./visit_steps.ts";

Deno.test("the app's table of acts is the database's", async () => {
  await using sql = openSql();
  const rows =
    await sql`select act, side, from_state, to_state from private.transitions`;
  const database = rows.map((row) =>
    [row.act, row.side, row.from_state, row.to_state].join(" ")
  );
  const app = acts.flatMap((act) =>
    Object.entries(transitions[act]).flatMap(([side, moves]) =>
      Object.entries(moves).map(([from, to]) => [act, side, from, to].join(" "))
    )
  );
  assertEquals(app.sort(), database.sort());
});

Deno.test("the app's times are the database's", async () => {
  await using sql = openSql();
  const [times] = await sql`
    select
      extract(epoch from private.waiting_room_opens_before())::int as opens,
      extract(epoch from private.waiting_room_closes_after())::int as closes,
      extract(epoch from private.call_rings_for())::int as rings,
      extract(epoch from private.call_grace())::int as grace,
      extract(epoch from private.reopens_for())::int as reopens,
      extract(epoch from private.reopening_told_after())::int as told`;
  assertEquals({ ...times }, {
    opens: WAITING_ROOM_OPENS_BEFORE / 1000,
    closes: WAITING_ROOM_CLOSES_AFTER / 1000,
    rings: CALL_RINGS_FOR / 1000,
    grace: CALL_GRACE / 1000,
    reopens: REOPENS_FOR / 1000,
    told: REOPENING_TOLD_AFTER / 1000,
  });
});

Deno.test("a patient who waits cannot be marked absent", async () => {
  const { asPatient, asDoctor, act, appointment_id } = await newVisit();
  assertEquals(await act(asPatient, "arrive"), "waiting");
  assertEquals(await act(asDoctor, "no_show"), "patient_waits");
  assertEquals(await act(asDoctor, "call"), "calling");
  assertEquals(await act(asDoctor, "no_show"), "patient_waits");
  assertEquals(await act(asDoctor, "withdraw"), "waiting");
  assertEquals(await act(asDoctor, "no_show"), "patient_waits");
  assertEquals(await act(asDoctor, "call"), "calling");
  await using sql = openSql();
  await sql`
    update public.appointments set called_at = now() - interval '1 minute' where id = ${appointment_id}`;
  assertEquals(await act(asDoctor, "no_show"), "no_show");
});

Deno.test("whoever leaves the waiting room has not come, and may come again", async () => {
  const { asPatient, asDoctor, act } = await newVisit();
  assertEquals(await act(asPatient, "arrive"), "waiting");
  assertEquals(await act(asPatient, "leave"), "booked");
  assertEquals(await act(asDoctor, "call"), "nobody_waits");
  assertEquals(await act(asPatient, "arrive"), "waiting");
  assertEquals(await act(asPatient, "leave"), "booked");
  assertEquals(await act(asDoctor, "no_show"), "no_show");
});

Deno.test("the patient leaves the call and comes back until the doctor ends it; the end is undone for 5 minutes", async () => {
  const { asPatient, asDoctor, act, appointment_id } = await newVisit();
  await act(asPatient, "arrive");
  await act(asDoctor, "call");
  assertEquals(await act(asPatient, "accept"), "in_progress");
  await using sql = openSql();
  const left = async () => {
    const [row] = await sql`
      select left_at is not null as gone from public.appointments where id = ${appointment_id}`;
    return row?.gone;
  };
  assertEquals(await act(asPatient, "leave"), "in_progress");
  assertEquals(await left(), true);
  assertEquals(await act(asPatient, "arrive"), "in_progress");
  assertEquals(await left(), false);
  assertEquals(await act(asPatient, "end"), "doctors_only");
  assertEquals(await act(asDoctor, "end"), "completed");
  assertEquals(await act(asDoctor, "reopen"), "in_progress");
  assertEquals(await act(asDoctor, "end"), "completed");
  await sql`
    update public.appointments set ended_at = now() - interval '6 minutes' where id = ${appointment_id}`;
  assertEquals(await act(asDoctor, "reopen"), "too_late_to_reopen");
});

Deno.test("a consultation is not reopened while the doctor sees somebody else", async () => {
  const { asPatient, asDoctor, act, doctor } = await newVisit();
  await act(asPatient, "arrive");
  await act(asDoctor, "call");
  await act(asPatient, "accept");
  await act(asDoctor, "end");
  const other = await newAppointment(await newPatient(), doctor, 20);
  await using sql = openSql();
  await sql`
    update public.appointments
    set state = 'in_progress', waiting_since = now(), called_at = now(), started_at = now() where id = ${other}`;
  assertEquals(await act(asDoctor, "reopen"), "doctor_busy");
});

Deno.test("a reason that shows nothing is none", async () => {
  const { asDoctor, act } = await newVisit(60);
  for (const blank of ["", " \n\t", "\u200b", "\u00a0\u2060", "\u3164"]) {
    assertEquals(await act(asDoctor, "cancel", blank), "reason_missing");
  }
  assertEquals(await act(asDoctor, "cancel", "Urgence"), "cancelled");
});

Deno.test("a slot that the doctor cancels stays closed until they open it; the patient's is free again", async () => {
  const { asDoctor, asPatient, doctor, patient } = await newVisit();
  const free = () => freeStarts(doctor, 30, 31);
  const [slot = ""] = await free();
  const book = async () => {
    const appointment_id = crypto.randomUUID();
    const { error } = await asPatient.rpc("book_appointment", {
      appointment_id,
      doctor_id: doctor.id,
      starts_at: slot,
      symptoms: "",
      accept_terms: true,
    });
    assertEquals(error, null);
    return appointment_id;
  };
  const cancel = async (client: SupabaseClient, appointment_id: string) => {
    const { error } = await client.rpc("transition_appointment", {
      appointment_id,
      act: "cancel",
      reason: "Imprévu",
    });
    assertEquals(error, null);
  };
  await cancel(asPatient, await book());
  assertEquals((await free()).includes(slot), true);
  const cancelled = await book();
  await cancel(asDoctor, cancelled);
  assertEquals((await free()).includes(slot), false);
  const opened = await asDoctor.from("availability_exceptions").delete()
    .eq("cancelled_appointment_id", cancelled).select("effect");
  assertEquals(opened.data, [{ effect: "closed" }]);
  assertEquals((await free()).includes(slot), true);
  assert(patient.id);
});

Deno.test("the language of a consultation is one that the doctor speaks", async () => {
  const doctor = await newDoctor(); // fr, de
  const slots = await freeStarts(doctor, 24, 26);
  await using sql = openSql();
  const book = async (
    own: "fr" | "de" | "pt",
    chosen: string | undefined,
    n: number,
  ) => {
    const client = await clientOf(await newPatient({ language: own }));
    const { data, error } = await client.rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: doctor.id,
      starts_at: slots[n],
      symptoms: "",
      accept_terms: true,
      language: chosen,
    });
    if (error) return error.message;
    const [row] =
      await sql`select language from public.appointments where id = ${data}`;
    return row?.language;
  };
  assertEquals(await book("fr", "de", 0), "de");
  assertEquals(await book("de", undefined, 1), "de");
  assertEquals(await book("pt", undefined, 2), "fr");
  assertEquals(await book("pt", "pt", 3), "language_not_spoken");
});

Deno.test("nothing stays open for days: each state has its end", async () => {
  const doctor = await newDoctor();
  await using sql = openSql();
  const made = async (hoursAgo: number, state: string) => {
    const patient = await newPatient();
    const id = crypto.randomUUID();
    await sql`
      insert into public.appointments (
        id, patient_id, doctor_id, during, language, state, waiting_since, called_at, started_at
      )
      select ${id}, ${patient.patientId}, ${doctor.id}, tstzrange(start, start + interval '10 minutes'), 'fr',
        ${state}::public.appointment_state, start, start, start
      from (select now() - make_interval(hours => ${hoursAgo}::int)) as chosen (start)`;
    return id;
  };
  const expected = new Map([
    [await made(50, "booked"), "no_show"],
    [await made(51, "waiting"), "cancelled"],
    [await made(52, "calling"), "no_show"],
    [await made(53, "in_progress"), "completed"],
    [await made(3, "waiting"), "waiting"],
    [await made(2, "booked"), "booked"],
  ]);
  const { error } = await serviceClient().rpc("close_abandoned_appointments");
  assertEquals(error, null);
  const rows = await sql`
    select id, state from public.appointments where doctor_id = ${doctor.id} for share`; // the app's own run may be at it
  assertEquals(new Map(rows.map((row) => [row.id, row.state])), expected);
});

Deno.test("a doctor who saw a document says so once; the patient sees who did", async () => {
  const { asPatient, asDoctor, appointment_id, patient, doctor } =
    await newVisit();
  const confirm = (client: SupabaseClient) =>
    client.rpc("confirm_identity", { appointment_id });
  const other = await clientOf(await newDoctor());
  for (const client of [asPatient, other]) {
    assertEquals((await confirm(client)).error?.message, "not_found");
  }
  const first = await confirm(asDoctor);
  assertEquals(first.error, null);
  assertEquals((await confirm(asDoctor)).data, first.data);
  const { data } = await asPatient.from("patients")
    .select("identity_checked_at, identity_checked_by").eq(
      "id",
      patient.patientId,
    ).single();
  assertEquals(data, {
    identity_checked_at: first.data,
    identity_checked_by: doctor.id,
  });
  const log = await asPatient.from("audit_log").select("account_id")
    .eq("action", "identity_confirmed");
  assertEquals(log.data, [{ account_id: doctor.id }]);
});
