import { getLogger } from "@logtape/logtape";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Delivery } from "@/services/notifications/delivery.ts";
import { sendSms } from "@/services/notifications/sms.ts";

const log = getLogger(["econsult", "number-code"]);

/** Sends the code that proves a number which nobody has proved yet (E.164). Never throws. */
export async function sendNumberCode(
  to: string,
  language: Language,
  code: string,
): Promise<Delivery> {
  const delivery = await sendSms({
    to,
    text: t(texts(language).account.codeSms, { code }),
  });
  if (delivery.outcome !== "sent") {
    log.warn("code to a new number not sent: {reason}", {
      reason: delivery.reason,
    });
  }
  return delivery;
}
