import { getLogger } from "@logtape/logtape";
import { outboxChanged } from "../outbox_signal.ts";
import { Problem, unwrap } from "../problem.ts";
import { asProblem, refusal, statelessAuth } from "../auth.ts";
import { serviceClient } from "../supabase.ts";
import { mayTry } from "./limits.ts";
import { type PendingSignUp, readSignUp } from "./sign_up.ts";

const log = getLogger(["econsult", "activation"]);

/** Twin: public.sign_up_to_activate. */
interface Confirmed {
  email: string;
  known_account_id: string | null;
  account_ready: boolean;
}

/**
 * Makes the account of a sign-up whose code was right, and puts its activation e-mail into the outbox. When the
 * matricule or the address has an account already, that person is told and nobody else. Every step may be repeated:
 * after a crash in between the same code completes what is missing.
 */
export async function createAccount(signUpId: string): Promise<void> {
  const [confirmed, signUp] = await Promise.all([
    readConfirmed(signUpId),
    readSignUp(signUpId),
  ]);
  if (confirmed.account_ready && confirmed.known_account_id) {
    await tellKnown(confirmed.known_account_id, signUp);
    return;
  }
  const userId = await invite(confirmed.email, signUp?.name ?? "");
  if (userId === null) return;
  try {
    unwrap(
      await serviceClient().rpc("complete_sign_up", {
        sign_up_id: signUpId,
        user_id: userId,
      }),
    );
  } catch (error) {
    // Somebody else's account took the matricule a moment ago: that person is told instead.
    const { known_account_id, account_ready } = await readConfirmed(signUpId);
    if (!account_ready || known_account_id === null) throw error;
    await tellKnown(known_account_id);
  }
  outboxChanged();
}

async function readConfirmed(signUpId: string): Promise<Confirmed> {
  const [confirmed]: Confirmed[] = unwrap(
    await serviceClient().rpc("sign_up_to_activate", { sign_up_id: signUpId }),
  );
  if (!confirmed) throw new Problem(404, "not_found");
  return confirmed;
}

/** The user of an address, made when there is none; null when the address is taken in a way only an administrator can solve. */
async function invite(email: string, name: string): Promise<string | null> {
  const { admin } = serviceClient().auth;
  const { data, error } = await admin.generateLink({
    type: "invite",
    email,
    options: { data: { name } },
  });
  if (error?.code === "email_exists") {
    log.error("a confirmed address without account: see auth.users");
    return null;
  }
  if (error) throw asProblem(error);
  const { id } = data.user;
  const updated = await admin.updateUserById(id, {
    app_metadata: { kind: "patient" },
    user_metadata: { name },
  });
  if (updated.error) throw asProblem(updated.error);
  return id;
}

/**
 * Tells the owner of an account that somebody signed up with his data: that he is known, or, before the activation,
 * the link again. Whoever mistyped his address the first time corrects it by signing up again: the SMS code has
 * just shown that he is the same person.
 */
async function tellKnown(
  accountId: string,
  signUp: PendingSignUp | null = null,
): Promise<void> {
  const { admin } = serviceClient().auth;
  const { data, error } = await admin.getUserById(accountId);
  if (error) throw asProblem(error);
  const active = Boolean(data.user.email_confirmed_at);
  if (
    !active && signUp && signUp.email !== data.user.email &&
    await hasPhone(accountId, signUp.phone)
  ) {
    const { error } = await admin.updateUserById(accountId, {
      email: signUp.email,
    });
    if (error && error.code !== "email_exists") throw asProblem(error);
  }
  unwrap(
    await serviceClient().rpc("notify_account", {
      account_id: accountId,
      kind: active ? "account_exists" : "account_activation",
    }),
  );
  outboxChanged();
}

async function hasPhone(accountId: string, phone: string): Promise<boolean> {
  const rows = unwrap(
    await serviceClient().from("accounts").select("id").eq("id", accountId)
      .eq("phone", phone),
  );
  return rows.length === 1;
}

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
  // The only call that finds a user by address. The token it makes is thrown away.
  const { data, error } = await serviceClient().auth.admin.generateLink({
    type: "recovery",
    email,
  });
  if (error?.code === "user_not_found") return;
  if (error) throw asProblem(error);
  await tellKnown(data.user.id);
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
