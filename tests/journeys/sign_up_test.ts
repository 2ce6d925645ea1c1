import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import type { Page } from "playwright-core";
import { house } from "../house.ts";
import {
  codeTo,
  messagesTo,
  newEmail,
  newPatient,
  newPhone,
  openSql,
  serviceClient,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  choose,
  confirm,
  fillSignUp,
  linkIn,
  newcomer,
  now,
  otherCode,
  passAMinute,
  passHalfAMinute,
  reachActivation,
  sendSignUp,
  shareBrowser,
  signUp,
  visit,
} from "./account_steps.ts";

shareBrowser();

/** A matricule whose 12th or 13th digit is another one. */
function withWrongDigit(matricule: string, place: 12 | 13): string {
  const digits = [...matricule];
  digits[place - 1] = String((Number(digits[place - 1]) + 1) % 10);
  return digits.join("");
}

Deno.test("each wrong answer of the sign-up is told at its field, and nothing typed is lost", () =>
  visit(async (page) => {
    const good = newcomer();
    const { Matricule: matricule } = good;
    const cases = [
      ["Matricule", "", /Saisissez votre matricule/],
      ["Matricule", matricule.slice(1), /a 13 chiffres/],
      ["Matricule", "1985022900109", /Cette date n’existe pas/],
      ["Matricule", "2099010100109", /dans le futur/],
      ["Matricule", withWrongDigit(matricule, 12), /avant-dernier chiffre/],
      ["Matricule", withWrongDigit(matricule, 13), /le dernier chiffre/],
      ["Adresse e-mail", "zoe@", /n’est pas complète/],
      ["Téléphone portable", "26 12 34 56", /pas un numéro de portable/],
      ["Téléphone portable", "+352 1", /n’existe pas/],
      ["Téléphone portable", "+870 773 123 456", /pas un numéro de portable/],
      ["Téléphone portable", "+882 16 612 34567", /pas un numéro de portable/],
      ["Téléphone portable", "+979 123 456 789", /pas un numéro de portable/],
      ["Prénom", "www.evil.lu", /Un nom n’est pas une adresse/],
      ["Nom", "\u200b", /Saisissez votre nom/],
      ["Code postal", "", /Saisissez le code postal/],
    ] as const;
    await page.goto("/fr/sign-in");
    const form = page.getByRole("region", { name: "S’inscrire" });
    await fillSignUp(page, good);
    for (const [label, wrong, message] of cases) {
      await sendSignUp(page, { [label]: wrong });
      await page.waitForLoadState();
      assertMatch(await alertOf(page), message);
      assertMatch(await page.title(), /^Erreur/);
      for (const [other, answer] of Object.entries(good)) {
        const field = form.getByLabel(other, { exact: true });
        const invalid = await field.getAttribute("aria-invalid");
        assertEquals(
          invalid,
          other === label ? "true" : null,
          `${label} ${other}`,
        );
        if (other !== label) assertEquals(await field.inputValue(), answer);
      }
      await fillSignUp(page, { [label]: good[label] });
    }
    await assertAccessible(page);
    // An SMS to a satellite costs ten euros.
    for (const number of ["+870773123456", "+8821661234567", "+979123456789"]) {
      const to = encodeURIComponent(number);
      const inbox = await fetch(`${house().carriersUrl}/api/messages?to=${to}`);
      assertEquals(await inbox.json(), []);
    }
  }));

Deno.test("all wrong answers are told at once, in the order of the fields", () =>
  visit(async (page) => {
    await page.goto("/fr/sign-in");
    await page.getByRole("button", { name: "Envoyer" }).click();
    assertEquals((await alertOf(page)).split("\n").length, 8);
    const told = await page.getByRole("alert").getByRole("link").evaluateAll(
      (links) => links.map((link) => link.getAttribute("href")?.slice(1)),
    );
    const fields = await page.locator("[aria-invalid=true]").evaluateAll(
      (wrong) => wrong.map(({ id }) => id),
    );
    assertEquals(told, fields);
  }));

