import { Buffer } from "node:buffer";
import { assert, assertEquals } from "@std/assert";
import { newBrowser } from "../house.ts";
import { smallPdf } from "../attachments.ts";
import { close, newVisit, noViolations, talk, wait } from "../visits.ts";

Deno.test("in the chat of a consultation", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage } = visit;
  await wait(visit);
  await doctorPage.goto(visit.consultation);
  const log = patientPage.locator(".chat-scroll");
  const say = async (text: string) => {
    const line = doctorPage.getByRole("textbox", { name: "Votre message" });
    await line.fill(text);
    await line.press("Enter");
    await patientPage.getByRole("listitem").filter({ hasText: text })
      .waitFor();
  };
  const isSeen = (text: string) =>
    patientPage.getByRole("listitem").filter({ hasText: text })
      .evaluate((element) => {
        const box = element.getBoundingClientRect();
        const around = element.closest(".chat-scroll")?.getBoundingClientRect();
        return around !== undefined && box.top >= around.top - 1 &&
          box.bottom <= around.bottom + 1;
      });

  await t.step(
    "who reads older messages stays there, and is told of a new one below",
    async () => {
      for (let n = 1; n <= 3; n++) {
        await say(`Message ${n} ${"de plusieurs lignes ".repeat(40)}fin ${n}`);
      }
      await log.evaluate((element) => {
        element.scrollTop = -element.scrollHeight;
      });
      const top = () =>
        patientPage.getByRole("listitem").filter({ hasText: "Message 1" })
          .evaluate((element) => element.getBoundingClientRect().top);
      const before = await top();
      await say("Le plus récent");
      const button = patientPage.getByRole("button", {
        name: "Nouveau message plus bas",
      });
      await button.waitFor();
      assert(Math.abs(await top() - before) < 2, `${before} ${await top()}`);
      assertEquals(await isSeen("Le plus récent"), false);
      await noViolations(patientPage);
      await button.click();
      await button.waitFor({ state: "detached" });
      assertEquals(await isSeen("Le plus récent"), true);
      // At the end, what comes is seen.
      await say("Encore un");
      assertEquals(await isSeen("Encore un"), true);
      assertEquals(await button.count(), 0);
    },
  );

  await t.step(
    "an empty file is refused as empty; taken away, the focus stays in the chat",
    async () => {
      await patientPage.getByLabel("Joindre un fichier").setInputFiles({
        name: "vide.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.alloc(0),
      });
      await patientPage.getByText("Le fichier est vide").waitFor();
      await patientPage.getByText(/^0.ko$/).waitFor();
      await noViolations(patientPage);
      await patientPage.getByRole("button", { name: /^Annuler l’envoi/ })
        .press("Enter");
      await patientPage.locator(".chat-scroll:focus").waitFor();
    },
  );
  await close(visit);
});

Deno.test("a file that is being sent goes on after the red cross, and is shown", async () => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage } = visit;
  await talk(visit);
  const held = Promise.withResolvers<void>();
  await patientPage.route("**/upload/resumable/**", async (route) => {
    await held.promise;
    await route.continue();
  });
  await patientPage.getByLabel("Joindre un fichier").setInputFiles({
    name: "radio.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(smallPdf),
  });
  await patientPage.getByText(/^envoi… \d/).waitFor();
  await patientPage.getByRole("button", { name: "Quitter l’appel" }).click();
  await patientPage.getByRole("heading", { name: "Fichiers en cours d’envoi" })
    .waitFor();
  await patientPage.getByText("radio.pdf", { exact: true }).waitFor();
  await noViolations(patientPage);
  held.resolve();
  await patientPage.getByRole("heading", { name: "Fichiers en cours d’envoi" })
    .waitFor({ state: "detached" });
  await doctorPage.getByRole("button", { name: "Ouvrir le chat" }).click();
  await doctorPage.getByRole("link", { name: "radio.pdf" }).waitFor();
  await close(visit);
});
