import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { smallPdf } from "../attachments.ts";
import {
  byLabel,
  byRole,
  byText,
  type FirefoxPage,
  newFirefox,
  newFirefoxPage,
} from "../firefox.ts";
import { newBrowser } from "../house.ts";
import {
  codeTo,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";
import { signedIn } from "../visits.ts";
import {
  appointmentsOf,
  freeSlots,
  slotName,
  slotTime,
  until,
  weekPath,
} from "./booking_steps.ts";

Deno.test("in Firefox", async (t) => {
  await using firefox = await newFirefox();

  await t.step("a script that the policy forbids is noticed", async () => {
    await using visitor = await newFirefoxPage(firefox);
    await visitor.open("/fr");
    assertEquals(visitor.faults, []);
    await visitor.page.evaluate(() => {
      const script = document.createElement("script");
      script.src = "https://elsewhere.example/x.js";
      document.head.append(script);
    });
    await until(
      () => Promise.resolve(visitor.faults),
      ([fault]) => fault?.includes("Content-Security-Policy") ?? false,
    );
  });

  await t.step(
    "from the directory through sign-in to a booked appointment",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const [, start = ""] = await freeSlots(doctor, 2);
      await using visitor = await newFirefoxPage(firefox);
      const { page, open, faults } = visitor;
      await open("/fr");
      await byLabel(page, "Nom du médecin")
        .fill(doctor.lastName);
      await leads(page, () => page.keyboard.press("Enter"));
      await leads(page, () => byRole(page, "link", doctor.name).click());
      await byRole(page, "heading", doctor.name).wait();
      await leads(page, () => byRole(page, "link", "Se connecter").click());
      await signIn(page, patient);
      await chooseSlot(visitor, doctor, start);
      await page.locator("input[type=checkbox]").click();
      await leads(page, () => press(page, "Confirmer ce créneau"));
      await byLabel(page, "Symptômes")
        .fill(
          "Toux depuis trois jours",
        );
      await leads(page, () => press(page, "Réserver"));
      await byText(page, "Votre rendez-vous est réservé").wait();
      await open("/fr/appointments");
      await byText(page, doctor.name).wait();
      const booked = await appointmentsOf(patient);
      assertEquals(
        booked.map((one) => [one.symptoms, one.start]),
        [["Toux depuis trois jours", start]],
      );
      assertEquals(faults, []);
    },
  );

  await t.step("a menu opens by keyboard and closes on Escape", async () => {
    const patient = await newPatient();
    await using visitor = await newFirefoxPage(firefox, patient);
    const { page, open, faults } = visitor;
    await open("/fr/appointments");
    const name = `Compte de ${patient.name}`;
    const menu = page.locator("#menu-account");
    await menu.setVisibility("hidden").wait();
    const button = await byRole(page, "button", name).waitHandle();
    await button.focus();
    await page.keyboard.press("Enter");
    await menu.setVisibility("visible").wait();
    await page.keyboard.press("Escape");
    await menu.setVisibility("hidden").wait();
    assertEquals(
      await button.evaluate((one) => one === document.activeElement),
      true,
    );
    await page.keyboard.press("Enter");
    await leads(page, () => byRole(page, "link", "Mon compte").click());
    await byRole(page, "heading", "Mon compte").wait();
    assertEquals(faults, []);
  });

  await t.step(
    "the waiting room says that this library and Firefox cannot call, and what to do",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      const id = await newAppointment(patient, doctor, 2);
      await using visitor = await newFirefoxPage(firefox, patient);
      const { page, open, faults } = visitor;
      for (const place of ["equipment", "waiting-room"]) {
        await open(`/fr/appointments/${id}/${place}`);
        // Before anything is pressed.
        await byText(page, "Ce navigateur ne permet pas l’appel vidéo").wait();
        await byText(page, "Ouvrez cette page dans Chrome, Edge ou Safari.")
          .wait();
        await byText(page, "le médecin peut vous téléphoner").wait();
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
    "a patient and a doctor in Chromium write to each other, and a file arrives",
    async () => {
      const [patient, doctor] = [await newPatient(), await newDoctor()];
      await newAppointment(patient, doctor, 60 * 24);
      await using sql = openSql();
      const [thread] = await sql`
        select id from public.threads where doctor_id = ${doctor.id}`;
      const path = `/fr/messages/${thread?.id}`;
      await using chromium = await newBrowser();
      const { page: his } = await signedIn(chromium, doctor, path);
      await using visitor = await newFirefoxPage(firefox, patient);
      const { page: hers, open, faults } = visitor;
      await open(path);
      const attach = await hers.waitForSelector("input[type=file][multiple]");

      // Key by key, as fast as it goes: no letter is lost.
      const question = "Le pharmacien demande si je dois la reprendre.";
      await byLabel(hers, "Votre message").click();
      await hers.keyboard.type(question);
      await press(hers, "Envoyer");
      await his.getByText(question, { exact: true }).waitFor();
      await his.getByLabel("Votre message").fill("Non, rassurez-vous.");
      await his.getByRole("button", { name: "Envoyer" }).click();
      await byText(hers, "Non, rassurez-vous.").wait();

      const folder = await Deno.makeTempDir();
      try {
        const file = `${folder}/Résultats d’été.pdf`;
        await Deno.writeFile(file, smallPdf);
        await attach?.uploadFile(file);
        const link = his.getByRole("link", { name: "Résultats d’été.pdf" });
        await link.waitFor();
        const answer = await his.request.get(
          await link.getAttribute("href") ?? "",
        );
        assertEquals(new Uint8Array(await answer.body()), smallPdf);
        await byText(hers, "Résultats d’été.pdf").wait();
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
      assertEquals(faults, []);
    },
  );
});

/** Presses a free slot of the calendar, whose island puts it on the ticket without another page. */
async function chooseSlot(
  { page, open }: FirefoxPage,
  doctor: TestPerson,
  start: string,
): Promise<void> {
  // It reads the week again once it listens; that of the page before does so no longer.
  await page.goto("about:blank");
  const listens = page.waitForResponse((one) => one.url().includes("/slots"));
  await open(weekPath(doctor, start));
  await listens;
  await page.evaluate(() => document.body.dataset.kept = "yes");
  await byRole(page, "link", slotName(start)).click();
  await page.locator(`aside ::-p-text(${slotTime(start)})`).wait();
  assertEquals(await page.evaluate(() => document.body.dataset.kept), "yes");
  assert(new URL(page.url()).searchParams.has("slot"));
}

/** Signs in by the form that the page has led to, with the code of the SMS. */
async function signIn(page: Page, person: TestPerson): Promise<void> {
  const since = new Date().toISOString();
  await byLabel(page, "E-mail ou matricule").fill(person.email);
  await byLabel(page, "Mot de passe").fill(person.password);
  await leads(page, () => press(page, "Se connecter"));
  const code = await codeTo(person.phone, since);
  await byLabel(page, "Code reçu par SMS").fill(code);
  await leads(page, () => press(page, "Confirmer"));
  await byRole(page, "button", `Compte de ${person.name}`).wait();
}

/** Does what leads to another page, and waits for it: what is found on the page before is gone by then. */
async function leads(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()]);
}

async function press(page: Page, name: string): Promise<void> {
  await byRole(page, "button", name).click();
}
