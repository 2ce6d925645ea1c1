import type { Address } from "@/domain/sign_up.ts";
import type { Language } from "@/i18n/mod.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import type { Auth, Person } from "@/services/auth/session.ts";
import { personClient } from "../supabase.ts";

/** What a person sees of his own account; only patients have a record. */
export interface Profile {
  /** E.164. */
  phone: string;
  language: Language;
  email: string;
  patient:
    | ({ matricule: string; first_name: string; last_name: string } & Address)
    | null;
}

/** The account of whoever is signed in. */
export async function readProfile(
  person: Person,
  auth: Auth,
): Promise<Profile> {
  const [answer, claims] = await Promise.all([
    personClient(person.accessToken).rpc("my_profile"),
    auth.getClaims(),
  ]);
  const [row] = unwrap(answer);
  // The session ended elsewhere: its token still has some minutes, the policies know better.
  if (!row) throw new Problem(401, "signed_out");
  const { phone, language, patient_id, ...patient } = row;
  const email = claims.data?.claims.email ?? "";
  return { phone, language, email, patient: patient_id ? patient : null };
}

/** Changes the postal address. */
export async function saveAddress(
  person: Person,
  address: Address,
): Promise<void> {
  const client = personClient(person.accessToken);
  const [own] = unwrap(await client.rpc("my_profile"));
  const changed = unwrap(
    await client.from("patients").update(address)
      .eq("id", own?.patient_id ?? person.id).select("id"),
  );
  if (changed.length === 0) throw new Problem(401, "signed_out");
}

/** Changes the language of SMS and e-mails. */
export async function saveLanguage(
  person: Person,
  language: Language,
): Promise<void> {
  const changed = unwrap(
    await personClient(person.accessToken).from("accounts").update({ language })
      .eq("id", person.id).select("id"),
  );
  if (changed.length === 0) throw new Problem(401, "signed_out");
}
