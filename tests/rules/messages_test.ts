import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { askAs } from "../asking.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";
import { newCast, type Role, roles } from "./cast.ts";

/** A patient and a doctor with a thread. */
async function newThread(minutes = -60) {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointmentId = await newAppointment(patient, doctor, minutes);
  const asPatient = await clientOf(patient);
  const asDoctor = await clientOf(doctor);
  const { data } = await asPatient.from("threads").select("id").single();
  const thread = String(data?.id);
  const write = async (
    client: SupabaseClient,
    row: Record<string, string> = {},
  ) => {
    const { error } = await client.from("messages").insert({
      thread_id: thread,
      body: "Bonjour",
      ...row,
    });
    return error?.message ?? "done";
  };
  return { patient, doctor, appointmentId, asPatient, asDoctor, thread, write };
}

/** The e-mails about unread messages to an account, the latest last. */
async function notices({ id }: TestPerson) {
  await using sql = openSql();
  const rows = await sql`
    select state from public.notifications
    where account_id = ${id} and kind = 'unread_messages' order by created_at`;
  return rows.map(({ state }) => state);
}

Deno.test("the pages of a thread are for its two people only", async (t) => {
  const cast = await newCast();
  const thread = cast.threadId;
  const may = (role: Role) => role === "the patient" || role === "the doctor";
  for (const role of roles) {
    await t.step(
      `${role} ${may(role) ? "reads" : "reads nothing"}`,
      async () => {
        const client = cast.as[role];
        for (
          const name of [
            "thread_page",
            "thread_messages",
            "thread_consultations",
          ]
        ) {
          const { data } = await client.rpc(name, { thread });
          assertEquals((data ?? []).length, may(role) ? 1 : 0, name);
        }
        const { data } = await client.rpc("my_threads_page");
        const ids = (data ?? []).map((one: { id: string }) => one.id);
        assertEquals(ids.includes(thread), may(role));
      },
    );
    await t.step(
      `${role} ${
        role === "the doctor" ? "closes and reopens it" : "cannot close it"
      }`,
      async () => {
        const reason = "Prenez un rendez-vous.";
        const closed = await cast.as[role].rpc("close_thread", {
          thread,
          reason,
        });
        const opened = await cast.as[role].rpc("reopen_thread", { thread });
        const expected = role === "the doctor"
          ? undefined
          : role === "anonymous"
          ? "42501"
          : "PT404";
        assertEquals(closed.error?.code, expected);
        assertEquals(opened.error?.code, expected);
      },
    );
  }
});

Deno.test("a guardian reads and writes for the patient, a former one no longer; both are in the log", async () => {
  const { patient, asDoctor, thread, write } = await newThread();
  const [guardian, former] = [await newPatient(), await newPatient()];
  for (const one of [guardian, former]) {
    await newGuardianship(one, patient.patientId, "trusted_person");
  }
  await using sql = openSql();
  await sql`
    update public.guardianships set since = now() - interval '2 days', until = now() - interval '1 day'
    where account_id = ${former.id} and patient_id = ${patient.patientId}`;
  const [asGuardian, asFormer] = [
    await clientOf(guardian),
    await clientOf(former),
  ];
  assertEquals(await write(asGuardian), "done");
  assert(await write(asFormer) !== "done");
  const read = async (client: SupabaseClient) =>
    (await client.rpc("thread_messages", { thread })).data?.length;
  assertEquals(
    [await read(asGuardian), await read(asFormer), await read(asDoctor)],
    [1, 0, 1],
  );
  // Twice within the hour is one reading.
  await read(asDoctor);
  const log = await sql`
    select account_kind, count(*)::int as times from public.audit_log
    where action = 'messages_read' and patient_id = ${patient.patientId} group by 1 order by 1`;
  assertEquals(log.map((row) => ({ ...row })), [
    { account_kind: "patient", times: 1 },
    { account_kind: "doctor", times: 1 },
  ]);
  assertEquals((await asGuardian.rpc("session_unread")).data, 0);
  assertEquals(await write(asDoctor), "done");
  assertEquals((await asGuardian.rpc("session_unread")).data, 1);
  assertEquals((await asFormer.rpc("session_unread")).data, 0);
});

