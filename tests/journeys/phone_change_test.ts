import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { askAs } from "../asking.ts";
import {
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
  alertOf,
  assertAccessible,
  confirm,
  now,
  otherCode,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import { again, ask, inbox, startChange, stored } from "./contact_steps.ts";

shareBrowser();

for (const newPerson of [newPatient, newDoctor]) {
  Deno.test(`somebody changes the number, signs in with a code to the new one, and the old one is told (${newPerson.name})`, () =>
    visit(async (page) => {
      const phone = newPhone();
      const { person, since } = await startChange(
        page,
        "numéro",
        phone.replace("+352", "00352 "),
        newPerson,
      );
      await page.waitForURL(/\/fr\/account\/phone\/code/);
      await assertAccessible(page);
      const code = await codeTo(phone, since);
      assertEquals((await stored(person)).phone, person.phone);
      await confirm(page, otherCode(code));
      assertMatch(await alertOf(page), /Il vous reste 4 essais/);
      assertEquals((await stored(person)).phone, person.phone);
      await confirm(page, code);
      await page.getByText("Votre nouveau numéro est enregistré").waitFor();
      assertMatch(page.url(), /\/fr\/sign-in/);

      const [sms] = await messagesTo(person.phone, since, "numéro");
      assertMatch(sms?.text ?? "", /a été changé.* appelez le \+352/s);
      const [mail] = await messagesTo(person.email, since, "numéro");
      assertMatch(mail?.text ?? "", /Si ce n’est pas vous, appelez/);

      await signIn(page, { ...person, phone });
      await page.waitForURL(/\/fr\/account$/);
      const main = page.locator("main");
      assertStringIncludes(await main.innerText(), phone.slice(-2));
    }));
}

Deno.test("another code is sent, and the first one is no longer good", () =>
  visit(async (page) => {
    const phone = newPhone();
    const { person, since } = await startChange(page, "numéro", phone);
    const first = await codeTo(phone, since);
    await using sql = openSql();
    await sql`
      update private.phone_changes set code_sent_at = now() - interval '31 seconds' where phone = ${phone}`;
    await page.reload();
    const resent = now();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    await page.getByText("Un nouveau code a été envoyé").waitFor();
    const second = await codeTo(phone, resent);
    if (first !== second) {
      await confirm(page, first);
      assertMatch(await alertOf(page), /n’est pas correct/);
    }
    await sql`
      update private.phone_changes set code_sent_at = now() - interval '11 minutes' where phone = ${phone}`;
    await confirm(page, second);
    assertMatch(await alertOf(page), /a expiré/);
    assertEquals((await stored(person)).phone, person.phone);
  }));

Deno.test("five wrong codes end a change of number; nothing is changed, and nobody is signed out", () =>
  visit(async (page) => {
    const phone = newPhone();
    const { person, since } = await startChange(page, "numéro", phone);
    const code = await codeTo(phone, since);
    for (const n of [1, 2, 3, 4, 5]) await confirm(page, otherCode(code, n));
    await page.waitForURL(/\/fr\/account\/phone\?/);
    assertMatch(await alertOf(page), /cinq codes incorrects/);
    await assertAccessible(page);
    assertEquals((await stored(person)).phone, person.phone);
    await page.goto("/fr/account");
    await page.getByRole("heading", { name: "Mon compte" }).waitFor();
  }));

Deno.test("a wrong password, the number that stands already and one that is none are told at their fields", () =>
  visit(async (page) => {
    const person = await newPatient();
    const phone = newPhone();
    await startSession(page.context(), person);
    await ask(page, "numéro", phone, "pas le bon mot de passe");
    assertMatch(await alertOf(page), /Ce mot de passe n’est pas correct/);
    const field = page.getByLabel("Nouveau numéro");
    assertEquals(await field.inputValue(), phone);
    await assertAccessible(page);
    await field.fill(person.phone);
    await again(page, "numéro", person.password);
    assertMatch(await alertOf(page), /C’est déjà votre numéro/);
    await field.fill("+352 27 12 50 18 33");
    await again(page, "numéro", "");
    const said = await alertOf(page);
    assertMatch(said, /pas un numéro de portable/);
    assertMatch(said, /Saisissez votre mot de passe/);
    assertEquals(await inbox(phone), []);
    assertEquals(await stored(person), {
      email: person.email,
      phone: person.phone,
    });
  }));

Deno.test("ten wrong passwords within a quarter of an hour: the eleventh is not looked at, even if right", async () => {
  const person = await newPatient();
  const request = await askAs(person);
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`password-again account ${person.id}`}, 10, 900) from generate_series(1, 10)`;
  const email = newEmail();
  const { to } = await request("/fr/account/email", {
    email,
    password: person.password,
  });
  assertStringIncludes((await request(to ?? "")).html, "Trop d’essais");
  const begun = await sql`
    select from private.email_changes where account_id = ${person.id}`;
  assertEquals(begun.length, 0);
});

Deno.test("the sixth change within an hour is refused", async () => {
  const person = await newPatient();
  const request = await askAs(person);
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`contact-change account ${person.id}`}, 5, 3600) from generate_series(1, 5)`;
  for (
    const [path, fields] of [
      ["/fr/account/phone", { phone: newPhone() }],
      ["/fr/account/email", { email: newEmail() }],
    ] as const
  ) {
    const { to } = await request(path, {
      ...fields,
      password: person.password,
    });
    assertStringIncludes((await request(to ?? "")).html, "Trop de demandes");
  }
});

Deno.test("two clicks on Confirm change the number once, and both lead to the sign-in", async () => {
  const person = await newPatient();
  const phone = newPhone();
  const request = await askAs(person);
  const elsewhere = await askAs(person);
  const form = {
    id: crypto.randomUUID(),
    phone,
    password: person.password,
  };
  const since = now();
  const sent = await Promise.all(
    [1, 2].map(() => request("/fr/account/phone", form)),
  );
  assertEquals(sent.map(({ to }) => to), [
    "/fr/account/phone/code",
    "/fr/account/phone/code",
  ]);
  const code = await codeTo(phone, since);
  assertEquals((await inbox(phone)).length, 1);
  const { html } = await request("/fr/account/phone/code");
  const [, id = ""] = /name="id" value="([^"]+)"/.exec(html) ?? [];
  const done = "/fr/sign-in?next=%2Ffr%2Faccount&reason=phone-changed";
  const clicks = await Promise.all(
    [1, 2].map(() =>
      request("/fr/account/phone/code", { step: "confirm", id, code })
    ),
  );
  // One that arrives when all sessions have ended, from a browser that has not heard of it.
  const late = await elsewhere("/fr/account/phone/code", {
    ...{ step: "confirm", id, code },
  });
  clicks.push(late);
  for (const { status, to } of clicks) {
    assertEquals([status, to], [303, done]);
  }
  // The answer has taken the cookies of the session away.
  const { html: page } = await (await askAs(null))(done);
  assertStringIncludes(page, "Votre nouveau numéro est enregistré");
  assertEquals((await stored(person)).phone, phone);
  await messagesTo(person.phone, since, "changé");
  const told = await inbox(person.phone);
  assertEquals(
    told.filter(({ text }) => text.includes("a été changé")).length,
    1,
  );
});

Deno.test("whoever has lost the number reads at the code whom to call", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/sign-in");
    await page.getByLabel("E-mail ou matricule").fill(person.email);
    await page.getByLabel("Mot de passe", { exact: true }).fill(
      person.password,
    );
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByText("Vous n’avez plus ce numéro").waitFor();
    await assertAccessible(page);
  }));
