import { assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { awaitsPatient, isReopened } from "@/domain/appointment.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
  visitorClient,
  zoneAtNoon,
} from "../people.ts";
import { newVisit } from "./visit_steps.ts";

/** A visit of a doctor at whose place it is noon, and what each side reads of the telephone. */
async function newTelephoneVisit(minutes = -1) {
  const visit = await newVisit(minutes, { timeZone: zoneAtNoon() });
  const { appointment_id, asDoctor } = visit;
  const pageOf = async (client: SupabaseClient) => {
    const { data } = await client.rpc("appointment_page", { appointment_id });
    return data;
  };
  const numberInDay = async () => {
    const { data } = await asDoctor.rpc("doctor_day");
    return data.appointments[0].telephone;
  };
  return { ...visit, pageOf, numberInDay };
}

Deno.test("the doctor sees the number from the press until the end, and nobody else does", async () => {
  const visit = await newTelephoneVisit();
  const { patient, asPatient, asDoctor, act, pageOf, numberInDay } = visit;
  assertEquals(await act(asPatient, "arrive"), "waiting");
  assertEquals((await pageOf(asDoctor)).telephone, null);
  assertEquals(await numberInDay(), null);

  assertEquals(await act(asPatient, "ask_telephone"), "waiting");
  assertEquals((await pageOf(asDoctor)).telephone, patient.phone);
  assertEquals(await numberInDay(), patient.phone);
  const other = await clientOf(await newDoctor());
  assertEquals(await pageOf(other), null);
  for (const client of [asDoctor, asPatient]) {
    const { error } = await client.from("appointments").select("telephone");
    assertEquals(error?.code, "42501");
  }

  assertEquals(await act(asDoctor, "telephone"), "in_progress");
  assertEquals((await pageOf(asPatient)).held_by, "telephone");
  assertEquals(await act(asDoctor, "end"), "completed");
  assertEquals((await pageOf(asDoctor)).telephone, null);
  assertEquals((await pageOf(asDoctor)).held_by, "telephone");
  assertEquals(await numberInDay(), null);
});

Deno.test("the patient takes the request back, once or twice, and the number is forgotten at once", async () => {
  const visit = await newTelephoneVisit(5);
  const { appointment_id, asPatient, asDoctor, act, pageOf, numberInDay } =
    visit;
  await act(asPatient, "ask_telephone");
  for (let n = 0; n < 2; n++) {
    assertEquals(await act(asPatient, "withdraw_telephone"), "waiting");
    assertEquals((await pageOf(asPatient)).telephone, null);
    assertEquals((await pageOf(asDoctor)).telephone, null);
    assertEquals(await numberInDay(), null);
  }
  await using sql = openSql();
  const [row] = await sql`
    select telephone, telephone_asked_at from public.appointments where id = ${appointment_id}`;
  assertEquals({ ...row }, { telephone: null, telephone_asked_at: null });
  const { data } = await asPatient.from("audit_log").select("action")
    .eq("appointment_id", appointment_id).eq("action", "telephone_withdrawn");
  assertEquals(data?.length, 1);

  // They may think better of it again.
  await act(asPatient, "ask_telephone");
  assertEquals(await numberInDay(), visit.patient.phone);
  assertEquals(await act(asPatient, "leave"), "booked");
  assertEquals(await act(asPatient, "withdraw_telephone"), "booked");
});

Deno.test("nobody else takes the request back, nor the patient before the SMS code", async () => {
  const visit = await newTelephoneVisit();
  const { appointment_id, patient, asPatient, asDoctor, act, pageOf } = visit;
  await act(asPatient, "ask_telephone");
  const others = [
    await clientOf(await newPatient()),
    await clientOf(await newDoctor()),
    await clientOf(patient, "aal1"),
  ];
  for (const client of others) {
    assertEquals(await act(client, "withdraw_telephone"), "not_found");
  }
  assertEquals(await act(asDoctor, "withdraw_telephone"), "patients_only");
  const { error } = await visitorClient().rpc("transition_appointment", {
    appointment_id,
    act: "withdraw_telephone",
  });
  assertEquals(error?.code, "42501");
  assertEquals((await pageOf(asDoctor)).telephone, patient.phone);
});

