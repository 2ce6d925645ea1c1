import { unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient } from "@/services/supabase.ts";

/** How long *free now* lasts unless something ends it before, in minutes. */
export const FREE_NOW_MINUTES = 120;

/** Offers this doctor at once for so many minutes; 0 ends it. Returns until when, an ISO instant. */
export async function setFreeNow(
  person: Person,
  minutes: number,
): Promise<string | null> {
  return unwrap(
    await personClient(person.accessToken).rpc("set_free_now", { minutes }),
  );
}

/** The doctor's page is open: keeps *free now* on. Returns until when it is wanted; null when it is off. */
export async function keepFreeNow(person: Person): Promise<string | null> {
  return unwrap(await personClient(person.accessToken).rpc("keep_free_now"));
}
