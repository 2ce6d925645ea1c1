import { getLogger } from "@logtape/logtape";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Delivery } from "../delivery.ts";
import { unwrap } from "../problem.ts";
import { sendSms } from "../sms.ts";
import { serviceClient } from "../supabase.ts";
import { mayTry } from "./limits.ts";
import type { SignUp } from "./sign_up_form.ts";

const log = getLogger(["econsult", "sign-up"]);

/** What became of a code that should go out. */
export type Sending = "sent" | "too_many" | "too_soon" | "sms_failed";

/** What became of a code that was typed. Twin: public.code_verdict. */
export type Verdict = "right" | "wrong" | "expired" | "over";

/** A sign-up that waits for its code. Twin: public.sign_up_code. */
export interface PendingSignUp {
  name: string;
  email: string;
  /** E.164. */
  phone: string;
  /** When the last code went out, ISO instant. */
  sent_at: string;
  /** Of five. */
  tries_left: number;
  confirmed: boolean;
}

/**
 * Keeps a sign-up and sends its code. Nothing is in the accounts yet, and nothing says whether the matricule or the
 * e-mail address is known. Throws a Problem when the database does not answer.
 */
export async function beginSignUp(
  person: SignUp,
  language: Language,
  address: string,
): Promise<
  { id: string; failed?: undefined } | {
    failed: "too_many" | "not_a_phone" | "sms_failed";
  }
> {
  if (!await mayTry("sign-up", { account: person.phone, address })) {
    return { failed: "too_many" };
  }
  const [kept]: { id: string; code: string }[] = unwrap(
    await serviceClient().rpc("begin_sign_up", { ...person, language }),
  );
  if (!kept) throw new Error("begin_sign_up returned no row");
  const delivery = await sendCode(person.phone, language, kept.code);
  if (delivery.outcome === "sent") return { id: kept.id };
  return {
    failed: delivery.outcome === "refused" ? "not_a_phone" : "sms_failed",
  };
}

/** The sign-up of this browser; null when it is unknown or older than a day. */
export async function readSignUp(id: string): Promise<PendingSignUp | null> {
  const [pending]: PendingSignUp[] = unwrap(
    await serviceClient().rpc("sign_up_code", { sign_up_id: id }),
  );
  return pending ?? null;
}

/** Sends a new code, at most every 30 s; the old one is no longer good. */
export async function renewSignUpCode(
  id: string,
  address: string,
): Promise<Sending> {
  const pending = await readSignUp(id);
  if (pending === null) return "too_soon";
  // Counted by number, whose it is nobody knows yet: several sign-ups must not become a shower of SMS.
  const account = pending.phone;
  if (!await mayTry("sign-up-code", { account, address })) return "too_many";
  const [renewed]: { phone: string; language: Language; code: string }[] =
    unwrap(
      await serviceClient().rpc("renew_sign_up_code", { sign_up_id: id }),
    );
  if (!renewed) return "too_soon";
  const { outcome } = await sendCode(
    renewed.phone,
    renewed.language,
    renewed.code,
  );
  return outcome === "sent" ? "sent" : "sms_failed";
}

/** Judges a code; five wrong ones end the sign-up. */
export async function checkSignUpCode(
  id: string,
  code: string,
): Promise<Verdict> {
  return unwrap(
    await serviceClient().rpc("check_sign_up_code", { sign_up_id: id, code }),
  );
}

async function sendCode(
  to: string,
  language: Language,
  code: string,
): Promise<Delivery> {
  const delivery = await sendSms({
    to,
    text: t(texts(language).account.codeSms, { code }),
  });
  if (delivery.outcome !== "sent") {
    log.warn("sign-up code not sent: {reason}", { reason: delivery.reason });
  }
  return delivery;
}
