import { assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { handedOver } from "../claims.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newMatricule,
  newPatient,
  newRecord,
  openSql,
  serviceClient,
  visitorClient,
  zoneAtNoon,
} from "../people.ts";
import { remindAt } from "../reminders.ts";
import { freeStarts } from "./visit_steps.ts";

/** A child with two parents, one of whom no longer acts for them, and people whom it does not concern. */
async function newFamily() {
  const doctor = await newDoctor();
  const [mother, father, former, stranger] = [
    await newPatient({ language: "de" }),
    await newPatient({ language: "pt" }),
    await newPatient(),
    await newPatient(),
  ];
  const child = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(new Date().getFullYear() - 8),
    firstName: "Zoé",
    lastName: mother.lastName,
  };
  await newRecord(child);
  for (const parent of [mother, father, former]) {
    await newGuardianship(parent, child.patientId, "parent");
  }
  await using sql = openSql();
  await sql`
    update public.guardianships set since = now() - interval '2 days', until = now() - interval '1 day'
    where account_id = ${former.id} and patient_id = ${child.patientId}`;
  const appointmentId = await newAppointment(child, doctor, 5);
  const as = {
    mother: await clientOf(mother),
    father: await clientOf(father),
    "a former guardian": await clientOf(former),
    "a stranger": await clientOf(stranger),
    "the doctor": await clientOf(doctor),
  };
  return { doctor, mother, father, former, stranger, child, appointmentId, as };
}

/** Whether somebody sees the child's record, appointment, thread, log and page. */
async function sees(
  client: SupabaseClient,
  { child, appointmentId }: {
    child: { patientId: string };
    appointmentId: string;
  },
): Promise<boolean[]> {
  const rows = async (table: string, column: string, value: string) => {
    const { data } = await client.from(table).select("*", { head: false })
      .eq(column, value).limit(1).select(column);
    return (data ?? []).length > 0;
  };
  const page = await client.rpc("appointment_page", {
    appointment_id: appointmentId,
  });
  return [
    await rows("patients", "id", child.patientId),
    await rows("appointments", "id", appointmentId),
    await rows("threads", "patient_id", child.patientId),
    await rows("audit_log", "patient_id", child.patientId),
    page.data !== null,
  ];
}

Deno.test("whoever acts for a child sees and does what the child would, nobody else does", async (t) => {
  const family = await newFamily();
  const { as, appointmentId, child } = family;
  const all = [true, true, true, true, true];
  const none = all.map(() => false);
  await as["the doctor"].rpc("appointment_page", {
    appointment_id: appointmentId,
  });

  for (
    const [who, expected] of [
      ["mother", all],
      ["father", all],
      ["a former guardian", none],
      ["a stranger", none],
    ] as const
  ) {
    await t.step(
      `${who} ${expected[0] ? "sees it" : "sees nothing"}`,
      async () => {
        assertEquals(await sees(as[who], family), [...expected]);
      },
    );
  }

  await t.step(
    "a parent's reading is in the log, with both names",
    async () => {
      const { data } = await as.mother.from("audit_log").select("account_id")
        .eq("patient_id", child.patientId).eq("action", "patient_read")
        .order("id");
      assertEquals(data?.map(({ account_id }) => account_id), [
        family.doctor.id,
        family.mother.id,
        family.father.id,
      ]);
    },
  );

  await t.step("a former guardian and a stranger do nothing", async () => {
    for (const who of ["a former guardian", "a stranger"] as const) {
      const { error } = await as[who].rpc("transition_appointment", {
        appointment_id: appointmentId,
        act: "arrive",
      });
      assertEquals(error?.message, "not_found");
      const changed = await as[who].from("patients").update({ city: "Wiltz" })
        .eq("id", child.patientId).select("id");
      assertEquals(changed.data, []);
    }
  });

  await t.step("one parent arrives, the other accepts the call", async () => {
    const act = (client: SupabaseClient, act: string) =>
      client.rpc("transition_appointment", {
        appointment_id: appointmentId,
        act,
      });
    assertEquals((await act(as.mother, "arrive")).error, null);
    assertEquals((await act(as["the doctor"], "call")).error, null);
    assertEquals((await act(as.father, "accept")).error, null);
  });

  await t.step(
    "what one parent wrote is not unread for the other",
    async () => {
      const { data: thread } = await as.mother.from("threads").select("id")
        .eq("patient_id", child.patientId).single();
      const written = await as.mother.from("messages").insert({
        thread_id: thread?.id,
        body: "Elle tousse",
      });
      assertEquals(written.error, null);
      const mark = (client: SupabaseClient) =>
        client.rpc("mark_messages_read", { thread: thread?.id });
      assertEquals((await mark(as.father)).data, 0);
      assertEquals((await mark(as["the doctor"])).data, 1);
      assertEquals((await mark(as["a stranger"])).error?.message, "not_found");
    },
  );
});

