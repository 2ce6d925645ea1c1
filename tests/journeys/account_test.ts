import AxeBuilder from "@axe-core/playwright";
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import type { Page } from "playwright-core";
import { house, newBrowser, newVisitor } from "../house.ts";
import {
  codeTo,
  messagesTo,
  newPatient,
  openSql,
  randomEmail,
  randomMatricule,
  randomPhone,
  signIn,
} from "../people.ts";

/** What somebody types who signs up. */
function newcomer() {
  return {
    "Matricule": randomMatricule(),
    "Prénom": "Zoé",
    "Nom": "Wagner",
    "Adresse e-mail": randomEmail(),
    "Téléphone portable": randomPhone(),
    "Numéro et rue": "12, rue du Moulin",
    "Code postal": "L-4031",
    "Localité": "Esch-sur-Alzette",
  };
}

/** Fills the sign-up form; the labels are its fields. */
async function fillSignUp(page: Page, answers: Record<string, string>) {
  const form = page.getByRole("region", { name: "S’inscrire" });
  for (const [label, answer] of Object.entries(answers)) {
    await form.getByLabel(label, { exact: true }).fill(answer);
  }
}

/** Runs a test in a browser of its own. */
async function visit(
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof newVisitor>[1] = {},
): Promise<void> {
  const browser = await newBrowser();
  try {
    const context = await newVisitor(browser, options);
    await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** That axe finds nothing on this page. */
async function assertAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assertEquals(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    page.url(),
  );
}

/** The link in an e-mail. */
function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error("The e-mail holds no link");
  return link;
}

const now = () => new Date().toISOString();

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
    await page.getByLabel("Code reçu par SMS").fill(await codeTo(phone, since));
    await page.getByRole("button", { name: "Confirmer" }).click();
    await page.waitForURL(/\/fr\/sign-up\/done/);
    await page.getByRole("heading", { name: "Votre compte a été créé" })
      .waitFor();
    await assertAccessible(page);

    const email = person["Adresse e-mail"];
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text ?? ""));
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
    await page.getByLabel("Code reçu par SMS").fill(await codeTo(phone, since));
    await page.getByRole("button", { name: "Confirmer" }).click();
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
    await page.getByLabel("Code reçu par SMS").fill(await codeTo(phone, since));
    await page.getByRole("button", { name: "Confirmer" }).click();
    await page.waitForURL(/\/fr$/);
  }));
