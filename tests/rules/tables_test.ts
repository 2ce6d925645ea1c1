import { assert, assertEquals } from "@std/assert";
import { openSql, zoneAtNoon } from "../people.ts";
import { type Cast, newCast, type Role, roles } from "./cast.ts";

/** Whoever has also typed the SMS code. */
const signedIn: readonly Role[] = [
  "the patient",
  "another patient",
  "the doctor",
  "another doctor",
];

/** Who reads the row of the patient, or of the doctor, in each table of the API. Everybody else reads nothing. */
const readers: {
  table: string;
  column: string;
  whose: (cast: Cast) => string;
  by: readonly Role[];
}[] = [
  {
    table: "accounts",
    column: "id",
    whose: (c) => c.patient.id,
    by: ["the patient"],
  },
  {
    table: "patients",
    column: "id",
    whose: (c) => c.patient.patientId,
    by: ["the patient"],
  },
  {
    table: "guardianships",
    column: "patient_id",
    whose: (c) => c.patient.patientId,
    by: ["the patient"],
  },
  { table: "doctors", column: "id", whose: (c) => c.doctor.id, by: roles },
  {
    table: "specialties",
    column: "id",
    whose: () => "general-practice",
    by: roles,
  },
  {
    table: "organisations",
    column: "name",
    whose: () => "Pharmacie du Globe",
    by: signedIn,
  },
  {
    table: "weekly_hours",
    column: "doctor_id",
    whose: (c) => c.doctor.id,
    by: ["the doctor"],
  },
  {
    table: "availability_exceptions",
    column: "doctor_id",
    whose: (c) => c.doctor.id,
    by: ["the doctor"],
  },
  {
    table: "reasons",
    column: "doctor_id",
    whose: (c) => c.doctor.id,
    by: ["the doctor"],
  },
  {
    table: "reason_questions",
    column: "question",
    whose: (c) => "Depuis quand ? " + c.doctor.id,
    by: ["the doctor"],
  },
  {
    table: "appointment_answers",
    column: "appointment_id",
    whose: (c) => c.appointmentId,
    by: [],
  },
  {
    table: "appointments",
    column: "id",
    whose: (c) => c.appointmentId,
    by: ["the patient", "the doctor"],
  },
  {
    table: "threads",
    column: "id",
    whose: (c) => c.threadId,
    by: ["the patient", "the doctor"],
  },
  {
    table: "messages",
    column: "thread_id",
    whose: (c) => c.threadId,
    by: ["the patient", "the doctor"],
  },
  {
    table: "message_settings",
    column: "account_id",
    whose: (c) => c.patient.id,
    by: ["the patient"],
  },
  {
    table: "push_subscriptions",
    column: "account_id",
    whose: (c) => c.patient.id,
    by: ["the patient"],
  },
  // Patient and doctor read what they may know through functions; how a guest is reached, nobody.
  {
    table: "guests",
    column: "appointment_id",
    whose: (c) => c.appointmentId,
    by: [],
  },
  {
    table: "audit_log",
    column: "patient_id",
    whose: (c) => c.patient.patientId,
    by: ["the patient"],
  },
  {
    table: "notifications",
    column: "account_id",
    whose: (c) => c.patient.id,
    by: [],
  },
  {
    table: "patient_notes",
    column: "patient_id",
    whose: (c) => c.patient.patientId,
    by: ["the doctor"],
  },
  {
    table: "feedback",
    column: "appointment_id",
    whose: (c) => c.appointmentId,
    by: [],
  },
  // Read through functions only, which keep the audit log.
  {
    table: "documents",
    column: "appointment_id",
    whose: (c) => c.appointmentId,
    by: [],
  },
  {
    table: "erasure_requests",
    column: "account_id",
    whose: (c) => c.patient.id,
    by: ["the patient"],
  },
  {
    table: "document_templates",
    column: "doctor_id",
    whose: (c) => c.doctor.id,
    by: ["the doctor"],
  },
  {
    table: "document_deliveries",
    column: "address",
    whose: () => "pharmacy@example.lu",
    by: [],
  },
  {
    table: "attachments",
    column: "thread_id",
    whose: (c) => c.threadId,
    by: [],
  },
  {
    table: "attachment_openings",
    column: "account_id",
    whose: (c) => c.patient.id,
    by: [],
  },
  ...([
    ["acts", "code", "C1"],
    ["key_letters", "letter", "C"],
    ["tariffs", "act_code", "C1"],
    ["analyses", "code", "B001"],
    ["restricted_substances", "name", "morphine"],
  ] as const).map(([table, column, value]) => ({
    table,
    column,
    whose: () => value,
    by: signedIn,
  })),
];

