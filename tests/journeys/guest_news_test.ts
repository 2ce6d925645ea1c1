import { assertEquals, assertStringIncludes } from "@std/assert";
import { mailTo } from "../inbox.ts";
import { newDoctor, newEmail } from "../people.ts";
import {
  assertAccessible,
  linkIn,
  now,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import {
  freeSlots,
  slotName,
  slotTime,
  takeSlot,
  visitAsPatient,
  weekPath,
} from "./booking_steps.ts";

shareBrowser();

/** From when on a guest may ask to come in: ten minutes before. */
const opens = (start: string) =>
  slotTime(new Date(Date.parse(start) - 600_000).toISOString());

Deno.test("a guest hears of a move and of a cancellation, on their page and by e-mail", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [first = "", next = ""] = await freeSlots(doctor);
    const id = await takeSlot(doctor, first, patient);
    const email = newEmail();
    /** The e-mail with these words; nothing in it is the patient's. */
    const mail = async (since: string, words: string) => {
      const { subject, text } = await mailTo(email, since, words);
      assertEquals(text.includes(patient.lastName), false);
      assertStringIncludes(text, doctor.lastName);
      return { subject, text };
    };

    const alsoTold = () =>
      page.getByText("Nous prévenons aussi Samira Haddad").waitFor();

    let since = now();
    await page.goto(`/fr/appointments/${id}/guest`);
    await page.getByLabel("Nom de la personne").fill("Samira Haddad");
    await page.getByLabel("Interprète").check();
    await page.getByLabel(/Son adresse e-mail/).fill(email);
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await page.getByText("L’invitation est envoyée").waitFor();
    const invitation = await mail(since, "invité");
    assertStringIncludes(invitation.text, slotTime(first));

    await visit(async (guest) => {
      await guest.goto(linkIn(invitation.text));
      await guest.getByRole("button", { name: "Continuer sur cet appareil" })
        .click();
      await guest.getByRole("button", { name: "Régler votre matériel" })
        .click();
      await guest.getByText(`dès ${opens(first)}`).waitFor();

      since = now();
      await page.goto(`${weekPath(doctor, next)}&move=${id}`);
      await page.getByRole("link", { name: slotName(next), exact: true })
        .click();
      await alsoTold();
      await page.getByRole("button", { name: "Déplacer à cette heure" })
        .click();
      await page.getByText("Votre rendez-vous est déplacé").waitFor();
      await alsoTold();
      const moved = await mail(since, "déplacée");
      assertEquals(moved.subject, "Téléconsultation déplacée");
      assertStringIncludes(moved.text, slotTime(first));
      assertStringIncludes(moved.text, slotTime(next));
      await guest.getByText(`dès ${opens(next)}`).waitFor();
      // Both links lead to the place that is open already.
      for (const { text } of [moved, invitation]) {
        await guest.goto(linkIn(text));
        await guest.getByRole("button", { name: "Régler votre matériel" })
          .waitFor();
      }
      await assertAccessible(guest);

      since = now();
      await page.goto(`/fr/appointments/${id}/cancellation`);
      await alsoTold();
      await page.getByRole("button", { name: "Oui, annuler" }).click();
      await page.getByText("Rendez-vous annulé").waitFor();
      const cancelled = await mail(since, "annulée");
      assertEquals(cancelled.subject, "Téléconsultation annulée");
      assertEquals(cancelled.text.includes("token="), false);
      await guest.getByRole("heading", {
        name: "La consultation est annulée",
      }).waitFor();
      await assertAccessible(guest);
    });
  }));
