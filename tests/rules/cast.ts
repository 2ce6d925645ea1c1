import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
  visitorClient,
} from "../people.ts";
import { complete, newDraft, openPractice, paracetamol } from "../documents.ts";

/** Who tries: each rule is tried as every one of them. */
export const roles = [
  "anonymous",
  "after the password only",
  "the patient",
  "another patient",
  "the doctor",
  "another doctor",
] as const;

export type Role = (typeof roles)[number];

/** A patient and a doctor with an appointment and a thread, and people whom it does not concern. */
export interface Cast {
  as: Record<Role, SupabaseClient>;
  patient: TestPerson;
  doctor: TestPerson;
  otherPatient: TestPerson;
  otherDoctor: TestPerson;
  appointmentId: string;
  threadId: string;
}

/** Makes the people, signs them in, and gives each of them something of their own. */
export async function newCast(): Promise<Cast> {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const otherPatient = await newPatient();
  const otherDoctor = await newDoctor();
  const appointmentId = await newAppointment(patient, doctor, 5);
  await newAppointment(otherPatient, otherDoctor, 5);
  await using sql = openSql();
  const [thread] = await sql`
    select id from public.threads where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
  await sql`
    insert into public.messages (thread_id, author_id, body)
    values (${thread?.id}, ${patient.id}, 'a message of the patient')`;
  await sql`insert into public.message_settings (account_id) values (${patient.id})`;
  await sql`
    insert into public.notifications (kind, channel, account_id, appointment_id, language)
    values ('appointment_reminder', 'sms', ${patient.id}, ${appointmentId}, 'fr')`;
  await sql`
    insert into public.availability_exceptions (doctor_id, effect, during)
    values (${doctor.id}, 'closed', tstzrange(now() + interval '200 days', now() + interval '201 days'))`;
  await sql`
    insert into public.patient_notes (doctor_id, patient_id, body)
    values (${doctor.id}, ${patient.patientId}, 'a note of the doctor')`;
  await sql`
    with draft as (
      insert into public.documents (kind, appointment_id, patient_id, doctor_id, language)
      values ('prescription', ${appointmentId}, ${patient.patientId}, ${doctor.id}, 'fr')
      returning id
    )
    insert into public.document_deliveries (document_id, recipient, account_id, address)
    select id, 'patient', ${patient.id}, 'pharmacy@example.lu' from draft`;
  await sql`
    insert into public.audit_log (action, patient_id, account_id, account_kind)
    values ('patient_read', ${patient.patientId}, ${doctor.id}, 'doctor')`;
  await sql`
    insert into public.push_subscriptions (appointment_id, endpoint, account_id, p256dh, auth)
    values (
      ${appointmentId}, 'https://push.example/1', ${patient.id}, ${
    "B".repeat(87)
  }, ${"a".repeat(22)}
    )`;
  await sql`
    insert into public.guests (appointment_id, invited_by, name, role, email, language)
    values (${appointmentId}, ${patient.id}, 'A guest', 'relative', 'guest@mail.example', 'fr')`;
  // Of nobody's who tries: it is not sent, and not counted.
  const file = crypto.randomUUID();
  await sql`
    insert into public.attachments (id, thread_id, author_id, name)
    values (${file}, ${thread?.id}, ${otherDoctor.id}, 'a file')`;
  await sql`
    insert into public.attachment_openings (attachment_id, account_id) values (${file}, ${patient.id})`;
  await sql`
    insert into public.document_templates (doctor_id, kind, name, content)
    values (${doctor.id}, 'prescription', 'Fever', '{}')`;
  await sql`insert into public.erasure_requests (account_id) values (${patient.id})`;
  return {
    as: {
      anonymous: visitorClient(),
      "after the password only": await clientOf(patient, "aal1"),
      "the patient": await clientOf(patient),
      "another patient": await clientOf(otherPatient),
      "the doctor": await clientOf(doctor),
      "another doctor": await clientOf(otherDoctor),
    },
    patient,
    doctor,
    otherPatient,
    otherDoctor,
    appointmentId,
    threadId: String(thread?.id),
  };
}

/** The same after the consultation, with the id of a prescription that the doctor has begun. */
export async function newCastWithDraft(): Promise<Cast & { draftId: string }> {
  const cast = await newCast();
  await openPractice(cast.doctor);
  await complete(cast.appointmentId);
  const draftId = await newDraft(
    cast.as["the doctor"],
    cast.appointmentId,
    "prescription",
    paracetamol,
  );
  return { ...cast, draftId };
}
