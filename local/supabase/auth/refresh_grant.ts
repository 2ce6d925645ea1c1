import * as v from "valibot";
import {
  type Call,
  type Handler,
  inTransaction,
  type Queries,
  readBody,
  text,
} from "./context.ts";
import { AuthError, refusal } from "./errors.ts";
import {
  newRefreshToken,
  sessionResponse,
  type SessionRow,
} from "./sessions.ts";
import { findUser, isBanned } from "./users.ts";

interface TokenRow {
  id: string;
  token: string;
  parent: string | null;
  revoked: boolean;
  updated_at: Date;
  session_id: string | null;
}

const Body = v.object({ refresh_token: text });

/** `POST /token?grant_type=refresh_token`: a token is good once; used again late, its whole session is ended. */
export const refreshGrant: Handler = async (call) => {
  const { refresh_token } = await readBody(call, Body);
  if (!refresh_token) {
    const body = {
      error: "invalid_request",
      error_description: "refresh_token required",
    };
    return Response.json(body, { status: 400 });
  }
  const answer = await inTransaction(call, async (sql) => {
    // Two refreshes of one session at once: the second waits, and then sees what the first did.
    await sql`set local lock_timeout = '5s'`;
    return await refresh(call, sql, refresh_token);
  }).catch((error) => {
    throw isLockTimeout(error) ? refusal("conflict") : error;
  });
  // The end of a stolen session must outlive the refusal: it is committed before the error is thrown.
  if (answer === "stolen") throw refusal("refresh_token_already_used");
  return answer;
};

async function refresh(
  call: Call,
  sql: Queries,
  presented: string,
): Promise<Response | "stolen"> {
  const [found] = await sql<
    TokenRow[]
  >`select * from auth.refresh_tokens where token = ${presented}`;
  if (!found) throw refusal("refresh_token_not_found");
  const [session] = await sql<SessionRow[]>`
    select * from auth.sessions where id = ${found.session_id} for update`;
  if (!session) throw refusal("session_not_found");
  const [token] = await sql<
    TokenRow[]
  >`select * from auth.refresh_tokens where id = ${found.id}`;
  if (!token) throw refusal("refresh_token_not_found");
  const user = await findUser(sql, { id: session.user_id });
  if (!user) throw refusal("session_not_found");
  if (isBanned(user)) {
    const message = "Invalid Refresh Token: User Banned";
    throw new AuthError(400, "user_banned", message);
  }
  checkLifetime(call, session);

  const { auth } = call.config;
  let current = token;
  if (token.revoked) {
    const [active] = await sql<TokenRow[]>`
      select * from auth.refresh_tokens where session_id = ${session.id} and not revoked order by id desc limit 1`;
    const lostAnswer = active?.parent === token.token;
    const reusable =
      token.updated_at.getTime() + auth.refresh_token_reuse_interval * 1000 >=
        Date.now();
    if (active && lostAnswer) current = active;
    else if (!reusable) {
      if (!auth.enable_refresh_token_rotation) return "stolen";
      // Long ago: no reuse interval saves them.
      await sql`
        update auth.refresh_tokens set revoked = true, updated_at = to_timestamp(0)
        where session_id = ${session.id} and not revoked`;
      return "stolen";
    }
  }
  const next =
    current === token && (auth.enable_refresh_token_rotation || token.revoked)
      ? await rotate(sql, session, token)
      : current.token;
  const now = new Date();
  const use = {
    ...{ refreshed_at: now, updated_at: now, ip: call.caller.address },
    user_agent: call.request.headers.get("user-agent"),
  };
  await sql`update auth.sessions set ${sql(use)} where id = ${session.id}`;
  const method = "token_refresh";
  return await sessionResponse(call, sql, user, session, method, next);
}

async function rotate(
  sql: Queries,
  session: SessionRow,
  token: TokenRow,
): Promise<string> {
  if (!token.revoked) {
    await sql`update auth.refresh_tokens set revoked = true, updated_at = clock_timestamp() where id = ${token.id}`;
  }
  return await newRefreshToken(sql, session, token.token);
}

function checkLifetime({ config }: Call, session: SessionRow): void {
  const { timebox, inactivity_timeout } = config.auth.sessions;
  const { created_at, refreshed_at } = session;
  const isOver = (since: Date, seconds: number) =>
    seconds > 0 && since.getTime() + seconds * 1000 < Date.now();
  if (
    isOver(created_at, timebox) ||
    isOver(refreshed_at ?? created_at, inactivity_timeout)
  ) throw refusal("session_expired");
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}
