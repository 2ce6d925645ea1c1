import { assertEquals } from "@std/assert";
import { hashOf, newLinkToken } from "@/services/link_token.ts";
import { byText, newFirefox, newFirefoxPage } from "../firefox.ts";
import { newAppointment, newDoctor, newPatient, openSql } from "../people.ts";
import { press } from "./firefox_steps.ts";

const CANNOT_CALL = "Ce navigateur ne permet pas l’appel vidéo";
const OTHER_BROWSER = "Ouvrez cette page dans Chrome, Edge ou Safari.";

Deno.test("with the library of 2021, in Firefox", async (t) => {
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
});
