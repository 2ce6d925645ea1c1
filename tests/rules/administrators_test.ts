import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newMatricule,
  newPatient,
  newRecord,
  openSql,
} from "../people.ts";
import { openStudio } from "../studio.ts";

Deno.test("Studio shows every table, view and function with its comment", async () => {
  await using studio = await openStudio();
  const schemas = await studio.meta.schemas.list();
  const names = schemas.data?.map(({ name }) => name) ?? [];
  for (const name of ["admin", "public", "private"]) {
    assert(names.includes(name), name);
  }
  const [tables, views, functions] = [
    await studio.meta.tables.list({ includedSchemas: ["public", "private"] }),
    await studio.meta.views.list({ includedSchemas: ["admin"] }),
    await studio.meta.functions.list({ includedSchemas: ["admin"] }),
  ];
  assert((tables.data?.length ?? 0) > 30);
  assertEquals(
    tables.data?.filter(({ comment }) => !comment).map(({ name }) => name),
    [],
  );
  assertEquals(
    views.data?.filter(({ comment }) => !comment).map(({ name }) => name),
    [],
  );
  assertEquals(functions.data?.map(({ name }) => name).sort(), [
    "accept_erasure",
    "cancel_appointment",
    "deactivate_account",
    "decline_erasure",
    "end_consultation",
    "invite_doctor",
    "merge_patients",
    "reactivate_account",
    "retry_delivery",
    "retry_failed_notifications",
    "retry_notification",
    "return_record",
  ]);
});

Deno.test("every view and every snippet answers", async (t) => {
  await using studio = await openStudio();
  const views = await studio.meta.views.list({ includedSchemas: ["admin"] });
  for (const { name } of views.data ?? []) {
    await t.step(`admin.${name}`, async () => {
      const { refusal } = await studio.run(`select * from admin.${name}`);
      assertEquals(refusal, undefined);
    });
  }
  const folder = new URL("../../supabase/snippets/", import.meta.url);
  let snippets = 0;
  for await (const { name } of Deno.readDir(folder)) {
    snippets++;
    await t.step(name, async () => {
      const { refusal } = await studio.run(
        await Deno.readTextFile(new URL(name, folder)),
      );
      assertEquals(refusal, undefined);
    });
  }
  assert(snippets >= 10);
});

Deno.test("the schema admin is closed to whoever signs in, and to strangers", async () => {
  await using sql = openSql();
  const rows = await sql`
    select role, has_schema_privilege(role, 'admin', 'usage') as usage,
      (
        select count(*)::int from pg_proc
        where pronamespace = 'admin'::regnamespace and has_function_privilege(role, oid, 'execute')
      ) as functions,
      (
        select count(*)::int from pg_class
        where relnamespace = 'admin'::regnamespace and has_table_privilege(role, oid, 'select')
      ) as views
    from unnest(array['anon', 'authenticated']) as role`;
  assertEquals(rows.map((row) => ({ ...row })), [
    { role: "anon", usage: false, functions: 0, views: 0 },
    { role: "authenticated", usage: false, functions: 0, views: 0 },
  ]);
});

