import { getLogger } from "@logtape/logtape";
import type { SupabaseClient } from "@supabase/supabase-js";
import type { Language } from "@/i18n/mod.ts";
import { asProblem } from "@/services/auth/client.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { hashOf, newLinkToken } from "@/services/link_token.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { serviceClient } from "@/services/supabase.ts";

const log = getLogger(["econsult", "activation"]);

/** A sign-up whose link was opened. Mirrored in SQL: public.sign_up_of_link. */
export interface OpenSignUp {
  id: string;
  matricule: string;
  first_name: string;
  last_name: string;
  email: string;
  /** E.164. */
  phone: string;
  city: string;
  language: Language;
  /** Where the person was going. */
  next: string | null;
  /** The account, once it is made. */
  account_id: string | null;
}

/** Makes the token of an activation e-mail; only its hash is kept. Throws when the sign-up no longer waits for one. */
export async function newActivationToken(
  client: SupabaseClient,
  signUpId: string,
): Promise<string> {
  const token = newLinkToken();
  const waits = unwrap(
    await client.rpc("add_sign_up_link", {
      sign_up_id: signUpId,
      link_hash: hashOf(token),
    }),
  );
  if (!waits) throw new Problem(404, "not_found");
  return token;
}

/** The sign-up that a link opens, finished or not; null for a link that is too old, withdrawn or none of ours. */
export async function readActivation(
  token: string,
): Promise<OpenSignUp | null> {
  const [signUp] = unwrap(
    await serviceClient().rpc("sign_up_of_link", { link_hash: hashOf(token) }),
  );
  return signUp ?? null;
}

/** The owner of the mailbox did not sign up: the link opens nothing any more. */
export async function withdrawSignUp(token: string): Promise<void> {
  unwrap(
    await serviceClient().rpc("withdraw_sign_up", { link_hash: hashOf(token) }),
  );
}

/**
 * Makes the account of a sign-up whose link was opened. Every step may be repeated: a second click, or another try
 * after a crash, finds what the first one made. A user that this sign-up did not make is never touched. False when
 * somebody else has the address or the matricule by now.
 */
export async function activate(
  signUp: OpenSignUp,
  password: string,
): Promise<boolean> {
  if (signUp.account_id !== null) return true;
  const userId = await ownUser(signUp, password);
  if (userId === null) {
    log.warn("an activation for an address that has a user already");
    return false;
  }
  const completed = unwrap(
    await serviceClient().rpc("complete_sign_up", {
      sign_up_id: signUp.id,
      user_id: userId,
    }),
  );
  if (!completed) {
    const { error } = await serviceClient().auth.admin.deleteUser(userId);
    if (error) throw asProblem(error);
  }
  return completed;
}

/** The user that this sign-up makes, or made a moment ago; null when the address is somebody else's. */
async function ownUser(
  { id, email, first_name, last_name }: OpenSignUp,
  password: string,
): Promise<string | null> {
  const { admin } = serviceClient().auth;
  const { data, error } = await admin.createUser({
    email,
    password,
    email_confirm: true,
    app_metadata: { kind: "patient", sign_up_id: id },
    user_metadata: { name: [first_name, last_name].filter(Boolean).join(" ") },
  });
  if (!error) return data.user.id;
  if (error.code !== "email_exists") throw asProblem(error);
  return unwrap(
    await serviceClient().rpc("user_of_sign_up", { sign_up_id: id }),
  );
}

/** Sends the link again, if an address waits for one, or tells its owner that there is an account. */
export async function resendActivation(email: string): Promise<void> {
  unwrap(await serviceClient().rpc("resend_activation", { email }));
  outboxChanged();
}
