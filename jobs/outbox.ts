import { getLogger } from "@logtape/logtape";
import type { SupabaseClient } from "@supabase/supabase-js";
import * as v from "valibot";
import type { Delivery } from "@/services/delivery.ts";
import type { SendMail } from "@/services/mail.ts";
import { Claimed } from "@/services/messages/claimed.ts";
import type { Letterhead } from "@/services/messages/types.ts";
import {
  type MessageSources,
  notificationMessage,
} from "@/services/notification_message.ts";
import type { SendSms } from "@/services/sms.ts";
import { isObsolete } from "./obsolete.ts";

/** What working the outbox needs of the world. */
export interface OutboxTools {
  /** With the secret key: the outbox is for the service only. */
  readonly client: SupabaseClient;
  readonly sendSms: SendSms;
  readonly sendMail: SendMail;
  readonly sources: MessageSources;
  readonly head: Letterhead;
  /** Stops between two messages; what is being sent is sent and settled. */
  readonly signal?: AbortSignal;
}

/** Notifications claimed at once, and sent side by side. Twice this many time limits of a carrier fit into a lease. */
const BATCH = 8;
const SIDE_BY_SIDE = 4;

/** How long a claim is ours, in seconds: longer than a batch takes when every carrier is silent. */
const LEASE = 120;

const log = getLogger(["econsult", "outbox"]);

/** What one round did. */
export interface OutboxRound {
  sent: number;
  postponed: number;
  withdrawn: number;
}

/**
 * Sends every notification that is due, and returns when none is left. Any number of workers may run: a claim
 * belongs to one of them, and only its holder settles it.
 *
 * A worker that dies between sending and settling leaves a lease behind that runs out after two minutes. By then the
 * carrier has reported to our hook with the notification's id, which settles it (`notification_accepted`). Only when
 * that report is lost as well is the message sent a second time; an e-mail then carries the same Message-Id.
 *
 * @throws when the database does not answer
 */
export async function workOutbox(tools: OutboxTools): Promise<OutboxRound> {
  const round = { sent: 0, postponed: 0, withdrawn: 0 };
  while (!tools.signal?.aborted) {
    const claimed = await call<unknown[]>(tools.client, "claim_notifications", {
      batch: BATCH,
      lease_seconds: LEASE,
    });
    if (claimed.length === 0) break;
    const queue = claimed.values();
    const lanes = await Promise.allSettled(
      Array.from({ length: SIDE_BY_SIDE }, () => work(queue, tools, round)),
    );
    for (const lane of lanes) {
      if (lane.status === "rejected") throw lane.reason;
    }
  }
  return round;
}

async function work(
  queue: Iterable<unknown>,
  tools: OutboxTools,
  round: OutboxRound,
): Promise<void> {
  for (const row of queue) {
    if (tools.signal?.aborted) return; // the lease runs out, another worker takes it
    const outcome = await handle(row, tools);
    round[outcome]++;
  }
}

async function handle(
  row: unknown,
  tools: OutboxTools,
): Promise<keyof OutboxRound> {
  const parsed = v.safeParse(Claimed, row);
  if (!parsed.success) {
    const { id, lease } = v.parse(Lease, row);
    const field = v.getDotPath(parsed.issues[0]) ?? "row";
    return await postpone(tools, { id, lease }, `unreadable: ${field}`, true);
  }
  const notification = parsed.output;
  if (isObsolete(notification, Date.now())) {
    await call(tools.client, "withdraw_notification", leaseOf(notification));
    return "withdrawn";
  }
  const delivery = await deliver(notification, tools);
  if (delivery.outcome !== "sent") {
    return await postpone(
      tools,
      leaseOf(notification),
      delivery.reason,
      delivery.outcome === "refused",
    );
  }
  await settle(tools, leaseOf(notification), delivery.carrierId);
  return "sent";
}

async function deliver(
  notification: Claimed,
  { sendSms, sendMail, sources, head }: OutboxTools,
): Promise<Delivery> {
  const notificationId = notification.id;
  try {
    const message = await notificationMessage(notification, sources, head);
    return message.channel === "sms"
      ? await sendSms({
        to: notification.phone,
        text: message.text,
        notificationId,
      })
      : await sendMail({
        ...message.mail,
        to: notification.email,
        notificationId,
      });
  } catch (error) {
    // A link or a list that could not be had; its words may name people.
    const reason = error instanceof Error ? error.name : typeof error;
    log.error("could not write {kind}: {error}", {
      kind: notification.kind,
      error,
    });
    return { outcome: "retry", reason: `writing: ${reason}` };
  }
}

const Lease = v.object({ id: v.string(), lease: v.string() });
type Lease = v.InferOutput<typeof Lease>;

function leaseOf({ id, lease }: Lease): Lease {
  return { id, lease };
}

/** Notes that the carrier has it; tried again, because forgetting it would send it twice. */
async function settle(
  { client }: OutboxTools,
  lease: Lease,
  carrier_id: string,
): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      await call(client, "settle_notification", { ...lease, carrier_id });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function postpone(
  { client }: OutboxTools,
  lease: Lease,
  reason: string,
  permanent: boolean,
): Promise<"postponed"> {
  await call(client, "postpone_notification", { ...lease, reason, permanent });
  log.warn("notification {id} not sent: {reason}", {
    id: lease.id,
    reason,
    permanent,
  });
  return "postponed";
}

async function call<T>(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
): Promise<T> {
  const { data, error } = await client.rpc(name, args);
  if (error) throw new Error(`${name}: ${error.code}`);
  return data;
}
