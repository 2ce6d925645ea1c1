import type { Browser, Locator, Page } from "playwright-core";
import {
  assertApart,
  assertLarge,
  assertNotWider,
  assertReached,
  assertWhole,
  enlarge,
  resize,
  type Size,
} from "../geometry.ts";
import { newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient } from "../people.ts";
import {
  call,
  close,
  newVisit,
  refuse,
  signedIn,
  type Visit,
  wait,
} from "../visits.ts";

const phones: Size[] = [[320, 568], [360, 640], [360, 740]];
// The last one is a small laptop whose page is enlarged to 200 %.
const turned: Size[] = [[740, 360], [667, 375], [640, 360]];
const tablet: Size = [768, 1024];
const large: Size[] = [[740, 360], [360, 640], [360, 740]];
const desks: Size[] = [
  ...[[1024, 600], [1024, 768], [1180, 820]] as const,
  ...[[1280, 720], [1366, 657], [1440, 900]] as const,
];
const everywhere = [...phones, ...turned, tablet, ...desks];

Deno.test("the waiting room in windows of every size", async (t) => {
  await using browser = await newBrowser();

  await t.step(
    "before it begins, the button is seen without scrolling",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      const setUp = page.getByRole("button", { name: "Régler votre matériel" });
      for (const size of everywhere) {
        await resize(page, size);
        await assertWhole(setUp, `${size}`);
        await assertNotWider(page, `${size}`);
      }
      await close(visit);
    },
  );

  await t.step(
    "a refused camera: the words have room, the buttons and the help are scrolled to with the page",
    async () => {
      for (const language of ["fr", "de"] as const) {
        const page = await refusedRoom(browser, language);
        const band = page.locator(".band-refused");
        for (const size of everywhere) {
          const where = `${language} ${size}`;
          await resize(page, size);
          await assertLarge(page.getByRole("heading", { level: 1 }), {
            width: 220,
          }, where);
          await assertNotWider(page, where);
          for (const button of await band.getByRole("button").all()) {
            await assertReached(button, where);
          }
          const steps = page.locator(".self-blocked ol").first();
          await assertLarge(steps, { width: 220 }, where);
          await assertReached(steps.locator("li").last(), where);
          await assertReached(page.locator("summary"), where);
        }
        await page.context().close();
      }
    },
  );

  await t.step(
    "after starting without devices the help and its button are scrolled to, and the answer is seen at once",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      await refuse(page, {
        camera: "NotAllowedError",
        microphone: "NotAllowedError",
      });
      await page.reload();
      await wait(visit);
      const again = page.getByRole("button", { name: "Réessayer" });
      for (const size of everywhere) {
        await resize(page, size);
        await assertReached(again, `${size}`);
      }
      await call(visit);
      await answerIsSeen(page);
      await close(visit);
    },
  );

  await t.step(
    "who waits on a phone finds what is ready, whom to call, and how to invite somebody",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      await wait(visit);
      for (const size of [...phones, ...turned, tablet]) {
        await resize(page, size);
        await assertReached(
          page.getByText("Connexion établie").locator("visible=true"),
          `${size}`,
        );
        await page.getByRole("navigation", { name: "Salle d’attente" })
          .getByRole("button", { name: "Aide" }).click();
        const help = page.getByRole("region", { name: "Besoin d’aide" })
          .or(page.locator("#room-help"));
        await help.getByText("Personne ne vous appelle").waitFor();
        for (
          const what of [
            help.getByRole("link", { name: /^\+352/ }),
            help.getByRole("button", { name: "Être appelé par téléphone" }),
            help.getByRole("link", { name: "Inviter une autre personne" }),
          ]
        ) {
          await what.scrollIntoViewIfNeeded();
          await assertWhole(what, `${size}`);
        }
        await page.keyboard.press("Escape");
      }
      await close(visit);
    },
  );

  await t.step(
    "with text twice as large every button is reached, and nothing lies over it",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      const tabs = page.getByRole("navigation", { name: "Salle d’attente" });
      const reach = async (what: Locator) => {
        await enlarge(page, true);
        for (const size of large) {
          await resize(page, size);
          const where = `200 % ${size}`;
          await assertReached(what, where);
          for (const tab of await tabs.getByRole("button").all()) {
            await assertWhole(tab, where);
          }
          await assertApart(page, ".tab", where);
          await assertNotWider(page, where);
        }
        await enlarge(page, false);
        await resize(page, [360, 740]);
      };
      const setUp = page.getByRole("button", { name: "Régler votre matériel" });
      const start = page.getByRole("button", { name: /^Commencer/ });
      await reach(setUp);
      await setUp.click();
      await reach(start);
      await start.click();
      await page.getByText("Laissez cette page ouverte").waitFor();
      await reach(page.getByRole("heading", { level: 1 }));
      await close(visit);
    },
  );

  await t.step(
    "the line to write on is seen while the keyboard is open",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      await wait(visit);
      await resize(page, [360, 740]);
      await page.getByRole("button", { name: "Chat" }).click();
      for (const size of [[360, 400], ...turned, ...phones] as Size[]) {
        await resize(page, size);
        await assertWhole(
          page.getByRole("textbox", { name: /message/ }),
          `${size}`,
        );
      }
      await close(visit);
    },
  );

  await t.step(
    "it rings: the answer is seen, also when the phone is turned and with large text",
    async () => {
      const visit = await touchVisit(browser);
      const { patientPage: page } = visit;
      await wait(visit);
      await call(visit);
      await answerIsSeen(page);
      await enlarge(page, true);
      for (const size of large) {
        await resize(page, size);
        for (const name of ["Répondre", "Pas maintenant"]) {
          await assertWhole(
            page.getByRole("button", { name }),
            `200 % ${size}`,
          );
        }
        await assertNotWider(page, `200 % ${size}`);
      }
      await close(visit);
    },
  );
});

/** Both buttons of the call lie whole within the window, in whatever order it is turned and resized. */
async function answerIsSeen(page: Page): Promise<void> {
  const answer = page.getByRole("button", { name: "Répondre" });
  await answer.waitFor();
  for (const size of everywhere) {
    await resize(page, size);
    await assertWhole(answer, `${size}`);
    await assertWhole(
      page.getByRole("button", { name: "Pas maintenant" }),
      `${size}`,
    );
    await assertNotWider(page, `${size}`);
  }
}

/** The patient has a touch screen: what is said of it is there, too. */
async function touchVisit(browser: Browser): Promise<Visit> {
  const visit = await newVisit(browser);
  await visit.patientPage.context().close();
  const { page } = await signedIn(browser, visit.patient, visit.room, {
    hasTouch: true,
  });
  return { ...visit, patientPage: page };
}

/** A waiting room whose browser has just refused camera and microphone. */
async function refusedRoom(
  browser: Browser,
  language: "fr" | "de",
): Promise<Page> {
  const patient = await newPatient();
  const appointment = await newAppointment(patient, await newDoctor(), 2);
  const { page } = await signedIn(browser, patient, "/", { hasTouch: true });
  await refuse(page, {
    camera: "NotAllowedError",
    microphone: "NotAllowedError",
  });
  await page.goto(`/${language}/appointments/${appointment}/waiting-room`);
  await page.locator(".band").getByRole("button").click();
  await page.locator(".band-refused").waitFor();
  return page;
}