Deno.test("once the doctor has noted that they talk by telephone, there is nothing to take back", async () => {
  const { patient, asPatient, asDoctor, act, pageOf } =
    await newTelephoneVisit();
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  assertEquals(
    await act(asPatient, "withdraw_telephone"),
    "held_by_telephone",
  );
  assertEquals((await pageOf(asDoctor)).telephone, patient.phone);
  // Back to video it is the patient's again.
  await act(asDoctor, "video");
  assertEquals(await act(asPatient, "withdraw_telephone"), "in_progress");
  assertEquals((await pageOf(asDoctor)).telephone, null);
});

Deno.test("taken back and noted in the same moment, one of the two was first", async () => {
  for (let round = 0; round < 4; round++) {
    const { asPatient, asDoctor, act, pageOf } = await newTelephoneVisit();
    await act(asPatient, "ask_telephone");
    const [withdrawn, noted] = await Promise.all([
      act(asPatient, "withdraw_telephone"),
      act(asDoctor, "telephone"),
    ]);
    // They talk all the same: the doctor knows.
    assertEquals(noted, "in_progress");
    const { telephone, held_by } = await pageOf(asDoctor);
    assertEquals(held_by, "telephone");
    assertEquals(telephone === null, withdrawn !== "held_by_telephone");
  }
});

Deno.test("back to video, the patient is in the call once they have pressed", async () => {
  const { asPatient, asDoctor, act, pageOf } = await newTelephoneVisit();
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  assertEquals(awaitsPatient(await pageOf(asPatient)), false);
  await act(asDoctor, "video");
  for (const client of [asPatient, asDoctor]) {
    const page = await pageOf(client);
    assertEquals([awaitsPatient(page), isReopened(page)], [true, false]);
  }
  assertEquals(await act(asPatient, "arrive"), "in_progress");
  assertEquals(awaitsPatient(await pageOf(asPatient)), false);
});

Deno.test("whose equipment does not let them wait asks from outside, when the waiting room is open", async () => {
  const early = await newTelephoneVisit(60);
  assertEquals(
    await early.act(early.asPatient, "ask_telephone"),
    "waiting_room_closed",
  );
  const visit = await newTelephoneVisit(5);
  assertEquals(await visit.act(visit.asPatient, "ask_telephone"), "waiting");
  assertEquals(await visit.act(visit.asPatient, "leave"), "booked");
  assertEquals((await visit.pageOf(visit.asDoctor)).telephone, null);
});

Deno.test("a doctor who telephones is busy, and goes back to video when that works again", async () => {
  const { doctor, asPatient, asDoctor, act, pageOf } =
    await newTelephoneVisit();
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  const next = await newPatient();
  const appointment_id = await newAppointment(next, doctor, 20);
  await using sql = openSql();
  await sql`
    update public.appointments set state = 'waiting', waiting_since = now() where id = ${appointment_id}`;
  for (const other of ["call", "telephone"]) {
    const { error } = await asDoctor.rpc("transition_appointment", {
      appointment_id,
      act: other,
    });
    assertEquals(error?.message, "doctor_busy");
  }
  assertEquals(await act(asDoctor, "video"), "in_progress");
  assertEquals((await pageOf(asPatient)).held_by, "video");
});

Deno.test("the number is gone from the table once the consultation cannot be opened again", async () => {
  const { appointment_id, asPatient, asDoctor, act } =
    await newTelephoneVisit();
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  await act(asDoctor, "end");
  await using sql = openSql();
  const kept = async () => {
    await serviceClient().rpc("purge_expired");
    const [row] = await sql`
      select telephone is not null as kept from public.appointments where id = ${appointment_id}`;
    return row?.kept;
  };
  assertEquals(await kept(), true);
  await sql.begin(async (transaction) => {
    // Without the trigger that keeps the time of the last change.
    await transaction`set local session_replication_role = replica`;
    await transaction`
      update public.appointments set updated_at = now() - interval '6 minutes' where id = ${appointment_id}`;
  });
  assertEquals(await kept(), false);
});

Deno.test("the log of the patient says that they asked, and that it was held by telephone", async () => {
  const { appointment_id, asPatient, asDoctor, act } =
    await newTelephoneVisit();
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  const { data } = await asPatient.from("audit_log").select("action, details")
    .eq("appointment_id", appointment_id).order("id");
  assertEquals(
    data?.filter(({ action }) => action.includes("telephone")),
    [
      { action: "telephone_asked", details: {} },
      { action: "consultation_by_telephone", details: {} },
    ],
  );
});
