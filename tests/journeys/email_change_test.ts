import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { askAs } from "../asking.ts";
import {
  clientOf,
  codeTo,
  messagesTo,
  newDoctor,
  newEmail,
  newPatient,
  newPhone,
  openSql,
  signIn,
  startSession,
} from "../people.ts";
import {
  assertAccessible,
  confirm,
  linkIn,
  now,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import { ask, inbox, startChange, stored } from "./contact_steps.ts";

shareBrowser();

for (const newPerson of [newPatient, newDoctor]) {
  Deno.test(`somebody changes the address: the link works in another browser, after a press, and the old address is told (${newPerson.name})`, () =>
    visit((page) =>
      visit(async (elsewhere) => {
        const email = newEmail();
        const { person, since } = await startChange(
          page,
          "adresse",
          email,
          newPerson,
        );
        await page.getByText(`Nous avons écrit à ${email}`).waitFor();
        await assertAccessible(page);
        const [letter] = await messagesTo(email, since);
        assert(
          !letter?.text.includes(person.lastName),
          "a mistyped address learns no name",
        );
        const link = linkIn(letter?.text);
        // A mail scanner opens every link.
        for (const method of ["GET", "HEAD", "GET"]) {
          const answer = await fetch(link, { method });
          await answer.body?.cancel();
          assertEquals(answer.status, 200);
        }
        assertEquals((await stored(person)).email, person.email);

        await elsewhere.goto(link);
        await assertAccessible(elsewhere);
        const press = elsewhere.getByRole("button", {
          name: "Confirmer cette adresse",
        });
        await press.click();
        await elsewhere.getByRole("heading", {
          name: "Votre adresse e-mail est changée",
        }).waitFor();
        await assertAccessible(elsewhere);
        const [notice] = await messagesTo(person.email, since, "changée");
        assertMatch(notice?.text ?? "", /Si ce n’est pas vous, appelez/);
        assert(!notice?.text.includes(email), "the old mailbox learns nothing");

        // The browser that asked is signed out.
        await page.goto("/fr/account");
        assertMatch(page.url(), /\/fr\/sign-in/);
        await elsewhere.getByRole("link", { name: "Aller à la connexion" })
          .click();
        await signIn(elsewhere, { ...person, email });
        await elsewhere.waitForURL(/\/fr\/account$/);
        assertStringIncludes(
          await elsewhere.locator("main").innerText(),
          email,
        );
      })
    ));
}

Deno.test("confirmed in the browser that asked, the address is said to be changed, not the session to be over", () =>
  visit(async (page) => {
    const email = newEmail();
    const { since } = await startChange(page, "adresse", email);
    const [letter] = await messagesTo(email, since);
    await page.goto(linkIn(letter?.text));
    await page.getByRole("button", { name: "Confirmer cette adresse" }).click();
    await page.getByText(`${email} est maintenant l’adresse`).waitFor();
    await page.goto("/fr/sign-in");
    await page.getByRole("heading", { name: "Connexion" }).waitFor();
  }));

Deno.test("what is due later goes to the new address", () =>
  visit(async (page) => {
    const person = await newPatient();
    const email = newEmail();
    await startSession(page.context(), person);
    await using sql = openSql();
    // A day from now, as a reminder would be.
    const [due] = await sql`
      insert into public.notifications (kind, channel, account_id, language, due_at)
      values ('unread_messages', 'email', ${person.id}, 'fr', now() + interval '1 day') returning id`;
    const since = await ask(page, "adresse", email, person.password);
    const [letter] = await messagesTo(email, since);
    await page.goto(linkIn(letter?.text));
    await page.getByRole("button", { name: "Confirmer cette adresse" }).click();
    await page.getByText(`${email} est maintenant l’adresse`).waitFor();
    await sql`update public.notifications set due_at = now() where id = ${
      due?.id ?? ""
    }`;
    // Any request for a link wakes the worker.
    const request = await askAs(null);
    await request("/fr/activation/link", { email: newEmail() });
    await messagesTo(email, since, "Un message vous attend");
    const old = await inbox(person.email);
    assert(!old.some(({ text }) => text.includes("Un message vous attend")));
  }));

Deno.test("an address of somebody else: the page says the same, no link goes out, and its owner gets a plain e-mail", () =>
  visit(async (page) => {
    const [person, owner] = [await newPatient(), await newPatient()];
    const nobody = newEmail();
    await startSession(page.context(), person);
    const said: string[] = [];
    const since = now();
    for (const email of [nobody, owner.email]) {
      await ask(page, "adresse", email, person.password);
      await page.getByRole("heading", { name: "Regardez vos e-mails" })
        .waitFor();
      said.push((await page.locator("main").innerText()).replace(email, "…"));
    }
    assertEquals(said[0], said[1]);
    const [letter] = await messagesTo(owner.email, since);
    assertEquals(letter?.subject, "Votre adresse e-mail est déjà utilisée");
    assert(!letter?.text.includes("token="), "no link that confirms");
    assert(!letter?.text.includes(person.lastName), "nor who it was");
    assertEquals((await stored(owner)).email, owner.email);
    assertEquals((await stored(person)).email, person.email);
  }));

Deno.test("a link that has expired, was replaced, is used, or forged explains itself and changes nothing", () =>
  visit(async (page) => {
    const person = await newPatient();
    await startSession(page.context(), person);
    const stale = async (link: string) => {
      assertEquals((await page.goto(link))?.status(), 410);
      await page.getByRole("heading", { name: "Ce lien n’est plus valable" })
        .waitFor();
    };
    const letterTo = async (email: string) => {
      const since = await ask(page, "adresse", email, person.password);
      const [letter] = await messagesTo(email, since);
      return linkIn(letter?.text);
    };
    await stale(`/fr/account/email/confirmation?token=${"0".repeat(64)}`);
    await stale("/fr/account/email/confirmation?token=x");
    await assertAccessible(page);
    const first = await letterTo(newEmail());
    const second = await letterTo(newEmail());
    await stale(first);
    await using sql = openSql();
    await page.goto(second);
    await sql`
      update private.email_changes set asked_at = now() - interval '25 hours'
      where account_id = ${person.id}`;
    // It expires while the page is open.
    await page.getByRole("button", { name: "Confirmer cette adresse" }).click();
    await page.getByRole("heading", { name: "Ce lien n’est plus valable" })
      .waitFor();
    assertEquals((await stored(person)).email, person.email);
    await page.getByRole("link", { name: "Recevoir un nouveau lien" }).click();
    await page.getByLabel("Nouvelle adresse e-mail").waitFor();
  }));

Deno.test("both changes work without JavaScript, and the links of a session that has ended lead to the sign-in", () =>
  visit(async (page) => {
    const person = await newPatient();
    const [phone, email] = [newPhone(), newEmail()];
    await startSession(page.context(), person);
    let since = await ask(page, "adresse", email, person.password);
    const [letter] = await messagesTo(email, since);
    since = await ask(page, "numéro", phone, person.password);
    await confirm(page, await codeTo(phone, since));
    await page.getByText("Votre nouveau numéro est enregistré").waitFor();
    for (const path of ["/email", "/phone", "/phone/code"]) {
      await page.goto(`/fr/account${path}`);
      assertMatch(page.url(), /\/fr\/sign-in\?/);
    }
    await page.goto(linkIn(letter?.text));
    await page.getByRole("button", { name: "Confirmer cette adresse" }).click();
    await page.getByText(`${email} est maintenant l’adresse`).waitFor();
    assertEquals(await stored(person), { email, phone });
    const client = await clientOf({ ...person, email, phone });
    const { data } = await client.rpc("my_profile");
    assertEquals(data?.length, 1);
  }, { javaScriptEnabled: false }));
