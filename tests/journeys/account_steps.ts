import AxeBuilder from "@axe-core/playwright";
import { assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { newBrowser, newVisitor } from "../house.ts";
import {
  codeTo,
  messagesTo,
  newEmail,
  newMatricule,
  newPhone,
  openSql,
  type TestPerson,
} from "../people.ts";

/** What somebody types who signs up, by the labels of the fields. */
export function newcomer() {
  return {
    "Matricule": newMatricule(),
    "Prénom": "Zoé",
    "Nom": "Wagner",
    "Adresse e-mail": newEmail(),
    "Téléphone portable": newPhone(),
    "Numéro et rue": "12, rue du Moulin",
    "Code postal": "L-4031",
    "Localité": "Esch-sur-Alzette",
  };
}

export type Newcomer = ReturnType<typeof newcomer>;

let browser: Browser;

/** One browser for all tests of a file: call it at the head of the file. */
export function shareBrowser(): void {
  Deno.test.beforeAll(async () => {
    browser = await newBrowser();
  });
  Deno.test.afterAll(() => browser.close());
}

/** Runs a test as a visitor of its own, without cookies and from an address that nobody else has. */
export async function visit(
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof newVisitor>[1] = {},
): Promise<void> {
  const context = await newVisitor(browser, options);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** That axe finds nothing on this page. */
export async function assertAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assertEquals(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    page.url(),
  );
}

/** Fills fields of the sign-up form. */
export async function fillSignUp(page: Page, answers: Partial<Newcomer>) {
  const form = page.getByRole("region", { name: "S’inscrire" });
  for (const [label, answer] of Object.entries(answers)) {
    await form.getByLabel(label, { exact: true }).fill(answer);
  }
}

/** Sends the sign-up form; returns the moment before, for the SMS. */
export async function sendSignUp(page: Page, answers: Partial<Newcomer>) {
  await fillSignUp(page, answers);
  const since = now();
  await page.getByRole("button", { name: "Envoyer" }).click();
  return since;
}

/** Signs up as far as the right code of the SMS; returns the moment before, for the e-mail. */
export async function signUp(page: Page, person: Newcomer): Promise<string> {
  await page.goto("/fr/sign-in");
  const since = await sendSignUp(page, person);
  await confirm(page, await codeTo(person["Téléphone portable"], since));
  await page.waitForURL(/\/sign-up\/done/);
  return since;
}

/** Signs somebody new up as far as the e-mail with the activation link. */
export async function reachActivation(page: Page) {
  const person = newcomer();
  const since = await signUp(page, person);
  const [mail] = await messagesTo(person["Adresse e-mail"], since);
  return { person, text: mail?.text ?? "", link: linkIn(mail?.text) };
}

/** Types a code and confirms it. */
export async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code reçu par SMS").fill(code);
  await page.getByRole("button", { name: "Confirmer" }).click();
}

/** Gives e-mail (or `identifier`) and password; returns the moment before, for the SMS. */
export async function givePassword(
  page: Page,
  person: Pick<TestPerson, "email" | "password">,
  identifier: string = person.email,
): Promise<string> {
  await page.getByLabel("E-mail ou matricule").fill(identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(person.password);
  const since = now();
  await page.getByRole("button", { name: "Se connecter" }).click();
  return since;
}

/** Signs in as far as the code, and returns it. */
export async function reachCode(
  page: Page,
  person: TestPerson,
): Promise<string> {
  await page.goto("/fr/sign-in");
  const since = await givePassword(page, person);
  await page.waitForURL(/\/sign-in\/code/);
  return await codeTo(person.phone, since);
}

/** Chooses a password, and repeats it. */
export async function choose(
  page: Page,
  password: string,
  repeated = password,
): Promise<void> {
  await page.getByLabel("Nouveau mot de passe").fill(password);
  await page.getByLabel("Confirmation du mot de passe").fill(repeated);
  await page.getByRole("button", { name: "Valider" }).click();
}

/** A code that is not this one; another one for each `n`, since the same wrong code counts once. */
export function otherCode(code: string, n = 1): string {
  return String((Number(code) + n) % 1_000_000).padStart(6, "0");
}

/** What the summary of errors above a form says. */
export async function alertOf(page: Page): Promise<string> {
  return await page.getByRole("alert").innerText();
}

/** Lets half a minute pass for whoever waits to be sent another code. */
export async function passHalfAMinute(phone: string): Promise<void> {
  await using sql = openSql();
  await sql`
    update auth.mfa_factors set last_challenged_at = last_challenged_at - interval '31 seconds'
    where phone = ${phone.slice(1)}`;
  await sql`
    update private.sign_ups set code_sent_at = code_sent_at - interval '31 seconds' where phone = ${phone}`;
}

/** Lets a minute pass for whoever waits to be sent the same e-mail again. */
export async function passAMinute(email: string): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.notifications set created_at = created_at - interval '61 seconds'
    where account_id = (select id from auth.users where email = ${email})
      or sign_up_id in (select id from private.sign_ups where email = ${email})`;
}

/** The link in an e-mail. */
export function linkIn(text: string | undefined): string {
  const link = /https?:\/\/\S+/.exec(text ?? "")?.[0];
  if (link === undefined) throw new Error("The e-mail holds no link");
  return link;
}

export const now = () => new Date().toISOString();
