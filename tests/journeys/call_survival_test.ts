import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { startHouse } from "../../local/house.ts";
import { moveInto, newBrowser } from "../house.ts";
import { cutOff, endDirect, keepDirect, takeMicrophone } from "../networks.ts";
import { hears, looksAnew, seesVideoOf } from "../playing.ts";
import {
  answer,
  call,
  close,
  newVisit,
  refuse,
  signedIn,
  talk,
  type Visit,
  wait,
} from "../visits.ts";

Deno.test("a call survives", async (t) => {
  await using house = await startHouse({
    ports: "free",
    data: "temp",
    appEnv: { TRUST_PROXY: "true" },
  });
  using _used = moveInto(house);
  await using browser = await newBrowser();
  await using patientBrowser = await newBrowser();
  // What is started again after a crash lives longer than its step.
  const step = (name: string, fn: () => Promise<void>) =>
    t.step({ name, fn, sanitizeOps: false, sanitizeResources: false });

  await step(
    "a network gap of 20 s: each side is told what it is, and media come back by themselves",
    async () => {
      const visit = await newVisit(browser, 2, patientBrowser);
      const { patientPage, doctorPage, patient } = visit;
      await talk(visit);
      await bothSee(visit);

      using cable = await cutOff(patientBrowser);
      const cut = performance.now();
      await patientPage.getByText("Votre connexion est coupée").waitFor();
      await doctorPage.getByText("L’image est interrompue").waitFor();
      // Two seconds for a person; ten for a machine that plays both sides and other tests beside.
      assert(secondsSince(cut) < 10, `told after ${secondsSince(cut)} s`);
      await doctorPage.getByText(`${patient.name} n’est plus là`).waitFor();
      assert(secondsSince(cut) > 9, `gone after ${secondsSince(cut)} s`);
      await patientPage.waitForTimeout(20_000 - (performance.now() - cut));
      cable.reconnect();
      const back = performance.now();
      await bothSee(visit);
      // Three seconds on a machine with nothing else to do.
      assert(secondsSince(back) < 20, `back after ${secondsSince(back)} s`);
      assertEquals(await doctorPage.getByText("n’est plus là").count(), 0);

      // The new connection carries what is turned off and on.
      await patientPage.getByRole("button", { name: "Couper la caméra" })
        .click();
      await doctorPage.getByText("a coupé sa caméra").waitFor();
      await patientPage.getByRole("button", { name: "Activer la caméra" })
        .click();
      await bothSee(visit);
      await close(visit);
    },
  );

  await step(
    "the direct connection is lost while both are on the network: it is made anew",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await keepDirect(patientPage);
      await patientPage.reload();
      await talk(visit);
      await bothSee(visit);
      // In the middle of a call: it has been measured.
      await patientPage.getByText(
        /^(Bonne|Mauvaise) connexion$|^Connexion moyenne$/,
      ).waitFor();
      await endDirect(patientPage);
      const lost = performance.now();
      await bothSee(visit);
      assert(secondsSince(lost) < 20, `back after ${secondsSince(lost)} s`);
      await close(visit);
    },
  );

  await step(
    "Jitsi is started anew: the picture runs on, and the call is whole again by itself",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient, doctor } = visit;
      await talk(visit);
      await bothSee(visit);
      const pid = house.pid("jitsi");
      assert(pid !== undefined);
      Deno.kill(pid, "SIGKILL");
      const frozen = await longestStill(doctorPage, patient.name, 8_000);
      assert(frozen < 2_000, `the picture stood still for ${frozen} ms`);
      assertEquals(await doctorPage.getByRole("alert").count(), 0);
      assertEquals(await patientPage.getByRole("alert").count(), 0);
      // What goes through the server arrives again.
      await patientPage.getByRole("button", { name: "Couper le micro" })
        .click();
      await doctorPage.getByText("a coupé son micro").waitFor();
      await patientPage.reload();
      await seesVideoOf(patientPage, doctor.name);
      await close(visit);
    },
  );

  await step(
    "a microphone that ends: both are told, and it comes back with one press",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient } = visit;
      await talk(visit);
      await bothSee(visit);
      const allow = await takeMicrophone(patientPage);
      await patientPage.getByText("Votre micro s’est arrêté").waitFor();
      await doctorPage.getByText(`Le micro de ${patient.name} s’est arrêté`)
        .waitFor();
      await patientPage.getByRole("button", { name: "Activer le micro" })
        .waitFor();
      await allow();
      await patientPage.getByRole("button", { name: /^Utiliser / }).click();
      await patientPage.getByText("Votre micro s’est arrêté")
        .waitFor({ state: "detached" });
      await hears(doctorPage, patient.name);
      assertEquals(await doctorPage.getByText("s’est arrêté").count(), 0);
      await close(visit);
    },
  );

  await step(
    "without camera and microphone of one side it connects for both",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient, doctor } = visit;
      await refuse(patientPage, {
        camera: "NotFoundError",
        microphone: "NotFoundError",
      });
      await patientPage.reload();
      await wait(visit);
      await call(visit);
      await answer(visit);
      await seesVideoOf(patientPage, doctor.name);
      await hears(patientPage, doctor.name);
      await doctorPage.getByText(`${patient.name} n’a pas de caméra`)
        .waitFor();
      await doctorPage.getByText(`On n’entend pas ${patient.name}`).waitFor();
      assertEquals(await doctorPage.getByText("Connexion en cours").count(), 0);
      await close(visit);
    },
  );

  await step(
    "a second device takes the call over with one press; the first says so and takes it back with one",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage, patient, doctor, room } = visit;
      await talk(visit);
      await bothSee(visit);
      const second = await signedIn(patientBrowser, patient, room);
      const here = second.page.getByRole("button", { name: "Continuer ici" });
      await here.waitFor();
      assertEquals(await second.page.locator("video").count(), 0);
      await here.click();
      await patientPage.getByText("sur un autre appareil").waitFor();
      await seesVideoOf(second.page, doctor.name);
      await looksAnew(doctorPage, patient.name);
      await seesVideoOf(doctorPage, patient.name);

      await patientPage.getByRole("button", { name: "Continuer ici" }).click();
      await second.page.getByText("sur un autre appareil").waitFor();
      await bothSee(visit);
      await second.context.close();
      await close(visit);
    },
  );

  await step(
    "the site's header is not there, and a link does not leave the call without asking",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await talk(visit);
      await bothSee(visit);
      const asked: string[] = [];
      patientPage.once("dialog", (dialog) => {
        asked.push(dialog.message());
        return dialog.dismiss();
      });
      assertEquals(await patientPage.getByRole("banner").count(), 0);
      await pressLink(patientPage);
      assertEquals(asked, ["Quitter l’appel en cours\u202f?"]);
      await bothSee(visit);
      patientPage.once("dialog", (dialog) => dialog.accept());
      await pressLink(patientPage);
      await patientPage.waitForURL(/\/fr$/);
      await close(visit);
    },
  );
});

