import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  ask,
  issue,
  newConsultation,
  newDraft,
  newIssued,
  paracetamol,
} from "../documents.ts";
import { clientOf, newDoctor, openSql } from "../people.ts";

type Client = Awaited<ReturnType<typeof clientOf>>;

/** What the day of a doctor shows as still to do. */
async function toDo(doctor: Client): Promise<string[]> {
  const { data, error } = await doctor.rpc("doctor_day");
  if (error) throw error;
  return data.documents.map((
    { id, why }: { id: string; why: string },
  ) => `${why} ${id}`);
}

Deno.test("a draft stands on its doctor's day until it is signed, and on nobody else's", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const [asDoctor, asOther] = [
    await clientOf(doctor),
    await clientOf(await newDoctor()),
  ];
  const id = await newDraft(
    asDoctor,
    appointmentId,
    "prescription",
    paracetamol,
  );
  assertEquals(await toDo(asDoctor), [`draft ${id}`]);
  assertEquals(await toDo(asOther), []);
  await issue(asDoctor, id);
  assertEquals(await toDo(asDoctor), []);
  const other = await newDraft(asDoctor, appointmentId, "fee_note", {});
  assertEquals(await toDo(asDoctor), [`draft ${other}`]);
  await ask(asDoctor, "discard_document_draft", { document_id: other });
  assertEquals(await toDo(asDoctor), []);
});

Deno.test("a copy that did not arrive stands on the day until it is sent again or another pharmacy has it", async () => {
  const { patient, asDoctor, id } = await newIssued(
    "prescription",
    paracetamol,
  );
  await using sql = openSql();
  const pharmacies = await sql`
    select id from public.organisations where kind = 'pharmacy' order by name limit 2`;
  const asPatient = await clientOf(patient);
  const choose = (index: number) =>
    ask(asPatient, "choose_pharmacy", {
      document_id: id,
      pharmacy_id: pharmacies[index]?.id,
    });
  const fail = () =>
    sql`
    update public.document_deliveries set state = 'failed', last_error = 'mailbox full', attempts = 1
    where document_id = ${id} and recipient = 'pharmacy' and purpose = 'copy' and state = 'waiting'
    returning id`;
  await choose(0);
  const [failed] = await fail();
  assertEquals(await toDo(asDoctor), [`failed ${id}`]);
  await ask(asDoctor, "retry_delivery", { delivery_id: failed?.id });
  assertEquals(await toDo(asDoctor), []);
  await fail();
  await choose(1);
  assertEquals(await toDo(asDoctor), []);
});

Deno.test("what did not arrive is sent again to another address when the doctor gives one", async () => {
  const { asDoctor, id } = await newIssued("prescription", paracetamol);
  await using sql = openSql();
  const [failed] = await sql`
    update public.document_deliveries set state = 'failed', last_error = 'mailbox full', attempts = 8
    where document_id = ${id} and recipient = 'patient' returning id`;
  await ask(asDoctor, "retry_delivery", {
    ...{ delivery_id: failed?.id, address: "new@mail.example" },
  });
  const [row] = await sql`
    select state, attempts, address from public.document_deliveries where id = ${failed?.id}`;
  assertEquals({ ...row }, {
    ...{ state: "waiting", attempts: 0, address: "new@mail.example" },
  });
});

Deno.test("a laboratory order goes to the laboratory that the patient chooses, which coming ones go to as well", async () => {
  const { patient, id } = await newIssued("lab_order", {
    ...{ analyses: ["B001"], others: [], remark: "" },
    ...{ fasting: false, urgent: false, home_visit: true },
  });
  const asPatient = await clientOf(patient);
  await using sql = openSql();
  const [laboratory] = await sql`
    select id from public.organisations where kind = 'laboratory' limit 1`;
  const [pharmacy] = await sql`
    select id from public.organisations where kind = 'pharmacy' limit 1`;
  const choose = (laboratory_id: unknown) =>
    ask(asPatient, "choose_laboratory", { document_id: id, laboratory_id });
  assertEquals(await choose(pharmacy?.id), "not_a_laboratory");
  await choose(laboratory?.id);
  await choose(laboratory?.id);
  const rows = await sql`
    select recipient, organisation_id, laboratory_id
    from public.document_deliveries as delivery
    join public.patients as patient on patient.id = ${patient.patientId}
    where document_id = ${id} and recipient <> 'patient'`;
  assertEquals(rows.map((row) => ({ ...row })), [{
    recipient: "laboratory",
    organisation_id: laboratory?.id,
    laboratory_id: laboratory?.id,
  }]);
});

Deno.test("the page of a consultation names its documents to both sides, a draft as being written, and nothing of their content", async () => {
  const { patient, asDoctor, id, appointmentId } = await newIssued(
    "prescription",
    paracetamol,
  );
  const draft = await newDraft(asDoctor, appointmentId, "sick_leave", {
    diagnosis: "F32.1",
  });
  const asPatient = await clientOf(patient);
  for (const client of [asDoctor, asPatient]) {
    const page = await ask(client, "appointment_page", {
      appointment_id: appointmentId,
    });
    const text = JSON.stringify(page);
    for (const part of [`"${id}"`, `"${draft}"`, '"copy": null', '"O-']) {
      assertStringIncludes(text.replaceAll(":null", ": null"), part);
    }
    assertEquals(/Paracétamol|F32/.test(text), false);
  }
  await using sql = openSql();
  const [pharmacy] = await sql`
    select id, name from public.organisations where kind = 'pharmacy' limit 1`;
  await ask(asPatient, "choose_pharmacy", {
    document_id: id,
    pharmacy_id: pharmacy?.id,
  });
  const { data } = await asDoctor.rpc("appointment_page", {
    appointment_id: appointmentId,
  });
  assertEquals(data.documents[0].copy, {
    name: pharmacy?.name,
    state: "waiting",
  });
});

Deno.test("the documents of one patient are those of that patient", async () => {
  const one = await newIssued("prescription", paracetamol);
  const list = async (patient_id: string) =>
    JSON.stringify(await ask(one.asDoctor, "list_documents", { patient_id }))
      .includes(one.id);
  assertEquals(await list(one.patient.patientId), true);
  assertEquals(await list(crypto.randomUUID()), false);
});
