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
    await page.getByRole("link", { name: patient.name, exact: true }).waitFor();
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
      await client.rpc("enter_waiting_room", {
        appointment_id: await appointmentOf(patient),
      });
      await page.getByRole("status")
        .filter({ hasText: `${patient.name} est dans la salle d’attente` })
        .waitFor();
      await page.getByText("n’a plus la page ouverte").waitFor();
      const { context: hers } = await signedIn(
        browser,
        patient,
        `/fr/appointments/${await appointmentOf(patient)}/waiting-room`,
      );
      await page.getByText("n’a plus la page ouverte")
        .waitFor({ state: "detached" });
      await hers.close();
      await page.getByText("n’a plus la page ouverte").waitFor();
      await noViolations(page);
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

  await t.step("m writes to who waits longest, with the focus", async () => {
    await page.keyboard.press("m");
    await page.getByText("J’ai une question").waitFor();
    await page.locator("textarea:focus").waitFor();
    // Keys are text while one writes.
    await page.keyboard.type("comme ça?");
    assertEquals(await page.locator("textarea").inputValue(), "comme ça?");
    // The page listens to keys, too, once it has read the day again.
    const read = page.waitForResponse(/\/api\/workspace/);
    await page.goBack();
    await read;
    await page.getByText("1 message non lu").waitFor({ state: "detached" });
  });

  await t.step("c calls who waits longest", async () => {
    await page.keyboard.press("c");
    await page.getByText(`Ça sonne chez ${patient.name}`).waitFor();
    await page.getByRole("button", { name: "Terminer la consultation" })
      .click();
    await page.getByRole("link", { name: "Revenir à ma journée" }).click();
    await page.getByRole("button", { name: `Appeler, ${patient.name}` })
      .first().waitFor();
  });

  await t.step(
    "who did not come is noted after asking once, in every window",
    async () => {
      const second = await context.newPage();
      await second.goto("/fr/workspace");
      const absent = page.getByRole("button", {
        name: `Noter l’absence, ${patient.name}`,
      });
      page.once("dialog", (dialog) => void dialog.dismiss());
      await absent.first().click();
      await absent.first().waitFor();
      page.once("dialog", (dialog) => void dialog.accept());
      await absent.first().click();
      await absent.first().waitFor({ state: "detached" });
      await page.locator("main:focus").waitFor();
      await second.getByText("Personne n’attend").waitFor();
      await second.close();
    },
  );

  await t.step("the days before and after are a step away", async () => {
    await page.getByRole("link", { name: "Jour précédent" }).click();
    await page.waitForURL(/day=/);
    await page.getByText("Aucun rendez-vous ce jour").waitFor();
    assertEquals(await page.getByText("Maintenant").count(), 0);
    await page.getByRole("link", { name: "Jour suivant" }).click();
    await page.getByRole("link", { name: patient.name, exact: true }).waitFor();
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
    await page.getByRole("link", { name: late.name, exact: true }).waitFor();
  });
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
    select id from public.appointments where patient_id = ${patient.id}`;
  return row?.id;
}
