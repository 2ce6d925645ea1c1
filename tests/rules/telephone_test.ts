import { assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
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