/** A reason of the doctor with a question, and an answer of the patient. */
async function addReason(cast: Cast): Promise<void> {
  await using sql = openSql();
  await sql`
    with reason as (
      insert into public.reasons (doctor_id, name, minutes) values (${cast.doctor.id}, 'Douleurs', 20)
      returning id
    )
    insert into public.reason_questions (reason_id, position, question)
    select id, 1, ${"Depuis quand ? " + cast.doctor.id} from reason`;
  await sql`
    insert into public.appointment_answers (appointment_id, position, kind, question, answer)
    values (${cast.appointmentId}, 1, 'text', 'Depuis quand ?', 'Depuis lundi')`;
}

Deno.test("who reads which table", async (t) => {
  const cast = await newCast();
  await addReason(cast);
  await using sql = openSql();
  await sql`insert into public.feedback values (${cast.appointmentId}, 3, 2, 1)`;
  for (const { table, column, whose, by } of readers) {
    for (const role of roles) {
      const may = by.includes(role);
      await t.step(
        `${role} ${may ? "reads" : "does not read"} ${table}`,
        async () => {
          const { data } = await cast.as[role].from(table).select(column)
            .eq(column, whose(cast));
          assertEquals((data ?? []).length > 0, may);
        },
      );
    }
  }

  await t.step("every table of the API is in this list", async () => {
    await using sql = openSql();
    const tables = await sql`
      select tablename from pg_tables where schemaname = 'public' order by 1`;
    assertEquals(
      tables.map((row) => row.tablename),
      readers.map(({ table }) => table).sort(),
    );
  });

  await t.step("every table has row-level security and comments", async () => {
    await using sql = openSql();
    const open = await sql`
      select relname from pg_class
      where relnamespace in ('public'::regnamespace) and relkind = 'r'
        and (not relrowsecurity or obj_description(oid) is null)`;
    assertEquals([...open], []);
    const silent = await sql`
      select format('%I.%I', relname, attname) as name
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r'
        and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is null`;
    assertEquals(silent.map((row) => row.name), []);
  });

  await t.step(
    "nobody reads what a patient wrote to the doctor but through the functions",
    async () => {
      for (const role of roles) {
        for (
          const [table, column] of [
            ["appointments", "symptoms"],
            ["messages", "body"],
          ] as const
        ) {
          const { data, error } = await cast.as[role].from(table)
            .select(column);
          assertEquals(data, null);
          assertEquals(error?.code, "42501");
        }
      }
    },
  );

  await t.step(
    "the doctor's lists hold the names of his own patients only",
    async () => {
      await using sql = openSql();
      // An appointment in five minutes is one of this day.
      await sql`update public.doctors set time_zone = ${zoneAtNoon()} where id = ${cast.doctor.id}`;
      const { data } = await cast.as["the doctor"].rpc("doctor_day");
      const names = data.appointments.map((one: { patient: { id: string } }) =>
        one.patient.id
      );
      assertEquals(new Set(names), new Set([cast.patient.patientId]));
    },
  );
});

