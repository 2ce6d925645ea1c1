import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  newEmail,
  newMatricule,
  newPatient,
  newPhone,
  openSql,
  serviceClient,
} from "../people.ts";
import { begin, complete, confirmed, form } from "./sign_up_steps.ts";

async function opens(link_hash: string): Promise<boolean> {
  const { data } = await serviceClient().rpc("sign_up_of_link", { link_hash });
  return data?.length === 1;
}

Deno.test("nothing is in Auth before the link is opened", async () => {
  const answers = form();
  await confirmed(answers);
  await using sql = openSql();
  const users =
    await sql`select from auth.users where email = ${answers.email}`;
  assertEquals(users.length, 0);
});

for (const same of ["email", "matricule"] as const) {
  Deno.test(`a stranger's sign-up does not hold another person's ${same}: who opens their link first has it`, async () => {
    const owner = form();
    const stranger = form({ [same]: owner[same] });
    const first = await confirmed(stranger);
    const second = await confirmed(owner);
    assert(await opens(first.link_hash));
    assert(await opens(second.link_hash));
    assertEquals(await complete(second.id, owner.email), true);
    assertEquals(await opens(first.link_hash), false);
    assertEquals(await complete(first.id, stranger.email), false);
    await using sql = openSql();
    const [patient] = await sql`
      select account.phone from public.patients as patient
      join public.guardianships as own on own.patient_id = patient.id and own.relation = 'self'
      join public.accounts as account on account.id = own.account_id
      where patient.matricule = ${owner.matricule}`;
    assertEquals(patient?.phone, owner.phone);
  });
}

Deno.test("a sign-up never touches a user that it did not make: an invited doctor stays one", async () => {
  const client = serviceClient();
  const email = newEmail();
  const { data: invited } = await client.auth.admin.generateLink({
    type: "invite",
    email,
  });
  const id = String(invited.user?.id);
  await using sql = openSql();
  const user = async () => [
    ...await sql`
      select encrypted_password, email_confirmed_at, raw_app_meta_data from auth.users where id = ${id}`,
  ];
  const before = await user();
  const signUp = await confirmed(form({ email }));
  const mails =
    await sql`select from public.notifications where sign_up_id = ${signUp.id}`;
  assertEquals(mails.length, 0);
  assertEquals(await complete(signUp.id, email), false);
  const taken = await client.rpc("complete_sign_up", {
    sign_up_id: signUp.id,
    user_id: id,
  });
  assertEquals(taken.error?.message, "user_mismatch");
  assertEquals(await user(), before);
  const accounts = await sql`select from public.accounts where id = ${id}`;
  assertEquals(accounts.length, 0);
});

Deno.test("an account's matricule or address is no stranger's: its owner is told, and no link goes out", async () => {
  const owner = await newPatient();
  await using sql = openSql();
  for (const same of ["email", "matricule"] as const) {
    await sql`delete from public.notifications where account_id = ${owner.id}`;
    const { id } = await confirmed(form({ [same]: owner[same] }));
    const sent = await sql`
      select kind from public.notifications where account_id = ${owner.id} or sign_up_id = ${id}`;
    assertEquals(sent.map(({ kind }) => kind), ["account_exists"], same);
  }
});

Deno.test("whoever says that it was not them ends the sign-up", async () => {
  const answers = form();
  const { id, link_hash } = await confirmed(answers);
  await serviceClient().rpc("withdraw_sign_up", { link_hash });
  assertEquals(await opens(link_hash), false);
  assertEquals(await complete(id, answers.email), false);
});

Deno.test("a sign-up without a code is gone after a day, one whose link nobody opens after a week", async () => {
  const [unproven, forgotten, recent, finished] = [
    form(),
    form(),
    form(),
    form(),
  ];
  const ids = {
    unproven: (await begin(unproven)).id,
    forgotten: (await confirmed(forgotten)).id,
    recent: (await confirmed(recent)).id,
    finished: (await confirmed(finished)).id,
  };
  assertEquals(await complete(ids.finished, finished.email), true);
  await using sql = openSql();
  const age = (id: string, days: number) =>
    sql`update private.sign_ups set created_at = now() - make_interval(days => ${days}::int) where id = ${id}`;
  await age(ids.unproven, 2);
  await age(ids.forgotten, 8);
  await age(ids.recent, 6);
  await age(ids.finished, 8);
  assertEquals((await serviceClient().rpc("purge_expired")).error, null);
  const left = await sql`select id from private.sign_ups where id in ${
    sql(Object.values(ids))
  }`;
  assertEquals(left.map((row) => row.id), [ids.recent]);
  // Whoever finished keeps the account.
  const patients = await sql`
    select 1 from public.patients where matricule = ${finished.matricule}`;
  assertEquals(patients.length, 1);
});

Deno.test("the same form sent twice is one sign-up and one code; a corrected one is another", async () => {
  const answers = form();
  const [one, two] = await Promise.all([begin(answers), begin(answers)]);
  assertEquals(one.id, two.id);
  assertEquals([one.code, two.code].filter(Boolean).length, 1);
  const corrected = await begin({ ...answers, phone: newPhone() });
  assertNotEquals(corrected.id, one.id);
  assert(corrected.code);
});

Deno.test("a wrong code sent again counts once, five different ones end the sign-up", async () => {
  const { id, code } = await begin(form());
  const wrong = (n: number) =>
    String((Number(code) + n) % 1_000_000).padStart(6, "0");
  const tries = [1, 1, 1, 2, 2, 3, 4, 4, 5];
  const verdicts = [];
  for (const n of tries) {
    const { data } = await serviceClient().rpc("check_sign_up_code", {
      sign_up_id: id,
      code: wrong(n),
    });
    verdicts.push(data);
  }
  assertEquals(verdicts, [...Array(8).fill("wrong"), "over"]);
});

Deno.test("sign-ups for one address write to it five times an hour at most", async () => {
  const email = newEmail();
  for (let n = 0; n < 7; n++) await confirmed(form({ email }));
  await using sql = openSql();
  const [{ count } = { count: 0 }] = await sql`
    select count(*)::int from public.notifications join private.sign_ups on sign_ups.id = sign_up_id
    where email = ${email}`;
  assertEquals(count, 5);
});

Deno.test("two who open their links for one matricule at the same moment: one has the account, the other is told so", async () => {
  // By chance the one or the other is held up by what the other one does.
  for (let round = 0; round < 8; round++) {
    const matricule = newMatricule();
    const both = [form({ matricule }), form({ matricule })];
    const links = await Promise.all(both.map(confirmed));
    const made = await Promise.all(
      links.map(({ id }, n) => complete(id, both[n]?.email ?? "")),
    );
    assertEquals(made.map(String).sort(), ["false", "true"]);
  }
});
