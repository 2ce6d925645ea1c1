import { getLogger } from "@logtape/logtape";
import { serviceClient } from "@/services/supabase.ts";
import type { Delivery } from "./delivery.ts";

const log = getLogger(["econsult", "sms"]);

/** The hook that sends a code has little time left for it. In milliseconds. */
const TIMEOUT_MS = 800;

/**
 * Notes that a provider refused the number of an account for good: the sign-in page says what to do, and the helpdesk
 * finds it in `admin.refused_numbers`.
 */
export async function noteSmsRefusal(
  accountId: string,
  phone: string,
  { reason, cause = "number" }: Extract<Delivery, { outcome: "refused" }>,
): Promise<void> {
  log.error("a sign-in code was refused for good: {reason}", { reason });
  const { error } = await serviceClient().rpc("note_sms_refusal", {
    account_id: accountId,
    phone,
    cause,
    reason,
  }).abortSignal(AbortSignal.timeout(TIMEOUT_MS));
  if (error) log.warn("the refusal was not noted: {reason}", { reason });
}

/** A code left for the number of an account: it is no longer refused. */
export async function clearSmsRefusal(accountId: string): Promise<void> {
  await serviceClient().rpc("clear_sms_refusal", { account_id: accountId })
    .abortSignal(AbortSignal.timeout(TIMEOUT_MS));
}
