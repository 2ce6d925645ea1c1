import { unwrap } from "./problem.ts";
import { serviceClient } from "./supabase.ts";

/** What a carrier says of a message, after it took it. */
export interface DeliveryReport {
  /** The notification that travelled with it; null for messages that are none. */
  notificationId: string | null;
  carrierId: string;
  outcome: "on its way" | "delivered" | "failed";
  /** Technical; no number or address. */
  reason?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes a report into the outbox. The first one also settles a notification whose worker died, or gave up waiting,
 * after the carrier had taken it: it is not sent again. Throws a Problem when the database does not answer.
 */
export async function recordReport(
  { notificationId, carrierId, outcome, reason }: DeliveryReport,
): Promise<void> {
  if (notificationId === null || !uuid.test(notificationId)) return;
  const client = serviceClient();
  unwrap(
    await client.rpc("notification_accepted", {
      id: notificationId,
      carrier_id: carrierId,
    }),
  );
  if (outcome === "on its way") return;
  unwrap(
    await client.rpc("notification_reported", {
      carrier_id: carrierId,
      delivered: outcome === "delivered",
      reason: reason ?? null,
    }),
  );
}
