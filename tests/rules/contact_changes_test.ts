import { assert, assertEquals } from "@std/assert";
import { house } from "../house.ts";
import {
  newEmail,
  newPatient,
  newPhone,
  openSql,
  serviceClient,
} from "../people.ts";
import {
  beginEmail,
  beginPhone,
  confirmEmail,
  confirmPhone,
  contactOf,
  newSession,
} from "./contact_steps.ts";

Deno.test("a session without SMS code, one that has ended and one of a deactivated account begin and finish nothing", async () => {
  const patient = await newPatient();
  const before = await contactOf(patient);
  const halfway = await newSession(patient, "aal1");
  const session = await newSession(patient);
  const change = await beginPhone(session.id);
  const { link } = await beginEmail(session.id);
  await using sql = openSql();
  const refused = async (id: string) => {
    assertEquals((await beginPhone(id)).error, "signed_out");
    assertEquals((await beginEmail(id)).begun, "signed_out");
    assertEquals(
      await confirmPhone(id, change.id, change.code ?? ""),
      "signed_out",
    );
  };
  await refused(halfway.id);
  await refused(crypto.randomUUID());
  await sql`update public.accounts set active = false where id = ${patient.id}`;
  await refused(session.id);
  assertEquals(await confirmEmail(link), false);
  await sql`update public.accounts set active = true where id = ${patient.id}`;
  await sql`delete from auth.sessions where id = ${session.id}`;
  await refused(session.id);
  const after = await contactOf(patient);
  assertEquals([after.email, after.phone, after.told], [
    before.email,
    before.phone,
    [],
  ]);
});

Deno.test("a change that was begun is gone when an administrator has deactivated the account, or the password was changed", async () => {
  await using sql = openSql();
  const patient = await newPatient();
  const { link } = await beginEmail((await newSession(patient)).id);
  await sql`select admin.deactivate_account(${patient.id}, 'a test')`;
  await sql`select admin.reactivate_account(${patient.id})`;
  assertEquals(await confirmEmail(link), false);

  const again = await newSession(patient);
  const newer = await beginEmail(again.id);
  const change = await beginPhone(again.id);
  await serviceClient().rpc("announce_credential_change", {
    user_id: patient.id,
    credential: "password",
  });
  // In the database: at Auth it would end the session too, which is not what is tried here.
  await sql`update auth.users set encrypted_password = 'x' where id = ${patient.id}`;
  assertEquals(await confirmEmail(newer.link), false);
  assertEquals(
    await confirmPhone(again.id, change.id, change.code ?? ""),
    "over",
  );
  assertEquals((await contactOf(patient)).phone, patient.phone);
});

Deno.test("a code ends after ten minutes, a change of number after an hour, a link after a day", async () => {
  await using sql = openSql();
  const patient = await newPatient();
  const session = await newSession(patient);
  const { id, code = "" } = await beginPhone(session.id);
  await sql`
    update private.phone_changes set code_sent_at = now() - interval '601 seconds' where id = ${id}`;
  assertEquals(await confirmPhone(session.id, id, code), "expired");
  const { data } = await serviceClient().rpc("renew_phone_change_code", {
    session_id: session.id,
    change_id: id,
  });
  const renewed = String(data?.[0]?.code);
  const soon = await serviceClient().rpc("renew_phone_change_code", {
    session_id: session.id,
    change_id: id,
  });
  assertEquals(soon.data, []);
  if (code !== renewed) {
    assertEquals(await confirmPhone(session.id, id, code), "wrong");
  }
  await sql`
    update private.phone_changes set created_at = now() - interval '61 minutes' where id = ${id}`;
  assertEquals(await confirmPhone(session.id, id, renewed), "over");
  const { link } = await beginEmail(session.id);
  await sql`
    update private.email_changes set asked_at = now() - interval '25 hours'
    where account_id = ${patient.id}`;
  assertEquals(await confirmEmail(link), false);
  const after = await contactOf(patient);
  assertEquals([after.phone, after.email], [patient.phone, patient.email]);
});

