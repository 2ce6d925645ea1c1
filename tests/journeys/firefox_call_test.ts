import { assertEquals } from "@std/assert";
import { hashOf, newLinkToken } from "@/services/link_token.ts";
import { byText, newFirefox, newFirefoxPage } from "../firefox.ts";
import { house, newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient, openSql } from "../people.ts";
import { seesVideoOf } from "../playing.ts";
import { signedIn } from "../visits.ts";
import { press, seesPicture } from "./firefox_steps.ts";

const CANNOT_CALL = "Ce navigateur ne permet pas l’appel vidéo";
const OTHER_BROWSER = "Ouvrez cette page dans Chrome, Edge ou Safari.";

/** The suite serves the library of 2021, unless `JITSI_LIBRARY` names another one. */
const library = await fetch(
  `${house().jitsiUrl}/libs/lib-jitsi-meet.min.js`,
);
const isOf2021 = !(await library.text()).includes("CONNECTION_TOKEN_EXPIRED");

if (isOf2021) Deno.test("with the library of 2021, in Firefox", cannotCall);
else Deno.test("with a library of today, in Firefox", calls);

async function calls(t: Deno.TestContext): Promise<void> {
  await using firefox = await newFirefox();
  await using chromium = await newBrowser();

  await t.step(
    "a patient sees and is seen by a doctor in Chromium",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      await using visitor = await newFirefoxPage(firefox, patient);
      await visitor.open(`/fr/appointments/${id}/waiting-room`);
      await press(visitor.page, "Régler votre matériel");
      await press(visitor.page, "Commencer votre consultation");
      await byText(visitor.page, "Laissez cette page ouverte").wait();
      const { page } = await signedIn(chromium, doctor, "/fr/workspace");
      await page.getByRole("button", { name: `Appeler, ${patient.name}` })
        .first().click();
      await press(visitor.page, "Répondre");
      await seesPicture(visitor.page, doctor.name);
      await seesVideoOf(page, patient.name);
      await page.context().close();
    },
  );

  await t.step(
    "a doctor sees and is seen by a patient in Chromium",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      const path = `/fr/appointments/${id}/waiting-room`;
      const { page } = await signedIn(chromium, patient, path);
      await page.getByRole("button", { name: "Régler votre matériel" }).click();
      await page.getByRole("button", { name: /Commencer/ }).click();
      await page.getByText("Laissez cette page ouverte").waitFor();
      await using visitor = await newFirefoxPage(firefox, doctor);
      await visitor.open("/fr/workspace");
      await press(visitor.page, `Appeler, ${patient.name}`);
      await page.getByRole("button", { name: "Répondre" }).click();
      await seesPicture(visitor.page, patient.name);
      await seesVideoOf(page, doctor.name);
      await page.context().close();
    },
  );

  await t.step("two in Firefox see each other", async () => {
    const [patient, doctor] = [await newPatient(), await newDoctor()];
    const id = await newAppointment(patient, doctor, 2);
    await using theirs = await newFirefoxPage(firefox, patient);
    await theirs.open(`/fr/appointments/${id}/waiting-room`);
    await press(theirs.page, "Régler votre matériel");
    await press(theirs.page, "Commencer votre consultation");
    await byText(theirs.page, "Laissez cette page ouverte").wait();
    await using his = await newFirefoxPage(firefox, doctor);
    await his.open("/fr/workspace");
    await press(his.page, `Appeler, ${patient.name}`);
    await theirs.page.bringToFront();
    await press(theirs.page, "Répondre");
    await seesPicture(theirs.page, doctor.name);
    await seesPicture(his.page, patient.name);
  });
}

async function cannotCall(t: Deno.TestContext): Promise<void> {
  await using firefox = await newFirefox();

  await t.step(
    "the waiting room says that no call works, and what to do",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      await using visitor = await newFirefoxPage(firefox, patient);
      const { page, open, faults } = visitor;
      for (const place of ["equipment", "waiting-room"]) {
        await open(`/fr/appointments/${id}/${place}`);
        // Before anything is pressed.
        await byText(page, CANNOT_CALL).wait();
        await byText(page, OTHER_BROWSER)
          .wait();
        await byText(page, "Le médecin peut vous téléphoner").wait();
      }
      // Camera and microphone work all the same, and who waits can be telephoned.
      await press(page, "Régler votre matériel");
      await press(page, "Commencer votre consultation");
      await byText(page, "Laissez cette page ouverte").wait();
      await press(page, "Régler votre matériel");
      await press(page, "Être appelé par téléphone");
      await byText(page, `${doctor.name} va vous téléphoner`).wait();
      assertEquals(faults, []);
    },
  );

  await t.step(
    "a doctor reads it in the day and before the call",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      await using visitor = await newFirefoxPage(firefox, doctor);
      const { page, open, faults } = visitor;
      for (
        const path of [
          "/fr/workspace",
          `/fr/appointments/${id}/consultation`,
        ]
      ) {
        await open(path);
        await byText(page, CANNOT_CALL).wait();
        await byText(page, OTHER_BROWSER).wait();
        // That is what a patient reads.
        assertEquals(await page.$("::-p-text(peut vous téléphoner)"), null);
      }
      assertEquals(faults, []);
    },
  );

  await t.step(
    "a guest reads it before the invitation is bound to this browser, and what to do once it is",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      const token = newLinkToken();
      await using sql = openSql();
      await sql`
        insert into public.guests (appointment_id, name, role, language, link_hashes)
        values (${id}, 'Samira Haddad', 'interpreter', 'fr', ${[
        hashOf(token),
      ]})`;
      await using visitor = await newFirefoxPage(firefox);
      const { page, open, faults } = visitor;
      await open(`/fr/guest?token=${token}`);
      await byText(page, CANNOT_CALL).wait();
      await byText(page, OTHER_BROWSER).wait();
      await press(page, "Continuer sur cet appareil");
      await byText(page, "puis ouvrez le lien de l’invitation dans Chrome")
        .wait();
      assertEquals(await page.$("::-p-text(peut vous téléphoner)"), null);
      // Camera and microphone work all the same.
      await press(page, "Régler votre matériel");
      await press(page, "Demander à entrer");
      await byText(page, "Vous attendez").wait();
      await press(page, "Participer avec un autre appareil");
      await byText(page, "Votre invitation peut s’ouvrir ailleurs").wait();
      await open(`/fr/guest?token=${token}`);
      await byText(page, "Continuer sur cet appareil").wait();
      assertEquals(faults, []);
    },
  );
}
