import { groupedMatricule } from "@/domain/digit_groups.ts";
import { assertEquals } from "@std/assert";
import { newBrowser } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
  zoneAtNoon,
} from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("the doctor's day", async (t) => {
  await using browser = await newBrowser();
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const { page, context } = await signedIn(browser, doctor, "/fr/workspace");
  const patient = await newPatient();
  const client = await clientOf(patient);

  await t.step("without appointments, it says so", async () => {
    await page.getByText("Personne n’attend").waitFor();
    await page.getByText("Aucun rendez-vous ce jour").waitFor();
    await noViolations(page);
  });

  await t.step("a new appointment appears by itself", async () => {
    await newAppointment(patient, doctor, -2);
    await page.getByRole("link", { name: patient.name, exact: true }).first()
      .waitFor();
  });

  await t.step("an unread message is counted without a reload", async () => {
    const { data } = await client.from("threads").select("id").single();
    await client.from("messages")
      .insert({ thread_id: data?.id, body: "J’ai une question" });
    await page.getByText("1 message non lu").first().waitFor();
  });

  await t.step(
    "who comes is announced, and shown as away until the page is open",
    async () => {
      await client.rpc("transition_appointment", {
        act: "arrive",
        appointment_id: await appointmentOf(patient),
      });
      await page.getByRole("status")
        .filter({ hasText: `${patient.name} est dans la salle d’attente` })
        .waitFor();
      await page.getByRole("heading", { name: "Page fermée" }).waitFor();
      const { context: hers } = await signedIn(
        browser,
        patient,
        `/fr/appointments/${await appointmentOf(patient)}/waiting-room`,
      );
      // Present, she is the card, and counted in the tab's title.
      await page.getByRole("heading", { name: patient.name, level: 3 })
        .waitFor();
      assertEquals(await page.title(), "(1) Ma journée – eConsult");
      await noViolations(page);
      await hers.close();
      await page.getByRole("heading", { name: "Page fermée" }).waitFor();
      assertEquals(await page.title(), "Ma journée – eConsult");
    },
  );

  await t.step(
    "the patient opens beside the day, and their identity is confirmed with one press",
    async () => {
      await page.getByRole("link", { name: patient.name, exact: true }).first()
        .click();
      const side = page.getByRole("region", { name: patient.name });
      await side.getByText(/pas encore vérifiée/).waitFor();
      await side.getByText(groupedMatricule(patient.matricule)).waitFor();
      await noViolations(page);
      await side.getByRole("button", { name: "J’ai vu une pièce d’identité" })
        .click();
      await side.getByText(/^vérifiée le /).waitFor();
      assertEquals(new URL(page.url()).pathname, "/fr/workspace");
      await side.getByRole("button", { name: "Fermer le dossier" }).click();
    },
  );

  await t.step("? lists the keys, Escape closes the list", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Raccourcis clavier" }).waitFor();
    // A dialog is in the way: its keys are its own.
    await page.keyboard.press("m");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    assertEquals(new URL(page.url()).pathname, "/fr/workspace");
  });

  await t.step("m writes beside the day, with the focus", async () => {
    await page.keyboard.press("m");
    await page.getByText("J’ai une question").waitFor();
    await page.locator("textarea:focus").waitFor();
    // Keys are text while one writes.
    await page.keyboard.type("comme ça?");
    assertEquals(await page.locator("textarea").inputValue(), "comme ça?");
    // The count in the header is that of all threads, and follows with the next page.
    await page.getByRole("main").getByText("1 message non lu")
      .waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Fermer le dossier" }).click();
  });

  await t.step("j and k move through the day, Enter opens", async () => {
    await page.keyboard.press("j");
    await page.getByRole("link", { name: patient.name, exact: true }).first()
      .and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Fermer le dossier" }).waitFor();
    await page.keyboard.press("k");
  });

  await t.step("c calls the first who is present", async () => {
    const { context: hers } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${await appointmentOf(patient)}/waiting-room`,
    );
    await page.getByRole("heading", { name: patient.name, level: 3 })
      .waitFor();
    await page.keyboard.press("c");
    await page.getByText(`Ça sonne chez ${patient.name}`).waitFor();
    await page.getByRole("button", { name: "Arrêter l’appel" })
      .click();
    await page.getByRole("link", { name: "Revenir à ma journée" }).click();
    await page.getByRole("button", { name: `Appeler, ${patient.name}` })
      .first().waitFor();
    await hers.close();
  });

  await t.step(
    "who did not come is noted after asking, can be taken back, and shows in every window",
    async () => {
      // Whoever waits cannot be absent: she left.
      const left = await client.rpc("transition_appointment", {
        act: "leave",
        appointment_id: await appointmentOf(patient),
      });
      assertEquals(left.error, null);
      const second = await context.newPage();
      await second.goto("/fr/workspace");
      const ask = async () => {
        await page.getByRole("button", {
          name: `Autres actions pour ${patient.name}`,
        }).first().click();
        await page.getByRole("button", {
          name: `Noter l’absence, ${patient.name}`,
        }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByText(`Noter l’absence de ${patient.name} ?`)
          .waitFor();
        return dialog;
      };
      await (await ask()).getByRole("button", { name: "Garder" }).click();
      await (await ask()).getByRole("button", { name: "Noter l’absence" })
        .click();
      await page.getByText(`Absence de ${patient.name} notée.`).waitFor();
      await second.getByText("Absence", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Revenir en arrière" }).click();
      await second.getByText("Absence", { exact: true })
        .waitFor({ state: "detached" });
      await (await ask()).getByRole("button", { name: "Noter l’absence" })
        .click();
      await page.getByText("Absence", { exact: true }).waitFor();
      await second.getByText("Personne n’attend").waitFor();
      await second.close();
    },
  );

  await t.step("the days before and after are a step away", async () => {
    await page.getByRole("link", { name: "Jour précédent" }).click();
    await page.waitForURL(/day=/);
    await page.getByText("Aucun rendez-vous ce jour").waitFor();
    assertEquals(
      await page.getByText("Maintenant", { exact: true }).count(),
      0,
    );
    await page.getByRole("link", { name: "Jour suivant" }).click();
    await page.getByRole("link", { name: patient.name, exact: true }).first()
      .waitFor();
  });

  await t.step("a cut connection is told, and the day catches up", async () => {
    await context.setOffline(true);
    await page.getByText("Connexion interrompue").waitFor();
    const late = await newPatient();
    await newAppointment(late, doctor, 30);
    await context.setOffline(false);
    await page.getByText("Connexion interrompue").waitFor({
      state: "detached",
    });
    await page.getByRole("link", { name: late.name, exact: true }).first()
      .waitFor();
  });
  await context.close();
});

Deno.test("the day's heading is that day also for a doctor half a world away", async () => {
  await using browser = await newBrowser();
  const doctor = await newDoctor({ timeZone: "Etc/GMT-14" });
  const path = "/fr/workspace?day=2027-03-10";
  const { page, context } = await signedIn(browser, doctor, path);
  await page.getByRole("heading", { name: "mercredi 10 mars", exact: true })
    .waitFor();
  await context.close();
});

Deno.test("a patient has no workspace", async () => {
  await using browser = await newBrowser();
  const patient = await newPatient();
  const { page, context } = await signedIn(browser, patient, "/fr/sign-in");
  const answer = await page.goto("/fr/workspace");
  assertEquals(answer?.status(), 403);
  assertEquals((await page.request.get("/api/workspace")).status(), 403);
  await context.close();
});

async function appointmentOf(patient: TestPerson): Promise<string> {
  await using sql = openSql();
  const [row] = await sql`
    select id from public.appointments where patient_id = ${patient.patientId}`;
  return row?.id;
}
