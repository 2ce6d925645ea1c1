import * as v from "valibot";
import { requireSignedIn, type SignedIn } from "./bearer.ts";
import {
  type Call,
  type Handler,
  inTransaction,
  readBody,
  text,
} from "./context.ts";
import { AuthError, invalid, refusal } from "./errors.ts";
import { refuseWebAuthn } from "./switched_off.ts";
import { newTotpSecret, totpAddress } from "./totp.ts";
import {
  type FactorRow,
  hasVerifiedFactor,
  isUuid,
  type UserRow,
} from "./users.ts";
import { checkPhone } from "./validation.ts";

const Enrolment = v.object({
  factor_type: text,
  phone: text,
  friendly_name: text,
  issuer: text,
});
type Enrolment = v.InferOutput<typeof Enrolment>;

/** `POST /factors`: a second factor, not yet verified. */
export const enroll: Handler = async (call) => {
  const signedIn = await requireSignedIn(call);
  const wanted = await readBody(call, Enrolment);
  const { mfa } = call.config.auth;
  const { factor_type } = wanted;
  if (factor_type === "webauthn") return refuseWebAuthn(call);
  if (factor_type !== "phone" && factor_type !== "totp") {
    throw invalid("factor_type needs to be totp, phone, or webauthn");
  }
  if (!mfa[factor_type].enroll_enabled) {
    throw refusal(`mfa_${factor_type}_enroll_not_enabled`);
  }
  const enrollKind = factor_type === "phone" ? enrollPhone : enrollTotp;
  return Response.json(await enrollKind(call, signedIn, wanted));
};

async function enrollPhone(call: Call, signedIn: SignedIn, wanted: Enrolment) {
  if (!wanted.phone) {
    throw invalid("Phone number required to enroll Phone factor");
  }
  const phone = checkPhone(wanted.phone);
  const same = signedIn.user.factors.filter((factor) => factor.phone === phone);
  if (same.some((factor) => factor.status === "verified")) {
    throw refusal("mfa_verified_factor_exists");
  }
  const { friendly_name } = wanted;
  const factor = { factor_type: "phone", friendly_name, phone } as const;
  const id = await insertFactor(call, signedIn, factor);
  return { id, type: "phone", friendly_name, phone: wanted.phone };
}

async function enrollTotp(
  call: Call,
  signedIn: SignedIn,
  { friendly_name, issuer }: Enrolment,
) {
  const secret = newTotpSecret();
  const factor = { factor_type: "totp", friendly_name, secret } as const;
  const id = await insertFactor(call, signedIn, factor);
  const name = issuer || new URL(call.config.auth.site_url).host;
  const totp = totpAddress(name, signedIn.user.email ?? "", secret);
  return { id, type: "totp", friendly_name, totp };
}

async function insertFactor(
  call: Call,
  { user, session }: SignedIn,
  wanted: { friendly_name: string; phone?: string; secret?: string },
): Promise<string> {
  const id = crypto.randomUUID();
  const [phone = null, now] = [wanted.phone, new Date()];
  const row = {
    ...{ ...wanted, id, user_id: user.id, status: "unverified" },
    ...{ created_at: now, updated_at: now },
  };
  await inTransaction(call, async (sql) => {
    await sql`select from auth.users where id = ${user.id} for update`; // two enrolments at once are counted
    const patience = call.config.gotrue.MFA_FACTOR_EXPIRY_DURATION;
    await sql`
      delete from auth.mfa_factors f where f.user_id = ${user.id} and f.status = 'unverified' and (
        f.phone = ${phone}
        or f.created_at < now() - make_interval(secs => ${patience})
          and not exists (select from auth.mfa_challenges c where c.factor_id = f.id and c.verified_at is not null)
      )`;
    const factors = await sql<
      FactorRow[]
    >`select * from auth.mfa_factors where user_id = ${user.id}`;
    checkEnrolment(call, factors, session.aal, wanted.friendly_name);
    await sql`insert into auth.mfa_factors ${sql(row)}`;
  });
  return id;
}

function checkEnrolment(
  { config }: Call,
  factors: FactorRow[],
  aal: string,
  name: string,
): void {
  if (factors.some((factor) => (factor.friendly_name ?? "") === name)) {
    const message =
      `A factor with the friendly name "${name}" for this user already exists`;
    throw new AuthError(422, "mfa_factor_name_conflict", message);
  }
  if (factors.length >= config.auth.mfa.max_enrolled_factors) {
    throw refusal("too_many_enrolled_mfa_factors");
  }
  const guarded = factors.some(({ status }) => status === "verified");
  if (guarded && aal !== "aal2") {
    const message = "AAL2 required to enroll a new factor";
    throw new AuthError(403, "insufficient_aal", message);
  }
}

/** `DELETE /factors/:id`. Sessions that were signed in by it are of one factor again. */
export const unenroll: Handler = async (call) => {
  const { user, session } = await requireSignedIn(call);
  const factor = requireFactor(call, user);
  if (factor.status === "verified" && session.aal !== "aal2") {
    const message = "AAL2 required to unenroll verified factor";
    throw new AuthError(422, "insufficient_aal", message);
  }
  await deleteFactor(call, factor.id);
  return Response.json({ id: factor.id });
};

/** Removes a factor and what its verification gave to sessions. */
export function deleteFactor(call: Call, factorId: string): Promise<void> {
  return inTransaction(call, async (sql) => {
    await sql`delete from auth.mfa_factors where id = ${factorId}`;
    await sql`
      delete from auth.mfa_amr_claims c using auth.sessions s
      where c.session_id = s.id and s.factor_id = ${factorId} and c.authentication_method in ('mfa/phone', 'totp')`;
    await sql`update auth.sessions set aal = 'aal1', factor_id = null where factor_id = ${factorId}`;
  });
}

/** The factor in the path, if it is this user's. Throws 404. */
export function requireFactor({ params }: Call, user: UserRow): FactorRow {
  const id = params.factor ?? "";
  if (!isUuid(id)) {
    throw new AuthError(404, "validation_failed", "factor_id must be an UUID");
  }
  const factor = user.factors.find((own) => own.id === id);
  if (factor) return factor;
  throw new AuthError(404, "mfa_factor_not_found", "Factor not found");
}

/** Whether this session may change what guards the account. */
export function isStrongEnough({ user, session }: SignedIn): boolean {
  return session.aal === "aal2" || !hasVerifiedFactor(user);
}
