import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import {
  byLabel,
  byRole,
  byText,
  type FirefoxPage,
  newFirefox,
  newFirefoxPage,
} from "../firefox.ts";
import { codeTo, newDoctor, newPatient, type TestPerson } from "../people.ts";
import {
  appointmentsOf,
  freeSlots,
  slotName,
  slotTime,
  until,
  weekPath,
} from "./booking_steps.ts";
import { leads, press } from "./firefox_steps.ts";

Deno.test("booking in Firefox", async (t) => {
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
