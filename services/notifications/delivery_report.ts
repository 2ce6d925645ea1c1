import { unwrap } from "@/services/http/problem.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { serviceClient } from "@/services/supabase.ts";

/** A provider's report about a message that it accepted. */
export interface DeliveryReport {
  /** The notification that travelled with it; null for messages that are none. */
  notificationId: string | null;
  providerMessageId: string;
  outcome: "on its way" | "delivered" | "failed";
  /** Technical; no number or address. */
  reason?: string;
}

/**
 * Writes a report into the outbox, or to the delivery of a document. The first one also settles a notification whose
 * worker died, or gave up waiting, after the provider had taken it: it is not sent again. Throws a Problem when the database does not answer.
 */
export async function recordReport(
  { notificationId, providerMessageId, outcome, reason }: DeliveryReport,
): Promise<void> {
  if (!isUuid(notificationId)) return;
  const client = serviceClient();
  const accepted = {
    id: notificationId,
    provider_message_id: providerMessageId,
  };
  // The id is that of a notification or of the delivery of a document: the other table does not know it.
  unwrap(await client.rpc("notification_accepted", accepted));
  unwrap(await client.rpc("delivery_accepted", accepted));
  if (outcome === "on its way") return;
  const report = {
    provider_message_id: providerMessageId,
    delivered: outcome === "delivered",
    reason: reason ?? undefined,
  };
  unwrap(await client.rpc("notification_reported", report));
  unwrap(await client.rpc("delivery_reported", report));
}
