import { Buffer } from "node:buffer";
import * as v from "valibot";
import { UNDO_FOR } from "../domain/practice.ts";
import { paths } from "../domain/paths.ts";
import { newPkcs12 } from "../local/certificate.ts";
import { fonts } from "../services/documents/pdf/fonts.ts";
import { newPdf } from "../services/documents/pdf/pdfkit.ts";
import { Printable } from "../services/documents/printable.ts";
import { renderDocument } from "../services/documents/render.ts";
import { signDetached } from "../services/documents/signature/pades.ts";
import { readPkcs12 } from "../services/documents/signature/pkcs12.ts";
import {
  ask,
  complete,
  newDraft,
  openPractice,
  paracetamol,
} from "../tests/documents.ts";
import { newBrowser, newVisitor } from "../tests/house.ts";
import { mailTo } from "../tests/inbox.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  signIn,
  type TestPerson,
} from "../tests/people.ts";
import { median, type Row, row, sideBySide } from "./row.ts";
import { type Visit, visitAs } from "./visit.ts";

const PDFS = 60;
const SENDINGS = 3;

/** A signed prescription as PDF/A, and one from the doctor's *Sign* to the pharmacy's inbox. */
export async function rows(): Promise<Row[]> {
  await using browser = await newBrowser();
  const doctor = await newDoctor();
  await openPractice(doctor);
  const page = await (await newVisitor(browser)).newPage();
  await signIn(page, doctor);
  const asDoctor = await visitAs(page.context());
  const patient = await newPatient();
  const appointment = await newAppointment(patient, doctor, -300);
  await complete(appointment);
  const client = await clientOf(doctor);
  const begin = () =>
    newDraft(client, appointment, "prescription", paracetamol);
  const document = v.parse(Printable, {
    ...await ask(client, "document_preview", {
      document_id: await begin(),
    }) as Record<string, unknown>, // what the function answers; parsed here
    ...{ number: "O-2026-000001", code: "0".repeat(32) },
    issued_at: "2026-11-29T16:20:00Z",
  });
  return [
    await pdfRow(document),
    await inboxRow(asDoctor, patient, begin),
  ];
}

async function pdfRow(document: Printable): Promise<Row> {
  const identity = await readPkcs12(
    Uint8Array.fromBase64(await newPkcs12("Praxis", "secret")),
    "secret",
  );
  return await sideBySide(
    "a prescription as a signed, tagged PDF/A-3",
    PDFS,
    () =>
      renderDocument(
        document,
        "https://econsult.example",
        (bytes) => signDetached(bytes, identity),
      ),
    "the same words by bare pdfkit",
    () => barePdf(JSON.stringify(document)),
  );
}

/** A page with our font and some words; no tags, no metadata, no signature. */
function barePdf(words: string): Promise<Uint8Array> {
  const pdf = newPdf({ size: "A4", compress: false, font: fonts().regular });
  const parts: Uint8Array[] = [];
  return new Promise((resolve) => {
    pdf.on("data", (part) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.text(words, 56, 72, { width: 483 });
    pdf.end();
  });
}

async function inboxRow(
  asDoctor: Visit,
  patient: TestPerson,
  begin: () => Promise<string>,
): Promise<Row> {
  const pharmacy = `bench-${crypto.randomUUID()}@pharmacie.example`;
  await using sql = openSql();
  await sql`
    with chosen as (
      insert into public.organisations (kind, name, street, postal_code, city, email)
      values ('pharmacy', ${pharmacy}, '1, rue Neuve', '1111', 'Luxembourg', ${pharmacy})
      returning id
    )
    update public.patients set pharmacy_id = (select id from chosen) where id = ${patient.patientId}`;
  const times: number[] = [];
  for (let n = 0; n < SENDINGS; n++) {
    const id = await begin();
    const since = new Date().toISOString();
    const began = performance.now();
    await asDoctor(paths.documentIssue("fr", id), {
      method: "POST",
      body: new URLSearchParams({ act: "sign", version: "2" }),
    });
    await mailTo(pharmacy, since, patient.lastName);
    times.push(performance.now() - began);
  }
  return row(
    "from Sign to the pharmacy's inbox",
    "ms",
    median(times),
    "the ten seconds in which it can be taken back",
    UNDO_FOR,
  );
}
