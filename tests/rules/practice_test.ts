import { assert, assertEquals } from "@std/assert";
import { complete } from "../documents.ts";
import {
  clientOf,
  dayAhead,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
  zoneAtNoon,
} from "../people.ts";
import { newCast } from "./cast.ts";

Deno.test("what a doctor cancels can be taken back for ten seconds, and nobody is told before", async (t) => {
  const cast = await newCast();
  const doctor = cast.as["the doctor"];
  await using sql = openSql();
  const told = async () =>
    await sql`
      select state, due_at > now() as later from public.notifications
      where appointment_id = ${cast.appointmentId} and kind = 'appointment_cancellation'`;
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const to = new Date(Date.now() + 3_600_000).toISOString();

  await t.step("not without a reason, and not by a patient", async () => {
    const blank = await doctor.rpc("cancel_period", {
      from_at: from,
      to_at: to,
      reason: " ",
    });
    assertEquals(blank.error?.message, "reason_missing");
    const patient = await cast.as["the patient"].rpc("cancel_period", {
      from_at: from,
      to_at: to,
      reason: "x",
    });
    assertEquals(patient.error?.message, "doctors_only");
  });

  await t.step("undone in time, everything is as before", async () => {
    const done = await doctor.rpc("cancel_period", {
      from_at: from,
      to_at: to,
      reason: "Urgence",
    });
    assertEquals([done.error, done.data], [null, 1]);
    assert((await told()).every((row) => row.state === "due" && row.later));
    const { data: last } = await doctor.rpc("last_cancellation");
    assertEquals(last.count, 1);
    const other = await cast.as["another doctor"].rpc("undo_cancellation", {
      cancelled_at: last.cancelled_at,
    });
    assertEquals(other.data, 0);
    const undone = await doctor.rpc("undo_cancellation", {
      cancelled_at: last.cancelled_at,
    });
    assertEquals([undone.error, undone.data], [null, 1]);
    assert((await told()).every((row) => row.state === "withdrawn"));
    const [row] = await sql`
      select state, (select count(*)::int from public.availability_exceptions
        where doctor_id = ${cast.doctor.id} and cancelled_at is not null) as closed
      from public.appointments where id = ${cast.appointmentId}`;
    assertEquals({ ...row }, { state: "booked", closed: 0 });
  });

  await t.step("after ten seconds it stands", async () => {
    await doctor.rpc("cancel_period", {
      from_at: from,
      to_at: to,
      reason: "Urgence",
    });
    await sql`
      update public.appointments set cancelled_at = cancelled_at - interval '11 seconds'
      where id = ${cast.appointmentId}`;
    const [row] = await sql`
      select cancelled_at from public.appointments where id = ${cast.appointmentId}`;
    const late = await doctor.rpc("undo_cancellation", {
      cancelled_at: row?.cancelled_at.toISOString(),
    });
    assertEquals(late.error?.message, "too_late_to_undo");
  });
});

Deno.test("today's page shows who waits for tomorrow or has been there since yesterday; other days show their own", async () => {
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const client = await clientOf(doctor);
  await using sql = openSql();
  const made = async (hours: number, state: string) => {
    const id = await newAppointment(await newPatient(), doctor, hours * 60);
    await sql`
      update public.appointments set state = ${state}, waiting_since = now(), called_at = now(), started_at = now()
      where id = ${id}`;
    return id;
  };
  const tomorrow = await made(13, "waiting");
  const booked = await made(14, "booked");
  const yesterday = await made(-13, "in_progress");
  await made(-14, "no_show");
  const today = await made(1, "booked");
  const shown = async (day?: string) => {
    const { data } = await client.rpc("doctor_day", { day });
    const ids = data.appointments.map((one: { id: string }) => one.id);
    return { ids, day: Temporal.PlainDate.from(data.day) };
  };
  const { ids, day } = await shown();
  assertEquals(ids, [yesterday, today, tomorrow]);
  const next = await shown(day.add({ days: 1 }).toString());
  assertEquals(next.ids, [tomorrow, booked]);
});

