import { assertEquals, assertStringIncludes } from "@std/assert";
import { mailTo } from "../inbox.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newEmail,
  newPatient,
  startSession,
  zoneAtNoon,
} from "../people.ts";
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

Deno.test("a doctor who cancels in their day reads that the guest is told, while one is expected, and only then", async () => {
  const [patient, doctor] = [
    await newPatient(),
    await newDoctor({ timeZone: zoneAtNoon() }),
  ];
  const appointment = await newAppointment(patient, doctor, 60);
  const told = "Nous prévenons aussi Samira Haddad";
  await visit(async (page) => {
    await startSession(page.context(), doctor);
    const open = async (button: string) => {
      await page.goto("/fr/workspace");
      await page.getByRole("button", {
        name: `Autres actions pour ${patient.name}`,
      }).first().click();
      await page.getByRole("link", { name: `${button}, ${patient.name}` })
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      return dialog;
    };
    const says = async () => {
      const dialog = await open("Annuler");
      await dialog.getByLabel(/Raison/).waitFor();
      return (await dialog.innerText()).includes(told);
    };
    assertEquals(await says(), false);
    const client = await clientOf(patient);
    const invited = await client.rpc("invite_guest", {
      appointment_id: appointment,
      ...{ name: "Samira Haddad", role: "interpreter", detail: "arabe" },
      ...{ email: newEmail(), phone: null, language: "fr" },
    });
    assertEquals(invited.error, null);
    assertEquals(await says(), true);
    await assertAccessible(page);
    // Without the dialog, on the page of the same act.
    await page.goto(`/fr/appointments/${appointment}/cancellation`);
    await page.getByText(told).waitFor();
    await page.goto("/fr/workspace/cancellation");
    await page.getByText("personnes invitées à ces téléconsultations")
      .waitFor();
    await client.rpc("transition_guest", {
      ...{ guest_id: invited.data, act: "withdraw" },
    });
    assertEquals(await says(), false);
  });
});
