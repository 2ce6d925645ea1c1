import * as v from "valibot";
import { requireSignedIn, type SignedIn } from "./bearer.ts";
import {
  type AuthContext,
  type AuthRequest,
  type Handler,
  inTransaction,
  readBody,
  text,
} from "./context.ts";
import { AuthError, invalid } from "./errors.ts";
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
export const enroll: Handler = async (context, request) => {
  const signedIn = await requireSignedIn(context, request);
  const wanted = await readBody(request, Enrolment);
  const { mfa } = context.config.auth;
  switch (wanted.factor_type) {
    case "phone":
      if (mfa.phone.enroll_enabled) {
        return await enrollPhone(context, signedIn, wanted);
      }
      throw new AuthError(
        422,
        "mfa_phone_enroll_not_enabled",
        "MFA enroll is disabled for Phone",
      );
    case "totp":
      if (mfa.totp.enroll_enabled) {
        return await enrollTotp(context, signedIn, wanted);
      }
      throw new AuthError(
        422,
        "mfa_totp_enroll_not_enabled",
        "MFA enroll is disabled for TOTP",
      );
    case "webauthn":
      return refuseWebAuthn(context);
    default:
      throw invalid("factor_type needs to be totp, phone, or webauthn");
  }
};

async function enrollPhone(
  context: AuthContext,
  signedIn: SignedIn,
  wanted: Enrolment,
): Promise<Response> {
  if (!wanted.phone) {
    throw invalid("Phone number required to enroll Phone factor");
  }
  const phone = checkPhone(wanted.phone);
  const same = signedIn.user.factors.filter((factor) => factor.phone === phone);
  if (same.some((factor) => factor.status === "verified")) {
    const message =
      "A verified phone factor already exists, unenroll the existing factor to continue";
    throw new AuthError(422, "mfa_verified_factor_exists", message);
  }
  const id = await insertFactor(context, signedIn, {
    factor_type: "phone",
    phone,
  }, wanted.friendly_name);
  return Response.json({
    id,
    type: "phone",
    friendly_name: wanted.friendly_name,
    phone: wanted.phone,
  });
}

async function enrollTotp(
  context: AuthContext,
  signedIn: SignedIn,
  wanted: Enrolment,
): Promise<Response> {
  const secret = newTotpSecret();
  const id = await insertFactor(context, signedIn, {
    factor_type: "totp",
    secret,
  }, wanted.friendly_name);
  const issuer = wanted.issuer || new URL(context.config.auth.site_url).host;
  const totp = await totpAddress(issuer, signedIn.user.email ?? "", secret);
  return Response.json({
    id,
    type: "totp",
    friendly_name: wanted.friendly_name,
    totp,
  });
}

async function insertFactor(
  context: AuthContext,
  { user, session }: SignedIn,
  kind: { factor_type: "phone"; phone: string } | {
    factor_type: "totp";
    secret: string;
  },
  friendlyName: string,
): Promise<string> {
  const id = crypto.randomUUID();
  await inTransaction(context, async (sql) => {
    await sql`select from auth.users where id = ${user.id} for update`; // two enrolments at once are counted
    const phone = "phone" in kind ? kind.phone : null;
    const patience = context.config.gotrue.MFA_FACTOR_EXPIRY_DURATION;
    await sql`
      delete from auth.mfa_factors f where f.user_id = ${user.id} and f.status = 'unverified' and (
        f.phone = ${phone}
        or f.created_at < now() - make_interval(secs => ${patience})
          and not exists (select from auth.mfa_challenges c where c.factor_id = f.id and c.verified_at is not null)
      )`;
    const factors = await sql<
      FactorRow[]
    >`select * from auth.mfa_factors where user_id = ${user.id}`;
    checkEnrolment(context, factors, session.aal, friendlyName);
    await sql`
      insert into auth.mfa_factors ${
      sql({
        ...kind,
        id,
        user_id: user.id,
        friendly_name: friendlyName,
        status: "unverified",
        created_at: new Date(),
        updated_at: new Date(),
      })
    }`;
  });
  return id;
}

function checkEnrolment(
  { config }: AuthContext,
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
    const message =
      "Maximum number of verified factors reached, unenroll to continue";
    throw new AuthError(422, "too_many_enrolled_mfa_factors", message);
  }
  if (
    factors.some((factor) => factor.status === "verified") && aal !== "aal2"
  ) {
    throw new AuthError(
      403,
      "insufficient_aal",
      "AAL2 required to enroll a new factor",
    );
  }
}

/** `DELETE /factors/:id`. Sessions that were signed in by it are of one factor again. */
export const unenroll: Handler = async (context, request) => {
  const { user, session } = await requireSignedIn(context, request);
  const factor = requireFactor(user, request);
  if (factor.status === "verified" && session.aal !== "aal2") {
    throw new AuthError(
      422,
      "insufficient_aal",
      "AAL2 required to unenroll verified factor",
    );
  }
  await deleteFactor(context, factor.id);
  return Response.json({ id: factor.id });
};

/** Removes a factor and what its verification gave to sessions. */
export function deleteFactor(
  context: AuthContext,
  factorId: string,
): Promise<void> {
  return inTransaction(context, async (sql) => {
    await sql`delete from auth.mfa_factors where id = ${factorId}`;
    await sql`
      delete from auth.mfa_amr_claims c using auth.sessions s
      where c.session_id = s.id and s.factor_id = ${factorId} and c.authentication_method in ('mfa/phone', 'totp')`;
    await sql`update auth.sessions set aal = 'aal1', factor_id = null where factor_id = ${factorId}`;
  });
}

/** The factor in the path, if it is this user's. Throws 404. */
export function requireFactor(
  user: UserRow,
  { params }: AuthRequest,
): FactorRow {
  const id = params.factor ?? "";
  if (!isUuid(id)) {
    throw new AuthError(404, "validation_failed", "factor_id must be an UUID");
  }
  const factor = user.factors.find((own) => own.id === id);
  if (!factor) {
    throw new AuthError(404, "mfa_factor_not_found", "Factor not found");
  }
  return factor;
}

/** Whether this session may change what guards the account. */
export function isStrongEnough({ user, session }: SignedIn): boolean {
  return session.aal === "aal2" || !hasVerifiedFactor(user);
}