Deno.test("free now ends by itself: when it is not kept, and when a booked patient comes", async () => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const [client, hers] = [await clientOf(doctor), await clientOf(patient)];
  await using sql = openSql();
  const offered = async () => {
    const [row] = await sql`
      select coalesce(free_now_until > now(), false) as now from public.doctors where id = ${doctor.id}`;
    return row?.now;
  };
  const long = await client.rpc("set_free_now", { minutes: 721 });
  assertEquals(long.error?.message, "free_now_too_long");
  assertEquals(
    (await hers.rpc("set_free_now", { minutes: 5 })).error?.message,
    "doctors_only",
  );
  await client.rpc("set_free_now", { minutes: 120 });
  assertEquals(await offered(), true);

  await client.rpc("keep_free_now");
  const [kept] = await sql`
    select free_now_until <= now() + interval '3 minutes' as soon from public.doctors where id = ${doctor.id}`;
  assertEquals(kept?.soon, true);
  await sql`update public.doctors set free_now_until = now() - interval '1 second' where id = ${doctor.id}`;
  const ended = await serviceClient().rpc("end_abandoned_free_now");
  assertEquals(ended.error, null); // how many: the app's own run may have been quicker
  assertEquals((await client.rpc("keep_free_now")).data, null);
  assertEquals(await offered(), false);

  await client.rpc("set_free_now", { minutes: 120 });
  const id = await newAppointment(patient, doctor, 5);
  await hers.rpc("transition_appointment", {
    appointment_id: id,
    act: "arrive",
  });
  assertEquals(await offered(), false);
});

Deno.test("who is free now can be booked at once, outside of the hours too", async () => {
  const doctor = await newDoctor();
  const client = await clientOf(doctor);
  await using sql = openSql();
  await sql`delete from public.weekly_hours where doctor_id = ${doctor.id}`;
  const free = async () => {
    const { data } = await client.rpc("free_slots", {
      doctor_id: doctor.id,
      from_at: new Date().toISOString(),
      to_at: new Date(Date.now() + 86_400_000).toISOString(),
    });
    return data.length;
  };
  assertEquals(await free(), 0);
  await client.rpc("set_free_now", { minutes: 120 });
  assert(await free() >= 10);
  const { data } = await client.rpc("search_doctors", { free_now: true });
  assert(data.some((row: { id: string }) => row.id === doctor.id));
  await client.rpc("set_free_now", { minutes: 0 });
  assertEquals(await free(), 0);
});

Deno.test("hours are replaced as a whole, and a buffer stays free between slots", async () => {
  const doctor = await newDoctor();
  const client = await clientOf(doctor);
  const save = (hours: unknown[], buffer = 5) =>
    client.rpc("save_agenda_settings", {
      slot_minutes: 10,
      lead_minutes: 0,
      horizon_days: 30,
      buffer_minutes: buffer,
      hours,
    });
  const days = [1, 2, 3, 4, 5, 6, 7];
  const hours = days.map((weekday) => ({
    weekday,
    starts: "08:00",
    ends: "08:40",
  }));
  assertEquals((await save(hours)).error, null);
  const { data: slots } = await client.rpc("free_slots", {
    doctor_id: doctor.id,
    ...dayAhead(1),
  });
  // 08:00, 08:15, 08:30.
  assertEquals(slots.length, 3);

  const wrong = await save([{ weekday: 8, starts: "08:00", ends: "09:00" }]);
  assertEquals(wrong.error?.message, "hours_invalid");
  const { data: settings } = await client.rpc("my_agenda_settings");
  assertEquals(settings.hours.length, 7);
  assertEquals(
    (await clientOf(await newPatient()).then((one) =>
      one.rpc("my_agenda_settings")
    )).error?.message,
    "doctors_only",
  );
});

