import { assert, assertEquals, assertMatch } from "@std/assert";
import { house, newBrowser } from "../house.ts";
import {
  messagesTo,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  zoneAtNoon,
} from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";
import { until } from "./booking_steps.ts";

const availability = "/fr/workspace/availability";

Deno.test("availability by keyboard alone: hours, preview, saved", async () => {
  await using browser = await newBrowser();
  const doctor = await newDoctor();
  await using sql = openSql();
  await sql`delete from public.weekly_hours where doctor_id = ${doctor.id}`;
  const { page, context } = await signedIn(browser, doctor, availability);
  await noViolations(page);
  const start = page.getByLabel("De, Nouvelle plage, lundi");
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    if (await start.evaluate((one) => one === document.activeElement)) break;
  }
  // A time field takes hours and minutes as digits; three parts at most in any language of the browser.
  await page.keyboard.type("0800AM");
  await page.keyboard.press("Tab");
  await page.getByLabel("De, Nouvelle plage, lundi").waitFor();
  if (await start.evaluate((one) => one === document.activeElement)) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("0900AM");
  await page.keyboard.press("Enter");
  await page.getByText("C’est enregistré. Les patients voient").waitFor();
  await page.getByText("6 créneaux, de 08:00 à 08:50").waitFor();
  const rows = await sql`
    select weekday, starts::text, ends::text from public.weekly_hours where doctor_id = ${doctor.id}`;
  assertEquals(rows.map((row) => ({ ...row })), [
    { weekday: 1, starts: "08:00:00", ends: "09:00:00" },
  ]);
  await context.close();
});

Deno.test("availability without JavaScript: errors at their place, several intervals, exception, holiday, feed", async () => {
  await using browser = await newBrowser();
  // What is booked ten hours later lies outside of the hours on every day.
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  await using sql = openSql();
  await sql`delete from public.weekly_hours where doctor_id = ${doctor.id}`;
  const { page, context } = await signedIn(browser, doctor, availability, {
    javaScriptEnabled: false,
  });
  await page.getByLabel("De, Nouvelle plage, mardi").fill("10:00");
  await page.getByLabel("À, Nouvelle plage, mardi").fill("09:00");
  await page.getByRole("button", { name: "Enregistrer les heures" }).click();
  await page.getByRole("link", { name: /La fin doit être après/ }).waitFor();
  await page.getByLabel("De, mardi, 10:00 – 09:00").fill("08:00");
  await page.getByRole("button", { name: "Voir l’aperçu" }).click();
  await page.getByText("6 créneaux, de 08:00 à 08:50").waitFor();
  await page.getByLabel("De, Nouvelle plage, mardi").fill("14:00");
  await page.getByLabel("À, Nouvelle plage, mardi").fill("15:00");
  await page.getByRole("button", { name: "Enregistrer les heures" }).click();
  await page.getByText("12 créneaux, de 08:00 à 14:50").waitFor();

  const next = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Du", { exact: true }).fill(next);
  await page.getByLabel(/Note, pour vous/).fill("Formation");
  await page.getByRole("button", { name: "Ajouter une exception" }).click();
  await page.getByText("Absent, Formation").waitFor();
  await page.getByRole("button", { name: /^Rouvrir / }).click();
  await page.getByText("Aucune à venir").waitFor();

  await page.getByLabel("Noël").check();
  await page.getByRole("button", { name: "Fermer les jours choisis" }).click();
  await page.getByText(/25 décembre/).first().waitFor();
  assertEquals(await page.getByLabel("Noël").count(), 0);

  const patient = await newPatient();
  await newAppointment(patient, doctor, 600);
  await page.getByRole("button", { name: "Créer une adresse" }).click();
  const address = await page.getByLabel("Adresse secrète").inputValue();
  const feed = await fetch(house().appUrl + new URL(address).pathname);
  assertEquals(feed.status, 200);
  const calendar = await feed.text();
  assertMatch(calendar, /BEGIN:VEVENT/);
  assert(!calendar.includes(patient.lastName));
  // What was booked before stands, and is shown with its way out.
  await page.goto(availability);
  await page.getByRole("link", {
    name: `Annuler le rendez-vous de ${patient.name}`,
  }).waitFor();
  await page.getByRole("button", { name: "Révoquer l’adresse" }).click();
  const gone = await fetch(house().appUrl + new URL(address).pathname);
  await gone.body?.cancel();
  assertEquals(gone.status, 404);
  await context.close();
});

