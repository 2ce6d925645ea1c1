import * as v from "valibot";
import { sameText } from "../same_text.ts";
import { requireSignedIn, type SignedIn } from "./bearer.ts";
import {
  type Call,
  type Handler,
  inTransaction,
  readBody,
  text,
} from "./context.ts";
import { randomCode } from "./crypto.ts";
import { AuthError, failed, invalid, refusal } from "./errors.ts";
import { requireFactor } from "./factors.ts";
import { checkPause, sendSms } from "./messages.ts";
import {
  addMethod,
  endSessions,
  newRefreshToken,
  sessionResponse,
  type SessionRow,
} from "./sessions.ts";
import { totpMatches } from "./totp.ts";
import { type FactorRow, findUser, isUuid } from "./users.ts";

interface ChallengeRow {
  id: string;
  created_at: Date;
  verified_at: Date | null;
  same_address: boolean;
  otp_code: string | null;
}

const Challenge = v.object({ channel: text });
const Verification = v.object({ challenge_id: text, code: text });

/** `POST /factors/:id/challenge`: sends a code by SMS, or waits for the app's. */
export const challenge: Handler = async (call) => {
  const { user } = await requireSignedIn(call);
  const factor = requireFactor(call, user);
  checkVerifyEnabled(call, factor);
  const { channel } = await readBody(call, Challenge);
  let code: string | null = null;
  if (factor.factor_type === "phone") {
    if (channel && channel !== "sms") {
      throw invalid("Invalid channel, supported values are 'sms'");
    }
    const { otp_length, max_frequency } = call.config.auth.mfa.phone;
    checkPause(factor.last_challenged_at, max_frequency, "sms");
    code = randomCode(otp_length);
    const phone = factor.phone ?? "";
    const sms = { otp: code, sms_type: "mfa", phone } as const;
    await sendSms(call, user, sms).catch(() => {
      throw failed("error invoking hook"); // whatever the hook said, a 429 too
    });
  }
  const id = crypto.randomUUID();
  const now = new Date();
  await inTransaction(call, async (sql) => {
    await sql`
      insert into auth.mfa_challenges (id, factor_id, created_at, ip_address, otp_code)
      values (${id}, ${factor.id}, ${now}, ${call.caller.address}, ${code})`;
    await sql`update auth.mfa_factors set last_challenged_at = clock_timestamp() where id = ${factor.id}`;
  });
  const { MFA_CHALLENGE_EXPIRY_DURATION } = call.config.gotrue;
  const expires_at = Math.floor(
    now.getTime() / 1000 + MFA_CHALLENGE_EXPIRY_DURATION,
  );
  return Response.json({ id, type: factor.factor_type, expires_at });
};

/** `POST /factors/:id/verify`: the right code lifts the session to AAL2 and ends the user's weaker ones. */
export const verifyChallenge: Handler = async (call) => {
  const signedIn = await requireSignedIn(call);
  const factor = requireFactor(call, signedIn.user);
  checkVerifyEnabled(call, factor);
  const { challenge_id, code } = await readBody(call, Verification);
  if (!code) throw invalid("Code needs to be non-empty");
  const pending = await requireChallenge(call, factor, challenge_id);
  const valid = factor.factor_type === "phone"
    ? pending.otp_code !== null && sameText(pending.otp_code, code)
    : totpMatches(factor.secret ?? "", code);
  await askHook(call, factor, valid);
  if (!valid) {
    const name = factor.factor_type === "phone" ? "MFA Phone" : "TOTP";
    const message = `Invalid ${name} code entered`;
    throw new AuthError(422, "mfa_verification_failed", message);
  }
  return await liftSession(call, signedIn, factor, pending.id);
};

async function requireChallenge(
  { sql, config, caller }: Call,
  factor: FactorRow,
  id: string,
): Promise<ChallengeRow> {
  const [pending] = isUuid(id)
    ? await sql<ChallengeRow[]>`
      select id, created_at, verified_at, otp_code,
        ip_address = ${caller.address}::inet as same_address
      from auth.mfa_challenges where id = ${id} and factor_id = ${factor.id}`
    : [];
  if (!pending) {
    const message = "MFA factor with the provided challenge ID not found";
    throw new AuthError(422, "mfa_factor_not_found", message);
  }
  if (pending.verified_at || !pending.same_address) {
    throw refusal("mfa_ip_address_mismatch");
  }
  const expiry = pending.created_at.getTime() +
    config.gotrue.MFA_CHALLENGE_EXPIRY_DURATION * 1000;
  if (expiry >= Date.now()) return pending;
  await sql`delete from auth.mfa_challenges where id = ${id}`;
  const message =
    `MFA challenge ${id} has expired, verify against another challenge or create a new challenge.`;
  throw new AuthError(422, "mfa_challenge_expired", message);
}

async function askHook(
  { hooks, sql }: Call,
  factor: FactorRow,
  valid: boolean,
): Promise<void> {
  if (!hooks.enabled("mfa_verification_attempt")) return;
  const { id: factor_id, factor_type, user_id } = factor;
  const attempt = { factor_id, factor_type, user_id, valid };
  const answer = await hooks.call("mfa_verification_attempt", attempt);
  if (answer.decision !== "reject") return;
  await endSessions(sql, user_id, "global", null);
  const message = typeof answer.message === "string" && answer.message;
  const preset = "Further MFA verification attempts will be rejected.";
  throw new AuthError(403, "mfa_verification_rejected", message || preset);
}

function liftSession(
  call: Call,
  { user, session }: SignedIn,
  factor: FactorRow,
  challengeId: string,
): Promise<Response> {
  const method = factor.factor_type === "phone" ? "mfa/phone" : "totp";
  return inTransaction(call, async (sql) => {
    // A code is good once, also for two requests at the same time.
    const used = await sql`
      update auth.mfa_challenges set verified_at = now() where id = ${challengeId} and verified_at is null`;
    const [lifted] = await sql<SessionRow[]>`
      update auth.sessions set aal = 'aal2', factor_id = ${factor.id}, updated_at = now()
      where id = ${session.id} returning *`;
    if (used.count === 0 || !lifted) {
      throw refusal("mfa_ip_address_mismatch");
    }
    await sql`update auth.mfa_factors set status = 'verified', updated_at = now() where id = ${factor.id}`;
    await sql`
      delete from auth.mfa_factors where user_id = ${user.id}
      and status = 'unverified' and factor_type = ${factor.factor_type}`;
    await addMethod(sql, session.id, method);
    await sql`delete from auth.sessions where user_id = ${user.id} and aal = 'aal1'`;
    const [current] = await sql<{ token: string }[]>`
      update auth.refresh_tokens set revoked = true, updated_at = clock_timestamp()
      where session_id = ${session.id} and not revoked returning token`;
    const next = await newRefreshToken(sql, lifted, current?.token ?? null);
    const known = await findUser(sql, { id: user.id }) ?? user;
    return await sessionResponse(call, sql, known, lifted, method, next);
  });
}

function checkVerifyEnabled(
  { config }: Call,
  { factor_type }: FactorRow,
): void {
  if (config.auth.mfa[factor_type].verify_enabled) return;
  throw refusal(`mfa_${factor_type}_verify_not_enabled`);
}
