import type { Dependant } from "@/domain/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";

/** The patients for whom this person acts, but for themselves, by name. */
export async function readDependants(person: Person): Promise<Dependant[]> {
  const rows = unwrap(
    await personClient(person.accessToken).rpc("my_dependants"),
  );
  return rows.flatMap(({ relation, ...row }) =>
    relation === "self" ? [] : [{ ...row, relation }]
  );
}
