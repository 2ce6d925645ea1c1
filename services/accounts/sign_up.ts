import { getLogger } from "@logtape/logtape";
import type { Language } from "@/i18n/mod.ts";
import { mayTextUnproved, mayTry } from "@/services/auth/limits.ts";
import { withMinimumDuration } from "@/services/auth/minimum_duration.ts";
import type { FailureCause } from "@/services/notifications/failure_codes.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "../supabase.ts";
import {
  renewNumberCode,
  type Sending,
  sendNumberCode,
} from "./number_code.ts";
import { countryOf } from "./phone.ts";
import type { SignUp } from "./sign_up_form.ts";

const log = getLogger(["econsult", "sign-up"]);

/** How long a right code takes at least, in milliseconds: as long for who is known as for who is new. */
const CONFIRMATION_TAKES = 300;

/** What became of a code that was typed. Mirrored in SQL: public.code_verdict. */
export type Verdict = "right" | "wrong" | "expired" | "over";

/** A sign-up that waits for its code or its link. Mirrored in SQL: public.sign_up_code. */
export interface PendingSignUp {
  email: string;
  /** E.164. */
  phone: string;
  /** Where the person was going. */
  next: string | null;
  /** When the last code went out, ISO instant. */
  sent_at: string;
  /** Of five. */
  tries_left: number;
  confirmed: boolean;
  /** The e-mail with the link came back. */
  email_failed: boolean;
}

/** Why a sign-up was not begun: too many of them, today's SMS are used up, the number gets none, or none left now. */
export type BeginProblem =
  | "too_many"
  | "ceiling"
  | "sms_failed"
  | FailureCause;

/**
 * Keeps a sign-up and sends its code. Nothing is in the accounts yet, and nothing says whether the matricule or the
 * e-mail address is known. The same form (`formId`) sent twice is one sign-up and one SMS. Throws a Problem when the
 * database does not answer.
 */
export async function beginSignUp(
  person: SignUp,
  { formId, language, next, clientIp }: {
    formId: string;
    language: Language;
    next: string | null;
    clientIp: string;
  },
): Promise<
  { id: string; failed?: undefined } | { failed: BeginProblem }
> {
  const [kept] = unwrap(
    await serviceClient().rpc("begin_sign_up", {
      ...person,
      form_id: formId,
      language,
      next: next ?? undefined,
    }),
  );
  if (!kept) throw new Error("begin_sign_up returned no row");
  if (kept.code === null) return { id: kept.id };
  if (!await mayTry("sign-up", { account: person.phone, clientIp })) {
    return { failed: "too_many" };
  }
  if (!await mayTextUnproved(countryOf(person.phone))) {
    log.error("the ceiling of sign-up SMS of a day is reached");
    return { failed: "ceiling" };
  }
  const delivery = await sendNumberCode(person.phone, language, kept.code);
  if (delivery.outcome === "sent") return { id: kept.id };
  return {
    failed: delivery.outcome === "refused"
      ? delivery.cause ?? "number"
      : "sms_failed",
  };
}

/** The sign-up of this browser; null when it is unknown or older than a day. */
export async function readSignUp(id: string): Promise<PendingSignUp | null> {
  const [pending] = unwrap(
    await serviceClient().rpc("sign_up_code", { sign_up_id: id }),
  );
  return pending ?? null;
}

/** Sends a new code, at most every 30 s; the old one is no longer good. */
export async function renewSignUpCode(
  id: string,
  clientIp: string,
): Promise<Sending> {
  const pending = await readSignUp(id);
  if (pending === null) return "too_soon";
  return await renewNumberCode(pending.phone, clientIp, async () => {
    const [renewed] = unwrap(
      await serviceClient().rpc("renew_sign_up_code", { sign_up_id: id }),
    );
    return renewed;
  });
}

/**
 * Judges a code; five different wrong ones end the sign-up. A right one sends the activation e-mail, or tells the owner
 * when the matricule or the address has an account; whoever typed it sees no difference.
 */
export async function checkSignUpCode(
  id: string,
  code: string,
): Promise<Verdict> {
  const verdict = await withMinimumDuration(
    CONFIRMATION_TAKES,
    judge(id, code),
  );
  if (verdict === "right") outboxChanged();
  return verdict;
}

async function judge(id: string, code: string): Promise<Verdict> {
  return unwrap(
    await serviceClient().rpc("check_sign_up_code", { sign_up_id: id, code }),
  );
}