Deno.test("a wrong edit in the table editor is refused with a sentence that helps, and changes nothing", async (t) => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment = await newAppointment(patient, doctor, 600);
  await using studio = await openStudio();
  const refused = async (
    name: string,
    work: Promise<{ refusal?: string }>,
    sentence: RegExp,
  ) => {
    const { refusal } = await work;
    await t.step(name, () => assertMatch(refusal ?? "it was done", sentence));
  };
  const { edit, run } = studio;
  await refused(
    "the state of an appointment",
    edit("appointments", appointment, { state: "cancelled" }),
    /a changed cell tells nobody\. Use admin\.cancel_appointment/,
  );
  await refused(
    "an appointment by hand",
    run(
      `insert into "public"."appointments" (patient_id, doctor_id, during, language) select patient_id, doctor_id, '[2030-01-01,2030-01-02)', 'fr' from public.appointments where id = '${appointment}' returning *;`,
    ),
    /Patients book and move in the app/,
  );
  await refused(
    "deleting an appointment",
    run(`delete from "public"."appointments" where id = '${appointment}'`),
    /Nothing was changed/,
  );
  await refused(
    "emptying a table",
    run(`truncate "public"."messages" cascade`),
    /belong to the patient and the doctor/,
  );
  await refused(
    "closing an account in its cell",
    edit("accounts", doctor.id, { active: false }),
    /admin\.deactivate_account\(id, reason\)/,
  );
  await refused(
    "another kind of account",
    edit("accounts", patient.id, { kind: "doctor" }),
    /admin\.invite_doctor/,
  );
  await refused(
    "deleting a doctor",
    run(`delete from "public"."doctors" where id = '${doctor.id}'`),
    /admin\.deactivate_account/,
  );
  await refused(
    "deleting a patient",
    run(`delete from "public"."patients" where id = '${patient.patientId}'`),
    /admin\.merge_patients/,
  );
  await refused(
    "giving a record to somebody else",
    run(
      `update "public"."guardianships" set account_id = '${doctor.id}' where patient_id = '${patient.patientId}'`,
    ),
    /end this row with until and reason/,
  );
  await refused(
    "a time zone that does not exist",
    edit("doctors", doctor.id, { time_zone: "Luxemburg" }),
    /such as Europe\/Luxembourg/,
  );
  await refused(
    "slots of two minutes",
    edit("doctors", doctor.id, { slot_minutes: 2 }),
    /Slots last between 5 and 60 minutes/,
  );
  await refused(
    "a matricule with a typing mistake",
    edit("patients", patient.patientId, { matricule: "1955123199950" }),
    /real date and both check digits/,
  );
  await refused(
    "a number without its country",
    edit("accounts", patient.id, { phone: "621200001" }),
    /Phone numbers are E\.164/,
  );
  await refused(
    "a line of the audit log",
    run(`insert into "public"."audit_log" (action) values ('patient_read')`),
    /by nobody's hand/,
  );
  await refused(
    "an outbox row",
    run(`update "public"."notifications" set state = 'due'`),
    /admin\.retry_notification/,
  );
  await t.step("nothing has changed", async () => {
    await using sql = openSql();
    const [row] = await sql`
      select state, active, time_zone, slot_minutes, matricule
      from public.appointments
      join public.accounts on accounts.id = doctor_id
      join public.doctors on doctors.id = doctor_id
      join public.patients on patients.id = patient_id
      where appointments.id = ${appointment}`;
    assertEquals({ ...row }, {
      state: "booked",
      active: true,
      time_zone: "Europe/Luxembourg",
      slot_minutes: 10,
      matricule: patient.matricule,
    });
  });
  await t.step("a right edit is made", async () => {
    const { rows, refusal } = await edit("doctors", doctor.id, {
      city: "Diekirch",
      slot_minutes: 15,
    });
    assertEquals([refusal, rows[0]?.city], [undefined, "Diekirch"]);
    const named = await edit("patients", patient.patientId, {
      last_name: "Weber-Klein",
    });
    assertEquals(named.rows[0]?.last_name, "Weber-Klein");
  });
});

Deno.test("a consultation that hangs is ended: the doctor can call the next patient", async () => {
  const [patient, next, doctor] = [
    await newPatient(),
    await newPatient(),
    await newDoctor(),
  ];
  const hanging = await newAppointment(patient, doctor, -20);
  const waiting = await newAppointment(next, doctor, -1);
  const [asPatient, asDoctor] = [
    await clientOf(patient),
    await clientOf(doctor),
  ];
  const act = async (
    client: typeof asDoctor,
    appointment_id: string,
    act: string,
  ) => {
    const { data, error } = await client.rpc("transition_appointment", {
      appointment_id,
      act,
    });
    return error?.message ?? data;
  };
  await act(asPatient, hanging, "arrive");
  await act(asDoctor, hanging, "call");
  assertEquals(await act(asPatient, hanging, "accept"), "in_progress");
  await act(await clientOf(next), waiting, "arrive");
  assertEquals(await act(asDoctor, waiting, "call"), "doctor_busy");
  await using studio = await openStudio();
  assertMatch(
    await studio.call(`admin.end_consultation('${waiting}')`),
    /It is waiting, not in progress/,
  );
  assertMatch(
    await studio.call(`admin.end_consultation('${hanging}')`),
    /^Ended\./,
  );
  assertEquals(await act(asDoctor, waiting, "call"), "calling");
  const { data } = await asPatient.from("audit_log")
    .select("action, account_kind").eq("appointment_id", hanging)
    .order("id", { ascending: false }).limit(1);
  assertEquals(data, [{
    action: "consultation_ended",
    account_kind: "admin",
  }]);
});

