import type { DatabaseClient } from "@/services/supabase.ts";

/**
 * Ends holds of slots whose time is over, and offers what is free to whoever is next on the waiting list. Returns how
 * many slots were offered. Safe to run anywhere, any time, several at once.
 *
 * @throws when the database does not answer
 */
export async function offerEarlierSlots(
  client: DatabaseClient,
): Promise<number> {
  let offered = 0;
  let after: string | undefined;
  do {
    const { data, error } = await client.rpc("offer_earlier_slots", { after })
      .single();
    if (error) throw new Error(`offer_earlier_slots: ${error.code}`);
    offered += data.offered;
    // The types do not say that it may be null, when no doctor is left.
    after = data.last_doctor_id ?? undefined;
  } while (after !== undefined);
  return offered;
}
