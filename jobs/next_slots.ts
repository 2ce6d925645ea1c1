import { getLogger } from "@logtape/logtape";
import type { DatabaseClient } from "@/services/supabase.ts";

const log = getLogger(["econsult", "next-slots"]);

/** Doctors a call: about half a second of work. */
const BATCH = 200;

/** So many seconds overdue, and workers are too few or were away; readers compute such rows themselves. */
const OVERDUE_SECONDS = 300;

/**
 * Brings the table of next free slots up to date where time has passed (private.next_slots says how it follows
 * everything else). Safe to run anywhere, any time, several at once.
 *
 * @throws when the database does not answer
 */
export async function refreshNextSlots(client: DatabaseClient): Promise<void> {
  // Who left while they were free now has no immediate slots any more.
  const ended = await client.rpc("end_abandoned_free_now");
  if (ended.error) {
    throw new Error(`end_abandoned_free_now: ${ended.error.code}`);
  }
  for (;;) {
    const { data, error } = await client.rpc("refresh_next_slots", {
      batch: BATCH,
    }).single();
    if (error) throw new Error(`refresh_next_slots: ${error.code}`);
    if (data.wrong > 0) {
      // Something changes free slots and does not tell next_slots: a mistake of ours.
      log.error("{wrong} rows of next_slots were wrong", {
        wrong: data.wrong,
      });
    }
    if (data.overdue_seconds > OVERDUE_SECONDS) {
      log.warn("next_slots was overdue by {seconds} s", {
        seconds: data.overdue_seconds,
      });
    }
    if (data.refreshed < BATCH) return;
  }
}
