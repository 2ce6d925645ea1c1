import { assertEquals, assertStringIncludes } from "@std/assert";
import { ask, newIssued, paracetamol } from "../documents.ts";
import { clientOf, newPatient, openSql } from "../people.ts";

type Client = Awaited<ReturnType<typeof clientOf>>;

const address = "personnel@employeur.example";

const forward = (
  client: Client,
  document_id: string,
  to: string = address,
  delivery_id: string = crypto.randomUUID(),
) => ask(client, "forward_document", { document_id, delivery_id, address: to });

async function sendingsOf(document: string) {
  await using sql = openSql();
  const rows = await sql`
    select purpose, state, address from public.document_deliveries
    where document_id = ${document} and recipient = 'other' order by created_at, purpose`;
  return rows.map(({ purpose, state, address }) =>
    `${purpose} ${state} ${address}`
  );
}

Deno.test("a patient forwards a prescription once for each form, and it is in their log", async () => {
  const { patient, id } = await newIssued("prescription", paracetamol);
  const asPatient = await clientOf(patient);
  const form = crypto.randomUUID();
  assertEquals(await forward(asPatient, id, address, form), form);
  assertEquals(await forward(asPatient, id, address, form), form);
  assertEquals(await sendingsOf(id), [`forward waiting ${address}`]);
  const { data } = await asPatient.from("audit_log").select("action, details")
    .eq("action", "document_forwarded");
  assertEquals(data, [{
    action: "document_forwarded",
    details: { document_id: id, address },
  }]);
});

Deno.test("nobody else forwards it, nothing but a prescription or a sick leave, and to an address only", async () => {
  const { patient, asDoctor, id } = await newIssued(
    "prescription",
    paracetamol,
  );
  const asPatient = await clientOf(patient);
  assertEquals(await forward(asDoctor, id), "not_found");
  assertEquals(
    await forward(await clientOf(await newPatient()), id),
    "not_found",
  );
  for (
    const wrong of [
      "",
      "nobody",
      "a@b",
      "a@b.example, c@d.example",
      "a b@c.example",
      "a,b@c.example",
      "A <b@c.example>",
    ]
  ) {
    assertEquals(await forward(asPatient, id, wrong), "email_invalid", wrong);
  }
  const note = await newIssued("fee_note", {
    ...{ lines: [{ code: "C45", quantity: 1 }] },
    ...{ supplement_cents: 0, paid_cents: 0 },
  });
  const theirs = await clientOf(note.patient);
  assertEquals(await forward(theirs, note.id), "not_forwarded");
  await ask(asDoctor, "void_document", { document_id: id, reason: "Erreur" });
  assertEquals(await forward(asPatient, id), "document_voided");
});

Deno.test("twelve forwards at once: no more than ten within 24 hours", async () => {
  const { patient, id } = await newIssued("prescription", paracetamol);
  const asPatient = await clientOf(patient);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => forward(asPatient, id)),
  );
  assertEquals(
    answers.filter((answer) => answer === "too_many_forwards").length,
    2,
  );
  assertEquals((await sendingsOf(id)).length, 10);
});

Deno.test("the doctor sees nothing of what a patient forwards, nor whether it arrived", async () => {
  const { patient, asDoctor, id } = await newIssued(
    "prescription",
    paracetamol,
  );
  const asPatient = await clientOf(patient);
  await forward(asPatient, id);
  await using sql = openSql();
  const [failed] = await sql`
    update public.document_deliveries set state = 'failed', last_error = 'no such mailbox', attempts = 1
    where document_id = ${id} and recipient = 'other' returning id`;
  const page = async (client: Client) =>
    JSON.stringify(await ask(client, "document_page", { document_id: id }));
  assertStringIncludes(await page(asPatient), address);
  assertEquals((await page(asDoctor)).includes(address), false);
  const { data: day } = await asDoctor.rpc("doctor_day");
  assertEquals(day.documents, []);
  assertEquals(
    await ask(asDoctor, "retry_delivery", { delivery_id: failed?.id }),
    "not_found",
  );
});

Deno.test("whoever a document was forwarded to is told that it is void, without the doctor's words", async () => {
  const { patient, asDoctor, id } = await newIssued(
    "prescription",
    paracetamol,
  );
  const asPatient = await clientOf(patient);
  await forward(asPatient, id);
  await forward(asPatient, id, "late@employeur.example");
  await using sql = openSql();
  await sql`
    update public.document_deliveries set state = 'sent', sent_at = now(), attempts = 1
    where document_id = ${id} and address = ${address}`;
  await ask(asDoctor, "void_document", { document_id: id, reason: "Allergie" });
  assertEquals((await sendingsOf(id)).sort(), [
    "forward failed late@employeur.example",
    `forward sent ${address}`,
    `voided waiting ${address}`,
  ]);
});
