import { assert, assertEquals, assertMatch } from "@std/assert";
import { askAs } from "../asking.ts";
import {
  messagesTo,
  newDoctor,
  newEmail,
  newPatient,
  openSql,
  startSession,
  type TestPerson,
} from "../people.ts";
import {
  assertAccessible,
  linkIn,
  now,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import { ask, inbox, stored } from "./contact_steps.ts";

shareBrowser();

/** As if the e-mail had been asked for two minutes ago: it may be sent again. */
async function passAMinute({ id }: TestPerson) {
  await using sql = openSql();
  await sql`
    update private.email_changes set asked_at = now() - interval '2 minutes' where account_id = ${id}`;
}

for (const newPerson of [newPatient, newDoctor]) {
  Deno.test(`an address that waits is shown masked in the account; its e-mail is sent again, and its link confirms (${newPerson.name})`, () =>
    visit(async (page) => {
      const person = await newPerson();
      const email = newEmail();
      await startSession(page.context(), person);
      const first = await ask(page, "adresse", email, person.password);
      await messagesTo(email, first);
      await page.goto("/fr/account");
      const notice = page.locator(".notice", {
        hasText: "Changement d’adresse en attente",
      });
      const text = await notice.innerText();
      assert(!text.includes(email));
      assertMatch(text, /^.{0,60}\w\*\*\*@[\w.]+ attend votre confirmation/ms);
      assertMatch(text, /avant le .* à \d\d:\d\d Luxembourg \(UTC/);

      // At once it is refused, and nothing goes out.
      await page.getByRole("button", { name: "Renvoyer l’e-mail" }).click();
      await page.getByText("Un e-mail vient de partir à cette adresse")
        .waitFor();
      assertEquals((await inbox(email)).length, 1);
      await passAMinute(person);
      const since = now();
      await page.getByRole("button", { name: "Renvoyer l’e-mail" }).click();
      await page.getByText("Nous avons renvoyé l’e-mail").waitFor();
      const [letter] = await messagesTo(email, since);
      await page.goto(linkIn(letter?.text));
      await page.getByRole("button", { name: "Confirmer cette adresse" })
        .click();
      await page.getByText(`${email} est maintenant l’adresse`).waitFor();
    }, { javaScriptEnabled: false }));
}

Deno.test("an address that waited for a day is shown no longer, on the open page and on the next one", () =>
  visit(async (page) => {
    const person = await newPatient();
    await startSession(page.context(), person);
    await ask(page, "adresse", newEmail(), person.password);
    await page.getByRole("heading", { name: "Regardez vos e-mails" }).waitFor();
    await page.clock.install();
    await page.goto("/fr/account");
    const notice = page.getByText("Changement d’adresse en attente");
    await notice.waitFor();
    await page.waitForLoadState("networkidle");
    await page.clock.fastForward(23 * 3_600_000);
    assertEquals(await notice.isVisible(), true);
    await page.clock.fastForward(3_600_000);
    await notice.waitFor({ state: "hidden" });
    await using sql = openSql();
    await sql`
      update private.email_changes set asked_at = now() - interval '24 hours' where account_id = ${person.id}`;
    await page.goto("/fr/account");
    await page.getByRole("heading", { name: "Mon compte" }).waitFor();
    assertEquals(await notice.count(), 0);
  }));

Deno.test("withdrawn from another browser, an address waits no longer: its link explains itself and nothing changes", () =>
  visit(async (page) => {
    const person = await newPatient();
    const email = newEmail();
    await startSession(page.context(), person);
    const since = await ask(page, "adresse", email, person.password);
    const [letter] = await messagesTo(email, since);
    await visit(async (elsewhere) => {
      await startSession(elsewhere.context(), person);
      await elsewhere.goto("/fr/account");
      await assertAccessible(elsewhere);
      await elsewhere.getByRole("button", { name: "Annuler ce changement" })
        .click();
      await elsewhere.getByText("Le changement d’adresse est annulé").waitFor();
      await assertAccessible(elsewhere);
      assertEquals(
        await elsewhere.getByText("Changement d’adresse en attente").count(),
        0,
      );
    });
    assertEquals((await page.goto(linkIn(letter?.text)))?.status(), 410);
    assertEquals((await stored(person)).email, person.email);
  }));

Deno.test("an address of somebody else is shown and sent again in the same words", async () => {
  const owner = await newPatient();
  const said: string[] = [];
  for (const email of [newEmail(), owner.email]) {
    const person = await newPatient();
    const request = await askAs(person);
    await request("/fr/account/email", { email, password: person.password });
    await passAMinute(person);
    const { html } = await request("/fr/account");
    const [, id = ""] = /name="id" value="([^"]+)"/.exec(html) ?? [];
    const form = { act: "resend", id, sendings: "1" };
    const { to } = await request("/fr/account/email", form);
    const after = await request(to ?? "");
    const [notice = ""] = /<div class="notice[^]*?<\/form>/.exec(after.html) ??
      [];
    said.push(
      `${to} ${notice}`.replaceAll(/[0-9a-f-]{36}/g, "id").replace(
        /\w\*\*\*@/,
        "a***@",
      ).replace(/\d\d:\d\d Lux/, "00:00 Lux"),
    );
  }
  assertEquals(said[0], said[1]);
  assertMatch(said[0] ?? "", /email-sent-again/);
});

Deno.test("two clicks on each button do its work once and read alike", async () => {
  const person = await newPatient();
  const email = newEmail();
  const request = await askAs(person);
  await request("/fr/account/email", { email, password: person.password });
  await passAMinute(person);
  const { html } = await request("/fr/account");
  const [, id = ""] = /name="id" value="([^"]+)"/.exec(html) ?? [];
  const twice = async (form: Record<string, string>) => {
    const clicks = await Promise.all(
      [1, 2].map(() => request("/fr/account/email", form)),
    );
    return clicks.map(({ to }) => to);
  };
  const resend = { act: "resend", id, sendings: "1" };
  const sent = "/fr/account?saved=email-sent-again";
  assertEquals(await twice(resend), [sent, sent]);
  await using sql = openSql();
  const letters = await sql`
    select from public.notifications where account_id = ${person.id} and kind = 'email_link'`;
  assertEquals(letters.length, 2);
  const withdrawn = "/fr/account?saved=email-withdrawn";
  assertEquals(await twice({ act: "withdraw", id }), [withdrawn, withdrawn]);
  const broken = await request("/fr/account/email", {
    ...{ act: "resend", id: "x", sendings: "many" },
  });
  assertEquals(broken.to, "/fr/account");
});

Deno.test("the e-mail is not sent again when an account has asked five times within an hour", async () => {
  const person = await newPatient();
  const request = await askAs(person);
  await request("/fr/account/email", {
    email: newEmail(),
    password: person.password,
  });
  await passAMinute(person);
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`contact-change account ${person.id}`}, 5, 3600) from generate_series(1, 5)`;
  const { html } = await request("/fr/account");
  const [, id = ""] = /name="id" value="([^"]+)"/.exec(html) ?? [];
  const form = { act: "resend", id, sendings: "1" };
  const { to } = await request("/fr/account/email", form);
  assertMatch(to ?? "", /refused=email_sent_too_often/);
});
