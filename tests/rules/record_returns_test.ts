import { assert, assertEquals, assertMatch } from "@std/assert";
import { newAsker } from "../erasures.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newMatricule,
  newPatient,
  newPhone,
  newRecord,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";
import { openStudio } from "../studio.ts";
import { begin, complete, confirmed, form } from "./sign_up_steps.ts";

const SHOWN = "Carte d’identité vue au guichet";

/** Calls the function as an administrator does. */
async function giveBack(
  { patientId }: Pick<TestPerson, "patientId">,
  phone: string,
  reason = SHOWN,
): Promise<string> {
  await using studio = await openStudio();
  return await studio.call(
    `admin.return_record('${patientId}', '${phone}', '${reason}')`,
  );
}

/** Somebody whose account was erased, with one consultation in the record. */
async function newErased() {
  const { person, request } = await newAsker();
  const doctor = await newDoctor();
  const appointment = await newAppointment(person, doctor, -600);
  await using sql = openSql();
  await sql`update public.appointments set state = 'completed', started_at = lower(during), ended_at = upper(during)
    where id = ${appointment}`;
  await using studio = await openStudio();
  const answer = await studio.call(`admin.accept_erasure('${request}')`);
  assertMatch(answer, /^Erased:/);
  return { person, appointment };
}

/** What somebody types who comes back, and what becomes of it. */
function returning(
  { matricule }: Pick<TestPerson, "matricule">,
  phone: string,
) {
  return form({ matricule, phone });
}

const PASSWORD = "trois chats sur un toit";

/** Signs up to the end; whether an account was made, and whose. */
async function signUp(answers: ReturnType<typeof form>) {
  const { id } = await confirmed(answers);
  const made = await complete(id, answers.email, PASSWORD);
  const { data } = await serviceClient().rpc("user_of_sign_up", {
    sign_up_id: id,
  });
  return { made, account: String(data) };
}

async function accountsOf({ patientId }: Pick<TestPerson, "patientId">) {
  await using sql = openSql();
  return (await sql`
    select account_id, until is null as stands from public.guardianships
    where patient_id = ${patientId} and relation = 'self' order by until nulls last`)
    .map((row) => ({ ...row }));
}

Deno.test("whoever comes back signs up with the given number, has the record again, and the erased account stays erased", async () => {
  const { person, appointment } = await newErased();
  const phone = newPhone();
  assertMatch(await giveBack(person, phone), /waits for seven days/);
  const answers = returning(person, phone);
  const { made, account } = await signUp(answers);
  assertEquals(made, true);
  const back = {
    ...person,
    ...{ id: account, email: answers.email, phone, password: PASSWORD },
  };
  const client = await clientOf(back);
  const { data: profile } = await client.rpc("my_profile");
  assertEquals(profile?.length, 1);
  assertEquals(
    [profile?.[0]?.matricule, profile?.[0]?.last_name, profile?.[0]?.street],
    [person.matricule, person.lastName, answers.street],
  );
  const { data: read } = await client.from("appointments").select("id");
  assertEquals(read, [{ id: appointment }]);
  const { data: log } = await client.from("audit_log").select("action, details")
    .in("action", ["record_return_opened", "record_returned"]).order("id");
  assertEquals(log, [
    { action: "record_return_opened", details: { reason: SHOWN } },
    { action: "record_returned", details: {} },
  ]);
  const { data: email } = await serviceClient().rpc("sign_in_email", {
    matricule: person.matricule,
  });
  assertEquals(email, answers.email);
  assertEquals(await accountsOf(person), [
    { account_id: person.id, stands: false },
    { account_id: account, stands: true },
  ]);
  const former = await serviceClient().auth.signInWithPassword(person);
  assertEquals(former.error?.code, "invalid_credentials");
});

Deno.test("without it, with another number, with another matricule or after a week, nobody gets the record, and the pages say the same", async () => {
  const { person } = await newErased();
  const phone = newPhone();
  const outcome = async (answers: ReturnType<typeof form>) => {
    const { id, code } = await begin(answers);
    const { data } = await serviceClient().rpc("check_sign_up_code", {
      sign_up_id: id,
      code,
    });
    await using sql = openSql();
    const mails =
      await sql`select from public.notifications where sign_up_id = ${id}`;
    return {
      said: data,
      mails: mails.length,
      made: await complete(id, answers.email),
    };
  };
  const nothing = { said: "right", mails: 0, made: false };
  assertEquals(await outcome(returning(person, phone)), nothing);
  await giveBack(person, phone);
  assertEquals(await outcome(returning(person, newPhone())), nothing);
  const other = form({ phone });
  assertEquals((await outcome(other)).made, true);
  assertEquals((await accountsOf(person)).length, 1);
  await using sql = openSql();
  await sql`
    update private.record_returns set opened_at = now() - interval '7 days 1 second'
    where patient_id = ${person.patientId}`;
  assertEquals(await outcome(returning(person, phone)), nothing);
  await serviceClient().rpc("purge_expired");
  const left = await sql`
    select from private.record_returns where patient_id = ${person.patientId}`;
  assertEquals(left.length, 0);
});

