import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { house } from "../house.ts";
import {
  clientOf,
  codeTo,
  messagesTo,
  newEmail,
  newPatient,
  openSql,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  choose,
  confirm,
  givePassword,
  linkIn,
  now,
  passAMinute,
  passHalfAMinute,
  reachActivation,
  shareBrowser,
  visit,
} from "./account_steps.ts";

shareBrowser();

/** Asks for an e-mail with a link to an address, on the page of `path`. */
async function askForLink(page: Page, path: string, email: string) {
  await page.goto(path);
  await page.getByLabel("Adresse e-mail").fill(email);
  const since = now();
  await page.getByRole("button", { name: "Envoyer le lien" }).click();
  await page.getByRole("heading", { name: "Regardez vos e-mails" }).waitFor();
  return since;
}

Deno.test("what is typed before the page's script arrives stays, and its strength is told then", () =>
  visit(async (page) => {
    const { link } = await reachActivation(page);
    const { promise: arrives, resolve: release } = Promise.withResolvers<
      void
    >();
    await page.route(/\/_fresh\/js\//, async (route) => {
      await arrives;
      await route.continue();
    });
    await page.goto(link, { waitUntil: "commit" });
    const field = page.getByLabel("Nouveau mot de passe");
    await field.fill("trois chats gris");
    const below = page.getByRole("button", { name: "Valider" });
    const before = await below.boundingBox();
    release();
    await page.getByRole("status").filter({ hasText: "Solidité" }).waitFor();
    assertEquals(await field.inputValue(), "trois chats gris");
    assertEquals(await below.boundingBox(), before);
  }));

Deno.test("a password that cannot be taken is told at its field, and the link stays good", () =>
  visit(async (page) => {
    const { person, link } = await reachActivation(page);
    await page.goto(link);
    const cases = [
      ["", "", /Choisissez un mot de passe/],
      ["trop court", "trop court", /au moins 12 caractères/],
      ["é".repeat(40), "é".repeat(40), /trop long/],
      ["trois chats gris", "trois chats noirs", /ne sont pas les mêmes/],
      ["password1234", "password1234", /trop facile à deviner/],
      ["Zoe-Wagner-2026", "Zoe-Wagner-2026", /trop facile à deviner/],
    ] as const;
    for (const [password, repeated, message] of cases) {
      await choose(page, password, repeated);
      assertMatch(await alertOf(page), message);
      assertEquals(
        await page.getByLabel("Nouveau mot de passe").inputValue(),
        "",
      );
    }
    await assertAccessible(page);
    const since = now();
    await choose(page, "trois chats gris");
    await page.waitForURL(/\/sign-in\/code/);
    await confirm(page, await codeTo(person["Téléphone portable"], since));
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("the strength of a password is told while it is typed, and it can be shown", () =>
  visit(async (page) => {
    await page.goto((await reachActivation(page)).link);
    const field = page.getByLabel("Nouveau mot de passe");
    await page.getByRole("button", { name: "Afficher le mot de passe" }).first()
      .click();
    assertEquals(await field.getAttribute("type"), "text");
    await field.fill("aaaaaaaaaaaa");
    await page.getByRole("status").filter({ hasText: "faible" }).waitFor();
    await field.fill("trois chats gris sur 1 toit");
    await page.getByRole("status").filter({ hasText: "très bonne" }).waitFor();
    await assertAccessible(page);
  }));

Deno.test("a mail scanner that opens the link does not use it up", () =>
  visit(async (page) => {
    const { link } = await reachActivation(page);
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await fetch(link, { method });
      await answer.body?.cancel();
      assertEquals(answer.status, 200);
    }
    await page.goto(link);
    await choose(page, "trois chats gris");
    await page.waitForURL(/\/sign-in\/code/);
  }));

Deno.test("a used, an expired and a forged activation link explain themselves and offer a new one", () =>
  visit(async (page) => {
    const { person, link } = await reachActivation(page);
    const email = person["Adresse e-mail"];
    const stale = async () => {
      await page.getByRole("heading", { name: "Ce lien n’est plus valable" })
        .waitFor();
    };
    // Forged: no token of ours; a token that nobody was sent.
    assertEquals((await page.goto("/fr/activation?token=x"))?.status(), 410);
    await stale();
    await page.goto(`/fr/activation?token=${"0".repeat(64)}`);
    await stale();
    await assertAccessible(page);
    await page.goto(`/fr/invitation?token=${"0".repeat(56)}`);
    await choose(page, "trois chats gris");
    await stale();
    // Expired.
    await using sql = openSql();
    await sql`
      update private.sign_ups set link_sent_at = now() - interval '25 hours' where email = ${email}`;
    await page.goto(link);
    await stale();
    // The new one works, once.
    await passAMinute(email);
    const since = await askForLink(page, "/fr/activation/link", email);
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text));
    await choose(page, "trois chats gris");
    await page.waitForURL(/\/sign-in\/code/);
    await page.goto(linkIn(mail?.text));
    await stale();
  }));

Deno.test("whoever asks for an activation link learns nothing about an address", () =>
  visit(async (page) => {
    const owner = await newPatient();
    const nobody = newEmail();
    const said: string[] = [];
    for (const email of [owner.email, nobody]) {
      await askForLink(page, "/fr/activation/link", email);
      said.push((await page.locator("main").innerText()).replace(email, ""));
    }
    assertEquals(said[0], said[1]);
    const [mail] = await messagesTo(owner.email, "2026-01-01T00:00:00Z");
    assertEquals(mail?.subject, "Vous avez déjà un compte");
    await using sql = openSql();
    const made = await sql`select from auth.users where email = ${nobody}`;
    assertEquals(made.length, 0);
  }));

