import type { Reason } from "@/domain/reasons.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage, reasons } from "@/services/appointments/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";
import type { ReasonForm } from "./reason_form.ts";

/** The reasons of this doctor, in order; those that are not offered too. */
export async function readReasons(person: Person): Promise<Reason[]> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("my_reasons"),
  );
  return parsePage(reasons, answer);
}

/** Adds a reason of this doctor, or changes it. Throws `too_many_reasons`, `not_found`. */
export async function saveReason(
  person: Person,
  { id, name, minutes, active, questions }: ReasonForm,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("save_reason", {
      reason_id: asId(id),
      name,
      minutes: Number(minutes),
      active,
      questions: questions.filter(({ question }) => question !== "")
        .map(({ kind, question }) => ({ kind, question })),
    }),
  );
}

/** Moves a reason of this doctor to a place of the list, from 1. Throws `not_found`. */
export async function placeReason(
  person: Person,
  id: string,
  place: number,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("place_reason", {
      reason_id: asId(id),
      place,
    }),
  );
}

/** Removes a reason of this doctor; one that is gone already is no error. */
export async function removeReason(person: Person, id: string): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("remove_reason", {
      reason_id: asId(id),
    }),
  );
}
