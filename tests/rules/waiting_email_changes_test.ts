import { assertEquals } from "@std/assert";
import {
  clientOf,
  newPatient,
  openSql,
  serviceClient,
  type TestPerson,
  visitorClient,
} from "../people.ts";
import { beginEmail, confirmEmail, newSession } from "./contact_steps.ts";

/** What a session reads of its account's change. */
async function readChange({ client }: Awaited<ReturnType<typeof newSession>>) {
  const { data, error } = await client.rpc("my_email_change");
  assertEquals(error, null);
  return data?.[0];
}

/** Asks for the e-mail once more; `null`, or what it is refused for. */
async function renew(session_id: string, change_id: string, sendings: number) {
  const { error } = await serviceClient().rpc("renew_email_change", {
    session_id,
    change_id,
    sendings,
  });
  return error?.message ?? null;
}

async function withdraw(session_id: string, change_id: string) {
  const { error } = await serviceClient().rpc("withdraw_email_change", {
    session_id,
    change_id,
  });
  return error?.message ?? null;
}

/** The e-mails about a change in somebody's outbox, and what became of them. */
async function outboxOf({ id }: TestPerson): Promise<string[]> {
  await using sql = openSql();
  const rows = await sql`
    select kind from public.notifications
    where account_id = ${id} and kind in ('email_link', 'email_taken') order by created_at`;
  return rows.map(({ kind }) => kind);
}

/** As if the last e-mail of somebody's change had been asked for so long ago. */
async function age({ id }: TestPerson, interval: string) {
  await using sql = openSql();
  await sql`
    update private.email_changes set asked_at = now() - ${interval}::interval where account_id = ${id}`;
}

Deno.test("a change that waits is read by its account alone, from every session of it, and by none without SMS code", async () => {
  const [patient, other] = [await newPatient(), await newPatient()];
  const session = await newSession(patient);
  const { email } = await beginEmail(session.id);
  for (const one of [session, await newSession(patient)]) {
    assertEquals((await readChange(one))?.email, email);
  }
  assertEquals(await readChange(await newSession(other)), undefined);
  assertEquals(await readChange(await newSession(patient, "aal1")), undefined);
  const { error } = await visitorClient().rpc("my_email_change");
  assertEquals(error?.code, "42501");
  const { error: table } = await session.client.schema("private" as "public")
    .from("email_changes" as "accounts").select("*");
  assertEquals(table === null, false);
});

Deno.test("an address that has an account waits like every other one, until the same moment", async () => {
  const [patient, owner] = [await newPatient(), await newPatient()];
  const session = await newSession(patient);
  await beginEmail(session.id, owner.email);
  const taken = await readChange(session);
  assertEquals(taken?.email, owner.email);
  assertEquals(taken?.sendings, 1);
  await age(patient, "2 minutes");
  assertEquals(await renew(session.id, taken?.id ?? "", 1), null);
  assertEquals((await readChange(session))?.sendings, 2);
  assertEquals(await outboxOf(patient), []);
  // The owner's are counted on their own, so that nobody fills a mailbox.
  assertEquals((await outboxOf(owner))[0], "email_taken");
});

Deno.test("withdrawn, a change is gone, its link opens nothing and its e-mail does not go out; again it does nothing", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const { link } = await beginEmail(session.id);
  const change = await readChange(session);
  const id = change?.id ?? "";
  assertEquals(await withdraw(session.id, id), null);
  assertEquals(await withdraw(session.id, id), null);
  assertEquals(await readChange(session), undefined);
  assertEquals(await confirmEmail(link), false);
  await using sql = openSql();
  const due = await sql`
    select from public.notifications
    where account_id = ${patient.id} and kind = 'email_link' and state = 'due'`;
  assertEquals(due.length, 0);
  assertEquals(await renew(session.id, id, 1), "email_change_over");
});

Deno.test("the button of a change that was replaced does not withdraw the newer one, nor does somebody else's session", async () => {
  const [patient, other] = [await newPatient(), await newPatient()];
  const session = await newSession(patient);
  await beginEmail(session.id);
  const first = (await readChange(session))?.id ?? "";
  await beginEmail(session.id);
  const second = (await readChange(session))?.id ?? "";
  assertEquals(await withdraw(session.id, first), null);
  assertEquals((await readChange(session))?.id, second);
  const stranger = await newSession(other);
  assertEquals(await withdraw(stranger.id, second), null);
  assertEquals(await renew(stranger.id, second, 1), "email_change_over");
  assertEquals((await readChange(session))?.id, second);
  for (
    const id of [(await newSession(patient, "aal1")).id, crypto.randomUUID()]
  ) {
    assertEquals(await withdraw(id, second), "signed_out");
    assertEquals(await renew(id, second, 1), "signed_out");
  }
});

Deno.test("the e-mail is sent again after a minute, once for each form, and five times in all", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  await beginEmail(session.id);
  const id = (await readChange(session))?.id ?? "";
  assertEquals(await renew(session.id, id, 1), "email_sent_just_now");
  for (const sendings of [1, 2, 3, 4]) {
    await age(patient, "61 seconds");
    const clicks = await Promise.all(
      [1, 2, 3].map(() => renew(session.id, id, sendings)),
    );
    assertEquals(clicks, [null, null, null]);
    assertEquals((await readChange(session))?.sendings, sendings + 1);
  }
  assertEquals((await outboxOf(patient)).length, 5);
  await age(patient, "61 seconds");
  assertEquals(await renew(session.id, id, 5), "email_sent_too_often");
});

Deno.test("a change is over a day after its e-mail was asked for last, and is neither shown nor sent again then", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const { link } = await beginEmail(session.id);
  const change = await readChange(session);
  const id = change?.id ?? "";
  await age(patient, "23 hours 59 minutes");
  assertEquals(await renew(session.id, id, 1), null);
  const longer = Date.parse((await readChange(session))?.ends_at ?? "") -
    Date.parse(change?.ends_at ?? "");
  assertEquals(longer > 0, true);
  await age(patient, "24 hours 1 second");
  assertEquals(await readChange(session), undefined);
  assertEquals(await renew(session.id, id, 2), "email_change_over");
  assertEquals(await confirmEmail(link), false);
});

Deno.test("a change that was confirmed waits no longer", async () => {
  const patient = await newPatient();
  const { link, email } = await beginEmail((await newSession(patient)).id);
  assertEquals(await confirmEmail(link), true);
  const client = await clientOf({ ...patient, email });
  assertEquals((await client.rpc("my_email_change")).data, []);
});
