import type { FoundPatient, PatientFile } from "@/domain/practice.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage } from "@/services/appointments/records.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient } from "@/services/supabase.ts";
import { patientFile } from "./records.ts";

/** The file of a patient of this doctor; the audit log notes it. Throws `not_found`, for others' patients too. */
export async function readPatientFile(
  person: Person,
  id: string | undefined,
): Promise<PatientFile> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("patient_file", {
      patient_id: asId(id),
    }),
  );
  const file = parsePage(patientFile, answer);
  if (file === null) throw new Problem(404, "not_found");
  return file;
}

/** The patients of this doctor whose name or matricule begins so; those seen last for an empty query. */
export async function searchPatients(
  person: Person,
  query: string,
): Promise<FoundPatient[]> {
  return unwrap(
    await personClient(person.accessToken).rpc("search_my_patients", { query }),
  );
}

/** Saves this doctor's own notes about a patient. Returns when. Throws `not_found`, `note_too_long`. */
export async function saveNotes(
  person: Person,
  patient: string | undefined,
  body: string,
): Promise<string> {
  return unwrap(
    await personClient(person.accessToken).rpc("save_patient_note", {
      patient_id: asId(patient),
      body,
    }),
  );
}
