import { assertEquals, assertMatch } from "@std/assert";
import {
  codeTo,
  messagesTo,
  newDoctor,
  newPatient,
  openSql,
  signIn,
  startSession,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  confirm,
  fillSignUp,
  givePassword,
  linkIn,
  newcomer,
  now,
  passHalfAMinute,
  shareBrowser,
  visit,
} from "./account_steps.ts";

shareBrowser();

Deno.test("a newcomer signs up, activates the account, and signs in by e-mail and by matricule", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in?next=%2Ffr%2Fhelp");
    await assertAccessible(page);
    await fillSignUp(page, person);
    let since = now();
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.waitForURL(/\/fr\/sign-up\/code/);
    await assertAccessible(page);
    const phone = person["Téléphone portable"];
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/fr\/sign-up\/done/);
    await page.getByRole("heading", { name: "Votre compte a été créé" })
      .waitFor();
    await assertAccessible(page);

    const email = person["Adresse e-mail"];
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text));
    await assertAccessible(page);
    assertMatch(
      await page.locator("main").innerText(),
      /entre 12 et 72 caractères/,
    );
    const password = "trois chats sur un toit";
    await page.getByLabel("Nouveau mot de passe").fill(password);
    await page.getByLabel("Confirmation du mot de passe").fill(password);
    since = now();
    await page.getByRole("button", { name: "Valider" }).click();
    await page.waitForURL(/\/fr\/sign-in\/code/);
    await assertAccessible(page);
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/fr\/help$/);

    await page.goto("/fr/account");
    await assertAccessible(page);
    assertMatch(
      await page.locator("main").innerText(),
      /12, rue du Moulin|Zoé Wagner/,
    );
    await page.goto("/fr/sign-out");
    await page.locator("main").getByRole("button", { name: "Se déconnecter" })
      .click();
    await page.waitForURL(/\/fr\/sign-in/);

    await using sql = openSql();
    await sql`update auth.mfa_factors set last_challenged_at = now() - interval '1 minute' where phone = ${
      phone.slice(1)
    }`;
    await page.getByLabel("E-mail ou matricule").fill(person.Matricule);
    await page.getByLabel("Mot de passe", { exact: true }).fill(password);
    since = now();
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForURL(/\/fr\/sign-in\/code/);
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("a patient changes the address; a wrong answer is told at its field and nothing typed is lost", () =>
  visit(async (page) => {
    const person = await newPatient();
    await startSession(page.context(), person);
    await page.goto("/fr/account");
    await page.getByLabel("Numéro et rue").fill("5, Grand-Rue");
    await page.getByLabel("Code postal").fill("");
    const save = page.getByRole("button", { name: "Enregistrer" }).first();
    await save.click();
    assertMatch(await alertOf(page), /Saisissez le code postal/);
    assertEquals(
      await page.getByLabel("Numéro et rue").inputValue(),
      "5, Grand-Rue",
    );
    await page.getByLabel("Code postal").fill("54190");
    await page.getByLabel("Localité").fill("Villerupt");
    await page.getByLabel("Pays").selectOption({ label: "France" });
    await save.click();
    await page.getByText("Votre adresse est enregistrée").waitFor();
    await assertAccessible(page);
    await using sql = openSql();
    const [row] = await sql`
      select street, postal_code, city, country from public.patients where id = ${person.patientId}`;
    assertEquals({ ...row }, {
      street: "5, Grand-Rue",
      postal_code: "54190",
      city: "Villerupt",
      country: "FR",
    });
  }));

Deno.test("an address typed while the session ended is still there after signing in", () =>
  visit(async (page) => {
    const person = await newPatient();
    await startSession(page.context(), person);
    await page.goto("/fr/account");
    await page.getByLabel("Numéro et rue").fill("7, rue des Prés");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Enregistrer" }).first().click();
    await page.waitForURL(/\/fr\/sign-in\?next=/);
    await passHalfAMinute(person.phone);
    await signIn(page, person);
    assertMatch(page.url(), /\/fr\/account$/);
    assertEquals(
      await page.getByLabel("Numéro et rue").inputValue(),
      "7, rue des Prés",
    );
  }));

Deno.test("the chosen language is that of the page and of the next SMS", () =>
  visit(async (page) => {
    const person = await newPatient();
    await startSession(page.context(), person);
    await page.goto("/fr/account");
    await page.getByLabel("La langue des pages, des SMS et des e-mails")
      .selectOption({ label: "Deutsch" });
    await page.getByRole("button", { name: "Enregistrer" }).last().click();
    await page.getByText("Ihre Sprache ist gespeichert").waitFor();
    assertMatch(page.url(), /\/de\/account/);
    await page.context().clearCookies();
    await passHalfAMinute(person.phone);
    await page.goto("/fr/sign-in");
    const since = await givePassword(page, person);
    const [sms] = await messagesTo(person.phone, since);
    assertMatch(sms?.text ?? "", /Ihr Code ist \d{6}/);
  }));

Deno.test("a doctor's page has no patient's record, and shows the number masked", () =>
  visit(async (page) => {
    const person = await newDoctor();
    await startSession(page.context(), person);
    await page.goto("/fr/account");
    const text = await page.locator("main").innerText();
    assertEquals(text.includes(person.phone), false);
    assertMatch(
      text,
      new RegExp(`\\+352 \\*\\*\\* \\*${person.phone.slice(-2)}`),
    );
    assertEquals(await page.getByLabel("Numéro et rue").count(), 0);
    await assertAccessible(page);
  }));

for (const path of ["help", "privacy", "accessibility", "terms"]) {
  Deno.test(`the page ${path} can be read by everybody, in five languages, without JavaScript`, () =>
    visit(async (page) => {
      const headings = new Set<string>();
      for (const language of ["fr", "de", "en", "lb", "pt"]) {
        const answer = await page.goto(`/${language}/${path}`);
        assertEquals(answer?.status(), 200);
        headings.add(await page.getByRole("heading", { level: 1 }).innerText());
        assertEquals(await page.locator("script").count(), 0);
        if (language === "fr") await assertAccessible(page);
      }
      assertEquals(headings.size, 5);
    }));
}
