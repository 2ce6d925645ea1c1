import { assert, assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { awaitsPatient, isReopened } from "@/domain/appointment.ts";
import {
  clientOf,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  serviceClient,
  visitorClient,
} from "../people.ts";
import { newVisit } from "./visit_steps.ts";

/** A consultation that has ended, and what both sides and the outbox know of it. */
async function ended() {
  const visit = await newVisit();
  const { appointment_id, asPatient, asDoctor, act } = visit;
  await act(asPatient, "arrive");
  await act(asDoctor, "call");
  await act(asPatient, "accept");
  await act(asDoctor, "end");
  const pageOf = async (client: SupabaseClient) =>
    (await client.rpc("appointment_page", { appointment_id })).data;
  const told = async () => (await pageOf(asDoctor)).reopening_told;
  const outbox = async () => {
    await using sql = openSql();
    const rows = await sql`
      select channel, account_id, state, extract(epoch from due_at - created_at)::int as after
      from public.notifications
      where appointment_id = ${appointment_id} and kind = 'consultation_reopened'
      order by created_at, account_id, channel`;
    return rows.map((row) => ({ ...row }));
  };
  const states = async () => (await outbox()).map(({ state }) => state);
  const seen = async (client: SupabaseClient) =>
    (await client.rpc("note_reopening_seen", { appointment_id })).error
      ?.message ?? "done";
  return { ...visit, pageOf, told, outbox, states, seen };
}

Deno.test("opened again, the patient is told by SMS and e-mail a little later, once for each reopening", async () => {
  const { patient, asPatient, asDoctor, act, outbox, told, states, pageOf } =
    await ended();
  assertEquals(await outbox(), []);
  for (let n = 0; n < 2; n++) await act(asDoctor, "reopen");
  const told_at = { account_id: patient.id, state: "due", after: 20 };
  assertEquals(await outbox(), [
    { channel: "sms", ...told_at },
    { channel: "email", ...told_at },
  ]);
  assertEquals(await told(), ["sms", "email"]);
  // By what they are told is the doctor's to know.
  assertEquals((await pageOf(asPatient)).reopening_told, []);
  assertEquals(isReopened(await pageOf(asPatient)), true);

  // Ended and opened again: another reopening, and what was due for the first is not sent.
  await act(asDoctor, "end");
  assertEquals(await states(), ["withdrawn", "withdrawn"]);
  await act(asDoctor, "reopen");
  assertEquals(await states(), ["withdrawn", "withdrawn", "due", "due"]);
});

Deno.test("whoever is back is told nothing more, and is in the call by a press", async () => {
  const { appointment_id, asPatient, asDoctor, act, states, told, pageOf } =
    await ended();
  await act(asDoctor, "reopen");
  // One is being sent at this moment, and fails.
  await using sql = openSql();
  await sql`
    update public.notifications set leased_until = now() + interval '1 hour'
    where appointment_id = ${appointment_id} and kind = 'consultation_reopened' and channel = 'sms'`;
  await act(asPatient, "arrive");
  assertEquals(await states(), ["due", "withdrawn"]);
  assertEquals(await told(), []);
  assertEquals(awaitsPatient(await pageOf(asDoctor)), false);
  await sql`
    update public.notifications set leased_until = null, due_at = now() - interval '1 day'
    where appointment_id = ${appointment_id} and kind = 'consultation_reopened' and channel = 'sms'`;
  // The app's own worker may have been quicker.
  const { error } = await serviceClient().rpc("claim_notifications", {});
  assertEquals(error, null);
  assertEquals(await states(), ["withdrawn", "withdrawn"]);
});

Deno.test("whose page has told them gets no message; another who acts for the patient does", async () => {
  const { patient, asPatient, asDoctor, act, outbox, seen } = await ended();
  const mother = await newPatient();
  await newGuardianship(mother, patient.patientId, "guardian");
  await act(asDoctor, "reopen");
  const strangers = [
    asDoctor,
    await clientOf(await newPatient()),
    await clientOf(await newDoctor()),
    await clientOf(patient, "aal1"),
  ];
  for (const client of strangers) assertEquals(await seen(client), "not_found");
  assert((await seen(visitorClient())).startsWith("permission denied"));
  for (let n = 0; n < 2; n++) assertEquals(await seen(asPatient), "done");
  const dueFor = (await outbox()).filter(({ state }) => state === "due")
    .map(({ account_id }) => account_id);
  assertEquals(dueFor, [mother.id, mother.id]);
});

Deno.test("whose browser a push service tells gets no message; a service that took nothing counts for nothing", async () => {
  const { appointment_id, patient, asDoctor, act, told, states } =
    await ended();
  await using sql = openSql();
  await sql`
    insert into public.push_subscriptions (appointment_id, endpoint, account_id, p256dh, auth)
    values (
      ${appointment_id}, 'https://push.example/1', ${patient.id}, ${
    "B".repeat(87)
  }, ${"a".repeat(22)}
    )`;
  const service = serviceClient();
  const browsers = async () =>
    (await service.rpc("ringing_subscriptions", { appointment_id })).data
      ?.length;
  const pushed = (endpoints: string[], client = service) =>
    client.rpc("note_reopening_pushed", { appointment_id, endpoints });
  assertEquals(await browsers(), 0);
  // The browser is known as long as it may be opened again.
  await service.rpc("purge_expired");
  await act(asDoctor, "reopen");
  assertEquals(await browsers(), 1);
  await pushed(["https://push.example/unknown"]);
  assertEquals(await told(), ["sms", "email"]);
  const refused = await pushed(["https://push.example/1"], asDoctor);
  assertEquals(refused.error?.code, "42501");

  await pushed(["https://push.example/1"]);
  assertEquals(await told(), ["push"]);
  assertEquals(await states(), ["withdrawn", "withdrawn"]);
  // An act that is sent again rings nobody again; another reopening does.
  assertEquals(await browsers(), 0);
  await act(asDoctor, "end");
  await act(asDoctor, "reopen");
  assertEquals(await browsers(), 1);
  assertEquals(await told(), ["sms", "email"]);
});

Deno.test("who is telephoned when it is opened again is told by the telephone", async () => {
  const { asPatient, asDoctor, act, outbox, pageOf } = await ended();
  await act(asDoctor, "reopen");
  await act(asPatient, "arrive");
  await act(asPatient, "ask_telephone");
  await act(asDoctor, "telephone");
  await act(asDoctor, "end");
  const before = await outbox();
  await act(asDoctor, "reopen");
  assertEquals(await outbox(), before);
  assertEquals(awaitsPatient(await pageOf(asPatient)), false);
});
