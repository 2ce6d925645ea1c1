import { assertEquals, assertStringIncludes } from "@std/assert";
import { askAs } from "../asking.ts";
import {
  newEmail,
  newPatient,
  newPhone,
  openSql,
  type TestPerson,
} from "../people.ts";
import {
  beginEmail,
  beginPhone,
  confirmEmail,
  confirmPhone,
  newSession,
} from "../rules/contact_steps.ts";

/** Changes the number of somebody, from a session of its own. */
async function changePhone(person: TestPerson): Promise<TestPerson> {
  const { id } = await newSession(person);
  const phone = newPhone();
  const begun = await beginPhone(id, phone);
  const verdict = await confirmPhone(id, begun.id ?? "", begun.code ?? "");
  assertEquals(verdict, "right");
  return { ...person, phone };
}

/** Changes the address of somebody, from a session of its own. */
async function changeEmail(person: TestPerson): Promise<TestPerson> {
  const email = newEmail();
  const { link } = await beginEmail((await newSession(person)).id, email);
  assertEquals(await confirmEmail(link), true);
  return { ...person, email };
}

for (
  const [change, reason, says] of [
    [changePhone, "phone-changed", "Votre nouveau numéro est enregistré"],
    [changeEmail, "email-changed", "Votre nouvelle adresse e-mail est"],
  ] as const
) {
  Deno.test(`whose session ended with a change reads that it was done, on pages and in forms (${reason})`, async () => {
    const person = await newPatient();
    const page = await askAs(person);
    const form = await askAs(person);
    const island = await askAs(person);
    await change(person);
    const shown = await page("/fr/messages");
    assertEquals(
      shown.to,
      `/fr/sign-in?next=%2Ffr%2Fmessages&reason=${reason}`,
    );
    // The answer has taken the cookies of the session away.
    const visitor = await askAs(null);
    assertStringIncludes((await visitor(shown.to ?? "")).html, says);
    const sent = await form("/fr/account", {
      form: "address",
      city: "Wiltz",
    });
    assertEquals(sent.to, `/fr/sign-in?next=%2Ffr%2Faccount&reason=${reason}`);
    // Data for an island carries no words; the page that follows has them.
    assertEquals((await island("/api/unread")).status, 401);
    const next = await island("/fr/account");
    assertEquals(next.to, `/fr/sign-in?next=%2Ffr%2Faccount&reason=${reason}`);
  });
}

Deno.test("a session that began after a change and was ended otherwise is over, not changed; so is one of somebody else", async () => {
  const [person, other] = [await newPatient(), await newPatient()];
  const moved = await changePhone(person);
  await using sql = openSql();
  // Tokens say when they were given out in whole seconds.
  await sql`
    update private.phone_changes set confirmed_at = now() - interval '2 seconds' where account_id = ${person.id}`;
  for (const one of [moved, other]) {
    const request = await askAs(one);
    assertEquals((await request("/fr/account")).status, 200);
    await sql`delete from auth.sessions where user_id = ${one.id}`;
    const { to } = await request("/fr/account");
    assertEquals(to, "/fr/sign-in?next=%2Ffr%2Faccount&reason=expired");
  }
});
