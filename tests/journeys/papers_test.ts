import { Buffer } from "node:buffer";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { smallPdf } from "../attachments.ts";
import { askAs } from "../asking.ts";
import { newConsultation, newDraft, openPractice } from "../documents.ts";
import { newBrowser } from "../house.ts";
import { mailTo } from "../inbox.ts";
import { clientOf, openSql } from "../people.ts";
import {
  attachedTextOf,
  faultsOf,
  qrCodesOf,
  textOf,
  verdictOf,
} from "../pdf_tools.ts";
import { newVisit, noViolations, talk } from "../visits.ts";

const cns = "cns@cns.example";

/** A PDF that is whole and signed, and its text. */
async function read(pdf: Uint8Array | undefined): Promise<string> {
  if (!pdf) throw new Error("no attachment");
  assertEquals(await faultsOf(pdf), "");
  assertEquals(await verdictOf(pdf), "Signature is Valid.");
  return await textOf(pdf);
}

/** Signs the draft of a page and leaves it to be sent. */
async function sign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continuer vers la signature" })
    .click();
  await page.getByRole("button", { name: "Signer et envoyer" }).click();
  await page.getByText("part dans 10 secondes").waitFor();
}

Deno.test("from the call: analyses, sick leave and fee note reach whoever they are for", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patient, doctor, doctorPage, patientPage, appointment } = visit;
  await openPractice(doctor);
  const laboratory = `lab-${crypto.randomUUID()}@labo.example`;
  await using sql = openSql();
  await sql`
    with chosen as (
      insert into public.organisations (kind, name, street, postal_code, city, email)
      values ('laboratory', 'Labo de la Gare', '1, rue Neuve', '1111', 'Luxembourg', ${laboratory})
      returning id
    )
    update public.patients set laboratory_id = (select id from chosen) where id = ${patient.patientId}`;
  const since = new Date().toISOString();
  await talk(visit);
  const opened = doctorPage.waitForEvent("popup");
  await doctorPage.getByRole("link", { name: "Nouveau document" }).click();
  const paper = await opened;
  const begin = async (name: string) => {
    await paper.goto(`/fr/appointments/${appointment}/documents`);
    await paper.getByRole("button", { name, exact: true }).click();
  };

  await t.step("a laboratory order, beside the call", async () => {
    await paper.getByRole("button", { name: "Demande d’analyses" }).click();
    await paper.getByLabel("Numération formule sanguine (B001)").check();
    await paper.getByLabel("Chercher une analyse").fill("CREAT");
    await paper.getByText("1 analyse trouvée").waitFor();
    await paper.getByLabel("Créatinine (B120)").check();
    // What is ticked stays in sight, what is not looked for goes.
    assertEquals(
      await Promise.all(
        ["Numération formule sanguine (B001)", "TSH (B201)"].map((name) =>
          paper.getByLabel(name).isVisible()
        ),
      ),
      [true, false],
    );
    await paper.getByLabel("Chercher une analyse").fill("");
    await paper.getByLabel("Autres analyses, une par ligne").fill("Ferritine");
    await paper.getByLabel("À jeun", { exact: true }).check();
    await paper.getByLabel(/ne peut pas se déplacer/).check();
    await noViolations(paper);
    await sign(paper);
  });

  await t.step("a sick leave, checked at the field", async () => {
    await begin("Arrêt de travail");
    const day = (days: number) =>
      Temporal.Now.plainDateISO("Europe/Luxembourg").add({ days }).toString();
    await paper.getByLabel("Premier jour").fill(day(0));
    await paper.getByLabel("Dernier jour").fill(day(2));
    // Said as the dates are typed, with the days of the week.
    await paper.getByRole("status").getByText("(3 jours)").waitFor();
    await paper.getByLabel("Dernier jour").fill(day(0));
    await paper.getByRole("status").getByText("(1 jour)").waitFor();
    await paper.getByLabel("Dernier jour").fill(day(2));
    await paper.getByLabel("Code diagnostic (CIM-10)").fill("grippe");
    await paper.getByRole("button", { name: "Continuer vers la signature" })
      .click();
    await paper.getByText("Écrivez un code comme J06.9.").first().waitFor();
    await noViolations(paper);
    await paper.getByLabel("Code diagnostic (CIM-10)").fill("j069");
    await sign(paper);
  });

  await t.step("a fee note with the tariff of the day", async () => {
    await begin("Mémoire d’honoraires");
    await paper.getByLabel("Acte 1").selectOption("C45");
    await noViolations(paper);
    await sign(paper);
    await paper.close();
  });

  const papers = ["Demande d’analyses", "Arrêt de travail"];

  await t.step("the call went on, and names them beside it", async () => {
    const panel = doctorPage.getByRole("group", { name: "Patient" });
    for (const name of papers) {
      await panel.getByRole("link", { name, exact: true }).waitFor();
    }
    await doctorPage.getByRole("button", { name: /Terminer/ }).click();
    const written = patientPage.getByRole("listitem");
    await written.filter({ hasText: papers[0] }).first().waitFor();
    // The last one was signed seconds ago: the page learns by itself that it left, and what comes next.
    await patientPage.getByText("est envoyée à Labo de la Gare").waitFor();
    await patientPage.getByText("La CNS reçoit le feuillet 1").waitFor();
    await patientPage.getByText("Une fois payé, envoyez-le").waitFor();
    await patientPage.getByRole("link", { name: /^Ouvrir: Mémoire/ }).waitFor();
    await noViolations(patientPage);
    await doctorPage.goto("/fr/workspace");
    assertEquals(await doctorPage.getByText("Documents à établir").count(), 0);
  });

  await t.step("the laboratory gets address, phone and fasting", async () => {
    const { files } = await mailTo(laboratory, since, patient.lastName);
    const text = await read(files[0]);
    for (
      const part of [
        "Ferritine",
        "Créatinine",
        "À jeun",
        "1, rue Neuve",
        patient.lastName,
      ]
    ) assertStringIncludes(text, part);
    const hers = await mailTo(patient.email, since, "Demande d’analyses");
    assertEquals(hers.files, files);
  });

  await t.step("the CNS gets the sick leave, three sheets", async () => {
    const { files } = await mailTo(cns, since, patient.lastName);
    const text = await read(files[0]);
    const sheets = text.split("\f").filter((sheet) => sheet.trim() !== "");
    assertEquals(sheets.map((sheet) => sheet.includes("J06.9")), [
      ...[true, false, false],
    ]);
    const hers = await mailTo(patient.email, since, "Arrêt de travail");
    assertEquals(hers.files, files);
  });

  await t.step("the employer gets a sheet without the diagnosis", async () => {
    const employer = `rh-${crypto.randomUUID()}@employeur.example`;
    await patientPage.goto("/fr/documents?kind=sick_leave");
    await patientPage.getByRole("link", { name: /Ouvrir/ }).click();
    await patientPage.getByRole("link", { name: "Envoyer à l’employeur" })
      .click();
    await patientPage.getByLabel("Adresse e-mail").fill(employer);
    const send = patientPage.getByRole("button", { name: "Envoyer" });
    await send.click();
    await patientPage.getByText("Cochez la case pour confirmer").first()
      .waitFor();
    await noViolations(patientPage);
    await patientPage.getByLabel("J’ai vérifié l’adresse").check();
    await send.click();
    await patientPage.getByText(employer).waitFor();
    const { files, text } = await mailTo(employer, since, "Arrêt de travail");
    assertStringIncludes(text, patient.lastName);
    const sheet = await read(files[0]);
    assertStringIncludes(sheet, "Feuillet 2");
    assertEquals(/J06|Feuillet [13]/.test(sheet), false);
    const download = await patientPage.request.get(
      await patientPage.getByRole("link", { name: "Télécharger le feuillet 2" })
        .getAttribute("href") ?? "",
    );
    assertEquals(new Uint8Array(await download.body()), files[0]);
  });

  const note = await mailTo(patient.email, since, "Mémoire d’honoraires");
  const number = /H-\d{4}-\d{6}/.exec(note.subject)?.[0] ?? "";

  await t.step("the fee note is paid by its QR code", async () => {
    const text = await read(note.files[0]);
    assertStringIncludes(text, "C45");
    const [pdf = new Uint8Array()] = note.files;
    const payment = (await qrCodesOf(pdf)).find((one) => one.startsWith("BCD"));
    assertStringIncludes(payment ?? "", number);
    const total = /EUR(\d+\.\d\d)/.exec(payment ?? "")?.[1] ?? "none";
    const data = await attachedTextOf(pdf);
    assertStringIncludes(data, `>${total}</ram:GrandTotalAmount>`);
    assertStringIncludes(data, number);
  });

  await t.step(
    "paid, it goes to the CNS with the proof, in one step",
    async () => {
      await patientPage.goto("/fr/documents?kind=fee_note");
      await patientPage.getByRole("link", { name: /Ouvrir/ }).click();
      await patientPage.getByRole("link", { name: "Envoyer à la CNS" }).click();
      const proof = patientPage.getByLabel("Avis de débit");
      const send = patientPage.getByRole("button", {
        name: "Envoyer à la CNS",
      });
      const bytes = Buffer.from(smallPdf);
      // A picture by its name alone.
      await proof.setInputFiles({
        ...{ name: "avis.png", mimeType: "image/png" },
        buffer: Buffer.from("<svg>"),
      });
      await send.click();
      await patientPage.getByRole("alert").getByText("Joignez un fichier")
        .waitFor();
      await noViolations(patientPage);
      await proof.setInputFiles({
        ...{ name: "avis.pdf", mimeType: "application/pdf" },
        buffer: bytes,
      });
      await send.click();
      await patientPage.getByText("Envoyé à la CNS.").waitFor();
      const theirs = await mailTo(cns, since, `${number}, payé`);
      assertEquals(theirs.files.length, 2);
      assertEquals(theirs.files[0], note.files[0]);
      assert(bytes.equals(Buffer.from(theirs.files[1] ?? [])));
      assertStringIncludes(theirs.text, patient.matricule);
      const copy = await mailTo(patient.email, since, `${number}, payé`);
      assertEquals(copy.files, theirs.files);
    },
  );
});

