import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import { describeFailure } from "./failure_codes.ts";
import type { DeliveryReport } from "./delivery_report.ts";

/** A webhook of Mailgun's, as far as we read it. */
export const MailgunEvent = v.object({
  signature: v.object({
    timestamp: v.pipe(v.string(), v.regex(/^\d{9,12}$/)),
    token: v.pipe(v.string(), v.maxLength(100)),
    signature: v.string(),
  }),
  "event-data": v.object({
    event: v.string(),
    severity: v.optional(v.string()),
    reason: v.optional(v.string()),
    message: v.object({
      headers: v.object({ "message-id": v.string() }),
    }),
    "delivery-status": v.optional(
      v.object({ code: v.optional(v.number()) }),
    ),
    "user-variables": v.optional(v.record(v.string(), v.unknown())),
  }),
});
export type MailgunEvent = v.InferOutput<typeof MailgunEvent>;

/** How old a webhook may be, in seconds; within it a token is good once. */
export const MAILGUN_TOLERANCE = 15 * 60;

/** Whether Mailgun signed it, lately: HMAC-SHA256 over time and token. */
export function isFromMailgun(
  { signature: { timestamp, token, signature } }: MailgunEvent,
  signingKey: string,
  now = Date.now(),
): boolean {
  const age = Math.abs(now / 1000 - Number(timestamp));
  const expected = createHmac("sha256", signingKey)
    .update(timestamp + token).digest();
  const given = /^[0-9a-f]{64}$/.test(signature)
    ? Buffer.from(signature, "hex")
    : Buffer.alloc(32);
  return timingSafeEqual(expected, given) && age <= MAILGUN_TOLERANCE;
}

/** What the event means for the notification it carries; null for events that say nothing of a delivery. */
export function reportOf(
  { "event-data": data }: MailgunEvent,
): DeliveryReport | null {
  const outcome = outcomeOf(data);
  if (outcome === null) return null;
  const id = data["user-variables"]?.notification;
  const code = data["delivery-status"]?.code;
  return {
    notificationId: typeof id === "string" ? id : null,
    providerMessageId: data.message.headers["message-id"],
    outcome,
    reason: outcome === "failed"
      ? describeFailure("mailgun", code, data.reason)
      : undefined,
  };
}

function outcomeOf(
  { event, severity }: MailgunEvent["event-data"],
): DeliveryReport["outcome"] | null {
  switch (event) {
    case "accepted":
      return "on its way";
    case "delivered":
      return "delivered";
    case "rejected":
      return "failed";
    case "failed":
      // A temporary failure is tried again by Mailgun itself.
      return severity === "permanent" ? "failed" : "on its way";
    default:
      return null;
  }
}
