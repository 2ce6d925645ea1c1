import type {
  ChosenOrganisations,
  OrganisationKind,
} from "@/domain/document_records.ts";
import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";

/** What was chosen for a dependant (by their id), or by the person for themselves (null). */
type ChosenOf = (patient: string | null) => ChosenOrganisations;

/** The pharmacies and laboratories of choice of this person and of those for whom they act. */
export async function readChosen(person: Person): Promise<ChosenOf> {
  const rows = unwrap(
    await personClient(person.accessToken).rpc("my_organisations"),
  );
  return (patient) => {
    const chosen = rows.filter(({ patient_id, own }) =>
      patient === null ? own : patient_id === patient
    );
    const of = (kind: OrganisationKind) =>
      chosen.find((row) => row.kind === kind) ?? null;
    return { pharmacy: of("pharmacy"), laboratory: of("laboratory") };
  };
}

/**
 * Chooses one for coming documents, or none (null): for a dependant (by their id), or for the person themselves (null).
 * Throws `not_found`, `not_a_pharmacy`, `not_a_laboratory`.
 */
export async function saveChosen(
  person: Person,
  { kind, chosen, patient }: {
    kind: OrganisationKind;
    chosen: string | null;
    patient: string | null;
  },
): Promise<void> {
  const client = personClient(person.accessToken);
  const of = patient === null
    ? unwrap(await client.rpc("my_profile"))[0]?.patient_id
    : asId(patient);
  const id = chosen === null ? null : asId(chosen);
  const changed = unwrap(
    await client.from("patients")
      .update(kind === "pharmacy" ? { pharmacy_id: id } : { laboratory_id: id })
      .eq("id", of ?? person.id).select("id"),
  );
  if (changed.length > 0) return;
  // The session ended elsewhere, or they no longer act for the dependant.
  throw patient === null
    ? new Problem(401, "signed_out")
    : new Problem(404, "not_found");
}
