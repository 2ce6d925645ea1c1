import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { newBrowser, newVisitor } from "../house.ts";
import {
  codeTo,
  messagesTo,
  newDoctor,
  newEmail,
  newMatricule,
  newPhone,
  openSql,
  signIn,
  type TestPerson,
} from "../people.ts";
import { hears, seesVideoOf } from "../playing.ts";

Deno.test("a patient signs up, books, waits, and talks with the doctor by video", async (t) => {
  // What follows a step that failed would only fail as well.
  const step = async (name: string, work: () => Promise<void>) => {
    if (!await t.step(name, work)) throw new Error(`"${name}" failed`);
  };
  await using browser = await newBrowser();
  const doctor = await newDoctor();
  const patient: TestPerson = {
    id: "",
    patientId: "",
    kind: "patient",
    firstName: "Jeanne",
    lastName: "Kayser",
    name: "Jeanne Kayser",
    email: newEmail(),
    phone: newPhone(),
    password: "Une-Phrase-Assez-Longue-7",
    matricule: newMatricule(),
    slug: "",
  };
  const patientPage = await (await newVisitor(browser)).newPage();
  const doctorPage = await (await newVisitor(browser)).newPage();

  await step("she signs up with her matricule and the SMS code", async () => {
    await patientPage.goto("/fr/sign-in");
    await signUp(patientPage, patient);
  });

  await step(
    "the e-mail leads to the page that asks for a password",
    async () => {
      await activate(patientPage, patient);
    },
  );

  await step(
    "a chosen slot, with the terms accepted, leads through sign-in and back to it",
    async () => {
      await (patientPage.context()).clearCookies();
      await patientPage.goto(`/fr/doctors/${doctor.slug}`);
      // The first may begin before she has signed in.
      await patientPage.getByRole("link", { name: /, \d\d:\d\d$/ }).nth(2)
        .click();
      await patientPage.getByRole("button", { name: "Confirmer" }).click();
      await patientPage.getByText("Cochez la case").first().waitFor();
      await patientPage.getByRole("checkbox").check();
      await patientPage.getByRole("button", { name: "Confirmer" }).click();
      await patientPage.waitForURL(/\/sign-in\?next=/);
      await signIn(patientPage, { ...patient, email: patient.matricule });
      await patientPage.waitForURL(/\/booking\?start=/);
    },
  );

  const booked = new Date().toISOString();
  await step(
    "she writes her symptoms, and books",
    async () => {
      await patientPage.getByLabel(/Symptômes/).fill("Toux depuis trois jours");
      await patientPage.getByRole("button", { name: "Réserver" }).click();
      await patientPage.getByText("Votre rendez-vous est réservé").waitFor();
    },
  );

  let link = "";
  await step(
    "SMS and e-mail bring what the guide's sample brings",
    async () => {
      const [sms] = await messagesTo(patient.phone, booked, "/waiting-room");
      assertStringIncludes(sms?.text ?? "", doctor.name);
      const [mail] = await messagesTo(patient.email, booked, "/waiting-room");
      for (
        const part of [
          "Téléconsultation, 10 minutes",
          doctor.name,
          "(UTC+0",
          "français",
          "10 minutes avant",
        ]
      ) {
        // A number and its unit stay on one line.
        const text = mail?.text.replaceAll("\u00a0", " ") ?? "";
        assertStringIncludes(text, part);
      }
      assertStringIncludes(mail?.attachments[0]?.type ?? "", "text/calendar");
      link = /https?:\/\/\S+\/waiting-room/.exec(mail?.text ?? "")?.[0] ?? "";
    },
  );

  await step("the doctor has his day open", async () => {
    await doctorPage.goto("/fr/workspace");
    await signIn(doctorPage, doctor);
    await doctorPage.getByText("Personne n’attend").waitFor();
  });

  await step("too early, she reads when the waiting room opens", async () => {
    await moveTo(link, 30);
    await patientPage.goto(link);
    await patientPage.getByText("n’est pas encore ouverte").waitFor();
  });

  await step(
    "in time she sets up, starts, and waits; the doctor sees it",
    async () => {
      await moveTo(link, 5);
      await patientPage.goto(link);
      await patientPage.getByRole("button", { name: "Régler votre matériel" })
        .click();
      await seesVideoOf(patientPage, "Vous");
      await patientPage.getByRole("button", { name: /Commencer/ }).click();
      await patientPage.getByText("Laissez cette page ouverte").waitFor();
      await doctorPage.getByText("Toux depuis trois jours").first().waitFor();
    },
  );

  await step(
    "the doctor calls, she answers, both see and hear each other",
    async () => {
      await doctorPage.getByRole("button", { name: `Appeler, ${patient.name}` })
        .first().click();
      await patientPage.getByRole("button", { name: "Répondre" }).click();
      await Promise.all([
        seesVideoOf(patientPage, doctor.name),
        seesVideoOf(doctorPage, patient.name),
      ]);
      // The doctor's page has changed by now.
      await Promise.all([
        hears(patientPage, doctor.name),
        hears(doctorPage, patient.name),
      ]);
    },
  );

  await step("they write to each other", async () => {
    await write(patientPage, "Bonjour docteur");
    // Beside the stage are the patient's data; the chat counts what is unread.
    await doctorPage.getByRole("button", { name: "Chat 1" }).click();
    await doctorPage.getByText("Bonjour docteur").waitFor();
    await write(doctorPage, "Bonjour, je vous écoute");
    await patientPage.getByText("Bonjour, je vous écoute").waitFor();
    await doctorPage.getByText("· lu", { exact: true }).first().waitFor();
  });

  await step("a reload comes back into the call", async () => {
    await patientPage.reload();
    await seesVideoOf(patientPage, doctor.name);
    await seesVideoOf(doctorPage, patient.name);
  });

  await step("the red cross ends it on both sides", async () => {
    await doctorPage.getByRole("button", { name: "Terminer la consultation" })
      .click();
    await patientPage.getByText("La consultation est terminée").waitFor();
    await doctorPage.getByText("La consultation est terminée").waitFor();
    await using sql = openSql();
    const [row] = await sql`
      select state, started_at < ended_at as lasted from public.appointments where doctor_id = ${doctor.id}`;
    assertEquals(row?.state, "completed");
    assert(row?.lasted);
  });
});

