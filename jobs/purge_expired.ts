import type { SupabaseClient } from "@supabase/supabase-js";

/** Functions of the database, in this order. */
const tasks = [
  "close_abandoned_appointments",
  "end_outgrown_guardianships",
  "purge_expired",
];

/**
 * Ends appointments that nobody ended and guardianships of grown-ups, and removes what was kept for a while only. Safe to run anywhere, any time.
 *
 * @throws when the database does not answer
 */
export async function purgeExpired(client: SupabaseClient): Promise<void> {
  for (const name of tasks) {
    const { error } = await client.rpc(name);
    if (error) throw new Error(`${name}: ${error.code}`);
  }
}
