import {
  normalPassword,
  type PasswordError,
  passwordError,
  type PasswordRange,
} from "@/domain/password.ts";
import { env } from "@/env.ts";
import { asProblem, refusal } from "./client.ts";
import type { Auth } from "./session.ts";
import { delay } from "@std/async";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "@/services/supabase.ts";
import { isGuessable } from "./guessable.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { announceCredentialChange } from "./credentials.ts";
import { readSignInCode, sendSignInCode } from "./second_factor.ts";

/** How long after the link in the e-mail its password may be chosen, in seconds. */
const RECENT = 30 * 60;

/** Why GoTrue did not take a password: `same` as before, `known` as easy to guess, or the session is no longer good. */
export type PasswordRefusal =
  | "same"
  | "known"
  | "signed_out"
  | "too_many";

/** The link from an e-mail: one-time, and of one of two kinds. */
export interface LinkToken {
  token: string;
  type: "invite" | "recovery";
}

/** The lengths of passwords that are in force here. */
export function passwordRange(): PasswordRange {
  return { min: env().PASSWORD_MIN, max: env().PASSWORD_MAX };
}

/** The password chosen in a form, or what is wrong with it. `own` is what is known of the person. */
export async function readNewPassword(
  form: FormData,
  own: readonly string[],
): Promise<
  | { password: string; problem?: undefined }
  | { problem: PasswordError | "known" }
> {
  const password = normalPassword(form.get("password"));
  const repeated = normalPassword(form.get("repeated"));
  const problem = passwordError(password, repeated, passwordRange());
  if (problem) return { problem };
  return await isGuessable(password, own) ? { problem: "known" } : { password };
}

/** What is known of a person, and no password should be made of. */
export async function accountWords(userId: string): Promise<string[]> {
  return unwrap(
    await serviceClient().rpc("account_words", { user_id: userId }),
  ) ?? [];
}

/** Whether a text can be a token of ours at all; `pkce_` stands before those of one kind of client. */
export function isToken(text: string | null): text is string {
  return text !== null && /^(pkce_)?[0-9a-f]{32,128}$/.test(text);
}

/**
 * Uses up the link: the cookies hold a session without SMS code (AAL1). Within ten minutes the same link sent again, by
 * a second click or after an answer that was lost, gives such a session again. Null when it is stale or forged.
 */
export async function openLink(
  auth: Auth,
  { token, type }: LinkToken,
): Promise<{ userId: string } | null> {
  const opened = await verifyLink(auth, { token, type }) ??
    await openAgain(auth, token);
  if (opened === null) return null;
  const client = serviceClient();
  const allowed = unwrap(
    await client.rpc("take_link_attempt", { account_id: opened.userId }),
  );
  if (!allowed) {
    await auth.signOut({ scope: "local" });
    return null;
  }
  unwrap(
    await client.rpc("note_opened_link", { token, user_id: opened.userId }),
  );
  return opened;
}

async function verifyLink(
  auth: Auth,
  { token, type }: LinkToken,
): Promise<{ userId: string } | null> {
  const { data, error } = await auth.verifyOtp({ token_hash: token, type });
  if (error) {
    const code = refusal(error);
    if (code === "unavailable" || code === "too_many") throw asProblem(error);
    return null;
  }
  return data.user ? { userId: data.user.id } : null;
}

/** How long the answer to a first click may still be on its way, in milliseconds. */
const FIRST_CLICK_MS = 600;

async function openAgain(
  auth: Auth,
  token: string,
): Promise<{ userId: string } | null> {
  const client = serviceClient();
  const find = async () =>
    unwrap(await client.rpc("opened_link_email", { token }));
  const email = await find() ?? await delay(FIRST_CLICK_MS).then(find);
  if (!email) return null;
  const { data, error } = await client.auth.admin.generateLink({
    type: "recovery",
    email,
  });
  if (error) throw asProblem(error);
  return await verifyLink(auth, {
    token: data.properties.hashed_token,
    type: "recovery",
  });
}

/** Sets the password of whoever's session is in the cookies; other sessions end. Null when it is done. */
export async function savePassword(
  auth: Auth,
  password: string,
): Promise<PasswordRefusal | null> {
  const { data } = await auth.getClaims();
  if (!data) return "signed_out";
  await announceCredentialChange(data.claims.sub, "password");
  const { error } = await auth.updateUser({ password });
  if (!error) {
    outboxChanged();
    return null;
  }
  switch (refusal(error)) {
    case "same_password":
      return "same";
    case "weak_password":
      return "known";
    case "too_many":
      return "too_many";
    case "insufficient_aal":
    case "session_not_found":
      return "signed_out";
    default:
      if (error.name === "AuthSessionMissingError") return "signed_out";
      throw asProblem(error);
  }
}

/**
 * After the link of a new password: the SMS code that GoTrue asks for before it changes one. False when the account is
 * deactivated.
 */
export async function askForCode(
  auth: Auth,
  userId: string,
  clientIp: string,
): Promise<boolean> {
  const code = await readSignInCode(userId);
  if (code === null) {
    await auth.signOut({ scope: "local" });
    return false;
  }
  await sendSignInCode(auth, { code, userId, clientIp });
  return true;
}

/** Whether this session came by the link of an e-mail a short while ago: only then may it set a password unasked. */
export async function cameByLink(auth: Auth): Promise<boolean> {
  const { data } = await auth.getClaims();
  const now = Temporal.Now.instant().epochMilliseconds / 1000;
  const methods: unknown = data?.claims.amr;
  return Array.isArray(methods) &&
    methods.some((entry) =>
      entry?.method === "otp" && now - entry.timestamp < RECENT
    );
}
