import { assert, assertEquals, assertMatch } from "@std/assert";
import { newBrowser, newVisitor } from "../house.ts";
import { newDoctor, newPatient, openSql } from "../people.ts";
import { freeSlots, slotName, weekPath } from "./booking_steps.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("a reason for the visit, from the doctor's list to the doctor's day, without JavaScript for the patient", async (t) => {
  // The offer of notifications says that the day's script runs.
  await using browser = await newBrowser({ whole: true });
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const reasons = "/fr/workspace/availability/reasons";
  const doctorPage = `/fr/doctors/${doctor.slug}`;
  const plain = { javaScriptEnabled: false };
  let day = "";

  await t.step("the doctor adds reasons, with questions", async () => {
    const { page, context } = await signedIn(browser, doctor, reasons, plain);
    await page.getByText("Aucun motif").waitFor();
    await page.getByLabel("Durée, en minutes").fill("90");
    await page.getByLabel(/^Question 1/).fill("Depuis quand ?");
    await page.getByRole("button", { name: "Ajouter un motif" }).click();
    await page.getByRole("link", { name: /Donnez un nom de/ }).waitFor();
    await page.getByRole("link", { name: "Donnez un nombre de 5 à 60." })
      .waitFor();
    await page.getByLabel("Durée, en minutes").fill("30");
    await page.getByLabel(/^Nom, comme/).fill("Mal de dos");
    await page.getByLabel(/^Question 2/).fill("Prenez-vous des médicaments ?");
    await page.getByLabel("Réponse à la question 2")
      .selectOption("oui ou non");
    await page.getByRole("button", { name: "Ajouter un motif" }).click();
    await page.getByText("30 minutes, 2 questions").waitFor();
    await page.getByLabel(/^Nom, comme/).fill("Ordonnance");
    await page.getByLabel("Durée, en minutes").fill("10");
    await page.getByRole("button", { name: "Ajouter un motif" }).click();
    await page.getByRole("button", { name: "Monter : Ordonnance" }).click();
    await page.getByRole("main").getByRole("listitem").first()
      .filter({ hasText: "Ordonnance" }).waitFor();
    await page.getByRole("link", { name: "Modifier : Ordonnance" }).click();
    await page.getByLabel("Proposé aux patients").uncheck();
    await page.getByRole("button", { name: "Enregistrer le motif" }).click();
    await page.getByText("10 minutes, pas proposé").waitFor();
    await page.getByRole("link", { name: "Modifier : Ordonnance" }).click();
    await page.getByText("Supprimer ce motif").click();
    await page.getByRole("button", { name: "Oui, supprimer" }).click();
    await page.getByText("C’est enregistré").waitFor();
    assertEquals(
      await page.getByText("Ordonnance", { exact: true }).count(),
      0,
    );
    await context.close();
  });

  await t.step("the doctor's public page says what for", async () => {
    const context = await newVisitor(browser);
    const page = await context.newPage();
    await page.goto(doctorPage);
    assertEquals(await page.locator("script").count(), 0);
    const meta = (name: string) =>
      page.locator(`meta[name="${name}"]`).getAttribute("content");
    assertMatch(await meta("description") ?? "", /Motif\s: Mal de dos$/);
    assertEquals(await page.locator('meta[name="robots"]').count(), 0);
    await page.getByRole("link", { name: "Mal de dos, 30 minutes" }).click();
    await page.locator('[aria-current="true"]', { hasText: "Mal de dos" })
      .waitFor();
    const canonical = page.locator('link[rel="canonical"]');
    assert((await canonical.getAttribute("href"))?.endsWith(doctorPage));
    await noViolations(page);
    await context.close();
  });

  await t.step("the patient books half an hour, and answers", async () => {
    const [start = ""] = await freeSlots(doctor, 1);
    const { page, context } = await signedIn(
      browser,
      patient,
      weekPath(doctor, start),
      plain,
    );
    await page.getByRole("link", { name: "Mal de dos, 30 minutes" }).click();
    await page.getByRole("link", { name: slotName(start), exact: true })
      .click();
    const ticket = page.getByRole("complementary");
    await ticket.getByText("Téléconsultation, 30 minutes").waitFor();
    await ticket.getByText("Motif : Mal de dos").waitFor();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Confirmer ce créneau" }).click();
    await page.getByLabel(/Symptômes/).fill("Depuis le déménagement");
    await page.getByLabel(/Depuis quand/).fill("x".repeat(501));
    await page.getByRole("group", { name: /médicaments/ }).getByLabel("Oui")
      .check();
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.getByRole("link", { name: /500 caractères/ }).waitFor();
    assert(
      await page.getByRole("group", { name: /médicaments/ }).getByLabel("Oui")
        .isChecked(),
    );
    await page.getByLabel(/Depuis quand/).fill("Depuis lundi");
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.getByText("Votre rendez-vous est réservé").first().waitFor();
    await page.getByText("Motif : Mal de dos").waitFor();
    await using sql = openSql();
    const [row] = await sql`
      select to_char(starts_at at time zone 'Europe/Luxembourg', 'YYYY-MM-DD') as day,
        ends_at - starts_at = interval '30 minutes' as half_an_hour
      from public.appointments where patient_id = ${patient.patientId}`;
    assertEquals(row?.half_an_hour, true);
    day = row?.day;
    await context.close();
  });

  await t.step(
    "the doctor reads the answers beside the day, and in the file",
    async () => {
      const { page, context } = await signedIn(
        browser,
        doctor,
        `/fr/workspace?day=${day}`,
      );
      // Before the page's script is there, the link leads to the file.
      await page.getByRole("button", { name: /^M’avertir/ }).waitFor();
      await page.getByRole("link", { name: patient.name, exact: true }).first()
        .click();
      const side = page.getByRole("region", { name: patient.name });
      await side.getByText("Motif : Mal de dos").waitFor();
      const told = await side.getByRole("definition").allInnerTexts();
      assertEquals(told.slice(0, 2), ["Depuis lundi", "Oui"]);
      await noViolations(page);
      await page.goto(`/fr/workspace/patients/${patient.patientId}`);
      await page.getByText("Depuis lundi").waitFor();
      await context.close();
    },
  );
});
