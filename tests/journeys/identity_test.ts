import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { askAs } from "../asking.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";

/** What is known of a patient's identity, and the entries about it in the audit log. */
async function known({ patientId }: TestPerson) {
  await using sql = openSql();
  const [row] = await sql`
    select identity_checked_by from public.patients where id = ${patientId}`;
  const entries = await sql`
    select account_id, appointment_id from public.audit_log
    where patient_id = ${patientId} and action = 'identity_confirmed'`;
  return {
    by: row?.identity_checked_by,
    entries: entries.map((entry) => ({ ...entry })),
  };
}

Deno.test("a doctor reads that nobody has checked who the patient is, until one press after seeing a document", async (t) => {
  const patient = await newPatient();
  const [doctor, other] = [await newDoctor(), await newDoctor()];
  const id = await newAppointment(patient, doctor, 5);
  const path = `/fr/appointments/${id}/identity`;
  const asDoctor = await askAs(doctor);
  const consultation = `/fr/appointments/${id}/consultation`;
  const before = await asDoctor(consultation);
  assertStringIncludes(before.html, "Identité non vérifiée");
  assertStringIncludes(before.html, `action="${path}"`);

  await t.step(
    "nobody else says so: not another doctor, not the patient",
    async () => {
      const asOther = await askAs(other);
      assertEquals((await asOther(path, { from: "workspace" })).status, 404);
      const asPatient = await askAs(patient);
      const { status } = await asPatient(path, { from: "workspace" });
      assertEquals([403, 404].includes(status), true, String(status));
      assertEquals(await known(patient), { by: null, entries: [] });
    },
  );

  await t.step("the doctor does, twice or once", async () => {
    const pressed = await asDoctor(path, { from: "consultation" });
    assertEquals(pressed.status, 303);
    assertMatch(pressed.to ?? "", /\/consultation$/);
    const again = await asDoctor(path, { from: "workspace" });
    assertEquals([again.status, again.to], [303, "/fr/workspace"]);
    assertEquals(await known(patient), {
      by: doctor.id,
      entries: [{ account_id: doctor.id, appointment_id: id }],
    });
    const { html } = await asDoctor(consultation);
    assertEquals(html.includes(`action="${path}"`), false);
  });
});
