import { getLogger } from "@logtape/logtape";
import { asProblem, refusal, statelessAuth } from "./client.ts";
import { resendActivation } from "@/services/accounts/activation.ts";
import { unwrap } from "@/services/http/problem.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { serviceClient } from "@/services/supabase.ts";
import { mayTry } from "./limits.ts";

const log = getLogger(["econsult", "links"]);

/**
 * Sends the activation link again, if the address waits for one. Nothing tells the asker whether it does: the answer
 * is the same, and comes before the work is done. False when it was asked for too often.
 */
export async function requestActivationLink(
  email: string,
  clientIp: string,
): Promise<boolean> {
  if (!await mayTry("link", { account: email, clientIp })) return false;
  inBackground(resendActivation(email));
  return true;
}

/** Sends the link to a new password, if the address has an account; the same silence as {@link requestActivationLink}. */
export async function requestPasswordLink(
  email: string,
  clientIp: string,
): Promise<boolean> {
  if (!await mayTry("link", { account: email, clientIp })) return false;
  inBackground(sendPasswordLink(email, clientIp));
  return true;
}

/** Sends the links to the next appointments again, if the address has some; the same silence as {@link requestActivationLink}. */
export async function requestAppointmentLinks(
  email: string,
  clientIp: string,
): Promise<boolean> {
  if (!await mayTry("link", { account: email, clientIp })) return false;
  inBackground(sendAppointmentLinks(email));
  return true;
}

async function sendAppointmentLinks(email: string) {
  unwrap(await serviceClient().rpc("send_appointment_links", { email }));
  outboxChanged();
}

async function sendPasswordLink(email: string, clientIp: string) {
  const { error } = await statelessAuth(clientIp).resetPasswordForEmail(email);
  if (error && refusal(error) !== "too_many") throw asProblem(error);
}

/** The page does not wait: how long a letter takes would tell that there is somebody to write to. */
function inBackground(work: Promise<void>): void {
  work.catch((error) =>
    log.error("a link was not sent: {error}", {
      error: error instanceof Error ? error.name : typeof error,
    })
  );
}