Deno.test("a patient's own reading is not in the log, the doctor's list is", async () => {
  const { patient, asPatient, asDoctor, write } = await newThread();
  await write(asPatient);
  await asPatient.rpc("my_threads_page");
  await asDoctor.rpc("my_threads_page");
  const { data } = await asPatient.from("audit_log").select("account_kind")
    .eq("action", "messages_read").eq("patient_id", patient.patientId);
  assertEquals(data, [{ account_kind: "doctor" }]);
});

Deno.test("a closed thread takes messages of the doctor, and of the patient in a call only", async () => {
  const { appointmentId, asPatient, asDoctor, thread, write } = await newThread(
    5,
  );
  const blank = await asDoctor.rpc("close_thread", { thread, reason: " " });
  assertEquals(blank.error?.message, "reason_missing");
  const { error } = await asDoctor.rpc("close_thread", {
    thread,
    reason: "Prenez un rendez-vous, je ne réponds plus ici.",
  });
  assertEquals(error, null);
  assertEquals(await write(asPatient), "thread_closed");
  const inCall = { appointment_id: appointmentId };
  assertEquals(await write(asPatient, inCall), "thread_closed");
  assertEquals(await write(asDoctor), "done");
  const { data } = await asPatient.rpc("thread_page", { thread });
  assertEquals([data[0].may_write, data[0].closed_reason], [
    false,
    "Prenez un rendez-vous, je ne réponds plus ici.",
  ]);
  await asPatient.rpc("transition_appointment", {
    ...inCall,
    act: "arrive",
  });
  assertEquals(await write(asPatient, inCall), "done");
  await asDoctor.rpc("reopen_thread", { thread });
  assertEquals(await write(asPatient), "done");
});

Deno.test("120 messages at once, late in the day: no more than 200 within 24 hours", async () => {
  const { patient, asPatient, thread, write } = await newThread();
  await using sql = openSql();
  await sql`
    insert into public.messages (thread_id, author_id, body, sent_at, read_at)
    select ${thread}, ${patient.id}, 'x', now() - interval '2 hours', now() from generate_series(1, 170)`;
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => write(asPatient)),
  );
  const done = answers.filter((one) => one === "done").length;
  const refused = new Set(answers.filter((one) => one !== "done"));
  assertEquals(done, 30);
  assertEquals(refused, new Set(["too_many_messages_today"]));
});

Deno.test("a search finds what was written as it was written, and nothing of others", async () => {
  const { asPatient, asDoctor, thread, write } = await newThread();
  await write(asPatient, { body: "Dois-je prendre 50% de plus ?" });
  await write(asPatient, { body: "Merci_beaucoup" });
  const other = await newThread();
  await other.write(other.asPatient, { body: "50% aussi" });
  const find = async (search: string) =>
    (await asDoctor.rpc("thread_messages", { thread, search })).data.length;
  assertEquals(
    [
      await find("50%"),
      await find("%"),
      await find("MERCI_"),
      await find("i_b"),
      await find("a_b"),
      await find("\\"),
    ],
    [1, 1, 1, 1, 0, 0],
  );
});

Deno.test("whoever is away gets one e-mail until they read, and none when they read in time", async () => {
  const { patient, doctor, asPatient, asDoctor, thread, write } =
    await newThread();
  await write(asPatient);
  await write(asPatient);
  assertEquals(await notices(doctor), ["due"]);
  assertEquals(await notices(patient), []);
  // Read within the five minutes.
  await asDoctor.rpc("mark_messages_read", { thread });
  assertEquals(await notices(doctor), ["withdrawn"]);
  // Not read: one is sent, and no second one.
  await write(asPatient);
  await using sql = openSql();
  await sql`
    update public.notifications set state = 'sent', sent_at = now()
    where account_id = ${doctor.id} and kind = 'unread_messages' and state = 'due'`;
  await write(asPatient);
  assertEquals(await notices(doctor), ["withdrawn", "sent"]);
  // Read: the next message is told again.
  await asDoctor.rpc("mark_messages_read", { thread });
  await write(asPatient);
  assertEquals(await notices(doctor), ["withdrawn", "sent", "due"]);
});

