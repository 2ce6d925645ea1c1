import type { Claims } from "../types.ts";
import { JwtError } from "../types.ts";
import type { AuthContext, AuthRequest } from "./context.ts";
import { AuthError } from "./errors.ts";
import type { SessionRow } from "./sessions.ts";
import { findUser, isBanned, isUuid, type UserRow } from "./users.ts";

/** Who asks, with the session he asks from. */
export interface SignedIn {
  user: UserRow;
  session: SessionRow;
}

const noAuthorization = () =>
  new AuthError(
    401,
    "no_authorization",
    "This endpoint requires a valid Bearer token",
  );

/** The claims of the bearer token. Throws 401 when there is none, 403 `bad_jwt` when it is no good. */
async function bearerClaims(
  { keys }: AuthContext,
  { caller }: AuthRequest,
): Promise<Claims> {
  if (!caller.token) throw noAuthorization();
  try {
    return await keys.verify(caller.token);
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    const message =
      `invalid JWT: unable to parse or verify signature, ${error.message}`;
    throw new AuthError(403, "bad_jwt", message);
  }
}

/** The signed-in user. The session is looked up every time: one that has ended is refused at once. */
export async function requireSignedIn(
  context: AuthContext,
  request: AuthRequest,
): Promise<SignedIn> {
  // An API key by itself is nobody.
  if (!request.request.headers.has("authorization")) throw noAuthorization();
  const { sub, session_id } = await bearerClaims(context, request);
  if (!sub) {
    throw new AuthError(403, "bad_jwt", "invalid claim: missing sub claim");
  }
  if (!isUuid(sub)) {
    throw new AuthError(
      403,
      "bad_jwt",
      "invalid claim: sub claim must be a UUID",
    );
  }
  const user = await findUser(context.sql, { id: sub });
  if (!user) {
    throw new AuthError(
      403,
      "user_not_found",
      "User from sub claim in JWT does not exist",
    );
  }
  if (isBanned(user)) throw new AuthError(403, "user_banned", "User is banned");
  const [session] = typeof session_id === "string" && isUuid(session_id)
    ? await context.sql<SessionRow[]>`
      select * from auth.sessions where id = ${session_id} and user_id = ${user.id}`
    : [];
  if (!session) {
    throw new AuthError(
      403,
      "session_not_found",
      "Session from session_id claim in JWT does not exist",
    );
  }
  return { user, session };
}

/** Lets only the service role pass. Throws 403 `not_admin`. */
export async function requireAdmin(
  context: AuthContext,
  request: AuthRequest,
): Promise<void> {
  const { role } = await bearerClaims(context, request);
  if (role !== "service_role" && role !== "supabase_admin") {
    throw new AuthError(403, "not_admin", "User not allowed");
  }
}
