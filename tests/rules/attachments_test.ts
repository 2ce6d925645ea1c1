import { assert, assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { ask, begin, consult, sendFile, smallPdf } from "../attachments.ts";
import {
  clientOf,
  newGuardianship,
  newPatient,
  openSql,
  serviceClient,
} from "../people.ts";
import { newCast, roles } from "./cast.ts";

const open = (client: SupabaseClient, attachment_id: string) =>
  ask(client, "open_attachment", { attachment_id });

/** What the files of a thread are to somebody, in the order in which they were sent. */
async function standings(client: SupabaseClient, thread: string) {
  const { data } = await client.rpc("thread_messages", { thread });
  return (data ?? []).map((one: Record<string, unknown>) =>
    one.attachment_standing
  ).filter((one: unknown) => one !== null);
}

Deno.test("a file is sent, seen and opened by the two people of its thread only", async (t) => {
  const cast = await newCast();
  const { threadId } = cast;
  const file = await sendFile(cast.as["the patient"], threadId);
  for (const role of roles) {
    const may = role === "the patient" || role === "the doctor";
    await t.step(`${role} ${may ? "may" : "may not"}`, async () => {
      const client = cast.as[role];
      const refused = role === "anonymous" ? /permission denied/ : /not_found/;
      const answers = [
        await open(client, file),
        (await begin(client, threadId)).answer,
        await ask(client, "open_attachments", { thread: threadId }),
      ];
      for (const answer of answers) {
        assert(may ? answer === "done" : refused.test(answer), answer);
      }
      assertEquals((await standings(client, threadId)).length, may ? 1 : 0);
      for (const table of ["attachments", "attachment_openings"]) {
        const { error } = await client.from(table).select("*");
        assertEquals(error?.code, "42501");
      }
    });
  }
});

Deno.test("the bytes are uploaded by who began to send them, and read by nobody past our server", async (t) => {
  const cast = await newCast();
  const { attachment_id } = await begin(cast.as["the patient"], cast.threadId);
  const folder = attachment_id;
  const pdf = new Blob([smallPdf], { type: "application/pdf" });
  for (const role of roles) {
    await t.step(role, async () => {
      const bucket = cast.as[role].storage.from("attachments");
      // Signing asks the same policy as an upload, and writes nothing.
      const upload = await bucket.createSignedUploadUrl(`${folder}/upload`);
      assertEquals(upload.error === null, role === "the patient");
      for (const name of [`${folder}/${"a".repeat(64)}`, "elsewhere.pdf"]) {
        assert((await bucket.upload(name, pdf)).error, name);
      }
    });
  }
  const path = `${folder}/upload`;
  const own = cast.as["the patient"].storage.from("attachments");
  assertEquals((await own.upload(path, pdf)).error, null);
  for (const role of roles) {
    await t.step(`${role} reads and removes nothing`, async () => {
      const bucket = cast.as[role].storage.from("attachments");
      assert((await bucket.download(path)).error);
      assert((await bucket.createSignedUrl(path, 60)).error);
      assert((await bucket.upload(path, pdf, { upsert: true })).error);
      assertEquals((await bucket.list(folder)).data ?? [], []);
      await bucket.remove([path]);
    });
  }
  const all = serviceClient().storage.from("attachments");
  assertEquals((await all.download(path)).data?.size, smallPdf.length);
  // What has arrived is not uploaded again.
  await ask(serviceClient(), "store_attachment", {
    ...{ attachment_id, type: "application/pdf", bytes: 9 },
    ...{ sha256: "b".repeat(64), held_back: false },
  });
  assert((await own.createSignedUploadUrl(`${folder}/other`)).error);
});

Deno.test("only our server says what a file is, and what has not arrived is not sent", async () => {
  const cast = await newCast();
  const { attachment_id } = await begin(cast.as["the patient"], cast.threadId);
  const stored = {
    ...{ attachment_id, type: "application/pdf", bytes: 9 },
    ...{ sha256: "a".repeat(64), held_back: false },
  };
  for (const role of roles) {
    const client = cast.as[role];
    for (
      const [name, args] of [
        ["store_attachment", stored],
        ["attachment_scanned", { attachment_id, clean: true }],
        ["forget_attachments", { ids: [attachment_id] }],
        ["attachments_to_scan", {}],
        ["unsent_attachments", {}],
      ] as const
    ) {
      assert(/permission denied/.test(await ask(client, name, args)), name);
    }
    const sent = await ask(client, "send_attachment", { attachment_id });
    assert(/not_found|permission denied/.test(sent), `${role}: ${sent}`);
  }
  assertEquals(await open(cast.as["the doctor"], attachment_id), "not_found");
  assertEquals(await ask(serviceClient(), "store_attachment", stored), "done");
  const send = (role: "the doctor" | "the patient") =>
    ask(cast.as[role], "send_attachment", { attachment_id });
  assertEquals(await send("the doctor"), "not_found");
  assertEquals([await send("the patient"), await send("the patient")], [
    "done",
    "done",
  ]);
  assertEquals(await standings(cast.as["the doctor"], cast.threadId), [
    "unopened",
  ]);
});

Deno.test("what is opened in a consultation is kept, what is not is gone with the time to reopen it", async () => {
  const cast = await newCast();
  const { threadId, appointmentId } = cast;
  const [patient, doctor] = [cast.as["the patient"], cast.as["the doctor"]];
  await sendFile(patient, threadId); // before the two meet
  await consult(appointmentId);
  const opened = await sendFile(doctor, threadId, appointmentId);
  const left = await sendFile(doctor, threadId, appointmentId);
  assertEquals(await open(patient, opened), "done");
  assertEquals(await standings(patient, threadId), [
    "sent",
    "opened",
    "unopened",
  ]);
  assertEquals(await standings(doctor, threadId), [
    "unopened",
    "sent_opened",
    "sent",
  ]);
  // A minute after the end the doctor may still reopen it, and the page after the call offers the files.
  await consult(appointmentId, 60);
  assertEquals((await standings(patient, threadId))[2], "unopened");
  await consult(appointmentId, 5 * 60 + 1);
  assertEquals(await standings(patient, threadId), ["sent", "opened", "gone"]);
  assertEquals(await open(patient, left), "attachment_gone");
  assertEquals(await open(patient, opened), "done");
  assertEquals(
    await ask(patient, "open_attachments", { thread: threadId }),
    "done",
  );
  assertEquals((await standings(patient, threadId))[2], "gone");
  // The sender keeps their own; what was sent outside of the consultation is kept for everybody.
  assertEquals([
    await open(doctor, left),
    (await standings(doctor, threadId))[0],
  ], [
    "done",
    "unopened",
  ]);
});

Deno.test("a reopened consultation takes up its files, and ends anew", async () => {
  const cast = await newCast();
  const { threadId, appointmentId } = cast;
  const [patient, doctor] = [cast.as["the patient"], cast.as["the doctor"]];
  await consult(appointmentId);
  const file = await sendFile(doctor, threadId, appointmentId);
  const act = (act: string) =>
    ask(doctor, "transition_appointment", {
      appointment_id: appointmentId,
      act,
    });
  assertEquals([await act("end"), await act("reopen")], ["done", "done"]);
  await using sql = openSql();
  // As if they had talked on for an hour.
  await sql`
    update public.appointments set started_at = now() - interval '1 hour' where id = ${appointmentId}`;
  assertEquals((await standings(patient, threadId))[0], "unopened");
  await consult(appointmentId, 301);
  assertEquals(await open(patient, file), "attachment_gone");
  await consult(appointmentId);
  assertEquals(await open(patient, file), "done");
  await consult(appointmentId, 3600);
  assertEquals(await standings(patient, threadId), ["opened"]);
});

Deno.test("a file sent when the two no longer meet is kept like those outside of consultations", async () => {
  const cast = await newCast();
  const { threadId, appointmentId } = cast;
  await consult(appointmentId, 10);
  const file = await sendFile(cast.as["the doctor"], threadId, appointmentId);
  await consult(appointmentId, 3600);
  assertEquals(await open(cast.as["the patient"], file), "done");
});

Deno.test("each guardian keeps what they opened themselves, and all readings by others are in the log", async () => {
  const cast = await newCast();
  const { threadId, appointmentId, patient } = cast;
  const [guardian, former] = [await newPatient(), await newPatient()];
  for (const one of [guardian, former]) {
    await newGuardianship(one, patient.patientId, "trusted_person");
  }
  await using sql = openSql();
  await sql`
    update public.guardianships set since = now() - interval '2 days', until = now() - interval '1 day'
    where account_id = ${former.id} and patient_id = ${patient.patientId}`;
  const asGuardian = await clientOf(guardian);
  const asFormer = await clientOf(former);
  await consult(appointmentId);
  const file = await sendFile(cast.as["the doctor"], threadId, appointmentId);
  const sent = await sendFile(cast.as["the patient"], threadId, appointmentId);
  assertEquals(
    [
      await open(cast.as["the patient"], file),
      await open(asFormer, file),
      await open(cast.as["the doctor"], sent),
      await open(asGuardian, sent),
    ],
    ["done", "not_found", "done", "done"],
  );
  await consult(appointmentId, 3600);
  assertEquals(await open(asGuardian, file), "attachment_gone");
  assertEquals(await open(cast.as["the patient"], file), "done");
  const log = await sql`
    select account_id, details ->> 'attachment_id' as file from public.audit_log
    where action = 'attachment_opened' and patient_id = ${patient.patientId} order by id`;
  assertEquals(log.map((row) => ({ ...row })), [
    { account_id: cast.doctor.id, file: sent },
    { account_id: guardian.id, file: sent },
  ]);
});

Deno.test("files go where messages may be written: not without an appointment, not into a closed thread but in a call", async () => {
  const cast = await newCast();
  const { threadId, appointmentId } = cast;
  const [patient, doctor] = [cast.as["the patient"], cast.as["the doctor"]];
  const late = await begin(patient, threadId);
  await ask(doctor, "close_thread", { thread: threadId, reason: "Absent" });
  assertEquals((await begin(patient, threadId)).answer, "thread_closed");
  assertEquals((await begin(doctor, threadId)).answer, "done");
  // Closed while it was on its way.
  await ask(serviceClient(), "store_attachment", {
    ...{ attachment_id: late.attachment_id, type: "image/png", bytes: 9 },
    ...{ sha256: "a".repeat(64), held_back: false },
  });
  const { attachment_id } = late;
  assertEquals(
    await ask(patient, "send_attachment", { attachment_id }),
    "thread_closed",
  );
  await consult(appointmentId);
  const inCall = { appointment_id: appointmentId };
  assertEquals((await begin(patient, threadId, inCall)).answer, "done");
  assertEquals(
    (await begin(cast.as["another patient"], threadId, inCall)).answer,
    "not_found",
  );
  await using sql = openSql();
  await sql`update public.appointments set state = 'no_show' where id = ${appointmentId}`;
  assertEquals((await begin(patient, threadId)).answer, "no_appointment");
});

Deno.test("limits: 20 MB, one line of a name, so many a day for requests at once", async () => {
  const cast = await newCast();
  const { threadId } = cast;
  const patient = cast.as["the patient"];
  const announced = async (given: Record<string, unknown>) =>
    (await begin(patient, threadId, given)).answer;
  assertEquals(await announced({ bytes: 20971520 }), "done");
  assertEquals(await announced({ bytes: 20971521 }), "attachment_too_large");
  for (const name of ["a\nb.pdf", "../a.pdf", " ", "x".repeat(256)]) {
    assert((await announced({ name })).includes("Names of files"), name);
  }
  const foreign = { appointment_id: crypto.randomUUID() };
  assertEquals(await announced(foreign), "appointment_of_another_thread");
  // 40 a day, one is begun already; the same one twice counts once.
  const same = { attachment_id: crypto.randomUUID() };
  const answers = await Promise.all([
    announced(same),
    announced(same),
    ...Array.from({ length: 60 }, () => announced({})),
  ]);
  const done = answers.filter((one) => one === "done").length;
  assertEquals([done - 1, new Set(answers).size], [39, 2]);
  assert(answers.includes("too_many_attachments"));
  const other = await ask(cast.as["the doctor"], "begin_attachment", {
    ...{ ...same, thread: threadId, name: "a.pdf", bytes: 9 },
  });
  assertEquals(other, "not_found");
});

Deno.test("a file is held back until the scanner has seen it, and one that it refuses is nobody's", async () => {
  const cast = await newCast();
  const { threadId } = cast;
  const [patient, doctor] = [cast.as["the patient"], cast.as["the doctor"]];
  const [clean, virus] = [
    await sendFile(patient, threadId, undefined, true),
    await sendFile(patient, threadId, undefined, true),
  ];
  assertEquals(await open(doctor, clean), "attachment_held_back");
  assertEquals(await open(patient, clean), "attachment_held_back");
  const scanned = (attachment_id: string, clean: boolean) =>
    ask(serviceClient(), "attachment_scanned", { attachment_id, clean });
  await scanned(clean, true);
  await scanned(virus, false);
  await scanned(virus, true); // a second worker, late
  assertEquals([await open(doctor, clean), await open(doctor, virus)], [
    "done",
    "attachment_refused",
  ]);
  assertEquals(await standings(patient, threadId), ["sent_opened", "refused"]);
});

Deno.test("what was never sent is forgotten after a day, what was sent is not", async () => {
  const cast = await newCast();
  const patient = cast.as["the patient"];
  const sent = await sendFile(patient, cast.threadId);
  const { attachment_id } = await begin(patient, cast.threadId);
  await using sql = openSql();
  const unsent = async () => {
    const { data } = await serviceClient().rpc("unsent_attachments");
    const ids = data.map((one: { id: string }) => one.id);
    return [ids.includes(attachment_id), ids.includes(sent)];
  };
  assertEquals(await unsent(), [false, false]);
  await sql`
    update public.attachments set begun_at = now() - interval '25 hours' where id in (${sent}, ${attachment_id})`;
  assertEquals(await unsent(), [true, false]);
  await ask(serviceClient(), "forget_attachments", {
    ids: [sent, attachment_id],
  });
  const left = await sql`
    select id from public.attachments where id in (${sent}, ${attachment_id})`;
  assertEquals(left.map(({ id }) => id), [sent]);
});
