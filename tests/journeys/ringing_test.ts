import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { newBrowser } from "../house.ts";
import { seesVideoOf } from "../playing.ts";
import {
  answer,
  call,
  close,
  newVisit,
  noViolations,
  wait,
} from "../visits.ts";

const green = (page: Page) => page.getByRole("button", { name: "Répondre" });
const lineOf = (page: Page) =>
  page.getByRole("textbox", { name: "Votre message" });

Deno.test("a ring does not answer itself", async (t) => {
  await using browser = await newBrowser();

  await t.step(
    "who is writing goes on writing, is told, and Enter sends the message",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await wait(visit);
      await lineOf(patientPage).fill("J’ai mal à la gorge");
      await call(visit);
      await green(patientPage).waitFor();
      await patientPage.getByRole("alert").filter({ hasText: "vous appelle" })
        .waitFor();
      await patientPage.keyboard.type(" depuis hier");
      await patientPage.keyboard.press("Enter");
      await visit.patientPage.getByRole("listitem")
        .filter({ hasText: "J’ai mal à la gorge depuis hier" }).waitFor();
      assertEquals(await green(patientPage).isEnabled(), true);
      await noViolations(patientPage);
      await answer(visit);
      await seesVideoOf(patientPage, visit.doctor.name);
      await close(visit);
    },
  );

  await t.step(
    "on a phone the chat stays open, and the focus comes back to the line",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await patientPage.setViewportSize({ width: 360, height: 740 });
      await wait(visit);
      await patientPage.getByRole("button", { name: "Chat" }).click();
      const line = lineOf(patientPage);
      await line.fill("Je cherche mes");
      await call(visit);
      await green(patientPage).waitFor();
      await patientPage.keyboard.type(" lunettes");
      assertEquals(await line.inputValue(), "Je cherche mes lunettes");
      await noViolations(patientPage);
      await patientPage.getByRole("button", { name: "Pas maintenant" }).click();
      await green(patientPage).waitFor({ state: "detached" });
      await patientPage.locator("textarea:focus").waitFor();
      assertEquals(await line.inputValue(), "Je cherche mes lunettes");
      await close(visit);
    },
  );

  await t.step(
    "a key that was pressed before it rang does not answer, one pressed for it does",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await wait(visit);
      await patientPage.keyboard.down("Enter");
      await call(visit);
      await patientPage.locator(".incoming-answer:focus").waitFor();
      // Held down, the key repeats.
      await patientPage.keyboard.down("Enter");
      await patientPage.keyboard.up("Enter");
      assertEquals(await green(patientPage).isEnabled(), true);
      while (await green(patientPage).isVisible()) {
        await patientPage.keyboard.press("Enter");
      }
      await seesVideoOf(patientPage, visit.doctor.name);
      await close(visit);
    },
  );
});
