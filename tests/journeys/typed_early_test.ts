import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { newConsultation, newDraft } from "../documents.ts";
import { newBrowser } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
} from "../people.ts";
import { signedIn } from "../visits.ts";

/** Opens a page whose scripts arrive when the answer is called: what is typed until then is typed early. */
async function openSlowly(page: Page, path: string): Promise<() => void> {
  const arrived = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return arrived.resolve;
}

Deno.test("what is typed before the scripts arrive", async (t) => {
  await using browser = await newBrowser();
  const { patient, doctor, appointmentId } = await newConsultation();
  const { page } = await signedIn(browser, doctor, "/fr/help");
  const message = page.getByLabel("Votre message");

  await t.step("a message outside of a consultation is sent", async () => {
    await using sql = openSql();
    const [thread] = await sql`
      select id from public.threads where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
    const arrive = await openSlowly(page, `/fr/messages/${thread?.id}`);
    await message.fill("Buvez beaucoup.");
    arrive();
    // Live: several files at once need a script.
    await page.locator("input[type=file][multiple]").first().waitFor({
      state: "attached",
    });
    assertEquals(await message.inputValue(), "Buvez beaucoup.");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByRole("listitem").filter({ hasText: "Buvez beaucoup." })
      .waitFor();
  });

  await t.step("notes are kept, and saved", async () => {
    const arrive = await openSlowly(
      page,
      `/fr/workspace/patients/${patient.patientId}`,
    );
    const notes = page.getByLabel(/^Notes/);
    await notes.fill("Allergie à la pénicilline.");
    arrive();
    await page.getByText(/^Enregistr.* à/).waitFor();
    assertEquals(await notes.inputValue(), "Allergie à la pénicilline.");
  });

  await t.step(
    "a search for analyses is made, and the draft is saved",
    async () => {
      const id = await newDraft(
        await clientOf(doctor),
        appointmentId,
        "lab_order",
        { analyses: [], others: [] },
      );
      const arrive = await openSlowly(page, `/fr/documents/${id}`);
      const search = page.getByLabel("Chercher une analyse");
      await search.fill("CREAT");
      const others = page.getByLabel("Autres analyses, une par ligne");
      await others.fill("Ferritine");
      arrive();
      await page.getByText("1 analyse trouvée").waitFor();
      await page.getByText("Brouillon enregistré.").waitFor();
      assertEquals(await search.inputValue(), "CREAT");
      assertEquals(await others.inputValue(), "Ferritine");
    },
  );

  await t.step("the first message of a waiting room is sent", async () => {
    const [waiting, theirs] = [await newPatient(), await newDoctor()];
    const id = await newAppointment(waiting, theirs, 2);
    const { page } = await signedIn(browser, waiting, "/fr/help");
    const arrive = await openSlowly(
      page,
      `/fr/appointments/${id}/waiting-room`,
    );
    const line = page.getByLabel("Votre message");
    await line.fill("Je suis là.");
    arrive();
    await page.locator("input[type=file][multiple]").first().waitFor({
      state: "attached",
    });
    assertEquals(await line.inputValue(), "Je suis là.");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByRole("listitem").filter({ hasText: "Je suis là." })
      .waitFor();
  });
});
