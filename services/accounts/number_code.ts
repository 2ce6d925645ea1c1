import { getLogger } from "@logtape/logtape";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Delivery } from "@/services/notifications/delivery.ts";
import { sendSms } from "@/services/notifications/sms.ts";
import { mayTextUnproved, mayTry } from "@/services/auth/limits.ts";
import { countryOf } from "./phone.ts";

/** What became of a code that should go out. `refused`: the number gets no SMS, ever. */
export type Sending =
  | "sent"
  | "too_many"
  | "too_soon"
  | "sms_failed"
  | "refused";

/** A code that was made anew: where it goes (E.164) and in which language. */
interface RenewedCode {
  phone: string;
  language: Language;
  code: string;
}

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

/**
 * Sends a new code to a number that nobody has proved yet (E.164). `renew` makes it, and gives nothing when it is too
 * soon or over. Counted by number, whose it is nobody knows yet: several forms must not become a shower of SMS.
 */
export async function renewNumberCode(
  phone: string,
  clientIp: string,
  renew: () => Promise<RenewedCode | undefined>,
): Promise<Sending> {
  if (!await mayTry("sign-up-code", { account: phone, clientIp })) {
    return "too_many";
  }
  if (!await mayTextUnproved(countryOf(phone))) return "too_many";
  const renewed = await renew();
  if (!renewed) return "too_soon";
  const { outcome } = await sendNumberCode(
    renewed.phone,
    renewed.language,
    renewed.code,
  );
  if (outcome === "sent") return "sent";
  return outcome === "refused" ? "refused" : "sms_failed";
}
