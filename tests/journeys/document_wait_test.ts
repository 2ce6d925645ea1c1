import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { askAs } from "../asking.ts";
import { newIssued, paracetamol } from "../documents.ts";
import { newBrowser } from "../house.ts";
import { newPatient, openSql } from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";

/** A document that was issued and whose PDF no worker makes. */
async function newWaiting() {
  const issued = await newIssued("prescription", paracetamol);
  await using sql = openSql();
  await sql`
    update public.documents set leased_until = now() + interval '1 hour', lease = gen_random_uuid()
    where id = ${issued.id} and sha256 is null`;
  return issued;
}

/** As if a worker had made it. */
async function make(id: string) {
  await using sql = openSql();
  await sql`
    update public.documents set sha256 = repeat('a', 64), file_bytes = 1, lease = null, leased_until = null
    where id = ${id}`;
}

/**
 * Lets the page's time pass until something is seen, for 40 s at most: our server answers in its own time, which may be
 * slow where much else is running.
 */
async function passUntil(page: Page, seen: () => Promise<boolean>) {
  const end = Date.now() + 40_000;
  while (!(await seen()) && Date.now() < end) {
    await page.clock.runFor(1_000);
  }
  assert(await seen());
}

Deno.test("the page of a document that is being made shows the file by itself, to the patient and to the doctor", async () => {
  await using browser = await newBrowser();
  const { id, patient, doctor } = await newWaiting();
  const path = `/fr/documents/${id}`;
  const pages: Page[] = [];
  for (const person of [patient, doctor]) {
    const { page, context } = await signedIn(browser, person, "/fr/help");
    await context.clock.install();
    await page.goto(path);
    await page.getByText("est en préparation").waitFor();
    await noViolations(page);
    pages.push(page);
  }
  await make(id);
  for (const page of pages) {
    const file = page.getByRole("link", { name: "Télécharger" });
    await passUntil(page, async () => await file.count() > 0);
    assertEquals(await page.getByText("est en préparation").count(), 0);
  }
});

Deno.test("who waits for too long reads that the document comes by itself, and the page asks no more", async () => {
  await using browser = await newBrowser();
  const { id, patient } = await newWaiting();
  const { page, context } = await signedIn(browser, patient, "/fr/help");
  await context.clock.install();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/ready")) asked++;
  });
  await page.goto(`/fr/documents/${id}`);
  await page.getByText("est en préparation").waitFor();
  const late = page.getByText("plus de temps que d’habitude");
  await passUntil(page, async () => await late.count() > 0);
  await noViolations(page);
  const before = asked;
  // Forty, and what the network lost is asked again.
  assert(before > 3 && before <= 60, String(before));
  await page.clock.runFor(60_000);
  assertEquals(asked, before);
  await make(id);
  await page.getByRole("link", { name: "Regarder à nouveau" }).click();
  await page.getByRole("link", { name: "Télécharger" }).waitFor();
});

Deno.test("without JavaScript a link looks again", async () => {
  await using browser = await newBrowser();
  const { id, patient } = await newWaiting();
  const path = `/fr/documents/${id}`;
  const { page } = await signedIn(browser, patient, path, {
    javaScriptEnabled: false,
  });
  await page.getByRole("link", { name: "Regarder à nouveau" }).click();
  await page.getByText("est en préparation").waitFor();
  await make(id);
  await page.getByRole("link", { name: "Regarder à nouveau" }).click();
  await page.getByRole("link", { name: "Télécharger" }).waitFor();
});

Deno.test("whether a document is made is told to nobody else, and leaves no line in the audit log", async () => {
  const { id, patient, doctor, asDoctor, appointmentId } = await newWaiting();
  const path = `/api/documents/${id}/ready`;
  for (const person of [patient, doctor]) {
    const { html } = await (await askAs(person))(path);
    assertEquals(JSON.parse(html), { ready: false });
  }
  assertEquals((await (await askAs(await newPatient()))(path)).status, 404);
  assertEquals((await (await askAs(null))(path)).status, 401);
  const { data } = await asDoctor.rpc("document_is_ready", { document_id: id });
  assertEquals(data, false);
  await using sql = openSql();
  const read = await sql`
    select from public.audit_log where appointment_id = ${appointmentId} and action = 'document_read'`;
  assertEquals(read.length, 0);
});
