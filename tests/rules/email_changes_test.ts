import { assertEquals } from "@std/assert";
import {
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";
import {
  beginEmail,
  confirmEmail,
  contactOf,
  newSession,
} from "./contact_steps.ts";

for (
  const [kind, newPerson] of [["patient", newPatient], [
    "doctor",
    newDoctor,
  ]] as const
) {
  Deno.test(`the link makes an address that of a ${kind}, ends every session and tells the former address, once`, async () => {
    const person = await newPerson();
    const session = await newSession(person);
    const { link, email } = await beginEmail(session.id);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => confirmEmail(link)),
    );
    assertEquals(answers, [true, true, true, true]);
    const after = await contactOf(person);
    assertEquals([after.email, after.identities, after.sessions], [
      email,
      [email],
      0,
    ]);
    assertEquals(after.audited, ["email_changed"]);
    assertEquals(after.told, [["email_changed", "email", person.email]]);
    const { data } = await (await newSession({ ...person, email })).client
      .rpc("my_profile");
    assertEquals(data?.length, 1);
  });
}

Deno.test("an address of somebody else gets no link: its owner is told, and the asker hears the same", async () => {
  const [patient, owner] = [await newPatient(), await newPatient()];
  const session = await newSession(patient);
  assertEquals((await beginEmail(session.id, owner.email)).begun, true);
  await using sql = openSql();
  const letters = async ({ id }: TestPerson) =>
    (await sql`
      select kind from public.notifications where account_id = ${id} order by created_at`)
      .map(({ kind }) => kind);
  assertEquals(await letters(owner), ["email_taken"]);
  assertEquals(await letters(patient), []);
});

Deno.test("an address that somebody has taken before the link is opened stays theirs", async () => {
  const patient = await newPatient();
  const { link, email } = await beginEmail((await newSession(patient)).id);
  const { error } = await serviceClient().auth.admin.createUser({
    email,
    email_confirm: true,
  });
  assertEquals(error, null);
  assertEquals(await confirmEmail(link), false);
  const after = await contactOf(patient);
  assertEquals([after.email, after.told], [patient.email, []]);
});

Deno.test("the link to a new password that went to the former address opens nothing after the change", async () => {
  const opens = async (change: boolean) => {
    const patient = await newPatient();
    const session = await newSession(patient);
    const { data, error } = await serviceClient().auth.admin.generateLink({
      type: "recovery",
      email: patient.email,
    });
    assertEquals(error, null);
    const { link } = await beginEmail(session.id);
    if (change) assertEquals(await confirmEmail(link), true);
    const opened = await serviceClient().auth.verifyOtp({
      type: "recovery",
      token_hash: data.properties?.hashed_token ?? "",
    });
    return opened.error === null;
  };
  assertEquals(await opens(false), true);
  assertEquals(await opens(true), false);
});