Deno.test("nothing is in the accounts until the SMS code is right", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    const phone = person["Téléphone portable"];
    await using sql = openSql();
    const users = () => sql`select from auth.users where email = ${email}`;
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(phone, since);
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    assertEquals((await users()).length, 0);
    await confirm(page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL(/\/sign-up\/done/);
    assertEquals((await users()).length, 0);
    // Nor until the link in the e-mail is opened.
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text));
    assertEquals((await users()).length, 0);
    await choose(page, "trois chats sur un toit");
    await page.waitForURL(/\/sign-in\/code/);
    assertEquals((await users()).length, 1);
  }));

Deno.test("five wrong codes end a sign-up; the form is still filled, and sent again it works", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    const first = await codeTo(
      person["Téléphone portable"],
      await sendSignUp(page, person),
    );
    const tries = ["4 essais", "3 essais", "2 essais", "1 essai."];
    for (const [n, left] of tries.entries()) {
      await confirm(page, otherCode(first, n + 1));
      await page.getByRole("alert").filter({ hasText: left }).waitFor();
    }
    await confirm(page, otherCode(first, 5));
    await page.waitForURL(/\/fr\/sign-in\?/);
    await page.getByText("Cinq codes incorrects").waitFor();
    const form = page.getByRole("region", { name: "S’inscrire" });
    assertEquals(
      await form.getByLabel("Localité").inputValue(),
      person.Localité,
    );
    const since = await sendSignUp(page, {});
    await confirm(page, await codeTo(person["Téléphone portable"], since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

Deno.test("another code can be had after 30 seconds, and the old one is worth nothing then", () =>
  visit(async (page) => {
    const person = newcomer();
    const phone = person["Téléphone portable"];
    await page.goto("/fr/sign-in");
    const old = await codeTo(phone, await sendSignUp(page, person));
    // Without the island the button is there at once; the server refuses.
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    assertMatch(await alertOf(page), /Attendez 30 secondes/);
    await passHalfAMinute(phone);
    const since = now();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    await page.getByText("Un nouveau code a été envoyé").waitFor();
    const fresh = await codeTo(phone, since);
    if (fresh !== old) {
      await confirm(page, old);
      assertMatch(await alertOf(page), /n’est pas correct/);
    }
    await confirm(page, fresh);
    await page.waitForURL(/\/sign-up\/done/);
  }, { javaScriptEnabled: false }));

Deno.test("in the browser, the button for another code counts down", () =>
  visit(async (page) => {
    await page.goto("/fr/sign-in");
    await sendSignUp(page, newcomer());
    const button = page.getByRole("button", {
      name: /Nouvel envoi possible dans \d+ s/,
    });
    await button.waitFor();
    assert(await button.isDisabled());
  }));

Deno.test("a code of ten minutes ago has expired", () =>
  visit(async (page) => {
    const person = newcomer();
    const phone = person["Téléphone portable"];
    await page.goto("/fr/sign-in");
    const code = await codeTo(phone, await sendSignUp(page, person));
    await using sql = openSql();
    await sql`
      update private.sign_ups set code_sent_at = now() - interval '11 minutes' where phone = ${phone}`;
    await confirm(page, code);
    assertMatch(await alertOf(page), /Ce code a expiré/);
  }));

Deno.test("closing the window of the code leads back to the filled form, to correct the number", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    await sendSignUp(page, person);
    await page.getByRole("link", { name: "Fermer" }).click();
    const form = page.getByRole("region", { name: "S’inscrire" });
    for (const [label, answer] of Object.entries(person)) {
      assertEquals(
        await form.getByLabel(label, { exact: true }).inputValue(),
        answer,
      );
    }
    const phone = newPhone();
    const since = await sendSignUp(page, { "Téléphone portable": phone });
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

for (
  const [known, label] of [
    ["matricule", "Matricule"],
    ["email", "Adresse e-mail"],
  ] as const
) {
  Deno.test(`whoever signs up with a known ${known} learns nothing; its owner is told`, () =>
    visit(async (page) => {
      const owner = await newPatient();
      const stranger = { ...newcomer(), [label]: owner[known] };
      const since = await signUp(page, stranger);
      await page.getByRole("heading", { name: "Votre compte a été créé" })
        .waitFor();
      const [mail] = await messagesTo(owner.email, since);
      assertEquals(mail?.subject, "Vous avez déjà un compte");
      await using sql = openSql();
      const rows = await sql`
        select accounts.phone from public.patients
        join public.guardianships as own on own.patient_id = patients.id and own.relation = 'self'
        join public.accounts on accounts.id = own.account_id
        where matricule in (${owner.matricule}, ${stranger.Matricule})`;
      assertEquals(rows.map((row) => row.phone), [owner.phone]);
      const users = await sql`
        select from auth.users where email in (${owner.email}, ${
        stranger["Adresse e-mail"]
      })`;
      assertEquals(users.length, 1);
    }));
}

Deno.test("whoever signs up again before the activation gets the link again", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    for (const _ of ["once", "again"]) {
      const since = await signUp(page, person);
      const [mail] = await messagesTo(email, since);
      assertEquals(mail?.subject, "Activation de compte");
      await page.goto(linkIn(mail?.text));
      await page.getByLabel("Nouveau mot de passe").waitFor();
      await passAMinute(email);
    }
  }));

Deno.test("whoever mistyped the e-mail address signs up again with the right one", () =>
  visit(async (page) => {
    const person = newcomer();
    const mistyped = newEmail();
    for (const email of [mistyped, person["Adresse e-mail"]]) {
      const since = await signUp(page, { ...person, "Adresse e-mail": email });
      const [mail] = await messagesTo(email, since);
      assertEquals(mail?.subject, "Activation de compte");
      await passAMinute(email);
    }
  }));

Deno.test("a server that dies after the right code leaves nothing half made: the same code goes on", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(person["Téléphone portable"], since);
    const id = new URL(page.url()).searchParams.get("id") ?? "";
    await serviceClient().rpc("check_sign_up_code", { sign_up_id: id, code });
    await confirm(page, code);
    await page.waitForURL(/\/sign-up\/done/);
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text));
    await page.getByLabel("Nouveau mot de passe").waitFor();
  }));