Deno.test("a second change replaces the first: its code and its link are worth nothing, also when both begin at once", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const begun = await Promise.all([1, 2, 3].map(() => beginPhone(session.id)));
  const last = await beginPhone(session.id);
  for (const { id, code } of begun) {
    assertEquals(await confirmPhone(session.id, id, code ?? ""), "over");
  }
  const first = await beginEmail(session.id);
  const second = await beginEmail(session.id);
  assertEquals(await confirmEmail(first.link), false);
  assertEquals(
    await confirmPhone(session.id, last.id, last.code ?? ""),
    "right",
  );
  // The other change goes on: its link is in the mailbox, whatever became of the sessions.
  assertEquals(await confirmEmail(second.link), true);
  const after = await contactOf(patient);
  assertEquals([after.phone, after.email], [last.phone, second.email]);
  assertEquals(after.audited, ["phone_changed", "email_changed"]);
});

Deno.test("a code and a link that did their work do nothing to what comes later", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const phone = await beginPhone(session.id);
  const email = await beginEmail(session.id);
  await confirmPhone(session.id, phone.id, phone.code ?? "");
  await confirmEmail(email.link);
  const moved = { ...patient, phone: phone.phone, email: email.email };
  const back = await newSession(moved);
  const newer = await beginPhone(back.id, patient.phone);
  await confirmPhone(back.id, newer.id, newer.code ?? "");
  const home = await newSession({ ...moved, phone: patient.phone });
  const newest = await beginEmail(home.id, patient.email);
  await confirmEmail(newest.link);

  await confirmPhone(session.id, phone.id, phone.code ?? "");
  assertEquals(await confirmEmail(email.link), false);
  const after = await contactOf(patient);
  assertEquals([after.phone, after.email], [patient.phone, patient.email]);
});

Deno.test("the same form sent twice begins one change, with one code and one e-mail", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const form = { session_id: session.id, form_id: crypto.randomUUID() };
  const phone = newPhone();
  const begun = await Promise.all(
    [1, 2, 3].map(() =>
      serviceClient().rpc("begin_phone_change", { ...form, phone })
    ),
  );
  const rows = begun.map(({ data }) => data?.[0]);
  assertEquals(rows.filter((row) => row?.code).length, 1);
  assertEquals(new Set(rows.map((row) => row?.id)).size, 1);
  const email = newEmail();
  await Promise.all(
    [1, 2, 3].map(() =>
      serviceClient().rpc("begin_email_change", { ...form, email })
    ),
  );
  await using sql = openSql();
  const letters = await sql`
    select from public.notifications where account_id = ${patient.id} and kind = 'email_link'`;
  assertEquals(letters.length, 1);
});

Deno.test("what stands already is no change", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  assertEquals((await beginPhone(session.id, patient.phone)).id, undefined);
  const upper = patient.email.toUpperCase();
  assertEquals((await beginEmail(session.id, upper)).begun, false);
});

Deno.test("an access token alone confirms no change that its owner has begun, at Auth or at the database", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const { email } = await beginEmail(session.id);
  const { phone } = await beginPhone(session.id);
  const { supabaseUrl, publishableKey, gatewaySecret } = house();
  for (const body of [{ email }, { phone }]) {
    const answer = await fetch(`${supabaseUrl}/auth/v1/user`, {
      method: "PUT",
      headers: {
        apikey: publishableKey,
        // Past the gateway, which would refuse it: a hosted project has none.
        "X-Gateway-Secret": gatewaySecret,
        Authorization: `Bearer ${session.token}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(body),
    });
    await answer.body?.cancel();
    assert(answer.status >= 400, String(answer.status));
  }
  const { error } = await session.client.from("accounts").update({ phone })
    .eq("id", patient.id);
  assertEquals(error?.code, "42501");
  const after = await contactOf(patient);
  assertEquals([after.phone, after.email], [patient.phone, patient.email]);
});

Deno.test("changes that nobody finished are removed after their time, and not before", async () => {
  await using sql = openSql();
  const patient = await newPatient();
  const session = await newSession(patient);
  await beginPhone(session.id);
  await beginEmail(session.id);
  const left = async () => {
    await serviceClient().rpc("purge_expired");
    const [row] = await sql`
      select (select count(*)::int from private.phone_changes where account_id = ${patient.id}) as phones,
        (select count(*)::int from private.email_changes where account_id = ${patient.id}) as emails`;
    return { ...row };
  };
  assertEquals(await left(), { phones: 1, emails: 1 });
  await sql`
    update private.phone_changes set created_at = now() - interval '25 hours' where account_id = ${patient.id}`;
  await sql`
    update private.email_changes
    set created_at = now() - interval '49 hours', asked_at = now() - interval '49 hours'
    where account_id = ${patient.id}`;
  assertEquals(await left(), { phones: 0, emails: 0 });
});
