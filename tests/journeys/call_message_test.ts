import { assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { assertLarge, assertWhole, resize, type Size } from "../geometry.ts";
import { newBrowser } from "../house.ts";
import { seesVideoOf } from "../playing.ts";
import { close, newVisit, noViolations, talk } from "../visits.ts";

const sizes: Size[] = [
  ...[[320, 568], [360, 740], [740, 360], [768, 1024]] as const,
  [1440, 900],
];

/** The notice itself; what screen readers are told stands beside it. */
const noticeOn = (page: Page) => page.locator(".call-message");

Deno.test("a new message while the chat is closed", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  await talk(visit);
  const { patientPage, doctorPage, patient } = visit;
  await seesVideoOf(doctorPage, patient.name);
  const notice = noticeOn(doctorPage);
  const chat = doctorPage.getByRole("button", { name: /^Ouvrir le chat/ });
  const write = async (text: string) => {
    const line = patientPage.getByRole("textbox", { name: "Votre message" });
    await line.fill(text);
    await line.press("Enter");
  };

  await t.step("who wrote and the first words are told, once", async () => {
    await write(`J’ai mal au genou ${"depuis longtemps ".repeat(20)}`);
    await notice.getByText("J’ai mal au genou").waitFor();
    await notice.getByText(patient.name).waitFor();
    assertEquals((await notice.innerText()).includes("…"), true);
    const spoken = doctorPage.getByRole("status").filter({
      hasText: `${patient.name} a écrit`,
    });
    assertEquals(await spoken.count(), 1);
    await noViolations(doctorPage);
  });

  await t.step(
    "it covers neither buttons nor the middle of a face, with the patient's file beside it and without",
    async () => {
      await notice.hover();
      for (const file of [true, false]) {
        for (const size of sizes) {
          await resize(doctorPage, size);
          const where = `${size} ${file ? "with" : "without"} file`;
          await notice.getByRole("button").first().hover();
          await assertClear(doctorPage, where);
        }
        if (!file) break;
        await resize(doctorPage, [1440, 900]);
        await doctorPage.getByRole("button", { name: /^Fermer la fiche/ })
          .first().click();
        await write("Encore une chose");
        await notice.getByText("Encore une chose").waitFor();
      }
    },
  );

  await t.step("it is taken away by its cross, and by Escape", async () => {
    await resize(doctorPage, [360, 740]);
    await notice.getByRole("button", { name: "Masquer ce message" }).click();
    assertEquals(await notice.count(), 0);
    await chat.and(doctorPage.locator(":focus")).waitFor();
    await write("Et puis ceci");
    await notice.getByText("Et puis ceci").waitFor();
    await notice.getByRole("button").first().focus();
    await doctorPage.keyboard.press("Escape");
    assertEquals(await notice.count(), 0);
  });

  await t.step("a press opens the chat, where the message stands", async () => {
    await write("Regardez");
    await notice.getByRole("button", { name: /Regardez/ }).click();
    await doctorPage.locator(".call-panel .chat-scroll:focus").waitFor();
    await doctorPage.getByRole("listitem").filter({ hasText: "Regardez" })
      .waitFor();
    // What is read in the open chat is not told beside it.
    await write("Et maintenant");
    await doctorPage.getByRole("listitem").filter({ hasText: "Et maintenant" })
      .waitFor();
    assertEquals(await notice.count(), 0);
  });

  await t.step(
    "nothing of it is seen while the screen is shared, nor afterwards",
    async () => {
      await resize(doctorPage, [1440, 900]);
      await doctorPage.getByRole("button", { name: /^Fermer le chat/ }).first()
        .click();
      await doctorPage.getByRole("button", { name: /^Partager l’écran/ })
        .click();
      await doctorPage.getByRole("button", { name: /Arrêter le partage/ })
        .waitFor();
      await write("Un secret");
      await doctorPage.getByRole("button", { name: "Ouvrir le chat (1)" })
        .waitFor();
      assertEquals(await doctorPage.getByText("Un secret").isVisible(), false);
      assertEquals(await notice.count(), 0);
      await doctorPage.getByRole("button", { name: /Arrêter le partage/ })
        .click();
      await doctorPage.getByRole("button", { name: /^Partager l’écran/ })
        .waitFor();
      assertEquals(await notice.count(), 0);
    },
  );

  await t.step(
    "a tab at the back says in its title that there is a message, and not which; it is told when somebody looks",
    async () => {
      await turnAway(doctorPage, true);
      await write("Rien que pour vous");
      await doctorPage.waitForFunction(() => document.title.startsWith("(2)"));
      assertMatch(await doctorPage.title(), /^\(2\) Consultation avec [^:]+$/);
      assertEquals(await notice.count(), 0);
      await turnAway(doctorPage, false);
      await notice.getByText("Rien que pour vous").waitFor();
      assertMatch(await doctorPage.title(), /^Consultation avec [^:]+$/);
    },
  );
  await close(visit);
});

Deno.test("in a narrow window somebody else is invited from the settings of the call", async () => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  await talk(visit);
  for (const page of [visit.patientPage, visit.doctorPage]) {
    for (const size of sizes.slice(0, 4)) {
      await resize(page, size);
      await page.getByRole("button", { name: /^Réglages/ }).click();
      const invite = page.locator(".call-devices").getByRole("button", {
        name: "Inviter une autre personne",
      });
      await assertWhole(invite, `${size}`);
      await assertLarge(invite, { width: 44, height: 44 }, `${size}`);
      await assertWhole(invite.locator(".control-word"), `${size}`);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: /^Réglages/ }).click();
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.locator(".call-devices").getByRole("button", {
        name: "Inviter une autre personne",
      }).click(),
    ]);
    await opened.getByLabel("Nom de la personne").waitFor();
    await opened.close();
    // The call goes on.
    await page.getByRole("button", { name: /^Réglages/ }).waitFor();
  }
  await close(visit);
});

/** Fails when the notice lies over a button, or over the middle of a picture. */
async function assertClear(page: Page, where: string): Promise<void> {
  const covered = await noticeOn(page).evaluate((notice) => {
    const box = notice.getBoundingClientRect();
    const within = (x: number, y: number) =>
      x > box.left && x < box.right && y > box.top && y < box.bottom;
    const shown = (one: Element) => one.checkVisibility();
    const buttons = [
      ...document.querySelectorAll(".call-bar button, .call-own button"),
      ...document.querySelectorAll(".call-help, .panel-tabs button"),
    ].filter(shown).filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < box.right && right > box.left && top < box.bottom &&
        bottom > box.top;
    });
    const pictures = [...document.querySelectorAll(".call-people video")]
      .filter(shown).filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return within((left + right) / 2, (top + bottom) / 2);
      });
    return [...buttons, ...pictures].map((one) => one.outerHTML.slice(0, 120));
  });
  assertEquals(covered, [], where);
  await assertWhole(noticeOn(page), where);
}

/** As if another tab were in front. */
async function turnAway(page: Page, away: boolean): Promise<void> {
  await page.evaluate((away) => {
    if (away) {
      Object.defineProperty(document, "visibilityState", {
        configurable: true,
        value: "hidden",
      });
    } else Reflect.deleteProperty(document, "visibilityState");
    document.dispatchEvent(new Event("visibilitychange"));
  }, away);
}
