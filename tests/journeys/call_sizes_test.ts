import { assert, assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { smallPdf } from "../attachments.ts";
import {
  assertApart,
  assertLarge,
  assertNotHigher,
  assertNotWider,
  assertWhole,
  enlarge,
  resize,
  type Size,
} from "../geometry.ts";
import { newBrowser } from "../house.ts";
import { seesVideoOf } from "../playing.ts";
import { close, newVisit, talk, type Visit } from "../visits.ts";

const phones: Size[] = [[320, 568], [360, 740]];
const turned: Size[] = [[740, 360], [667, 375]];
const tablet: Size = [768, 1024];
const everywhere: Size[] = [...phones, ...turned, tablet, [1024, 600], [
  1440,
  900,
]];
const large: Size[] = [[740, 360], [360, 640]];
const TOUCH = 44;

Deno.test("the call in windows of every size", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  await talk(visit);
  const { patientPage, doctorPage } = visit;
  await seesVideoOf(doctorPage, visit.patient.name);

  await t.step(
    "every button of the bar is seen whole, with its word",
    () =>
      forBoth(visit, async (page, who) => {
        for (const size of everywhere) {
          await resize(page, size);
          const where = `${who} ${size}`;
          const buttons = await shown(
            page.getByRole("toolbar").getByRole("button"),
          );
          assert(buttons.length >= 5, where);
          for (const button of buttons) {
            await assertWhole(button, where);
            await assertLarge(button, { width: TOUCH, height: TOUCH }, where);
            const word = button.locator(".control-word");
            await assertWhole(word, where);
          }
          await assertNotWider(page, where);
          await assertNotHigher(page, where);
        }
      }),
  );

  await t.step(
    "with text twice as large the buttons are seen whole, with their words, the panel open or not",
    () =>
      forBoth(visit, async (page, who) => {
        await enlarge(page, true);
        for (const open of [true, false]) {
          for (const size of large) {
            await resize(page, size);
            const where = `${who} 200 % ${size} ${open}`;
            const closer = page.locator(".panel-close:visible");
            if (!open && await closer.isVisible()) await closer.click();
            const buttons = await shown(
              page.getByRole("toolbar").getByRole("button"),
            );
            assert(buttons.length >= 5, where);
            for (const button of buttons) {
              await assertWhole(button, where);
              await assertLarge(button, { width: TOUCH, height: TOUCH }, where);
              await assertWhole(button.locator(".control-word"), where);
            }
            await assertApart(page, ".control-word", where);
            await assertNotWider(page, where);
            if (open) {
              await assertWhole(closer, where);
              const line = page.locator(".call-panel").getByRole("textbox");
              if (await line.isVisible()) await assertWhole(line, where);
              continue;
            }
            await page.getByRole("button", { name: /^Réglages/ }).click();
            const settings = page.locator(".call-devices");
            await assertWhole(
              settings.getByRole("button", { name: "Fermer" }),
              where,
            );
            for (const name of [/^Inviter/, /Plein écran/]) {
              const more = settings.getByRole("button", { name });
              await more.scrollIntoViewIfNeeded();
              await assertWhole(more, where);
            }
            await page.keyboard.press("Escape");
          }
        }
        await enlarge(page, false);
        await page.getByRole("button", {
          name: who === "doctor" ? /^Ouvrir la fiche/ : /^Ouvrir le chat/,
        }).click();
      }),
  );

  await t.step("what is pressed in the panel is large enough", async () => {
    await resize(doctorPage, [360, 740]);
    const panel = doctorPage.locator(".call-panel");
    for (const button of await shown(panel.locator("button, a"))) {
      await assertLarge(button, { width: TOUCH, height: TOUCH }, "panel");
    }
    await panel.getByRole("button", { name: "Chat" }).click();
    await assertLarge(panel.getByRole("textbox"), { height: TOUCH }, "line");
  });

  await t.step(
    "below 60rem the settings hold what the bar has no room for, and close",
    async () => {
      const settings = patientPage.getByRole("group", {
        name: "Changer de caméra",
      });
      const opener = patientPage.getByRole("button", { name: /^Réglages/ });
      for (const size of [...phones, ...turned, tablet]) {
        await resize(patientPage, size);
        await opener.click();
        for (
          const name of [/Partager l’écran/, /Plein écran/, "Fermer"]
        ) {
          await assertWhole(
            settings.getByRole("button", { name }),
            `${size}`,
          );
        }
        for (const name of ["Caméra", "Microphone"]) {
          await assertWhole(settings.getByLabel(name).first(), `${size}`);
        }
        await settings.getByRole("button", { name: "Fermer" }).click();
        await settings.waitFor({ state: "detached" });
      }
      await resize(patientPage, [360, 740]);
      await opener.click();
      await patientPage.waitForFunction(() =>
        (document.querySelector("meter")?.value ?? 0) > 0
      );
      await settings.getByRole("button", { name: "Tester le son" }).click();
      await settings.getByText("Avez-vous entendu").waitFor();
      await patientPage.mouse.click(180, 40);
      await settings.waitFor({ state: "detached" });
      await opener.click();
      await settings.getByRole("button", { name: "Plein écran" }).click();
      await patientPage.waitForFunction(() =>
        document.fullscreenElement !== null
      );
      await settings.waitFor({ state: "detached" });
      await patientPage.evaluate(() => document.exitFullscreen());
    },
  );

  await t.step(
    "one's own picture is dragged or moved by keys to another corner, and stays there",
    async () => {
      const page = patientPage;
      const own = page.locator(".call-own");
      const stage = page.locator(".call-stage");
      const corner = async () => {
        const [a, b] = [await own.boundingBox(), await stage.boundingBox()];
        assert(a && b);
        return [
          a.y + a.height / 2 < b.y + b.height / 2 ? "top" : "bottom",
          a.x + a.width / 2 < b.x + b.width / 2 ? "left" : "right",
        ].join(" ");
      };
      await resize(page, [360, 740]);
      await page.getByRole("button", { name: "Fermer le chat" }).first()
        .click();
      assertEquals(await corner(), "bottom left");
      const box = await own.boundingBox();
      assert(box);
      await page.mouse.move(box.x + 50, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(300, 150, { steps: 5 });
      await page.mouse.up();
      assertEquals(await corner(), "top right");
      for (const size of everywhere) {
        await resize(page, size);
        await assertWhole(own, `${size}`);
      }
      const move = page.getByRole("button", { name: "Déplacer mon image" });
      await move.focus();
      await page.keyboard.press("ArrowDown");
      assertEquals(await corner(), "bottom right");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowLeft");
      assertEquals(await corner(), "top left");
      await move.click();
      assertEquals(await corner(), "top right");
      await resize(page, [1440, 900]);
      page.once("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await seesVideoOf(page, visit.doctor.name);
      assertEquals(await corner(), "top right");
    },
  );

  await t.step(
    "the reminder of unopened files keeps its buttons in the window, however long the names are",
    async () => {
      await resize(patientPage, [1440, 900]);
      await patientPage.getByLabel("Joindre un fichier").setInputFiles(
        [1, 2, 3].map((number) => ({
          name: `${"radiographie-du-genou-gauche-".repeat(5)}${number}.pdf`,
          mimeType: "application/pdf",
          buffer: Buffer.from(smallPdf),
        })),
      );
      await doctorPage.locator(".chat a.attachment").nth(2).waitFor({
        state: "attached",
      });
      await resize(doctorPage, [360, 740]);
      await doctorPage.getByRole("button", { name: /Terminer/ }).click();
      const dialog = doctorPage.getByRole("dialog");
      for (const size of [...phones, ...turned, tablet]) {
        await resize(doctorPage, size);
        const buttons = await dialog.getByRole("button").all();
        assertEquals(buttons.length, 3);
        for (const button of buttons) await assertWhole(button, `${size}`);
      }
    },
  );
  await close(visit);
});

async function shown(what: Locator): Promise<Locator[]> {
  const all = await what.all();
  const seen = await Promise.all(all.map((one) => one.isVisible()));
  return all.filter((_, index) => seen[index]);
}

async function forBoth(
  { patientPage, doctorPage }: Visit,
  look: (page: Page, who: string) => Promise<void>,
): Promise<void> {
  await look(patientPage, "patient");
  await look(doctorPage, "doctor");
}
