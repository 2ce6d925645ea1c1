import { Buffer } from "node:buffer";
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import {
  docx,
  heic,
  jpeg,
  png,
  zip,
} from "../../services/attachments/testing.ts";
import { consult, smallPdf } from "../attachments.ts";
import { newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient, openSql } from "../people.ts";
import { newVisit, noViolations, signedIn, talk } from "../visits.ts";

const file = (name: string, bytes: Uint8Array, mimeType = "") => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
const encode = (text: string) => new TextEncoder().encode(text);

/** Chooses files in the chat of a page. */
const attach = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.getByLabel("Joindre un fichier").setInputFiles(files, {
    // The bytes go to the browser as text: twenty megabytes take their time on a busy machine.
    timeout: 60_000,
  });

/** The file of this name in a chat. */
const shown = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ hasText: name });

/** Opens a file as people do, in another tab, and gives what Storage answered. */
async function open(page: Page, name: string): Promise<Response> {
  const href = await page.getByRole("link", { name }).first().getAttribute(
    "href",
  );
  const answer = await page.request.get(href ?? "");
  return new Response(new Uint8Array(await answer.body()), {
    status: answer.status(),
    headers: answer.headers(),
  });
}

/** Drops a picture onto the chat, or pastes it into its message. */
async function give(
  page: Page,
  how: "drop" | "paste",
  name: string,
): Promise<void> {
  await page.getByLabel("Votre message").evaluate(
    (box, { how, name, bytes }) => {
      const files = new DataTransfer();
      const type = "image/png";
      files.items.add(new File([new Uint8Array(bytes)], name, { type }));
      const happens = { bubbles: true, cancelable: true };
      box.dispatchEvent(
        how === "drop"
          ? new DragEvent("drop", { ...happens, dataTransfer: files })
          : new ClipboardEvent("paste", { ...happens, clipboardData: files }),
      );
    },
    { how, name, bytes: [...png()] },
  );
}

