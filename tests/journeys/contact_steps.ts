import type { Page } from "playwright-core";
import { house } from "../house.ts";
import {
  newPatient,
  openSql,
  startSession,
  type TestPerson,
} from "../people.ts";
import { now } from "./account_steps.ts";

/** Signs somebody new in, who asks for another number or address; returns who, and the moment before. */
export async function startChange(
  page: Page,
  what: "numéro" | "adresse",
  answer: string,
  newPerson: () => Promise<TestPerson> = newPatient,
): Promise<{ person: TestPerson; since: string }> {
  const person = await newPerson();
  await startSession(page.context(), person);
  const since = await ask(page, what, answer, person.password);
  return { person, since };
}

/** Opens the form from the account's page, and answers it; returns the moment before. */
export async function ask(
  page: Page,
  what: "numéro" | "adresse",
  answer: string,
  password: string,
): Promise<string> {
  const isEmail = what === "adresse";
  await page.goto("/fr/account");
  await page.getByRole("link", {
    name: isEmail
      ? "Changer l’adresse e-mail"
      : "Changer le numéro de portable",
  }).click();
  const label = isEmail ? "Nouvelle adresse e-mail" : "Nouveau numéro";
  await page.getByLabel(label).fill(answer);
  return await again(page, what, password);
}

/** Answers the form that is shown, as it is but for the password; returns the moment before. */
export async function again(
  page: Page,
  what: "numéro" | "adresse",
  password: string,
): Promise<string> {
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  const since = now();
  await page.getByRole("button", {
    name: what === "adresse" ? "Envoyer le lien" : "Envoyer le code",
  }).click();
  return since;
}

/** The address and the number that count. */
export async function stored({ id }: TestPerson) {
  await using sql = openSql();
  const [row] = await sql`
    select users.email, accounts.phone from auth.users join public.accounts using (id) where id = ${id}`;
  return { email: row?.email, phone: row?.phone };
}

/** The messages that somebody has, now. */
export async function inbox(to: string): Promise<{ text: string }[]> {
  const query = new URLSearchParams({ to });
  const answer = await fetch(`${house().carriersUrl}/api/messages?${query}`);
  return await answer.json();
}