Deno.test("a parent books for a child, and everybody who acts for the child is told in their language", async (t) => {
  const family = await newFamily();
  const { as, child, mother, father } = family;
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const slots = await freeStarts(doctor, 72, 96);
  const appointment_id = crypto.randomUUID();
  const book = (client: SupabaseClient, patient_id: string, n: number) =>
    client.rpc("book_appointment", {
      appointment_id: n === 0 ? appointment_id : crypto.randomUUID(),
      doctor_id: doctor.id,
      starts_at: slots[n],
      symptoms: " \n ",
      accept_terms: true,
      patient_id,
    });
  await using sql = openSql();
  await t.step("nobody else can", async () => {
    for (const who of ["a former guardian", "a stranger"] as const) {
      const { error } = await book(as[who], child.patientId, 0);
      assertEquals(error?.message, "not_found");
    }
  });

  await t.step("a parent can; the account that booked is kept", async () => {
    assertEquals((await book(as.mother, child.patientId, 0)).error, null);
    const [row] = await sql`
      select patient_id, booked_by, language, symptoms from public.appointments where id = ${appointment_id}`;
    assertEquals({ ...row }, {
      patient_id: child.patientId,
      booked_by: mother.id,
      language: "de",
      symptoms: "",
    });
    const expected = new Map([[mother.id, "de"], [father.id, "pt"]]);
    const told = await sql`
      select distinct account_id, language from public.notifications
      where appointment_id = ${appointment_id} and kind = 'appointment_confirmation'`;
    assertEquals(
      new Map(told.map((row) => [row.account_id, row.language])),
      expected,
    );
    assertEquals(
      await remindAt(sql, appointment_id, 24),
      [mother, father].flatMap(({ id }) =>
        ["email", "sms"].map((channel) =>
          `${id} ${expected.get(id)} ${channel}`
        )
      ).sort(),
    );
  });

  await t.step(
    "who no longer acts is reminded of nothing, who begins to is",
    async () => {
      await sql`
      update public.guardianships set until = now()
      where account_id = ${father.id} and patient_id = ${child.patientId}`;
      await newGuardianship(family.stranger, child.patientId, "guardian");
      const handed = await handedOver(sql, "appointment_id", appointment_id);
      assertEquals(
        new Set(handed.map(({ account_id }) => account_id)),
        new Set([mother.id]),
      );
      assertEquals(handed[0].appointment.patient.own, false);
      await sql`update public.accounts set language = 'en' where id = ${mother.id}`;
      assertEquals(
        await remindAt(sql, appointment_id, 1),
        [`${mother.id} en`, `${family.stranger.id} fr`].flatMap((who) =>
          ["email", "sms"].map((channel) => `${who} ${channel}`)
        ).sort(),
      );
    },
  );
});

