import type { SupabaseClient } from "@supabase/supabase-js";

/**
 * Ends consultations that nobody ended, and removes what was kept for a while only. Safe to run anywhere, any time.
 *
 * @throws when the database does not answer
 */
export async function sweep(client: SupabaseClient): Promise<void> {
  for (const name of ["close_abandoned_consultations", "sweep"]) {
    const { error } = await client.rpc(name);
    if (error) throw new Error(`${name}: ${error.code}`);
  }
}
