import {
  normalPassword,
  type PasswordError,
  passwordError,
  type PasswordRange,
} from "@/domain/password.ts";
import { env } from "@/env.ts";
import { asProblem, refusal } from "../auth.ts";
import type { Auth } from "../session.ts";
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

/** The password chosen in a form, or what is wrong with it. */
export function readNewPassword(
  form: FormData,
): { password: string; problem?: undefined } | { problem: PasswordError } {
  const password = normalPassword(form.get("password"));
  const repeated = normalPassword(form.get("repeated"));
  const problem = passwordError(password, repeated, passwordRange());
  return problem ? { problem } : { password };
}

/** Whether a text can be a token of ours at all; `pkce_` stands before those of one kind of client. */
export function isToken(text: string | null): text is string {
  return text !== null && /^(pkce_)?[0-9a-f]{32,128}$/.test(text);
}

/** Uses up the link: the cookies hold a session without SMS code (AAL1). Null when it is stale, used or forged. */
export async function openLink(
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

/** Sets the password of whoever's session is in the cookies; other sessions end. Null when it is done. */
export async function savePassword(
  auth: Auth,
  password: string,
): Promise<PasswordRefusal | null> {
  const { error } = await auth.updateUser({ password });
  if (!error) return null;
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
  address: string,
): Promise<boolean> {
  const code = await readSignInCode(userId);
  if (code === null) {
    await auth.signOut({ scope: "local" });
    return false;
  }
  await sendSignInCode(auth, { code, userId, address });
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