Deno.test("a carrier that fails is told, everything typed stays, and another try works", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    await sendSignUp(page, { ...person, "Téléphone portable": "621 555 050" });
    assertMatch(await alertOf(page), /Le SMS n’a pas pu être envoyé/);
    const form = page.getByRole("region", { name: "S’inscrire" });
    assertEquals(
      await form.getByLabel("Nom", { exact: true }).inputValue(),
      "Wagner",
    );
    await sendSignUp(page, { "Téléphone portable": "621 555 001" });
    assertMatch(await alertOf(page), /Ce numéro de téléphone n’existe pas/);
    const since = await sendSignUp(page, {
      "Téléphone portable": person["Téléphone portable"],
    });
    await confirm(page, await codeTo(person["Téléphone portable"], since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

Deno.test("a second click on Confirm makes no second account and no second e-mail", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(person["Téléphone portable"], since);
    const id = new URL(page.url()).searchParams.get("id") ?? "";
    const answers = await twice(page, { step: "confirm", id, code });
    const done = `/fr/sign-up/done?id=${id}`;
    assertEquals(answers, [done, done]);
    await messagesTo(person["Adresse e-mail"], since);
    await using sql = openSql();
    const mails = await sql`
      select kind from public.notifications where sign_up_id = ${id}`;
    assertEquals(mails.map((mail) => mail.kind), ["account_activation"]);
  }));

Deno.test("a second click on Send is one sign-up and one SMS", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    await fillSignUp(page, person);
    const form = page.locator("form", { has: page.getByLabel("Matricule") })
      .last();
    const fields = await form.evaluate((element: HTMLFormElement) =>
      [...new FormData(element)].map(([name, value]) => [name, String(value)])
    );
    const since = now();
    const answers = await twice(page, Object.fromEntries(fields));
    assertMatch(answers[0] ?? "", /sign-up\/code\?id=/);
    assertEquals(answers[0], answers[1]);
    await codeTo(person["Téléphone portable"], since);
    assertEquals(
      (await messagesTo(person["Téléphone portable"], since)).length,
      1,
    );
  }));