Deno.test("without JavaScript analyses are searched by a button, and what is ticked stays in sight", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const content = { analyses: ["B001"], others: [] };
  const asDoctor = await clientOf(doctor);
  const id = await newDraft(asDoctor, appointmentId, "lab_order", content);
  const ask = await askAs(doctor);
  const { status, to } = await ask(`/fr/documents/${id}`, {
    ...{ act: "find", find: "creat", version: "2", analyses: "B001" },
  });
  assertEquals([status, to], [303, `/fr/documents/${id}?find=creat`]);
  const { html } = await ask(to ?? "");
  assertStringIncludes(html, "1 analyse trouvée");
  const isHidden = (code: string) =>
    new RegExp(`data-analysis="[^"]*\\b${code}\\b[^"]*"\\s+hidden`).test(html);
  assertEquals(["B001", "B120", "B201"].map(isHidden), [false, false, true]);
});

Deno.test("without JavaScript a sick leave's length stands on the saved form", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const id = await newDraft(asDoctor, appointmentId, "sick_leave", {
    ...{ from: "2026-11-24", to: "2026-11-26" },
  });
  const { html } = await (await askAs(doctor))(`/fr/documents/${id}`);
  assertStringIncludes(
    html,
    "mardi 24 novembre 2026 – jeudi 26 novembre 2026 (3 jours)",
  );
});