Deno.test("files in messages: without JavaScript, with it, and hostile ones", async (t) => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 60 * 24);
  await using sql = openSql();
  const [{ id: thread } = { id: "" }] = await sql`
    select id from public.threads where doctor_id = ${doctor.id}`;
  const path = `/fr/messages/${thread}`;
  const { page: plain } = await signedIn(browser, patient, path, {
    javaScriptEnabled: false,
  });

  await t.step("a form sends a file with its accents, once", async () => {
    await attach(plain, file("Résultats d’été.pdf", smallPdf));
    await plain.getByLabel("Votre message").fill("Voici mes résultats");
    await plain.getByRole("button", { name: "Envoyer" }).click();
    await shown(plain, "Résultats d’été.pdf").waitFor();
    await plain.getByText("Voici mes résultats").waitFor();
    const form = () => ({
      file_id: "7d0c35d3-92ab-4b5f-8fd9-7b1c1d2e3f40",
      message: "",
      file: file("deux.png", png(), "image/png"),
    });
    const post = () =>
      plain.request.post(path, {
        multipart: form(),
        headers: { Origin: new URL(plain.url()).origin },
      });
    const answers = await Promise.all([post(), post()]);
    assertEquals(answers.map((answer) => answer.status()), [200, 200]);
    await plain.reload();
    assertEquals(await shown(plain, "deux.png").count(), 1);
  });

  await t.step("what is no such file is refused with what to do", async () => {
    const parts = {
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": "x",
    };
    const hostile = [
      [
        file("photo.png", encode("<html><script>alert(1)</script>")),
        "PDF, JPEG",
      ],
      [file("facture.pdf", encode("%PDF-1.7 nothing")), "PDF, JPEG"],
      [
        file("bombe.docx", zip(parts, { "word/document.xml": 4e9 })),
        "PDF, JPEG",
      ],
      [file("grand.pdf", new Uint8Array(20 * 1024 * 1024 + 1)), "20 Mo"],
      [
        file("IMG_1.HEIC", encode("\0\0\0\x18ftypheic\0\0\0\0mif1heic")),
        "HEIC",
      ],
    ] as const;
    for (const [bad, says] of hostile) {
      await attach(plain, bad);
      await plain.getByRole("button", { name: "Envoyer" }).click();
      await plain.getByRole("alert").getByText(says).waitFor();
      assertEquals(await shown(plain, bad.name).count(), 0);
    }
  });

  const { page: his } = await signedIn(browser, doctor, path);
  await t.step(
    "the doctor opens it, by an address that is Storage's and short-lived",
    async () => {
      await his.getByText("pas encore ouvert").first().waitFor();
      await noViolations(his);
      const answer = await open(his, "Résultats d’été.pdf");
      assertEquals(answer.status, 200);
      assertEquals(answer.headers.get("content-type"), "application/pdf");
      assertMatch(
        answer.headers.get("content-disposition") ?? "",
        /^attachment.*R%C3%A9sultats/,
      );
      assertEquals(await answer.bytes(), smallPdf);
      await shown(his, "Résultats d’été.pdf").getByText("gardé").waitFor();
      await plain.reload();
      await shown(plain, "Résultats d’été.pdf").getByText(/, ouvert/).waitFor();
      const stranger = await signedIn(
        browser,
        await newPatient(),
        "/fr/messages",
      );
      const href = await his.getByRole("link", { name: "Résultats" })
        .getAttribute("href");
      const refused = await stranger.page.request.get(href ?? "");
      assertEquals(refused.status(), 404);
      const anonymous = await browser.newContext();
      const asked = await anonymous.request.get(
        new URL(href ?? "", his.url()).href,
      );
      assertMatch(asked.url(), /\/sign-in/);
    },
  );

  await t.step(
    "with JavaScript several go at once, live, without their metadata",
    async () => {
      const { page: hers } = await signedIn(browser, patient, path);
      await shown(hers, "deux.png").waitFor();
      await attach(
        his,
        file("radio.jpg", jpeg({ orientation: 6, behind: "a film" })),
        file("lettre.docx", docx()),
        file("IMG_0042.HEIC", heic),
        file("virus.exe", encode("MZ")),
      );
      await shown(hers, "radio.jpg").waitFor();
      await shown(hers, "lettre.docx").waitFor();
      await shown(hers, "IMG_0042.jpg").waitFor();
      const photo = await open(hers, "IMG_0042.jpg");
      assertEquals(photo.headers.get("content-type"), "image/jpeg");
      const bytes = await (await open(hers, "radio.jpg")).text();
      assert(!bytes.includes("49.6N") && !bytes.includes("a film"));
      await shown(his, "virus.exe").getByText("PDF, JPEG").waitFor();
      await noViolations(his);
      await his.getByRole("button", { name: /Annuler l’envoi de virus/ })
        .click();
      assertEquals(await shown(his, "virus.exe").count(), 0);
    },
  );

  await t.step(
    "dragged in, pasted and taken with the telephone's camera",
    async () => {
      await give(his, "drop", "glisse.png");
      await give(his, "paste", "colle.png");
      const camera = his.getByLabel("Prendre une photo");
      assertEquals(await camera.getAttribute("capture"), "environment");
      await camera.setInputFiles(file("prise.jpg", jpeg(), "image/jpeg"));
      for (const name of ["glisse.png", "colle.png", "prise.jpg"]) {
        await his.getByRole("link", { name }).waitFor();
        assertEquals((await open(his, name)).status, 200);
      }
    },
  );

  await t.step(
    "whatever type a browser gives, a file is served as what it is",
    async () => {
      const types = ["application/pdf", "image/png", "text/html"];
      for (const [n, type] of types.entries()) {
        const name = `type-${n}.pdf`;
        await attach(his, file(name, smallPdf, type));
        await his.getByRole("link", { name }).waitFor();
        const answer = await open(his, name);
        assertEquals(answer.headers.get("content-type"), "application/pdf");
        assertEquals(await answer.bytes(), smallPdf);
      }
    },
  );

  await t.step("a large file goes on after the network was gone", async () => {
    const large = new Uint8Array(7 * 1024 * 1024);
    large.set(smallPdf);
    large.set(smallPdf.subarray(-40), large.length - 40);
    // The second chunk finds no network.
    let cut = 0;
    await his.route(
      "**/upload/resumable/**",
      (route) =>
        route.request().method() === "PATCH" && cut++ === 0
          ? route.abort("connectionreset")
          : route.continue(),
    );
    await attach(his, file("dossier.pdf", large));
    await his.getByRole("link", { name: "dossier.pdf" }).waitFor();
    assert(cut > 1);
    assertEquals(
      (await (await open(his, "dossier.pdf")).bytes()).length,
      large.length,
    );
  });
});

