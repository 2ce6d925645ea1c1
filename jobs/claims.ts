import type { SupabaseClient } from "@supabase/supabase-js";
import * as v from "valibot";

/** What says that a claimed row is ours: who settles it names both. */
export const Lease = v.object({ id: v.string(), lease: v.string() });
export type Lease = v.InferOutput<typeof Lease>;

/** Of all that a claimed row holds, only this. */
export function leaseOf({ id, lease }: Lease): Lease {
  return { id, lease };
}

/**
 * Calls a function of the database that only the service may call, by a name that its job knows.
 *
 * @throws when the database does not answer, or refuses
 */
export async function callFunction<T>(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
): Promise<T> {
  const { data, error } = await client.rpc(name, args);
  if (error) throw new Error(`${name}: ${error.code}`);
  return data;
}

/** How often what must not be forgotten is tried to be written. */
const TRIES = 3;

/** Notes that the provider has a message; tried again, because forgetting it would send it twice. */
export async function noteSent(
  client: SupabaseClient,
  name: "mark_notification_sent" | "mark_delivery_sent",
  args: Lease & { provider_message_id: string },
): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      await callFunction(client, name, args);
      return;
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}
