import { describeFailure } from "./failure_codes.ts";
import type { DeliveryReport } from "./delivery_report.ts";

/** What a status callback of Twilio's means (twilio.com/docs/messaging/guides/track-outbound-message-status). */
export function twilioReport(
  form: URLSearchParams,
  query: URLSearchParams,
): DeliveryReport | null {
  const providerMessageId = form.get("MessageSid");
  const status = form.get("MessageStatus");
  if (!providerMessageId || !status) return null;
  const failed = status === "undelivered" || status === "failed";
  return {
    notificationId: query.get("notification"),
    providerMessageId,
    outcome: failed
      ? "failed"
      : status === "delivered" || status === "read"
      ? "delivered"
      : "on its way",
    reason: failed
      ? describeFailure("twilio", form.get("ErrorCode"), status)
      : undefined,
  };
}