async function signUp(page: Page, person: TestPerson): Promise<void> {
  const form = page.getByRole("region", { name: "S’inscrire" });
  await form.getByLabel(/Matricule/).fill(person.matricule);
  await form.getByLabel("Prénom").fill(person.firstName);
  await form.getByLabel("Nom", { exact: true }).fill(person.lastName);
  await form.getByLabel(/e-mail/i).fill(person.email);
  await form.getByLabel(/GSM|mobile|portable/i).fill(person.phone);
  await form.getByLabel(/rue/i).fill("12, rue de la Gare");
  await form.getByLabel(/Code postal/).fill("8050");
  await form.getByLabel(/Localité|Ville/).fill("Bertrange");
  const since = new Date().toISOString();
  await form.getByRole("button", { name: "Envoyer" }).click();
  await page.waitForURL(/\/sign-up\/code/);
  await page.getByLabel(/Code/).fill(await codeTo(person.phone, since));
  await page.getByRole("button", { name: "Confirmer" }).click();
  await page.getByText(/Votre compte/).first().waitFor();
}

async function activate(page: Page, person: TestPerson): Promise<void> {
  const [mail] = await messagesTo(person.email, "2020-01-01T00:00:00Z");
  const link = /https?:\/\/\S+\/activation\S+/.exec(mail?.text ?? "")?.[0];
  await page.goto(link ?? "the e-mail holds no link");
  const fields = page.locator('input[autocomplete="new-password"]');
  await fields.nth(0).fill(person.password);
  await fields.nth(1).fill(person.password);
  await page.getByRole("button", { name: "Valider" }).click();
  await page.getByText("Votre compte est prêt").waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Votre message" }).fill(text);
  await page.keyboard.press("Enter");
}

/** Moves an appointment, named by its link, to start in so many minutes: the test does not wait. */
async function moveTo(link: string, minutes: number): Promise<void> {
  const id = link.split("/").at(-2) ?? "";
  await using sql = openSql();
  await sql`
    update public.appointments
    set during = tstzrange(start, start + interval '10 minutes')
    from (select now() + make_interval(mins => ${minutes}::int) as start) as chosen
    where id = ${id}`;
}
