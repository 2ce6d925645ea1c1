import type { Language } from "@/i18n/mod.ts";
import { mayTextUnproved, mayTry } from "@/services/auth/limits.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import type { FailureCause } from "@/services/notifications/failure_codes.ts";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "../supabase.ts";
import {
  renewNumberCode,
  type Sending,
  sendNumberCode,
} from "./number_code.ts";
import { countryOf } from "./phone.ts";
import type { Verdict } from "./sign_up.ts";

/** A change of number that waits for its code. Mirrored in SQL: public.phone_change. */
export interface PendingPhoneChange {
  id: string;
  /** The new number, E.164. */
  phone: string;
  /** When the last code went out, ISO instant. */
  sent_at: string;
  /** Of five. */
  tries_left: number;
}

/** Why no change was begun: it is the number already, too many of them, today's SMS are used up, or no SMS left. */
export type PhoneChangeProblem =
  | "same"
  | "too_many"
  | "ceiling"
  | "sms_failed"
  | FailureCause;

/**
 * Begins the change of whoever's session it is, and sends a code to the new number (E.164); null when it is done. The
 * same form (`formId`) sent twice is one change and one SMS. The password was checked before. Throws a Problem when
 * the session has ended or the database does not answer.
 */
export async function beginPhoneChange(
  phone: string,
  { accountId, sessionId, formId, language, clientIp }: {
    accountId: string;
    sessionId: string;
    formId: string;
    language: Language;
    clientIp: string;
  },
): Promise<PhoneChangeProblem | null> {
  if (!await mayTry("contact-change", { account: accountId, clientIp })) {
    return "too_many";
  }
  const [begun] = unwrap(
    await serviceClient().rpc("begin_phone_change", {
      session_id: sessionId,
      form_id: formId,
      phone,
    }),
  );
  if (!begun) return "same";
  if (begun.code === null) return null;
  if (!await mayTry("sign-up-code", { account: phone, clientIp })) {
    return "too_many";
  }
  if (!await mayTextUnproved(countryOf(phone))) return "ceiling";
  const delivery = await sendNumberCode(phone, language, begun.code);
  if (delivery.outcome === "sent") return null;
  return delivery.outcome === "refused"
    ? delivery.cause ?? "number"
    : "sms_failed";
}

/** The change that a session has begun; null without one. */
export async function readPhoneChange(
  sessionId: string,
): Promise<PendingPhoneChange | null> {
  const [pending] = unwrap(
    await serviceClient().rpc("phone_change", { session_id: sessionId }),
  );
  return pending ?? null;
}

/** Sends a new code, at most every 30 s; the old one is no longer good. */
export function renewPhoneChangeCode(
  { id, phone }: PendingPhoneChange,
  sessionId: string,
  clientIp: string,
): Promise<Sending> {
  return renewNumberCode(phone, clientIp, async () => {
    const [renewed] = unwrap(
      await serviceClient().rpc("renew_phone_change_code", {
        session_id: sessionId,
        change_id: id,
      }),
    );
    return renewed;
  });
}

/**
 * Judges a code. After the right one the number counts, the former one is told, and every session of the account has
 * ended, this one too; five different wrong ones end the change. Throws `signed_out` when the session has ended.
 */
export async function confirmPhoneChange(
  changeId: string,
  sessionId: string,
  code: string,
): Promise<Verdict> {
  const verdict = unwrap(
    await serviceClient().rpc("confirm_phone_change", {
      session_id: sessionId,
      change_id: changeId,
      code,
    }),
  );
  if (verdict === "right") outboxChanged();
  return verdict;
}
