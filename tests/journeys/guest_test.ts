import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { newBrowser, newVisitor } from "../house.ts";
import { mailTo } from "../inbox.ts";
import { clientOf, newEmail } from "../people.ts";
import {
  looksAnew,
  negotiationRests,
  noteNegotiations,
  seesVideoOf,
} from "../playing.ts";
import { close, newVisit, noViolations, talk } from "../visits.ts";

const GUEST = "Samira Haddad";

/** Keeps every notice of a call that is shown from now on. */
async function keepWhatIsTold(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notices = document.querySelector(".call-top > [aria-live]");
    const keep = () => {
      const told = sessionStorage.getItem("told") ?? "";
      sessionStorage.setItem("told", `${told}\n${notices?.textContent}`);
    };
    keep();
    if (notices) {
      new MutationObserver(keep).observe(notices, {
        ...{ childList: true, subtree: true, characterData: true },
      });
    }
  });
}

Deno.test("a third person", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage, patient, doctor } = visit;
  const guestContext = await newVisitor(browser);
  const guestPage = await guestContext.newPage();
  const email = newEmail();
  let link = "";

  await t.step(
    "is invited by the patient, and gets a link in which the patient is not named",
    async () => {
      const since = new Date().toISOString();
      const context = patientPage.context();
      const invitation = await context.newPage();
      await invitation.goto(`/fr/appointments/${visit.appointment}`);
      await invitation.getByRole("link", {
        name: "Inviter une autre personne",
      }).click();
      await invitation.getByRole("button", { name: "Envoyer l’invitation" })
        .click();
      await invitation.getByRole("link", { name: /Indiquez le nom/ }).waitFor();
      await noViolations(invitation);
      await invitation.getByLabel("Nom de la personne").fill(GUEST);
      await invitation.getByLabel("Interprète").check();
      await invitation.getByLabel(/Lien, langue/).fill("arabe");
      await invitation.getByLabel(/Son adresse e-mail/).fill(email);
      await invitation.getByRole("button", { name: "Envoyer l’invitation" })
        .click();
      await invitation.getByText("L’invitation est envoyée").waitFor();
      await noViolations(invitation);
      await invitation.close();
      const { text } = await mailTo(email, since, doctor.lastName);
      assertEquals(text.includes(patient.lastName), false);
      link = /https?:\/\/\S+\/fr\/guest\?token=[0-9a-f]{64}/.exec(text)?.[0] ??
        "";
      assert(link !== "", text);
    },
  );

  await t.step(
    "opens it in one browser only, sets up and asks to come in",
    async () => {
      await guestPage.goto(link);
      await noViolations(guestPage);
      await guestPage.getByRole("button", {
        name: "Continuer sur cet appareil",
      })
        .click();
      await guestPage.waitForURL((url) => url.search === "");
      const other = await newVisitor(browser);
      const otherPage = await other.newPage();
      await otherPage.goto(link);
      await otherPage.getByRole("heading", { name: "est ouverte ailleurs" })
        .waitFor();
      // On the wrong device, they give it back.
      await guestPage.getByRole("button", {
        name: "Participer avec un autre appareil",
      }).click();
      await guestPage.getByRole("heading", { name: "peut s’ouvrir ailleurs" })
        .waitFor();
      await noViolations(guestPage);
      await otherPage.goto(link);
      await otherPage.getByRole("button", {
        name: "Continuer sur cet appareil",
      })
        .waitFor();
      await other.close();
      await guestPage.goto(link);
      await guestPage.getByRole("button", {
        name: "Continuer sur cet appareil",
      }).click();
      await guestPage.getByRole("button", { name: "Régler votre matériel" })
        .click();
      await guestPage.getByRole("button", { name: "Demander à entrer" })
        .click();
      await guestPage.getByRole("heading", { name: "Vous attendez" })
        .waitFor();
      await guestPage.getByText(/Vous attendez depuis 0:0[2-9]/).waitFor();
      await guestPage.locator(".band-help").getByRole("link").waitFor();
      await noViolations(guestPage);
      const words = await guestPage.locator("body").innerText();
      assertEquals(words.includes(patient.lastName), false);
    },
  );

  await t.step(
    "is let in by the doctor in the call: each sees the two others",
    async () => {
      for (const page of [doctorPage, patientPage]) {
        await noteNegotiations(page);
        await page.reload();
      }
      await talk(visit);
      await seesVideoOf(doctorPage, patient.name);
      await noViolations(doctorPage);
      await patientPage.getByText(`${GUEST} (Interprète, arabe) attend`)
        .waitFor();
      await Promise.all([patientPage, doctorPage].map(keepWhatIsTold));
      await doctorPage.getByRole("button", { name: `Faire entrer ${GUEST}` })
        .click();
      await guestPage.getByRole("button", { name: "Quitter l’appel" })
        .waitFor();
      for (const page of [doctorPage, patientPage]) {
        await page.waitForFunction(
          (words) => sessionStorage.getItem("told")?.includes(words),
          `${GUEST} arrive…`,
        );
      }
      // Who comes in is not told the patient's name.
      const pictures = [
        [doctorPage, patient.name, GUEST],
        [patientPage, doctor.name, GUEST],
        [guestPage, doctor.name, "Patient"],
      ] as const;
      for (const [page, ...names] of pictures) {
        for (const name of names) await seesVideoOf(page, name);
      }
      await noViolations(guestPage);
      await noViolations(patientPage);
      await negotiationRests(doctorPage);
      await negotiationRests(patientPage);
    },
  );

  await t.step(
    "is told of the end, and comes back into a reopened consultation by a press",
    async () => {
      await doctorPage.getByRole("button", { name: "Terminer la consultation" })
        .click();
      await guestPage.getByRole("heading", {
        name: "La consultation est terminée",
      }).waitFor();
      await doctorPage.getByRole("button", { name: "Rouvrir la consultation" })
        .click();
      for (const page of [guestPage, patientPage]) {
        await page.getByRole("heading", { name: "a rouvert la consultation" })
          .waitFor();
        assertEquals(await page.locator("video").count(), 0);
        await noViolations(page);
        // A reload is no press.
        await page.reload();
        await page.getByRole("heading", { name: "a rouvert la consultation" })
          .waitFor();
        assertEquals(await page.locator("video").count(), 0);
        await page.getByRole("button", { name: "Revenir dans l’appel" })
          .click();
      }
      // Now it is one: who was in the call by a press comes back into it.
      await seesVideoOf(guestPage, doctor.name);
      await guestPage.reload();
      await seesVideoOf(guestPage, doctor.name);
      await seesVideoOf(doctorPage, GUEST);
      await seesVideoOf(doctorPage, patient.name);
    },
  );

  await t.step(
    "another tab, and a call that goes on after the telephone, ask for a press",
    async () => {
      const tab = await guestContext.newPage();
      await tab.goto("/fr/guest");
      await tab.getByRole("button", { name: "Revenir dans l’appel" }).waitFor();
      assertEquals(await tab.locator("video").count(), 0);
      await tab.close();
      const [asPatient, asDoctor] = [
        await clientOf(patient),
        await clientOf(doctor),
      ];
      const act = async (client: typeof asPatient, act: string) => {
        const { error } = await client.rpc("transition_appointment", {
          appointment_id: visit.appointment,
          act,
        });
        assertEquals(error, null);
      };
      await act(asPatient, "ask_telephone");
      await act(asDoctor, "telephone");
      // Guests have no channel: their page asks every few seconds.
      await guestPage.locator("video").first()
        .waitFor({ state: "detached", timeout: 60_000 });
      await act(asDoctor, "video");
      const title = { name: `${doctor.name} reprend par vidéo` };
      for (const page of [guestPage, patientPage]) {
        await page.getByRole("heading", title).waitFor();
        assertEquals(await page.locator("video").count(), 0);
        await noViolations(page);
        await page.getByRole("button", { name: "Revenir dans l’appel" })
          .click();
      }
      // The doctor's own press was on no page here.
      await doctorPage.getByRole("button", { name: "Continuer ici" }).click();
      await seesVideoOf(guestPage, doctor.name);
      await seesVideoOf(doctorPage, patient.name);
    },
  );

  await t.step(
    "is sent out and told so kindly",
    async () => {
      await doctorPage.getByRole("button", { name: `Faire sortir ${GUEST}` })
        .click();
      await guestPage.getByRole("heading", {
        name: "Votre participation est terminée",
      }).waitFor();
      await noViolations(guestPage);
      await doctorPage.getByRole("button", { name: `Faire sortir ${GUEST}` })
        .waitFor({ state: "detached" });
      // The two talk on.
      await looksAnew(doctorPage, patient.name);
      await seesVideoOf(doctorPage, patient.name);
      await seesVideoOf(patientPage, doctor.name);
      await negotiationRests(doctorPage);
      await negotiationRests(patientPage);
      await guestPage.goto(link);
      await guestPage.getByRole("heading", {
        name: "Votre participation est terminée",
      }).waitFor();
    },
  );
  await guestContext.close();
  await close(visit);
});