Deno.test("a forgotten password is replaced after the e-mail and an SMS code, and other sessions end", () =>
  visit(async (page) => {
    const person = await newPatient();
    const elsewhere = await clientOf(person);
    await passHalfAMinute(person.phone);
    await page.goto("/fr/sign-in");
    await page.getByRole("link", { name: /Mot de passe oublié/ }).click();
    await assertAccessible(page);
    const asked = await askForLink(
      page,
      "/fr/password/forgotten",
      person.email.toUpperCase(),
    );
    const [mail] = await messagesTo(person.email, asked);
    await page.goto(linkIn(mail?.text));
    await assertAccessible(page);
    const since = now();
    await page.getByRole("button", { name: "Envoyer le code" }).click();
    await confirm(page, await codeTo(person.phone, since));
    await page.waitForURL(/\/fr\/password\/new/);
    await assertAccessible(page);
    await choose(page, person.password);
    assertMatch(await alertOf(page), /déjà votre mot de passe/);
    const password = "cinq renards roux";
    await choose(page, password);
    await page.getByText("Votre nouveau mot de passe est enregistré").waitFor();
    const ended = await elsewhere.from("patients").select("id");
    assertEquals(ended.data ?? [], []);

    await page.context().clearCookies();
    await passHalfAMinute(person.phone);
    await page.goto("/fr/sign-in");
    await givePassword(page, person);
    assertMatch(await alertOf(page), /n’est pas correct/);
    await givePassword(page, { ...person, password });
    await page.waitForURL(/\/sign-in\/code/);
  }));

Deno.test("a link of a forgotten password that is sent twice asks for the code both times", () =>
  visit(async (page) => {
    const person = await newPatient();
    const asked = await askForLink(
      page,
      "/fr/password/forgotten",
      person.email,
    );
    const [mail] = await messagesTo(person.email, asked);
    const link = linkIn(mail?.text);
    const since = now();
    // The answer to the first click is lost.
    const lost = await page.request.post(link, {
      headers: { Origin: house().appUrl, Cookie: "language=fr" },
      maxRedirects: 0,
    });
    assertEquals(lost.status(), 303);
    await page.context().clearCookies();
    await page.goto(link);
    await page.getByRole("button", { name: "Envoyer le code" }).click();
    await page.waitForURL(/\/sign-in\/code/);
    await confirm(page, await codeTo(person.phone, since));
    await page.waitForURL(/\/fr\/password\/new/);
  }));

Deno.test("the link of a forgotten password alone opens nothing and changes nothing", () =>
  visit(async (page) => {
    const person = await newPatient();
    await using sql = openSql();
    const hash = () =>
      sql`select encrypted_password from auth.users where id = ${person.id}`;
    const before = await hash();
    const asked = await askForLink(
      page,
      "/fr/password/forgotten",
      person.email,
    );
    const [mail] = await messagesTo(person.email, asked);
    await page.goto(linkIn(mail?.text));
    await page.getByRole("button", { name: "Envoyer le code" }).click();
    await page.waitForURL(/\/sign-in\/code/);
    for (const path of ["/fr/password/new", "/fr/account"]) {
      await page.goto(path);
      assertMatch(page.url(), /\/fr\/sign-in\?/);
    }
    assertEquals(await hash(), before);
  }));

Deno.test("whoever is signed in by password cannot set another one without the e-mail", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/sign-in");
    const since = await givePassword(page, person);
    await confirm(page, await codeTo(person.phone, since));
    await page.waitForURL(/\/fr$/);
    await page.goto("/fr/password/new");
    assertMatch(page.url(), /\/fr\/password\/forgotten/);
    const answer = await page.request.post("/fr/password/new", {
      form: { password: "six loups gris ici", repeated: "six loups gris ici" },
      headers: { Origin: house().appUrl },
      maxRedirects: 0,
    });
    assertEquals(answer.headers().location, "/fr/password/forgotten");
  }));

Deno.test("an address without account gets no e-mail, and the page says the same", () =>
  visit(async (page) => {
    const [nobody, known] = [newEmail(), (await newPatient()).email];
    const said: string[] = [];
    const took: number[] = [];
    for (const email of [nobody, known]) {
      const began = performance.now();
      await askForLink(page, "/fr/password/forgotten", email);
      took.push(performance.now() - began);
      said.push((await page.locator("main").innerText()).replace(email, ""));
    }
    assertEquals(said[0], said[1]);
    await messagesTo(known, "2026-01-01T00:00:00Z");
    const answer = await fetch(
      `${house().carriersUrl}/api/messages?to=${encodeURIComponent(nobody)}`,
    );
    assertEquals(await answer.json(), []);
    assert(took.every((milliseconds) => milliseconds < 5_000), String(took));
  }));

Deno.test("an address that is none is told at its field; the sixth link within an hour is refused", () =>
  visit(async (page) => {
    for (const path of ["/fr/password/forgotten", "/fr/activation/link"]) {
      await page.goto(path);
      await page.getByLabel("Adresse e-mail").fill("zoe@");
      await page.getByRole("button", { name: "Envoyer le lien" }).click();
      assertMatch(await alertOf(page), /n’est pas complète/);
      assertEquals(
        await page.getByLabel("Adresse e-mail").inputValue(),
        "zoe@",
      );
    }
    const email = newEmail();
    await using sql = openSql();
    await sql`
      select public.take_attempt(${`link account ${email}`}, 5, 3600) from generate_series(1, 5)`;
    await page.goto("/fr/password/forgotten");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByRole("button", { name: "Envoyer le lien" }).click();
    assertMatch(await alertOf(page), /Trop d’essais/);
  }));