Deno.test("who chose to get no e-mail gets none, and settings are one's own", async () => {
  const { doctor, asPatient, asDoctor, write } = await newThread();
  const saved = await asDoctor.rpc("save_message_settings", {
    notice: "never",
    answers_within_days: 2,
  });
  assertEquals(saved.error, null);
  await write(asPatient);
  assertEquals(await notices(doctor), []);
  const forged = await asPatient.from("message_settings")
    .update({ notice: "at_once" }).eq("account_id", doctor.id).select("notice");
  assertEquals(forged.data, []);
  const { data } = await asPatient.from("message_settings").select("*");
  assertEquals(data, []);
});

Deno.test("no e-mail between 21:00 and 8:00, in summer and in winter", async () => {
  await using sql = openSql();
  const at = async (notice: string, written: string) => {
    const [row] = await sql`
      select private.message_notice_at(${notice}::public.message_notice, ${written}::timestamptz) as due`;
    return row?.due.toISOString();
  };
  for (
    const [notice, written, due] of [
      ["at_once", "2026-11-29T10:00:00+01:00", "2026-11-29T09:05:00.000Z"],
      ["at_once", "2026-11-29T20:54:59+01:00", "2026-11-29T19:59:59.000Z"],
      ["at_once", "2026-11-29T20:55:00+01:00", "2026-11-30T07:00:00.000Z"],
      ["at_once", "2026-11-29T03:00:00+01:00", "2026-11-29T07:00:00.000Z"],
      ["at_once", "2026-07-01T23:00:00+02:00", "2026-07-02T06:00:00.000Z"],
      ["once_a_day", "2026-11-29T10:00:00+01:00", "2026-11-30T07:00:00.000Z"],
      ["once_a_day", "2026-11-29T07:00:00+01:00", "2026-11-29T07:00:00.000Z"],
    ] as const
  ) {
    assertEquals(await at(notice, written), due, written);
  }
});

Deno.test("before writing the patient reads when the doctor answers, that they are away, and why they take no messages", async () => {
  const { patient, doctor, asDoctor, thread } = await newThread();
  const ask = await askAs(patient);
  const page = async () => (await ask(`/fr/messages/${thread}`)).html;
  const told = async () => {
    const html = await page();
    assertStringIncludes(html, "appelez le 112");
    return [/répond en général/, /est absent/].map((about) =>
      html.match(new RegExp(`[^>]*${about.source}[^<]*`))?.[0]
    );
  };
  const settle = async (away_from?: string, away_until?: string) => {
    const { error } = await asDoctor.rpc("save_message_settings", {
      ...{ notice: "at_once", answers_within_days: 2, away_from, away_until },
    });
    assertEquals(error, null);
  };
  assertEquals(await told(), [undefined, undefined]);

  await settle("2099-12-24", "2100-01-03");
  assertEquals(await told(), [
    `${doctor.name} répond en général sous 2 jours ouvrables.`,
    `${doctor.name} est absent du jeudi 24 décembre 2099 au dimanche 3 janvier 2100 et ne répond pas pendant ce temps.`,
  ]);

  // On the last day they are still away, the day after no longer.
  const day = (days: number) =>
    Temporal.Now.plainDateISO("Europe/Luxembourg").add({ days }).toString();
  const away = async () => (await told())[1] !== undefined;
  await settle(day(-3), day(0));
  assertEquals(await away(), true);
  await settle(day(-3), day(-1));
  assertEquals(await away(), false);

  assertStringIncludes(await page(), 'name="message"');
  const reason = "Écrivez à ma remplaçante.";
  await asDoctor.rpc("close_thread", { thread, reason });
  const closed = await page();
  assertStringIncludes(closed, reason);
  for (const no of ["répond en général", 'name="message"']) {
    assertEquals(closed.includes(no), false, no);
  }
});
