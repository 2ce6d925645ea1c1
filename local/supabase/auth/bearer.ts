import { type Claims, JwtError } from "../types.ts";
import type { Call } from "./context.ts";
import { AuthError, refusal } from "./errors.ts";
import type { SessionRow } from "./sessions.ts";
import { findUser, isBanned, isUuid, type UserRow } from "./users.ts";

/** Who asks, with the session he asks from. */
export interface SignedIn {
  user: UserRow;
  session: SessionRow;
}

const forbidden = (code: string, message: string) =>
  new AuthError(403, code, message);

/** The claims of the bearer token. Throws 401 when there is none, 403 `bad_jwt` when it is no good. */
async function bearerClaims({ keys, caller }: Call): Promise<Claims> {
  if (!caller.token) throw refusal("no_authorization");
  try {
    return await keys.verify(caller.token);
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    const message =
      `invalid JWT: unable to parse or verify signature, ${error.message}`;
    throw forbidden("bad_jwt", message);
  }
}

/** The signed-in user. The session is looked up every time: one that has ended is refused at once. */
export async function requireSignedIn(call: Call): Promise<SignedIn> {
  const { headers } = call.request;
  // An API key by itself is nobody.
  if (headers.has("apikey") && !headers.has("authorization")) {
    throw refusal("no_authorization");
  }
  const { sub, session_id } = await bearerClaims(call);
  if (!sub) throw forbidden("bad_jwt", "invalid claim: missing sub claim");
  if (!isUuid(sub)) {
    throw forbidden("bad_jwt", "invalid claim: sub claim must be a UUID");
  }
  const user = await findUser(call.sql, { id: sub });
  if (!user) {
    const message = "User from sub claim in JWT does not exist";
    throw forbidden("user_not_found", message);
  }
  if (isBanned(user)) throw forbidden("user_banned", "User is banned");
  const [session] = typeof session_id === "string" && isUuid(session_id)
    ? await call.sql<SessionRow[]>`
      select * from auth.sessions where id = ${session_id} and user_id = ${user.id}`
    : [];
  if (session) return { user, session };
  const message = "Session from session_id claim in JWT does not exist";
  throw forbidden("session_not_found", message);
}

/** Lets only the service role pass. Throws 403 `not_admin`. */
export async function requireAdmin(call: Call): Promise<void> {
  const { role } = await bearerClaims(call);
  if (role === "service_role" || role === "supabase_admin") return;
  throw forbidden("not_admin", "User not allowed");
}