Deno.test("an expiry between the code and the link, or a mistyped number that was corrected, gives nothing to who was first", async () => {
  const { person } = await newErased();
  const [wrong, right] = [newPhone(), newPhone()];
  await giveBack(person, wrong);
  const stranger = returning(person, wrong);
  const { id } = await confirmed(stranger);
  assertMatch(await giveBack(person, right), new RegExp(right.slice(-2)));
  assertEquals(await complete(id, stranger.email), false);
  assertEquals((await signUp(returning(person, right))).made, true);
});

Deno.test("given back it is given once: two who prove the same number at the same moment, and another call", async () => {
  const { person } = await newErased();
  const phone = newPhone();
  await giveBack(person, phone);
  assertMatch(await giveBack(person, phone), /waits for seven days/);
  const both = [returning(person, phone), returning(person, phone)];
  const links = await Promise.all(both.map(confirmed));
  const made = await Promise.all(
    links.map(({ id }, n) => complete(id, both[n]?.email ?? "")),
  );
  // Neither fails: who was second is told so.
  assertEquals(made.map(String).sort(), ["false", "true"]);
  const standing = (await accountsOf(person)).filter(({ stands }) => stands);
  assertEquals(standing.length, 1);
  assertMatch(await giveBack(person, phone), /This record has an account\./);
  assertEquals((await signUp(returning(person, phone))).made, false);
});

Deno.test("it is refused for a record that has an account, active or deactivated, for none, without a reason and for what is no number", async () => {
  const patient = await newPatient();
  const phone = newPhone();
  assertMatch(await giveBack(patient, phone), /This record has an account\./);
  await using studio = await openStudio();
  await studio.call(`admin.deactivate_account('${patient.id}', 'Fraude')`);
  assertMatch(
    await giveBack(patient, phone),
    new RegExp(`admin\\.reactivate_account\\('${patient.id}'\\)`),
  );
  const nobody = { patientId: crypto.randomUUID() };
  assertMatch(await giveBack(nobody, phone), /There is no record/);
  const { person } = await newErased();
  assertMatch(await giveBack(person, phone, " "), /Say why in reason/);
  for (const number of ["621200001", "+352 621 200 001", ""]) {
    assertMatch(await giveBack(person, number), /with its country/);
  }
  await using sql = openSql();
  const open = await sql`
    select from private.record_returns where patient_id in (${patient.patientId}, ${person.patientId})`;
  assertEquals(open.length, 0);
});

Deno.test("nobody but an administrator and the service may give a record back", async () => {
  const { person } = await newErased();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  for (const who of [await clientOf(patient), await clientOf(doctor)]) {
    const { error } = await who.schema("admin" as "public")
      .rpc("return_record" as "my_profile", {
        ...{ patient_id: person.patientId, phone: patient.phone, reason: "x" },
      } as never);
    assert(error);
  }
  await using sql = openSql();
  const [rights] = await sql`
    select has_function_privilege('authenticated', oid, 'execute') as people,
      has_function_privilege('anon', oid, 'execute') as strangers,
      has_function_privilege('service_role', oid, 'execute') as service
    from pg_proc where pronamespace = 'admin'::regnamespace and proname = 'return_record'`;
  assertEquals({ ...rights }, {
    people: false,
    strangers: false,
    service: true,
  });
  const open = await sql`
    select from private.record_returns where patient_id = ${person.patientId}`;
  assertEquals(open.length, 0);
});

Deno.test("a record that others keep, and one that never had an account, go to their owner; who acts for them goes on", async () => {
  const guardian = await newPatient();
  const grownUp = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(),
    ...{ firstName: "Lena", lastName: "Kremer" },
  };
  await newRecord(grownUp);
  await newGuardianship(guardian, grownUp.patientId, "trusted_person");
  const phone = newPhone();
  assertMatch(await giveBack(grownUp, phone), /waits for seven days/);
  const { made, account } = await signUp(returning(grownUp, phone));
  assertEquals(made, true);
  assertEquals(await accountsOf(grownUp), [
    { account_id: account, stands: true },
  ]);
  const client = await clientOf(guardian);
  const { data } = await client.from("patients").select("id")
    .eq("id", grownUp.patientId);
  assertEquals(data?.length, 1);
});

Deno.test("a record that waits and becomes part of another one waits no longer", async () => {
  const { person } = await newErased();
  const double = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(),
    ...{ firstName: "Lena", lastName: "Kremer" },
  };
  await newRecord(double);
  const phone = newPhone();
  await giveBack(person, phone);
  await using studio = await openStudio();
  assertMatch(
    await studio.call(
      `admin.merge_patients('${double.patientId}', '${person.patientId}', 'Matricule mal saisi')`,
    ),
    /^Everything of/,
  );
  assertEquals((await signUp(returning(double, phone))).made, false);
  assertMatch(await giveBack(double, phone), /waits for seven days/);
  assertEquals((await signUp(returning(double, phone))).made, true);
});