Deno.test("whoever is deactivated sees nothing from that moment on; reactivated, they sign in again", async () => {
  const doctor = await newDoctor();
  const asDoctor = await clientOf(doctor);
  await using studio = await openStudio();
  await studio.call(`admin.deactivate_account('${doctor.id}', 'Retraite')`);
  const { error } = await asDoctor.rpc("doctor_day");
  assertEquals(error?.message, "signed_out");
  const listed = await studio.edit("doctors", doctor.id, { listed: true });
  assertMatch(listed.refusal ?? "", /First admin\.reactivate_account/);
  await studio.call(
    `admin.reactivate_account('${doctor.id}', listed => true)`,
  );
  const again = await (await clientOf(doctor)).rpc("doctor_day");
  assertEquals(again.error, null);
});

Deno.test("two records of one person become one: nothing is lost, and the person reads all of it", async (t) => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const parent = await newPatient();
  const double = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(),
    firstName: patient.firstName,
    lastName: patient.lastName,
  };
  await newRecord(double);
  await newGuardianship(parent, double.patientId, "guardian");
  const kept = await newAppointment(patient, doctor, 600);
  const moved = await newAppointment(double, doctor, 700);
  await using sql = openSql();
  await sql`
    with file as (
      insert into public.messages (thread_id, author_id, body)
      select id, ${doctor.id}, 'from the double' from public.threads where patient_id = ${double.patientId}
      returning id, thread_id, author_id, body
    )
    insert into public.attachments (id, thread_id, author_id, name, state, type, bytes, sha256)
    select id, thread_id, author_id, body, 'ready', 'application/pdf', 9, repeat('a', 64) from file`;
  for (const { patientId } of [patient, double]) {
    await sql`
      insert into public.patient_notes (doctor_id, patient_id, body)
      values (${doctor.id}, ${patientId}, ${
      patientId === double.patientId ? "note of the double" : "note"
    })`;
    await sql`
      insert into public.audit_log (action, patient_id, account_id, account_kind)
      values ('patient_read', ${patientId}, ${doctor.id}, 'doctor')`;
  }
  await sql`
    insert into public.documents (
      kind, appointment_id, patient_id, doctor_id, language, state, issued_at, year, number, facts, code
    )
    values (
      'lab_order', ${moved}, ${double.patientId}, ${doctor.id}, 'fr', 'issued', now(), 1990,
      (select coalesce(max(number), 0) + 1 from public.documents where year = 1990 and kind = 'lab_order'),
      '{}', replace(gen_random_uuid()::text, '-', '')
    )`;
  await using studio = await openStudio();
  const merge = () =>
    studio.call(
      `admin.merge_patients('${patient.patientId}', '${double.patientId}', 'Matricule mal saisi')`,
    );

  await t.step("not while both have an appointment at one time", async () => {
    const clash = await newAppointment(double, await newDoctor(), 600);
    assertMatch(await merge(), /appointments at the same time/);
    await studio.call(`admin.cancel_appointment('${clash}', 'Doublon')`);
  });

  await t.step("once and for all", async () => {
    assertMatch(await merge(), /^Everything of \d{13} is now in the record of/);
    assertMatch(await merge(), /merged already/);
    const left = await sql`
      select 1 from public.patients where id = ${double.patientId}`;
    assertEquals(left.length, 0);
  });

  await t.step("the patient has all of it", async () => {
    const client = await clientOf(patient);
    const appointments = await client.from("appointments").select("id")
      .neq("state", "cancelled");
    assertEquals(
      appointments.data?.map(({ id }) => id).sort(),
      [kept, moved].sort(),
    );
    const threads = await client.from("threads").select("id")
      .eq("doctor_id", doctor.id).single();
    const { data: messages } = await client.rpc("thread_messages", {
      thread: threads.data?.id,
    });
    assertEquals(
      messages.map(({ body }: { body: string }) => body),
      ["from the double"],
    );
    // A file; only whose thread it is has changed.
    const opened = await client.rpc("open_attachment", {
      attachment_id: messages[0]?.id,
    });
    assertEquals(
      opened.data?.[0]?.path,
      `${messages[0]?.id}/${"a".repeat(64)}`,
    );
    const log = await client.from("audit_log").select("action")
      .eq("action", "patient_read");
    assertEquals(log.data?.length, 2);
    const { data: documents } = await client.rpc("list_documents");
    assert(JSON.stringify(documents).includes("lab_order"));
  });

  await t.step("the doctor has one patient, with both notes", async () => {
    const client = await clientOf(doctor);
    const threads = await client.from("threads").select("patient_id");
    assertEquals(threads.data, [{ patient_id: patient.patientId }]);
    const notes = await client.from("patient_notes").select("body")
      .order("created_at", { ascending: false }).limit(1).single();
    assertMatch(notes.data?.body ?? "", /^note\n\nnote of the double$/);
  });

  await t.step("whoever acted for the double acts for the one", async () => {
    const acting = await (await clientOf(parent)).from("patients")
      .select("id").eq("id", patient.patientId);
    assertEquals(acting.data?.length, 1);
  });
});

