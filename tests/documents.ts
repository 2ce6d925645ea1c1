import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "./people.ts";

/** A prescription that can be issued. */
export const paracetamol = {
  lines: [{
    name: "Paracétamol",
    strength: "1 g",
    form: "comprimé",
    dose: "1 comprimé 3 fois par jour",
    duration: "5 jours",
    quantity: "1 boîte",
    renewals: 0,
    remark: "",
  }],
  advice: "",
};

/** A consultation that ended a few minutes ago, of a doctor whose practice can be printed. */
export async function newConsultation(): Promise<{
  patient: TestPerson;
  doctor: TestPerson;
  appointmentId: string;
}> {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await openPractice(doctor);
  const appointmentId = await newAppointment(patient, doctor, -20);
  await complete(appointmentId);
  return { patient, doctor, appointmentId };
}

/** Gives a doctor what documents print. */
export async function openPractice({ id }: TestPerson): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.doctors
    set street = '1, rue Haute', postal_code = '1718', phone = '+352271250400', iban = 'LU280019400644750000'
    where id = ${id}`;
}

/** As if the consultation of an appointment had taken place. */
export async function complete(
  appointmentId: string,
  daysAgo = 0,
): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments
    set state = 'completed', waiting_since = starts_at, called_at = starts_at,
      started_at = starts_at - make_interval(days => ${daysAgo}::int), ended_at = ends_at
    where id = ${appointmentId}`;
}

/** What a function of the database answers, or the key with which it refuses. */
export async function ask(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
): Promise<unknown> {
  const { data, error } = await client.rpc(name, args);
  return error ? error.message : data;
}

/** A draft of a doctor with its content, not signed yet. */
export async function newDraft(
  doctor: SupabaseClient,
  appointment_id: string,
  kind: string,
  content: unknown,
): Promise<string> {
  const id = crypto.randomUUID();
  const started = await ask(doctor, "start_document", {
    id,
    kind,
    appointment_id,
  });
  if (started !== id) throw new Error(String(started));
  await ask(doctor, "save_document_draft", {
    document_id: id,
    version: 1,
    content,
  });
  return id;
}

/** Signs a draft and lets its ten seconds be over; its state afterwards. */
export async function issue(
  doctor: SupabaseClient,
  document_id: string,
): Promise<string> {
  const signed = await ask(doctor, "issue_document", {
    document_id,
    version: 2,
  });
  if (typeof signed === "string" && !/^\d{4}-/.test(signed)) return signed;
  await using sql = openSql();
  // As the worker does it, but this one only: what a claim takes from other tests their worker would not find.
  const [row] = await sql.begin(async (sql) => {
    await sql`select from public.documents where id = ${document_id} for update`;
    await sql`
      select private.issue(document) from public.documents as document
      where id = ${document_id} and state = 'draft' and issues_at is not null`;
    return await sql`
      select state from public.documents where id = ${document_id}`;
  });
  return row?.state;
}

/** A consultation with an issued document. */
export async function newIssued(kind: string, content: unknown) {
  const consultation = await newConsultation();
  const asDoctor = await clientOf(consultation.doctor);
  const id = await newDraft(
    asDoctor,
    consultation.appointmentId,
    kind,
    content,
  );
  const state = await issue(asDoctor, id);
  if (state !== "issued") throw new Error(state);
  return { ...consultation, asDoctor, id };
}
