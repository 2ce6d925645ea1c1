import { assert, assertEquals } from "@std/assert";
import {
  ask,
  complete,
  issue,
  newConsultation,
  newDraft,
  newIssued,
  paracetamol,
} from "../documents.ts";
import {
  clientOf,
  newAppointment,
  newGuardianship,
  newMatricule,
  newPatient,
  newRecord,
  openSql,
} from "../people.ts";
import { newCastWithDraft, roles } from "./cast.ts";

Deno.test("a template is kept, read and deleted by its doctor only", async () => {
  const cast = await newCastWithDraft();
  const document_id = cast.draftId;
  const keep = (role: typeof roles[number], name: string) =>
    ask(cast.as[role], "save_document_template", { document_id, name });
  const names = async (role: typeof roles[number]) =>
    (await cast.as[role].from("document_templates").select("name")).data?.map((
      { name },
    ) => name).filter((name) => name !== "Fever") ?? [];
  await keep("the doctor", "Fièvre");
  assertEquals(await keep("the doctor", " "), "name_missing");
  for (const role of roles.filter((role) => role !== "the doctor")) {
    const answer = String(await keep(role, "Fièvre"));
    assert(/not_found|permission denied/.test(answer), `${role}: ${answer}`);
    assertEquals(await names(role), [], role);
    await cast.as[role].from("document_templates").delete().neq("name", "");
  }
  // The same name, however it is written, is the same template.
  await keep("the doctor", "FIÈVRE");
  assertEquals(await names("the doctor"), ["FIÈVRE"]);
  await cast.as["the doctor"].from("document_templates").delete()
    .eq("name", "FIÈVRE");
  assertEquals(await names("the doctor"), []);
});

Deno.test("a template holds nothing of the patient whose document it came from", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const document_id = await newDraft(asDoctor, appointmentId, "sick_leave", {
    ...{ from: "2026-11-29", to: "2026-11-30", type: "initial" },
    ...{ diagnosis: "J06.9", outings: "free", reason: "Garde de Zoé" },
  });
  await ask(asDoctor, "save_document_template", { document_id, name: "Rhume" });
  const { data } = await asDoctor.from("document_templates").select("content");
  assertEquals(data, [{
    content: { type: "initial", diagnosis: "J06.9", outings: "free" },
  }]);
});

Deno.test("the form offers what this patient had last, and what the doctor writes most, of the same kind", async () => {
  const { patient, doctor, asDoctor } = await newIssued(
    "prescription",
    paracetamol,
  );
  const again = await newAppointment(patient, doctor, -60);
  await complete(again);
  const other = await newAppointment(await newPatient(), doctor, -90);
  await complete(other);
  const offered = async (appointment: string, kind: string) => {
    const document_id = await newDraft(asDoctor, appointment, kind, {});
    const catalogue = await ask(asDoctor, "document_catalogue", {
      document_id,
    }) as { lines: unknown[]; previous_at: string | null }; // what the function answers
    const filling = await ask(asDoctor, "document_filling", { document_id });
    return [catalogue.lines, catalogue.previous_at !== null, filling];
  };
  assertEquals(await offered(again, "prescription"), [
    paracetamol.lines,
    true,
    paracetamol,
  ]);
  assertEquals(await offered(other, "prescription"), [
    paracetamol.lines,
    false,
    null,
  ]);
  assertEquals(await offered(again, "fee_note"), [[], false, null]);
});

Deno.test("the document of a dependant names them and who acts for them, who gets it", async () => {
  const { doctor } = await newConsultation();
  const mother = await newPatient();
  const child = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(2018),
    ...{ firstName: "Zoé", lastName: mother.lastName },
  };
  await newRecord(child);
  await newGuardianship(mother, child.patientId, "parent");
  const appointment = await newAppointment(child, doctor, -60);
  await complete(appointment);
  const asDoctor = await clientOf(doctor);
  const id = await newDraft(asDoctor, appointment, "prescription", paracetamol);
  await issue(asDoctor, id);
  await using sql = openSql();
  const [row] = await sql`
    select facts -> 'patient' ->> 'first_name' as child, facts -> 'patient' ->> 'guardian' as guardian,
      (select array_agg(account_id) from public.document_deliveries where document_id = document.id) as sent_to
    from public.documents as document where id = ${id}`;
  assertEquals({ ...row }, {
    child: "Zoé",
    guardian: `${mother.firstName} ${mother.lastName}`,
    sent_to: [mother.id],
  });
});