Deno.test("whoever acts for a child finds them on their pages, moves and cancels for them; nobody else does", async (t) => {
  const family = await newFamily();
  const { as, child } = family;
  const doctor = await newDoctor();
  const [first = "", second = "", third = ""] = await freeStarts(
    doctor,
    72,
    96,
  );
  const appointment_id = crypto.randomUUID();
  const booked = await as.mother.rpc("book_appointment", {
    appointment_id,
    doctor_id: doctor.id,
    starts_at: first,
    symptoms: "",
    accept_terms: true,
    patient_id: child.patientId,
  });
  assertEquals(booked.error, null);
  await using sql = openSql();
  const [pharmacy] = await sql`
    select id from public.organisations where kind = 'pharmacy' limit 1`;
  const others = ["a former guardian", "a stranger", "the doctor"] as const;

  await t.step("both parents find the child and no one else", async () => {
    for (const who of ["mother", "father"] as const) {
      const { data } = await as[who].rpc("my_dependants");
      assertEquals(data, [{
        id: child.patientId,
        first_name: "Zoé",
        last_name: child.lastName,
        born_on: data[0].born_on,
        relation: "parent",
      }]);
    }
    for (const who of others) {
      assertEquals((await as[who].rpc("my_dependants")).data, []);
    }
    assertEquals(
      (await visitorClient().rpc("my_dependants")).error?.code,
      "42501",
    );
    const afterPassword = await clientOf(family.mother, "aal1");
    assertEquals((await afterPassword.rpc("my_dependants")).data, []);
  });

  await t.step("one parent chooses the pharmacy, both see it", async () => {
    const choose = async (client: SupabaseClient) => {
      const { data } = await client.from("patients")
        .update({ pharmacy_id: pharmacy?.id }).eq("id", child.patientId)
        .select("id");
      return data?.length ?? 0;
    };
    const chosen = async (client: SupabaseClient) => {
      const { data } = await client.rpc("my_organisations");
      return data.map((
        { patient_id, own, kind }: Record<string, unknown>,
      ) => [patient_id, own, kind]);
    };
    for (const who of others) assertEquals(await choose(as[who]), 0, who);
    assertEquals(await choose(as.mother), 1);
    const theirs = [[child.patientId, false, "pharmacy"]];
    assertEquals(await chosen(as.mother), theirs);
    assertEquals(await chosen(as.father), theirs);
    for (const who of others) assertEquals(await chosen(as[who]), [], who);
  });

  await t.step("the doctor reads who acts for the child", async () => {
    const page = await (await clientOf(doctor)).rpc("appointment_page", {
      appointment_id,
    });
    assertEquals(
      page.data.patient.guardians.map((
        { last_name }: { last_name: string },
      ) => last_name),
      [family.mother.lastName, family.father.lastName],
    );
    const read = await as.father.rpc("appointment_page", { appointment_id });
    assertEquals(read.data.patient.guardians, []);
    assertEquals(read.data.patient.own, false);
  });

  await t.step("only those who act move it and wait for better", async () => {
    const move = async (client: SupabaseClient, starts_at: string) =>
      (await client.rpc("move_appointment", { appointment_id, starts_at }))
        .error?.message;
    const wait = async (client: SupabaseClient) =>
      (await client.rpc("join_waiting_list", {
        appointment_id,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        from_time: "08:00",
        to_time: "20:00",
      })).error?.message;
    for (const who of others) {
      assertEquals(await move(as[who], second), "not_found", who);
      assertEquals(await wait(as[who]), "not_found", who);
    }
    assertEquals(await move(as.mother, second), undefined);
    assertEquals(await move(as.father, third), undefined);
    assertEquals(await wait(as.father), undefined);
  });

  await t.step("only those who act cancel it", async () => {
    const cancel = async (client: SupabaseClient) =>
      (await client.rpc("transition_appointment", {
        appointment_id,
        act: "cancel",
        reason: "",
      })).error?.message;
    for (const who of others) {
      assertEquals(await cancel(as[who]), "not_found", who);
    }
    assertEquals(await cancel(as.father), undefined);
    const [row] = await sql`
      select state, cancelled_by from public.appointments where id = ${appointment_id}`;
    assertEquals({ ...row }, { state: "cancelled", cancelled_by: "patient" });
  });
});

Deno.test("a parent no longer acts for a child who has come of age, from midnight in Luxembourg on", async (t) => {
  const family = await newFamily();
  const { as, child } = family;
  await using sql = openSql();
  const bornYearsAgo = async (days: number) => {
    const [row] = await sql`
      select to_char((now() at time zone 'Europe/Luxembourg')::date - interval '18 years' + make_interval(days => ${days}::int), 'YYYYMMDD') as day`;
    const digits = `${row?.day}123`;
    await sql`
      update public.patients
      set matricule = ${digits} || private.luhn_digit(${digits}) || private.verhoeff_digit(${digits})
      where id = ${child.patientId}`;
  };
  const record = async (client: SupabaseClient) =>
    ((await client.from("patients").select("id").eq("id", child.patientId))
      .data ?? []).length;

  await t.step("the day before the birthday they do", async () => {
    await bornYearsAgo(1);
    assertEquals(await record(as.mother), 1);
  });
  await t.step("on the birthday they do not", async () => {
    await bornYearsAgo(0);
    assertEquals(await record(as.mother), 0);
    const { data } = await as.mother.rpc("appointment_page", {
      appointment_id: family.appointmentId,
    });
    assertEquals(data, null);
  });
  await t.step(
    "a guardian by court order does, and the grown-up themself",
    async () => {
      await newGuardianship(family.stranger, child.patientId, "guardian");
      const own = await newPatient();
      await sql`delete from public.guardianships where account_id = ${own.id}`;
      await newGuardianship(own, child.patientId, "self");
      assertEquals(await record(as["a stranger"]), 1);
      assertEquals(await record(await clientOf(own)), 1);
    },
  );
  await t.step("the end is written down", async () => {
    // The app's own run may have been quicker: what counts are the rows.
    const { error } = await serviceClient().rpc("end_outgrown_guardianships");
    assertEquals(error, null);
    const rows = await sql`
      select until <= now() as ended, reason is not null as explained from public.guardianships
      where account_id = ${family.mother.id} and patient_id = ${child.patientId}`;
    assertEquals(rows.map((row) => ({ ...row })), [{
      ended: true,
      explained: true,
    }]);
  });
});

Deno.test("an account has one record of its own, and a record one account", async () => {
  const [one, other] = [await newPatient(), await newPatient()];
  for (
    const [account, patient] of [[one, other.patientId], [
      other,
      one.patientId,
    ]] as const
  ) {
    const refused = await newGuardianship(account, patient, "self").then(
      () => null,
      (error) => error.code,
    );
    assertEquals(refused, "23505");
  }
});
