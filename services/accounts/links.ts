import { getLogger } from "@logtape/logtape";
import { asProblem, refusal, statelessAuth } from "../auth.ts";
import { unwrap } from "../problem.ts";
import { serviceClient } from "../supabase.ts";
import { tellKnown } from "./known_account.ts";
import { mayTry } from "./limits.ts";

const log = getLogger(["econsult", "links"]);

/**
 * Sends the activation link again, if the address waits for one. Nothing tells the asker whether it does: the answer
 * is the same, and comes before the work is done. False when it was asked for too often.
 */
export async function requestActivationLink(
  email: string,
  address: string,
): Promise<boolean> {
  if (!await mayTry("link", { account: email, address })) return false;
  inBackground(sendActivationLink(email));
  return true;
}

async function sendActivationLink(email: string): Promise<void> {
  const accountId = unwrap<string | null>(
    await serviceClient().rpc("account_of_email", { email }),
  );
  if (accountId !== null) await tellKnown(accountId);
}

/** Sends the link to a new password, if the address has an account; the same silence as {@link requestActivationLink}. */
export async function requestPasswordLink(
  email: string,
  address: string,
): Promise<boolean> {
  if (!await mayTry("link", { account: email, address })) return false;
  inBackground(sendPasswordLink(email, address));
  return true;
}

async function sendPasswordLink(email: string, address: string) {
  const { error } = await statelessAuth(address).resetPasswordForEmail(email);
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
