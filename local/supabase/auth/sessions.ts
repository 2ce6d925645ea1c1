import * as v from "valibot";
import { randomToken } from "./crypto.ts";
import { type Call, inTransaction, type Queries } from "./context.ts";
import { failed } from "./errors.ts";
import { updateUser } from "./user_writes.ts";
import { toUser, type UserRow } from "./users.ts";

/** How somebody signed in, as `amr` names it. */
export type SignInMethod =
  | "password"
  | "otp"
  | "mfa/phone"
  | "totp"
  | "anonymous";

/** A row of auth.sessions. */
export interface SessionRow {
  id: string;
  user_id: string;
  created_at: Date;
  factor_id: string | null;
  aal: "aal1" | "aal2";
  refreshed_at: Date | null;
}

/** Begins a session, with its first refresh token. */
export async function beginSession(
  call: Call,
  sql: Queries,
  user: UserRow,
  method: SignInMethod,
): Promise<Response> {
  const now = new Date();
  const row = {
    ...{ id: crypto.randomUUID(), user_id: user.id, aal: "aal1" },
    ...{ created_at: now, updated_at: now, ip: call.caller.address },
    user_agent: call.request.headers.get("user-agent"),
  };
  const [session] = await sql<SessionRow[]>`
    insert into auth.sessions ${sql(row)} returning *`;
  if (!session) throw new Error("The session was not stored");
  await addMethod(sql, session.id, method);
  const signedIn = await updateUser(sql, user, { last_sign_in_at: now });
  const token = await newRefreshToken(sql, session);
  return await sessionResponse(call, sql, signedIn, session, method, token);
}

/** Notes that the session's owner showed who he is by `method`, now. */
export async function addMethod(
  sql: Queries,
  sessionId: string,
  method: SignInMethod,
): Promise<void> {
  await sql`
    insert into auth.mfa_amr_claims (id, session_id, created_at, updated_at, authentication_method)
    values (${crypto.randomUUID()}, ${sessionId}, now(), now(), ${method})
    on conflict (session_id, authentication_method) do update set updated_at = excluded.updated_at`;
}

/** A refresh token of the session, as the child of `parent`. */
export async function newRefreshToken(
  sql: Queries,
  session: SessionRow,
  parent: string | null = null,
): Promise<string> {
  const token = randomToken();
  await sql`
    insert into auth.refresh_tokens (token, user_id, parent, session_id, revoked, created_at, updated_at)
    values (${token}, ${session.user_id}, ${parent}, ${session.id}, false, clock_timestamp(), clock_timestamp())`;
  return token;
}

/** What a sign-in, a refresh or a verification answers. */
export async function sessionResponse(
  call: Call,
  sql: Queries,
  user: UserRow,
  session: SessionRow,
  method: SignInMethod | "token_refresh",
  refreshToken: string,
): Promise<Response> {
  const claims = await accessClaims(call, sql, user, session, method);
  const body = {
    access_token: await call.keys.sign({ ...claims, role: claims.role }),
    token_type: "bearer",
    expires_in: call.config.auth.jwt_expiry,
    expires_at: claims.exp,
    refresh_token: refreshToken,
    user: toUser(user),
  };
  const headers = {
    "cache-control": "no-store",
    "sb-auth-user-id": user.id,
    "sb-auth-session-id": session.id,
    "sb-auth-refresh-token-prefix": refreshToken.slice(0, 5),
  };
  return Response.json(body, { headers });
}

/** What an access token must hold, also after the project's own hook changed it. */
const AccessClaims = v.looseObject({
  sub: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  exp: v.number(),
  iat: v.number(),
  email: v.string(),
  phone: v.string(),
  role: v.string(),
  aal: v.string(),
  session_id: v.string(),
});

async function accessClaims(
  { config, externalUrl, hooks }: Call,
  sql: Queries,
  user: UserRow,
  session: SessionRow,
  method: string,
): Promise<v.InferOutput<typeof AccessClaims>> {
  const amr = await sql<{ method: string; timestamp: number }[]>`
    select authentication_method as method, extract(epoch from updated_at)::int as timestamp
    from auth.mfa_amr_claims where session_id = ${session.id} order by updated_at desc`;
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = {
    iss: externalUrl,
    sub: user.id,
    aud: user.aud,
    exp: issuedAt + config.auth.jwt_expiry,
    iat: issuedAt,
    email: user.email ?? "",
    phone: user.phone ?? "",
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: user.role,
    aal: session.aal,
    amr: [...amr],
    session_id: session.id,
    is_anonymous: user.is_anonymous,
  };
  if (!hooks.enabled("custom_access_token")) return claims;
  const payload = { user_id: user.id, claims, authentication_method: method };
  const answer = await hooks.call("custom_access_token", payload, sql);
  const changed = v.safeParse(AccessClaims, answer.claims);
  if (changed.success) return changed.output;
  throw failed("output claims do not conform to the expected schema");
}

/** Ends sessions of a user: all, this one, or all others. Their refresh tokens end with them. */
export async function endSessions(
  sql: Queries,
  userId: string,
  scope: "global" | "local" | "others",
  sessionId: string | null,
): Promise<void> {
  await sql`
    delete from auth.sessions where user_id = ${userId} and case ${scope}
      when 'local' then id = ${sessionId}::uuid
      when 'others' then id is distinct from ${sessionId}::uuid
      else true end`;
}

/** Begins a session in a transaction of its own. */
export function signIn(call: Call, user: UserRow, method: SignInMethod) {
  return inTransaction(call, (sql) => beginSession(call, sql, user, method));
}
