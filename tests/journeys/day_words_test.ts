import { assert, assertEquals, assertMatch } from "@std/assert";
import type { BrowserContext, Page } from "playwright-core";
import { newBrowser } from "../house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  zoneAt,
  zoneAtNoon,
} from "../people.ts";
import { signedIn } from "../visits.ts";

/** From noon, in whose zone the doctor works, to soon after midnight; in milliseconds. */
const PAST_MIDNIGHT = 13 * 60 * 60_000;
const TOMORROW = 24 * 60;

/** A patient with an appointment tomorrow, seen from the doctor's zone at any hour of the test. */
async function newTomorrow() {
  const doctor = await newDoctor({ timeZone: zoneAtNoon() });
  const patient = await newPatient();
  const appointment = await newAppointment(patient, doctor, TOMORROW);
  return { doctor, patient, appointment };
}

/** The words of days on a page, and the names that hold them. */
function spoken(page: Page): Promise<string[]> {
  return page.locator("[data-spoken]:visible").evaluateAll((all) =>
    all.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? "")
  );
}

/** Lets the night pass on an open page: its timers run. */
async function stayUp({ clock }: BrowserContext) {
  await clock.fastForward(PAST_MIDNIGHT);
}

/** Lets the device sleep over midnight, with its timers, and somebody come back to the page. */
async function sleep(context: BrowserContext, page: Page) {
  await context.clock.setFixedTime(Date.now() + PAST_MIDNIGHT);
  await page.evaluate(() =>
    document.dispatchEvent(new Event("visibilitychange"))
  );
}

for (const [night, how] of [[stayUp, "awake"], [sleep, "asleep"]] as const) {
  Deno.test(`an open page says today of what was tomorrow, once the day has changed in the doctor's zone (${how})`, async () => {
    await using browser = await newBrowser();
    const { patient, doctor, appointment } = await newTomorrow();
    for (
      const path of [
        "/fr/appointments",
        `/fr/appointments/${appointment}`,
        `/fr/appointments/${appointment}/cancellation`,
        `/fr/doctors/${doctor.slug}?move=${appointment}`,
      ]
    ) {
      const { page, context } = await signedIn(browser, patient, "/fr/help");
      await context.clock.install();
      await page.goto(path);
      await page.locator("[data-spoken]").first().waitFor();
      await page.waitForLoadState("networkidle");
      const before = await spoken(page);
      assert(before.length > 0, path);
      assertMatch(before.join(" | "), /demain/, path);
      await page.evaluate(() => Reflect.set(globalThis, "stays", true));
      await night(context, page);
      await page.waitForFunction(() =>
        document.querySelector("main")?.innerText.match(/aujourd’hui/i)
      );
      const after = (await spoken(page)).join(" | ");
      assert(!after.includes("demain"), after);
      // Only the words: the page is the same, with what was typed and where somebody is.
      assertEquals(
        await page.evaluate(() => Reflect.get(globalThis, "stays")),
        true,
      );
      await context.close();
    }
  });
}

Deno.test("where it is not midnight yet nothing changes, and two zones have each their own day", async () => {
  await using browser = await newBrowser();
  const patient = await newPatient();
  const near = await newDoctor({ timeZone: zoneAtNoon() });
  // Six hours behind: it is six in the morning there.
  const far = await newDoctor({ timeZone: zoneAt(6) });
  await newAppointment(patient, near, TOMORROW);
  await newAppointment(patient, far, TOMORROW + 30);
  const { page, context } = await signedIn(browser, patient, "/fr/help");
  await context.clock.install();
  await page.goto("/fr/appointments");
  await page.waitForLoadState("networkidle");
  const days = () =>
    page.locator(".ticket-day:visible, .ticket-mini-day").allInnerTexts();
  const first = await days();
  assertEquals(first.map((day) => /^\w+/.exec(day)?.[0].toLowerCase()), [
    "demain",
    "demain",
  ]);
  await context.clock.fastForward(11 * 60 * 60_000);
  assertEquals(await days(), first);
  await context.clock.fastForward(2 * 60 * 60_000);
  await page.getByText(/aujourd’hui/i).first().waitFor();
  const [here = "", there = ""] = await days();
  assertMatch(here, /^aujourd’hui/i);
  assertMatch(there, /^demain/i);
});

Deno.test("a device whose clock is days off says today by the server's", async () => {
  await using browser = await newBrowser();
  const { patient } = await newTomorrow();
  const { page, context } = await signedIn(browser, patient, "/fr/help");
  await context.clock.install({ time: Date.now() - 3 * 86_400_000 });
  await page.goto("/fr/appointments");
  await page.waitForLoadState("networkidle");
  assertMatch((await spoken(page)).join(), /demain/);
  await context.clock.fastForward(PAST_MIDNIGHT);
  await page.getByText(/aujourd’hui/i).first().waitFor();
});

Deno.test("the title of an appointment's page is right on every day", async () => {
  await using browser = await newBrowser();
  const { patient, appointment } = await newTomorrow();
  const { page } = await signedIn(
    browser,
    patient,
    `/fr/appointments/${appointment}`,
  );
  const title = await page.title();
  assert(!/demain|aujourd/.test(title), title);
  assertMatch(title, /^Rendez-vous \S+ \d+\S* \S+ à \d\d:\d\d/);
});

Deno.test("the calendar marks the day that has come", async () => {
  await using browser = await newBrowser();
  const { patient, doctor } = await newTomorrow();
  const { page, context } = await signedIn(browser, patient, "/fr/help");
  await context.clock.install();
  await page.goto(`/fr/doctors/${doctor.slug}`);
  await page.waitForLoadState("networkidle");
  const marked = () => page.locator(".week-today").getAttribute("data-day");
  const today = await marked();
  const dates = await page.locator("[data-day]").evaluateAll((all) =>
    all.map((one) => one.getAttribute("data-day"))
  );
  await context.clock.fastForward(PAST_MIDNIGHT);
  const next = dates[dates.indexOf(today) + 1];
  await page.locator(`.week-today[data-day="${next}"]`).waitFor();
  assertEquals(await page.locator(".week-today").count(), 1);
});