Deno.test("statistics count what became of each appointment", async () => {
  const doctor = await newDoctor();
  await using sql = openSql();
  const ended = async (
    hour: number,
    state: string,
    by: string | null = null,
    wait = 0,
    length = 0,
  ) => {
    const { patientId } = await newPatient();
    const held = state === "completed";
    await sql`
      insert into public.appointments (
        patient_id, doctor_id, during, language, state, waiting_since, called_at, started_at, ended_at, cancelled_at,
        cancelled_by
      )
      select ${patientId}, ${doctor.id}, tstzrange(start, start + interval '10 minutes'), 'fr',
        ${state}::public.appointment_state, start - interval '5 minutes',
        case when ${held} then start end, case when ${held} then start + make_interval(mins => ${wait}::int) end,
        case when ${held} then start + make_interval(mins => ${
      wait + length
    }::int) end,
        case when ${
      state === "cancelled"
    } then start end, ${by}::public.account_kind
      from (select timestamptz '2020-03-25 08:00+01' + make_interval(hours => ${hour}::int) as start) as chosen`;
  };
  await ended(0, "completed", null, 2, 8);
  await ended(1, "completed", null, 4, 12);
  await ended(2, "completed", null, 9, 30);
  await ended(3, "no_show");
  await ended(4, "cancelled", "patient");
  await ended(5, "cancelled", "doctor");
  await ended(6, "cancelled", "admin");
  await sql`
    insert into public.feedback (appointment_id, sound_and_picture, solved, again)
    select id, 3, 4 - place, 3
    from (
      select id, row_number() over (order by starts_at) as place from public.appointments
      where doctor_id = ${doctor.id} and state = 'completed' order by starts_at limit 2
    ) as held`;
  await using studio = await openStudio();
  const { rows } = await studio.run(
    `select * from admin.statistics_by_doctor where doctor_id = '${doctor.id}'`,
  );
  const { doctor_id: _id, doctor: _name, month: _month, ...counts } = rows[0] ??
    {};
  assertEquals(counts, {
    specialty: "general-practice",
    booked: 7,
    held: 3,
    no_show: 1,
    cancelled_by_patient: 1,
    cancelled_by_doctor: 1,
    cancelled_by_admin: 1,
    median_wait: "4.0",
    median_length: "12.0",
    feedback: 2,
    sound_and_picture: "3.0",
    solved: "2.5",
    again: "3.0",
  });
});
