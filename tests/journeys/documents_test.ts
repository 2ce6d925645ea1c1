import { Buffer } from "node:buffer";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { complete, openPractice } from "../documents.ts";
import { newBrowser, newVisitor } from "../house.ts";
import { mailTo } from "../inbox.ts";
import { newAppointment, newDoctor, newPatient, openSql } from "../people.ts";
import { faultsOf, qrCodesOf, textOf, verdictOf } from "../pdf_tools.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("a prescription from the consultation to the patient and the pharmacy", async (t) => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await openPractice(doctor);
  const appointment = await newAppointment(patient, doctor, -15);
  await complete(appointment);
  const pharmacy = `pharmacy-${crypto.randomUUID()}@pharmacie.example`;
  const other = `pharmacy-${crypto.randomUUID()}@pharmacie.example`;
  await using sql = openSql();
  const names = [pharmacy, other].map((address) =>
    `Pharmacie ${address.slice(9, 17)}`
  );
  for (const [index, email] of [pharmacy, other].entries()) {
    await sql`
      insert into public.organisations (kind, name, street, postal_code, city, email)
      values ('pharmacy', ${
      names[index] ?? ""
    }, '1, rue Neuve', '1111', 'Luxembourg', ${email})`;
  }
  await sql`
    update public.patients set pharmacy_id = (select id from public.organisations where email = ${pharmacy})
    where id = ${patient.patientId}`;
  const since = new Date().toISOString();
  const { page } = await signedIn(
    browser,
    doctor,
    `/fr/appointments/${appointment}/documents`,
  );
  const fill = async (label: string, value: string) =>
    await page.getByLabel(label, { exact: true }).fill(value);
  let first: Uint8Array | null = null;

  await t.step(
    "the doctor writes it, and it is saved as it is typed",
    async () => {
      await page.getByRole("button", { name: "Ordonnance" }).click();
      await fill("Nom courant", "Morphine");
      await fill("Dosage", "1 g");
      await fill("Forme", "comprimé");
      await fill("Prise et fréquence", "1 comprimé 3 fois par jour");
      await fill("Durée", "5 jours");
      await fill("Quantité", "1 boîte");
      await page.getByText("Brouillon enregistré.").waitFor();
      await page.reload();
      assertEquals(
        await page.getByLabel("Nom courant", { exact: true }).inputValue(),
        "Morphine",
      );
      await noViolations(page);
    },
  );

  await t.step(
    "a restricted substance is refused with its reason",
    async () => {
      await page.getByRole("button", { name: "Continuer vers la signature" })
        .click();
      await page.getByText("carnet à souche").waitFor();
      assertEquals(
        await page.getByRole("button", { name: "Signer et envoyer" }).count(),
        0,
      );
      await page.getByRole("link", { name: "Plus tard" }).click();
    },
  );

  await t.step("signed, it can be taken back for ten seconds", async () => {
    await fill("Nom courant", "Paracétamol");
    await fill("Dosage", "1 g");
    await page.getByRole("button", { name: "Continuer vers la signature" })
      .click();
    await page.getByText(names[0] ?? "").waitFor();
    await noViolations(page);
    await page.getByRole("button", { name: "Signer et envoyer" }).click();
    await page.getByRole("button", { name: "Reprendre" }).click();
    await page.getByText("rien n’est parti").waitFor();
    await page.getByRole("button", { name: "Signer et envoyer" }).click();
    await page.getByText("part dans 10 secondes").waitFor();
  });

  await t.step("while it leaves: what is frequent comes back", async () => {
    await page.goto(`/fr/appointments/${appointment}/documents`);
    await page.getByRole("button", { name: "Ordonnance" }).click();
    await fill("Nom courant", "Paracétamol");
    await fill("Durée", "5 jours");
    await page.getByText("Garder comme modèle").first().click();
    await fill("Nom du modèle (facultatif)", "Fièvre");
    await page.getByRole("button", { name: "Garder comme modèle" }).click();
    await page.getByText("Modèle enregistré.").waitFor();
    await noViolations(page);
    await fill("Nom courant", "");
    for (
      const label of [
        ...["Dosage", "Forme", "Prise et fréquence", "Durée", "Quantité"],
      ]
    ) await fill(label, "");
    await page.getByLabel("Partir d’un modèle").selectOption("Fièvre");
    await page.getByRole("button", { name: "Remplir", exact: true }).click();
    await page.waitForURL(/documents\/[^?]*$/);
    assertEquals(
      await page.getByLabel("Durée", { exact: true }).inputValue(),
      "5 jours",
    );
    await fill("Durée", "");
    await fill(
      "Nom courant",
      "Ibuprofène · 400 mg · comprimé · 3 par jour · 5 jours · 1 boîte",
    );
    assertEquals(
      await page.getByLabel("Dosage", { exact: true }).inputValue(),
      "400 mg",
    );
  });

  await t.step(
    "the pharmacy and the patient get the same signed PDF",
    async () => {
      const hers = await mailTo(patient.email, since, "Votre document");
      const theirs = await mailTo(pharmacy, since, "Ordonnance");
      first = theirs.files[0] ?? null;
      if (!first) throw new Error("no attachment");
      assertEquals(hers.files, [first]);
      const text = await textOf(first);
      for (
        const part of ["Paracétamol", patient.lastName, doctor.name, "5 jours"]
      ) assertStringIncludes(text, part);
      assertEquals(await faultsOf(first), "");
      assertEquals(await verdictOf(first), "Signature is Valid.");
    },
  );

  await t.step("the QR code says to anybody that it is genuine", async () => {
    if (!first) throw new Error("no PDF");
    const [link = ""] = await qrCodesOf(first);
    const context = await newVisitor(browser);
    const visitor = await context.newPage();
    await visitor.goto(link);
    await visitor.waitForURL(/\/v\//);
    const text = await visitor.locator("main").innerText();
    assertStringIncludes(text, doctor.name);
    assertEquals(text.includes(patient.lastName), false);
    const name = "ordonnance.pdf";
    const file = { name, mimeType: "application/pdf" };
    const input = visitor.locator("input[type=file]");
    await input.setInputFiles({ ...file, buffer: Buffer.from(first) });
    await visitor.getByText(/exact/).last().waitFor();
    const changed = Buffer.from(first);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    await input.setInputFiles({ ...file, buffer: changed });
    await visitor.getByRole("alert").waitFor();
    // Beside the field too: anywhere on the page.
    const dropped = await visitor.evaluateHandle(({ name, bytes }) => {
      const transfer = new DataTransfer();
      const type = "application/pdf";
      const file = new File([Uint8Array.from(bytes)], name, { type });
      transfer.items.add(file);
      return transfer;
    }, { name, bytes: [...first] });
    await visitor.getByRole("heading", { level: 1 })
      .dispatchEvent("drop", { dataTransfer: dropped });
    await visitor.getByText("C’est exactement le fichier").waitFor();
    await noViolations(visitor);
    await context.close();
  });

  const { page: hers } = await signedIn(browser, patient, "/fr/documents");

  await t.step(
    "the patient reads it in the account and chooses another pharmacy",
    async () => {
      await noViolations(hers);
      await hers.getByRole("link", { name: /Ouvrir: Ordonnance/ }).click();
      await hers.getByText(`est envoyée à ${names[0]}`).waitFor();
      await noViolations(hers);
      await hers.getByRole("link", { name: "Choisir une pharmacie" }).click();
      await hers.getByLabel(/Nom, localité/).fill(names[1] ?? "");
      await hers.getByRole("button", { name: "Chercher" }).click();
      await hers.getByRole("button", {
        name: `Choisir: ${names[1]}, Luxembourg`,
      }).click();
      await hers.getByText(`est envoyée à ${names[1]}`).waitFor();
      const copy = await mailTo(other, since, "Ordonnance");
      assertEquals(copy.files, [first]);
      const told = await mailTo(pharmacy, since, "autre destinataire");
      assertEquals(told.files, []);
    },
  );

  await t.step(
    "all of it comes as one ZIP, and a search finds it",
    async () => {
      if (!first) throw new Error("no PDF");
      const zip = await (await hers.request.get("/fr/documents/archive.zip"))
        .body();
      assertStringIncludes(zip.toString("latin1"), "Ordonnance/O-");
      assertEquals(zip.includes(Buffer.from(first)), true);
      await hers.goto("/fr/documents");
      const search = async (text: string) => {
        await hers.getByRole("searchbox").fill(text);
        await hers.getByRole("button", { name: "Chercher" }).click();
      };
      await search("personne");
      await hers.getByText("Aucun document ne correspond").waitFor();
      await search(`ordonnance ${doctor.lastName.toUpperCase()}`);
      await hers.getByRole("link", { name: /Ouvrir: Ordonnance/ }).waitFor();
    },
  );

  await t.step("a correction is signed", async () => {
    await page.goto("/fr/documents");
    await page.getByRole("link", { name: /Ouvrir: Ordonnance/ }).click();
    await page.getByRole("button", { name: "Corriger" }).click();
    await fill("Durée", "7 jours");
    await page.getByRole("button", { name: "Continuer vers la signature" })
      .click();
    await page.getByRole("button", { name: "Signer et envoyer" }).click();
  });

  await t.step(
    "while it leaves: the account says which pharmacy, and changes it",
    async () => {
      await hers.goto("/fr/account");
      await hers.getByText(`${names[1]}, 1111 Luxembourg`).waitFor();
      await hers.getByRole("link", { name: "Choisir une pharmacie" }).click();
      await noViolations(hers);
      await hers.getByRole("button", { name: "N’en choisir aucun" }).click();
      await hers.getByText("Votre choix est enregistré.").waitFor();
      await hers.getByText("Pas encore choisi").first().waitFor();
      await noViolations(hers);
    },
  );

  await t.step(
    "the correction reaches whoever had the former one",
    async () => {
      const told = await mailTo(other, since, "annulé");
      assertStringIncludes(told.text, "remplacé");
      await hers.goto("/fr/documents");
      await hers.getByText("Remplacé").waitFor();
    },
  );
});