Deno.test("a patient's file is read by their doctors only, each reading is in the log, and notes are the doctor's alone", async () => {
  const cast = await newCast();
  const args = { patient_id: cast.patient.patientId };
  const { data: file } = await cast.as["the doctor"].rpc("patient_file", args);
  assertEquals(file.patient.matricule, cast.patient.matricule);
  for (const role of ["the patient", "another doctor"] as const) {
    assertEquals((await cast.as[role].rpc("patient_file", args)).data, null);
  }
  const { data: log } = await cast.as["the patient"].from("audit_log")
    .select("action").eq("action", "patient_file_read");
  assertEquals(log?.length, 1);

  const note = { ...args, body: "Allergie : pénicilline" };
  const saved = await cast.as["the doctor"].rpc("save_patient_note", note);
  assertEquals(saved.error, null);
  for (const role of ["the patient", "another doctor"] as const) {
    const { error } = await cast.as[role].rpc("save_patient_note", note);
    assertEquals(error?.message, "not_found");
    const { data } = await cast.as[role].from("patient_notes").select("body");
    assertEquals(data, []);
  }
  await using sql = openSql();
  await sql`
    update public.patient_notes set created_at = created_at - interval '6 minutes'
    where patient_id = ${cast.patient.patientId}`;
  await cast.as["the doctor"].rpc("save_patient_note", {
    ...args,
    body: "Allergie : aucune",
  });
  const { data: versions } = await cast.as["the doctor"].from("patient_notes")
    .select("body");
  assertEquals(versions?.length, 2);
});

Deno.test("a doctor finds their own patients by the beginning of a name or of the matricule", async () => {
  const cast = await newCast();
  const find = async (query: string) => {
    const { data } = await cast.as["the doctor"].rpc("search_my_patients", {
      query,
    });
    return data.map((one: { id: string }) => one.id);
  };
  const { patient, otherPatient } = cast;
  assertEquals(await find(patient.lastName.slice(0, 3)), [patient.patientId]);
  assertEquals(await find(patient.matricule.slice(0, 8)), [patient.patientId]);
  assertEquals(await find(""), [patient.patientId]);
  assertEquals(await find(otherPatient.lastName), []);
});

Deno.test("a doctor has seen a patient in a consultation that took place, not in one to come", async () => {
  const { as, patient, doctor, appointmentId } = await newCast();
  const lastSeen = async () => {
    const { data } = await as["the doctor"].rpc("search_my_patients", {
      query: "",
    });
    return data[0].last_seen_at;
  };
  assertEquals(await lastSeen(), null);
  await complete(appointmentId);
  await newAppointment(patient, doctor, 60 * 24 * 3);
  await using sql = openSql();
  const [held] = await sql`
    select starts_at from public.appointments where id = ${appointmentId}`;
  assertEquals(Date.parse(await lastSeen()), held?.starts_at.getTime());
});

Deno.test("an agenda feed shows times and initials, to whoever has the secret, until it is revoked", async () => {
  const cast = await newCast();
  const doctor = cast.as["the doctor"];
  const { data: secret } = await doctor.rpc("renew_agenda_feed");
  const feed = async (given: string) =>
    (await serviceClient().rpc("agenda_feed", { secret: given })).data;
  const [entry] = await feed(secret);
  assertEquals(Object.keys(entry).sort(), [
    "ends_at",
    "id",
    "initials",
    "starts_at",
    "updated_at",
  ]);
  const { firstName, lastName } = cast.patient;
  assertEquals(entry.initials, `${firstName[0]}. ${lastName[0]}.`);
  const { data: next } = await doctor.rpc("renew_agenda_feed");
  assertEquals(await feed(secret), []);
  assertEquals((await feed(next)).length, 1);
  await doctor.rpc("revoke_agenda_feed");
  assertEquals(await feed(next), []);
  assertEquals(
    (await cast.as["the patient"].rpc("renew_agenda_feed")).error?.message,
    "doctors_only",
  );
});
