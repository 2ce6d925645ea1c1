import { getLogger } from "@logtape/logtape";
import type { SupabaseClient } from "@supabase/supabase-js";
import * as v from "valibot";
import type { Delivery } from "@/services/notifications/delivery.ts";
import type { FindMail, SendMail } from "@/services/notifications/mail.ts";
import { Claimed } from "@/services/notifications/claimed.ts";
import type { EmailContext } from "@/services/notifications/types.ts";
import {
  type MessageSources,
  notificationMessage,
} from "@/services/notifications/message.ts";
import type { FindSms, SendSms } from "@/services/notifications/sms.ts";
import { callFunction, Lease, leaseOf, noteSent } from "./claims.ts";
import { isObsolete } from "./obsolete.ts";

/** What working the outbox needs of the world. */
export interface OutboxDeps {
  /** With the secret key: the outbox is for the service only. */
  readonly client: SupabaseClient;
  readonly sendSms: SendSms;
  /** Asks the provider for an SMS that may have left already. */
  readonly findSms: FindSms;
  readonly sendMail: SendMail;
  /** Asks the provider for an e-mail that may have left already. */
  readonly findMail: FindMail;
  readonly sources: MessageSources;
  readonly head: EmailContext;
  /** Stops between two messages; what is being sent is sent and settled. */
  readonly signal?: AbortSignal;
}

/** Notifications claimed at once, and sent side by side. Twice this many time limits of a provider fit into a lease. */
const BATCH = 8;
const SIDE_BY_SIDE = 4;

/** How long a claim is ours, in seconds: longer than a batch takes when every provider is silent. */
const LEASE = 120;

/**
 * Nothing is begun with less than this left of a lease, in milliseconds: a process that stood still for a while (a
 * machine that slept) would send what another worker has sent meanwhile.
 */
const LEASE_LEFT_MS = 45_000;

const log = getLogger(["econsult", "outbox"]);

/** What one round did. */
export interface OutboxRound {
  sent: number;
  retried: number;
  withdrawn: number;
}

/**
 * Sends every notification that is due, and returns when none is left. Any number of workers may run: a claim
 * belongs to one of them, and only its holder settles it.
 *
 * A worker that dies between sending and settling leaves a lease behind that runs out after two minutes. By then the
 * provider has reported to our hook with the notification's id, which settles it (`notification_accepted`). Whether
 * that report came or not, a second try asks the provider for the message before it is sent: neither of them has an
 * idempotency key.
 *
 * @throws when the database does not answer
 */
export async function processOutbox(deps: OutboxDeps): Promise<OutboxRound> {
  const round = { sent: 0, retried: 0, withdrawn: 0 };
  while (!deps.signal?.aborted) {
    const begunBy = Date.now() + LEASE * 1000 - LEASE_LEFT_MS;
    const claimed = await callFunction<unknown[]>(
      deps.client,
      "claim_notifications",
      {
        batch: BATCH,
        lease_seconds: LEASE,
      },
    );
    if (claimed.length === 0) break;
    const queue = claimed.values();
    const lanes = await Promise.allSettled(
      Array.from(
        { length: SIDE_BY_SIDE },
        () => work(queue, begunBy, deps, round),
      ),
    );
    for (const lane of lanes) {
      if (lane.status === "rejected") throw lane.reason;
    }
  }
  return round;
}

async function work(
  queue: Iterable<unknown>,
  begunBy: number,
  deps: OutboxDeps,
  round: OutboxRound,
): Promise<void> {
  for (const row of queue) {
    // The lease runs out, another worker takes it.
    if (deps.signal?.aborted || Date.now() > begunBy) return;
    const outcome = await handle(row, deps);
    round[outcome]++;
  }
}

async function handle(
  row: unknown,
  deps: OutboxDeps,
): Promise<keyof OutboxRound> {
  const parsed = v.safeParse(Claimed, row);
  if (!parsed.success) {
    const lease = v.parse(Lease, row);
    const field = v.getDotPath(parsed.issues[0]) ?? "row";
    return await scheduleRetry(
      deps,
      lease,
      `unreadable: ${field}`,
      true,
    );
  }
  const notification = parsed.output;
  if (isObsolete(notification, Date.now())) {
    await callFunction(
      deps.client,
      "withdraw_notification",
      leaseOf(notification),
    );
    return "withdrawn";
  }
  const delivery = await deliver(notification, deps);
  if (delivery.outcome !== "sent") {
    return await scheduleRetry(
      deps,
      leaseOf(notification),
      delivery.reason,
      delivery.outcome === "refused",
    );
  }
  await noteSent(deps.client, "mark_notification_sent", {
    ...leaseOf(notification),
    provider_message_id: delivery.providerMessageId,
  });
  return "sent";
}

async function deliver(
  notification: Claimed,
  { sendSms, findSms, sendMail, findMail, sources, head }: OutboxDeps,
): Promise<Delivery> {
  const notificationId = notification.id;
  try {
    // The try before may have left and its worker died, or given up waiting.
    const again = notification.attempts > 1;
    const since = notification.first_tried_at;
    if (again && notification.channel === "email") {
      const found = await findMail({ notificationId, since });
      if (found !== null) return { outcome: "sent", providerMessageId: found };
    }
    const message = await notificationMessage(notification, sources, head);
    if (message.channel === "email") {
      const to = notification.email;
      return await sendMail({ ...message.mail, to, notificationId });
    }
    const sms = { to: notification.phone, text: message.text };
    const found = again ? await findSms({ ...sms, since }) : null;
    return found === null
      ? await sendSms({ ...sms, notificationId })
      : { outcome: "sent", providerMessageId: found };
  } catch (error) {
    // A link, a list or Twilio's answer could not be had; its words may name people.
    const reason = error instanceof Error ? error.name : typeof error;
    log.error("could not prepare {kind}: {error}", {
      kind: notification.kind,
      error,
    });
    return { outcome: "retry", reason: `preparing: ${reason}` };
  }
}

async function scheduleRetry(
  { client }: OutboxDeps,
  lease: Lease,
  reason: string,
  permanent: boolean,
): Promise<"retried"> {
  await callFunction(client, "schedule_notification_retry", {
    ...lease,
    reason,
    permanent,
  });
  log.warn("notification {id} not sent: {reason}", {
    id: lease.id,
    reason,
    permanent,
  });
  return "retried";
}