Deno.test("nobody writes where the functions do", async (t) => {
  const cast = await newCast();
  const attempts: {
    what: string;
    table: string;
    row: Record<string, unknown>;
  }[] = [
    {
      what: "make an appointment",
      table: "appointments",
      row: {
        patient_id: cast.patient.patientId,
        doctor_id: cast.doctor.id,
        during: "[2030-01-01 10:00+00,2030-01-01 10:10+00)",
        language: "fr",
      },
    },
    {
      what: "put something into the outbox",
      table: "notifications",
      row: {
        kind: "appointment_reminder",
        channel: "sms",
        account_id: cast.patient.id,
        language: "fr",
      },
    },
    {
      what: "make a thread",
      table: "threads",
      row: {
        patient_id: cast.patient.patientId,
        doctor_id: cast.otherDoctor.id,
      },
    },
    {
      what: "write the audit log",
      table: "audit_log",
      row: { action: "patient_read", patient_id: cast.patient.patientId },
    },
    {
      what: "act for another patient",
      table: "guardianships",
      row: {
        account_id: cast.otherPatient.id,
        patient_id: cast.patient.patientId,
        relation: "parent",
      },
    },
    {
      what: "make an account",
      table: "accounts",
      row: { id: crypto.randomUUID(), kind: "admin", phone: "+352621000000" },
    },
    {
      what: "list a specialty",
      table: "specialties",
      row: {
        id: "quackery",
        name_fr: "x",
        name_de: "x",
        name_en: "x",
        name_lb: "x",
        name_pt: "x",
      },
    },
  ];
  for (const { what, table, row } of attempts) {
    for (const role of roles) {
      await t.step(`${role} cannot ${what}`, async () => {
        const { error } = await cast.as[role].from(table).insert(row);
        assertEquals(error?.code, "42501");
      });
    }
  }

  const changes: {
    what: string;
    table: string;
    change: Record<string, unknown>;
  }[] = [
    {
      what: "become an administrator",
      table: "accounts",
      change: { kind: "admin" },
    },
    {
      what: "take another number",
      table: "accounts",
      change: { phone: "+352621000000" },
    },
    {
      what: "take another matricule",
      table: "patients",
      change: { matricule: "1893120105732" },
    },
    {
      what: "complete an appointment",
      table: "appointments",
      change: { state: "completed" },
    },
    {
      what: "rewrite a message",
      table: "messages",
      change: { body: "never said" },
    },
    {
      what: "act for longer",
      table: "guardianships",
      change: { until: null },
    },
    {
      what: "check an identity",
      table: "patients",
      change: { identity_checked_at: "2026-01-01T00:00:00Z" },
    },
    { what: "list a doctor", table: "doctors", change: { listed: false } },
  ];
  for (const { what, table, change } of changes) {
    for (const role of roles) {
      await t.step(`${role} cannot ${what}`, async () => {
        const { error } = await cast.as[role].from(table).update(change)
          .not("id", "is", null);
        assertEquals(error?.code, "42501");
      });
    }
  }

  await t.step(
    "a patient changes his own address, and nobody else's",
    async () => {
      const change = { street: "99, rue Changée" };
      const own = await cast.as["the patient"].from("patients").update(change)
        .eq("id", cast.patient.patientId).select("street");
      assertEquals(own.data, [change]);
      const other = await cast.as["another patient"].from("patients")
        .update(change).eq("id", cast.patient.patientId).select("street");
      assertEquals(other.data, []);
    },
  );

  await t.step(
    "a message is written in one's own name, in one's own thread",
    async () => {
      const own = await cast.as["the doctor"].from("messages")
        .insert({ thread_id: cast.threadId, body: "bonjour" })
        .select("author_id").single();
      assertEquals(own.data?.author_id, cast.doctor.id);
      const forged = await cast.as["the doctor"].from("messages")
        .insert({
          thread_id: cast.threadId,
          body: "x",
          author_id: cast.patient.id,
        });
      assertEquals(forged.error?.code, "42501");
      for (
        const role of [
          "another patient",
          "another doctor",
          "anonymous",
          "after the password only",
        ] as const
      ) {
        const { error } = await cast.as[role].from("messages")
          .insert({ thread_id: cast.threadId, body: "intruder" });
        assertEquals(error?.code, "42501", role);
      }
    },
  );

  await t.step(
    "the audit log cannot be changed, by an administrator either",
    async () => {
      await using sql = openSql();
      for (
        const statement of [
          "delete from public.audit_log",
          "update public.audit_log set action = 'nothing_at_all'",
          "truncate public.audit_log",
        ]
      ) {
        const refused = await sql.unsafe(statement).then(
          () => false,
          () => true,
        );
        assert(refused, statement);
      }
    },
  );
});