Deno.test("free now is seen on the home page, and ends with the switch", async () => {
  await using browser = await newBrowser();
  const doctor = await newDoctor();
  const { page, context } = await signedIn(browser, doctor, "/fr/workspace");
  const home = `/fr?q=${encodeURIComponent(doctor.lastName)}`;
  const visitor = await browser.newPage({ baseURL: house().appUrl });
  const seen = async () => {
    await visitor.goto(home);
    return await visitor.getByText("Libre maintenant", { exact: true })
      .and(visitor.locator(".badge")).count();
  };
  assertEquals(await seen(), 0);
  await page.getByRole("switch", { name: "Libre maintenant" }).click();
  await page.getByRole("switch", { name: /Libre maintenant, jusqu’à/ })
    .waitFor();
  await until(seen, (count) => count === 1);
  await page.getByRole("switch", { checked: true }).click();
  await page.getByRole("switch", { checked: false }).waitFor();
  await until(seen, (count) => count === 0);
  await visitor.close();
  await context.close();
});

Deno.test("a day is cancelled, undone, cancelled again: then everybody is told", async () => {
  await using browser = await newBrowser();
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const [one, two] = [await newPatient(), await newPatient()];
  await newAppointment(one, doctor, 30);
  await newAppointment(two, doctor, 60);
  const { page, context } = await signedIn(
    browser,
    doctor,
    "/fr/workspace/cancellation",
  );
  const since = new Date().toISOString();
  const cancel = async () => {
    await page.getByLabel(/Raison/).fill("Urgence au cabinet");
    await page.getByRole("button", { name: "Annuler et prévenir" }).click();
    await page.getByText("2 rendez-vous annulés.").waitFor();
  };
  await page.getByRole("button", { name: "Annuler et prévenir" }).click();
  await page.getByRole("alert").getByText(/raison/i).waitFor();
  await noViolations(page);
  await cancel();
  await page.getByRole("button", { name: "Revenir en arrière" }).click();
  await page.getByText("Annulé", { exact: true }).first()
    .waitFor({ state: "detached" });
  await using sql = openSql();
  const states = async () =>
    (await sql`select state from public.appointments where doctor_id = ${doctor.id}`)
      .map((row) => row.state);
  assertEquals(await states(), ["booked", "booked"]);

  await page.goto("/fr/workspace/cancellation");
  await cancel();
  assertEquals(await states(), ["cancelled", "cancelled"]);
  for (const patient of [one, two]) {
    const [sms] = await messagesTo(patient.phone, since, doctor.slug);
    assertMatch(sms?.text ?? "", new RegExp(`/doctors/${doctor.slug}`));
  }
  // Told once, although it was cancelled twice.
  const told = await messagesTo(one.phone, since, doctor.slug);
  assertEquals(told.length, 1);
  // The day stays closed.
  const [closed] = await sql`
    select count(*)::int as count from public.availability_exceptions where doctor_id = ${doctor.id}`;
  assertEquals(closed?.count, 1);
  await context.close();
});

Deno.test("a cancelled day is taken back without JavaScript", async () => {
  await using browser = await newBrowser();
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  await newAppointment(await newPatient(), doctor, 30);
  const { page, context } = await signedIn(
    browser,
    doctor,
    "/fr/workspace/cancellation",
    { javaScriptEnabled: false },
  );
  await page.getByLabel(/Raison/).fill("Urgence au cabinet");
  await page.getByRole("button", { name: "Annuler et prévenir" }).click();
  const undo = page.getByRole("button", { name: "Revenir en arrière" });
  await undo.click();
  await undo.waitFor({ state: "detached" });
  await using sql = openSql();
  const [row] = await sql`
    select state from public.appointments where doctor_id = ${doctor.id}`;
  assertEquals(row?.state, "booked");
  await context.close();
});

Deno.test("the patient's file: found by name, notes saved as typed, and read again", async () => {
  await using browser = await newBrowser();
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await newAppointment(patient, doctor, 30);
  const { page, context } = await signedIn(browser, doctor, "/fr/workspace");
  // Keys work once the page's scripts have come.
  await until(async () => {
    await page.keyboard.press("/");
    return new URL(page.url()).pathname;
  }, (path) => path === "/fr/workspace/patients");
  await page.getByLabel(/Nom, ou début/).fill(patient.lastName);
  await page.keyboard.press("Enter");
  const found = page.getByRole("link", { name: patient.name });
  await page.waitForURL(/\/workspace\/patients\?/);
  await found.waitFor();
  await noViolations(page);
  await found.click();
  await page.getByRole("heading", { name: patient.name }).waitFor();
  await page.getByLabel("Notes, pour vous seul").fill("Allergie : pénicilline");
  await page.getByText(/^Enregistré à /).waitFor();
  await noViolations(page);
  await page.reload();
  assertEquals(
    await page.getByLabel("Notes, pour vous seul").inputValue(),
    "Allergie : pénicilline",
  );
  await context.close();
});