Deno.test("a second click on the password of the activation finds what the first did", () =>
  visit(async (page) => {
    const { person, link } = await reachActivation(page);
    await page.goto(link);
    const password = "trois chats sur un toit";
    const answers = await twice(page, { password, repeated: password });
    assertEquals(answers, Array(2).fill("/fr/sign-in/code?activated=yes"));
    await using sql = openSql();
    const accounts = await sql`
      select from public.patients where matricule = ${person.Matricule}`;
    assertEquals(accounts.length, 1);
  }));

Deno.test("reloading the page after a wrong code tries nothing again", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(person["Téléphone portable"], since);
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    for (let n = 0; n < 6; n++) await page.reload();
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    await confirm(page, code);
    await page.waitForURL(/\/sign-up\/done/);
  }));

Deno.test("two tabs that sign up have a code each", () =>
  visit(async (page) => {
    const other = await page.context().newPage();
    const people = [newcomer(), newcomer()] as const;
    const codes: string[] = [];
    for (
      const [tab, person] of [[page, people[0]], [other, people[1]]] as const
    ) {
      await tab.goto("/fr/sign-in");
      const since = await sendSignUp(tab, person);
      codes.push(await codeTo(person["Téléphone portable"], since));
    }
    await confirm(page, codes[0] ?? "");
    await page.waitForURL(/\/sign-up\/done/);
    await confirm(other, codes[1] ?? "");
    await other.waitForURL(/\/sign-up\/done/);
    await other.getByText(people[1]["Adresse e-mail"]).waitFor();
  }));

Deno.test("without cookies nothing is sent, and the page says what to do", () =>
  visit(async (page) => {
    await page.goto("/fr/sign-in");
    const person = newcomer();
    await fillSignUp(page, person);
    await page.context().clearCookies();
    await sendSignUp(page, {});
    assertMatch(await alertOf(page), /refuse les cookies/);
    const form = page.getByRole("region", { name: "S’inscrire" });
    assertEquals(
      await form.getByLabel("Matricule", { exact: true }).inputValue(),
      person.Matricule,
    );
    await using sql = openSql();
    const kept = await sql`
      select from private.sign_ups where phone = ${
      person["Téléphone portable"]
    }`;
    assertEquals(kept.length, 0);
  }, { javaScriptEnabled: false }));

Deno.test("whoever did not sign up ends it from the e-mail", () =>
  visit(async (page) => {
    const { text, link } = await reachActivation(page);
    assertMatch(text, /Zoé Wagner/);
    const refusal = /https?:\/\/\S+refusal\S+/.exec(text)?.[0];
    await page.goto(refusal ?? "the e-mail holds no such link");
    await assertAccessible(page);
    await page.getByRole("button", { name: "Annuler cette inscription" })
      .click();
    await page.getByRole("heading", { name: "L’inscription est annulée" })
      .waitFor();
    assertEquals((await page.goto(link))?.status(), 410);
  }));

/** Sends a form of this page twice at once, as two clicks do on a slow line; where both answers lead. */
async function twice(page: Page, fields: Record<string, string>) {
  const cookie = (await page.context().cookies()).map(({ name, value }) =>
    `${name}=${value}`
  ).join("; ");
  return await Promise.all([1, 2].map(async () => {
    const answer = await fetch(page.url(), {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { cookie, Origin: new URL(page.url()).origin },
      redirect: "manual",
    });
    await answer.body?.cancel();
    return answer.headers.get("Location");
  }));
}

Deno.test("the sixth sign-up of a number within an hour is refused, and says when to come back", () =>
  visit(async (page) => {
    const phone = newPhone();
    await using sql = openSql();
    await sql`
      select public.take_attempt(${`sign-up account ${phone}`}, 5, 3600) from generate_series(1, 5)`;
    await page.goto("/fr/sign-in");
    await sendSignUp(page, { ...newcomer(), "Téléphone portable": phone });
    assertMatch(await alertOf(page), /Attendez une heure/);
    assertNotEquals(
      await page.getByLabel("Matricule", { exact: true }).inputValue(),
      "",
    );
  }));