Deno.test("files in a call: who opens them keeps them, who does not is reminded and then loses them", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage: hers, doctorPage: his, appointment, patient } = visit;
  await talk(visit);

  await t.step(
    "two files of the patient and one of the doctor arrive in the chat",
    async () => {
      await his.getByRole("button", { name: "Ouvrir le chat" }).click();
      await attach(
        hers,
        file("boîte.jpg", jpeg()),
        file("ancien.pdf", smallPdf),
      );
      await shown(his, "boîte.jpg").waitFor();
      await shown(his, "ancien.pdf").waitFor();
      await attach(his, file("exercices.pdf", smallPdf));
      await shown(hers, "exercices.pdf").getByText("pas encore ouvert")
        .waitFor();
      await noViolations(hers);
      assertEquals((await open(his, "boîte.jpg")).status, 200);
      await shown(hers, "boîte.jpg").getByText(/, ouvert/).waitFor();
    },
  );

  await t.step(
    "the patient who leaves is reminded, and opens all in one press",
    async () => {
      await hers.getByRole("button", { name: "Quitter l’appel" }).click();
      const dialog = hers.getByRole("dialog", { name: /pas encore ouverts/ });
      await dialog.getByText("exercices.pdf").waitFor();
      await noViolations(hers);
      await dialog.getByRole("button", { name: "Tout ouvrir et garder" })
        .click();
      await dialog.getByText("gardé dans votre compte").waitFor();
      await dialog.getByRole("button", { name: "Quitter l’appel" }).click();
      await hers.getByRole("heading", { name: "Vous avez quitté l’appel" })
        .waitFor();
      await hers.getByRole("link", { name: "exercices.pdf" }).waitFor();
    },
  );

  await t.step(
    "the doctor who ends is reminded, presses Enter once too often, and ends without opening",
    async () => {
      await his.getByRole("button", { name: "Terminer" }).focus();
      await his.keyboard.press("Enter");
      await his.locator("dialog h2:focus").waitFor();
      await his.keyboard.press("Enter");
      const dialog = his.getByRole("dialog", { name: /pas encore ouverts/ });
      await dialog.getByText("ancien.pdf").waitFor();
      await dialog.getByRole("button", { name: "Terminer sans ouvrir" })
        .click();
      await hers.getByRole("heading", { name: "La consultation est terminée" })
        .waitFor();
      await hers.getByRole("link", { name: "exercices.pdf" }).waitFor();
      await noViolations(hers);
    },
  );

  await t.step(
    "after the time to reopen it, the unopened one is gone for the doctor only",
    async () => {
      await consult(appointment, 6 * 60);
      await his.goto(`/fr/messages`);
      await his.getByRole("link", { name: new RegExp(patient.lastName) })
        .click();
      await shown(his, "ancien.pdf").getByText("plus disponible").waitFor();
      assertEquals(
        await his.getByRole("link", { name: "ancien.pdf" }).count(),
        0,
      );
      assertEquals((await open(his, "boîte.jpg")).status, 200);
      await hers.goto("/fr/messages");
      await hers.getByRole("link", { name: new RegExp(visit.doctor.lastName) })
        .click();
      assertEquals((await open(hers, "ancien.pdf")).status, 200);
      assertEquals((await open(hers, "exercices.pdf")).status, 200);
    },
  );
});
