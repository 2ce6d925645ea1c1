import { assertEquals } from "@std/assert";
import { groupedPhone } from "@/domain/digit_groups.ts";
import { newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient } from "../people.ts";
import { seesVideoOf } from "../playing.ts";
import {
  answer,
  call,
  close,
  newVisit,
  noViolations,
  signedIn,
  talk,
  wait,
} from "../visits.ts";

Deno.test("telephone instead", async (t) => {
  await using browser = await newBrowser();

  await t.step(
    "one press in the waiting room, the doctor sees the number and notes that they talk by telephone",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient, doctor } = visit;
      await wait(visit);
      await patientPage.getByRole("button", { name: "Être appelé" }).first()
        .click();
      await patientPage.getByText(`${doctor.name} va vous téléphoner`)
        .waitFor();
      // It rings at the telephone, not here.
      for (const words of ["à l’heure prévue", "Vous entendrez sonner"]) {
        assertEquals(await patientPage.getByText(words).count(), 0);
      }
      await noViolations(patientPage);

      const number = doctorPage.getByRole("link", {
        name: groupedPhone(patient.phone),
      });
      await number.waitFor();
      assertEquals(await number.getAttribute("href"), `tel:${patient.phone}`);
      await noViolations(doctorPage);
      await doctorPage.goto(visit.consultation);
      await doctorPage.getByRole("button", { name: /Nous parlons par/ })
        .click();
      await doctorPage.getByRole("heading", { name: /^Par téléphone avec/ })
        .waitFor();
      // They talk: nobody asks for a call any more.
      await doctorPage.getByText(`Le numéro de ${patient.name}`).waitFor();
      assertEquals(await doctorPage.getByText("demande un appel").count(), 0);
      await noViolations(doctorPage);
      await patientPage.getByText("Votre consultation se tient par téléphone")
        .waitFor();
      await noViolations(patientPage);

      await doctorPage.getByRole("button", { name: "Terminer" }).click();
      await doctorPage.getByText("s’est tenue par téléphone").waitFor();
      assertEquals(await number.count(), 0);
      await patientPage.getByRole("heading", {
        name: "La consultation est terminée",
      }).waitFor();
      await close(visit);
    },
  );

  await t.step(
    "one press takes it back: nobody sees the number any more, and the camera is there",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient } = visit;
      // Asked for before camera and microphone were.
      await patientPage.setViewportSize({ width: 360, height: 740 });
      await patientPage.getByRole("button", { name: "Aide" }).click();
      await patientPage.getByRole("button", { name: "Être appelé" }).click();
      await patientPage.getByText("va vous téléphoner").waitFor();
      const number = doctorPage.getByRole("link", {
        name: groupedPhone(patient.phone),
      });
      await number.waitFor();
      // Who is to be telephoned is not filmed, after a reload neither.
      await patientPage.reload();
      const back = patientPage.getByRole("button", {
        name: "Finalement, je peux faire la vidéo",
        disabled: false,
      });
      await back.waitFor();
      assertEquals(await patientPage.locator("video").count(), 0);
      await noViolations(patientPage);
      await back.click();
      await number.waitFor({ state: "detached" });
      await seesVideoOf(patientPage, "Vous");
      await patientPage.getByText("Vous entendrez sonner").waitFor();
      assertEquals(
        await patientPage.getByText("va vous téléphoner").count(),
        0,
      );
      await call(visit);
      await answer(visit);
      await seesVideoOf(doctorPage, patient.name);
      await close(visit);
    },
  );

  await t.step(
    "in a call whose picture fails, too; and back to video when it works again, with a press of the patient",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient } = visit;
      await talk(visit);
      await patientPage.getByRole("button", { name: "Aide" }).click();
      await patientPage.getByRole("button", { name: "Être appelé" }).click();
      await doctorPage.getByRole("link", {
        name: groupedPhone(patient.phone),
      }).waitFor();
      await doctorPage.getByRole("button", { name: /Nous parlons par/ })
        .click();
      await patientPage.getByText("Votre consultation se tient par téléphone")
        .waitFor();
      await doctorPage.getByRole("button", { name: "Reprendre par vidéo" })
        .click();
      const heading = patientPage.getByRole("heading", {
        name: `${visit.doctor.name} reprend par vidéo`,
      });
      await heading.waitFor();
      await doctorPage.getByText("il reste à y appuyer").waitFor();
      await noViolations(patientPage);
      await noViolations(doctorPage);
      // A reload is no press.
      await patientPage.reload();
      await heading.waitFor();
      assertEquals(await patientPage.locator("video").count(), 0);
      await patientPage.getByRole("button", { name: "Revenir dans l’appel" })
        .click();
      await patientPage.getByRole("button", { name: /Quitter l’appel/ })
        .waitFor();
      await doctorPage.getByLabel(patient.name).and(
        doctorPage.locator("video"),
      ).waitFor();
      await close(visit);
    },
  );

  await t.step("without JavaScript, by a form", async () => {
    const [patient, doctor] = [await newPatient(), await newDoctor()];
    const appointment = await newAppointment(patient, doctor, 2);
    const room = `/fr/appointments/${appointment}/waiting-room`;
    const { context, page } = await signedIn(browser, patient, room, {
      javaScriptEnabled: false,
    });
    // A message is a message, and asks for nothing else.
    await page.getByRole("textbox", { name: "Votre message" }).fill("Bonjour");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.waitForURL(/\/fr\/messages\//);
    await page.getByText("Bonjour", { exact: true }).waitFor();
    await page.goto(room);
    await page.locator("noscript").getByRole("button", { name: "Être appelé" })
      .click();
    await page.getByText(`${doctor.name} va vous téléphoner`).first()
      .waitFor();
    await page.locator("noscript")
      .getByRole("button", { name: "Finalement, je peux" }).click();
    await page.locator("noscript").getByRole("button", { name: "Être appelé" })
      .waitFor();
    await context.close();
  });
});