/** Presses a link out of the call, such as a message may hold: the page itself has none. */
async function pressLink(page: Page): Promise<void> {
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/fr";
    document.querySelector("main")?.append(link);
    link.click();
    link.remove();
  });
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1_000;
}

async function bothSee({ patientPage, doctorPage, patient, doctor }: Visit) {
  await looksAnew(patientPage, doctor.name);
  await looksAnew(doctorPage, patient.name);
  await Promise.all([
    seesVideoOf(patientPage, doctor.name),
    seesVideoOf(doctorPage, patient.name),
  ]);
}

/** How long the picture with this name stood still at most, within so many milliseconds; in milliseconds. */
async function longestStill(
  page: Page,
  name: string,
  milliseconds: number,
): Promise<number> {
  return await page.evaluate(async ({ label, limit }) => {
    const end = performance.now() + limit;
    let [longest, moved, time] = [0, performance.now(), -1];
    while (performance.now() < end) {
      const video = [...document.querySelectorAll("video")]
        .find((one) => one.getAttribute("aria-label") === label);
      const now = performance.now();
      if (video && video.currentTime !== time) {
        [moved, time] = [now, video.currentTime];
      }
      longest = Math.max(longest, now - moved);
      await new Promise((done) => setTimeout(done, 50));
    }
    return longest;
  }, { label: name, limit: milliseconds });
}
