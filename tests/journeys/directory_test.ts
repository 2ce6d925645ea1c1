import { assertEquals, assertMatch } from "@std/assert";
import { newBrowser, newVisitor } from "../house.ts";
import { newDoctor, openSql, zoneAtNoon } from "../people.ts";
import { assertAccessible } from "./account_steps.ts";

Deno.test("finding a doctor without JavaScript: search with a typing error, filters, the next page, a slot", async () => {
  await using browser = await newBrowser();
  const context = await newVisitor(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  const cards = page.getByRole("article");
  const found = page.getByRole("heading", { level: 2 }).first();

  await page.goto("/fr");
  await page.getByLabel("Nom du médecin").fill("hofman allgemeinmedizin");
  await page.getByRole("button", { name: "Chercher" }).click();
  await cards.getByRole("link", { name: "Dr Marc Hoffmann", exact: true })
    .waitFor();
  await page.getByRole("list", { name: "Affiner la recherche" })
    .getByRole("link", { name: "Português" }).click();
  assertMatch(page.url(), /q=hofman\+allgemeinmedizin&spoken=pt/);
  assertEquals(await found.innerText(), "0 médecin");
  await page.getByRole("link", { name: "Voir tous les médecins" }).click();

  // A town of its own, since other tests make doctors meanwhile.
  const town = `Ville-${crypto.randomUUID().slice(0, 8)}`;
  await using sql = openSql();
  for (let n = 0; n < 22; n++) {
    // At noon three slots are left of the day.
    const { id } = await newDoctor({ timeZone: zoneAtNoon() });
    await sql`update public.doctors set city = ${town} where id = ${id}`;
  }
  await page.goto(`/fr?town=${town}`);
  assertEquals(await found.innerText(), "22 médecins");
  assertEquals(await cards.count(), 20);
  const first = await cards.getByRole("heading").allInnerTexts();
  await page.getByRole("link", { name: "Médecins suivants" }).click();
  assertEquals(await found.innerText(), "22 médecins");
  const second = await cards.getByRole("heading").allInnerTexts();
  assertEquals(new Set([...first, ...second]).size, 22);
  assertEquals(
    await page.getByRole("link", { name: "Médecins suivants" }).count(),
    0,
  );
  await page.getByRole("link", { name: "Revenir au début de la liste" })
    .click();
  assertEquals(await cards.getByRole("heading").allInnerTexts(), first);

  // Each card leads to its next three slots.
  const slots = cards.first().getByRole("link", { name: /\d\d:\d\d$/ });
  assertEquals(await slots.count(), 3);
  await slots.nth(2).click();
  await page.getByText("Pas encore réservé").waitFor();

  // The shortest way: one press leads to the earliest slot of all.
  await page.goto("/fr");
  await page.getByRole("link", { name: "Voir un médecin maintenant" }).click();
  await page.getByText("Pas encore réservé").waitFor();
  await page.getByRole("button", { name: "Confirmer ce créneau" }).waitFor();
});

Deno.test("the home page with filters can be used by everybody", async () => {
  await using browser = await newBrowser();
  const page = await (await newVisitor(browser)).newPage();
  await page.goto("/fr?spoken=de&today=yes");
  await assertAccessible(page);
});
