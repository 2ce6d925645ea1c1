import { getLogger } from "@logtape/logtape";
import { asProblem, refusal } from "./client.ts";
import { unwrap } from "@/services/http/problem.ts";
import type { Auth } from "./session.ts";
import { serviceClient } from "@/services/supabase.ts";
import { mayTry } from "./limits.ts";
import type { Sending } from "@/services/accounts/number_code.ts";

const log = getLogger(["econsult", "second-factor"]);

/** Where the SMS code of somebody who signs in stands. Mirrored in SQL: public.sign_in_code. */
export interface SignInCode {
  /** The confirmed number, E.164. */
  phone: string;
  factor_id: string | null;
  /** The newest challenge that nobody has answered; null when no code is on its way. */
  challenge_id: string | null;
  /** ISO instant. */
  sent_at: string | null;
  /** Of five within ten minutes. */
  tries_left: number;
  /** Factors of other numbers than the confirmed one: they never count. */
  other_factors: string[];
  /** Why the provider refused the number for good; null when it did not. */
  sms_refused: string | null;
}

/**
 * What became of a code. `moved`: the person's network address changed since it was sent; `over`: five wrong ones, all
 * sessions of the account have ended.
 */
export type CodeOutcome =
  | "right"
  | "wrong"
  | "expired"
  | "moved"
  | "over"
  | "too_many"
  | "unavailable";

/** Where the code of this account stands; null when the account is deactivated or there is none. */
export async function readSignInCode(
  userId: string,
): Promise<SignInCode | null> {
  const [code]: SignInCode[] = unwrap(
    await serviceClient().rpc("sign_in_code", { user_id: userId }),
  );
  return code ?? null;
}

/**
 * Sends a code to the confirmed number of whoever gave the password; the first time, the number becomes the second
 * factor. A code that went out less than 30 s ago stays good (`too_soon`).
 */
export async function sendSignInCode(
  auth: Auth,
  { code, userId, clientIp }: {
    code: SignInCode;
    userId: string;
    clientIp: string;
  },
): Promise<Sending> {
  if (!await mayTry("code", { account: userId, clientIp })) return "too_many";
  await removeFactors(userId, code.other_factors);
  const factorId = code.factor_id ?? await enrol(auth, code.phone);
  const { error } = await auth.mfa.challenge({ factorId, channel: "sms" });
  if (!error) return "sent";
  if (error.code === "over_sms_send_rate_limit") return "too_soon";
  if (error.status === 429) return "too_many";
  // GoTrue says nothing of what our hook or the provider answered: the hook wrote a refusal for good down.
  const now = await readSignInCode(userId);
  // Of two clicks at once GoTrue may fail one: the other one's code is on its way.
  if (now?.challenge_id && now.challenge_id !== code.challenge_id) {
    return "too_soon";
  }
  log.warn("sign-in code not sent: {reason}", {
    reason: now?.sms_refused ?? refusal(error),
  });
  return now?.sms_refused ? "refused" : "sms_failed";
}

/** Whoever has a password alone could enrol a number of his own: what is not the confirmed number goes. */
async function removeFactors(userId: string, ids: string[]): Promise<void> {
  for (const id of ids) {
    const { error } = await serviceClient().auth.admin.mfa.deleteFactor({
      id,
      userId,
    });
    if (error && error.status !== 404) throw asProblem(error);
  }
}

async function enrol(auth: Auth, phone: string): Promise<string> {
  const { data, error } = await auth.mfa.enroll({
    factorType: "phone",
    phone,
    // Names must differ within an account, and the one before may have been left unverified.
    friendlyName: `SMS ${Temporal.Now.instant().epochMilliseconds}`,
  });
  if (error) throw asProblem(error);
  return data.id;
}

/**
 * Checks the code that was typed. When it is right the session in the cookies is AAL2. The same code sent again is not
 * tried again: a wrong one counts once, and a second click whose first one was right finds what the session has got.
 */
export async function verifySignIn(
  auth: Auth,
  challenge: SignInCode,
  code: string,
): Promise<CodeOutcome> {
  const outcome = await isFirstTry(challenge, code)
    ? await verify(auth, challenge, code)
    : "wrong";
  if (!["expired", "moved", "wrong"].includes(outcome)) return outcome;
  if (outcome === "wrong" && !await isAnswered(challenge)) return outcome;
  const { data } = await auth.refreshSession();
  if (data.session === null) return "over";
  const level = await auth.mfa.getAuthenticatorAssuranceLevel();
  return level.data?.currentLevel === "aal2" ? "right" : outcome;
}

async function isFirstTry(
  { challenge_id }: SignInCode,
  code: string,
): Promise<boolean> {
  if (challenge_id === null) return true;
  return unwrap(
    await serviceClient().rpc("try_code", { challenge_id, code }),
  );
}

/** Whether another request has answered a challenge: then this session may be AAL2 already. */
async function isAnswered({ challenge_id }: SignInCode): Promise<boolean> {
  if (challenge_id === null) return true;
  return unwrap(
    await serviceClient().rpc("is_answered", { challenge_id }),
  );
}

async function verify(
  auth: Auth,
  { factor_id, challenge_id }: SignInCode,
  code: string,
): Promise<CodeOutcome> {
  if (factor_id === null || challenge_id === null) return "expired";
  const { error } = await auth.mfa.verify({
    factorId: factor_id,
    challengeId: challenge_id,
    code,
  });
  if (!error) return "right";
  switch (refusal(error)) {
    case "mfa_verification_failed":
      return "wrong";
    case "mfa_challenge_expired":
    case "mfa_factor_not_found":
      return "expired";
    case "mfa_ip_address_mismatch":
      return "moved";
    case "mfa_verification_rejected":
    case "session_not_found":
      await auth.signOut({ scope: "local" });
      return "over";
    case "too_many":
      return "too_many";
    case "unavailable":
      return "unavailable";
    default:
      throw asProblem(error);
  }
}
