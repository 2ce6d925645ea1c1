import postgres from "postgres";
import type { Config } from "../config.ts";
import type { Caller, Database, Keys, Part } from "../types.ts";
import type { AuthContext } from "./context.ts";
import { AuthError, errorResponse, failed, refusal } from "./errors.ts";
import { createHooks } from "./hooks.ts";
import { createRateLimits } from "./rate_limits.ts";
import { findRoute } from "./routes.ts";

/** What Auth is made of. */
export interface AuthOptions {
  db: Database;
  keys: Keys;
  config: Config;
  /** Its address as the world sees it, `http://…/auth/v1`. */
  externalUrl: string;
}

/** Supabase Auth (GoTrue) as far as an application without external providers needs it. */
export function createAuth({ db, ...options }: AuthOptions): Part {
  const context: AuthContext = {
    ...options,
    sql: db.auth,
    hooks: createHooks(options.config, db.auth),
    limits: createRateLimits(options.config),
  };
  return {
    fetch: (request, caller) => answer(context, request, caller),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function answer(
  context: AuthContext,
  request: Request,
  caller: Caller,
): Promise<Response> {
  let route = "";
  try {
    const url = new URL(request.url);
    const { handler, limit, path, params } = findRoute(
      request.method,
      url.pathname.replace(/(.)\/$/, "$1"),
    );
    route = `${request.method} ${path}`;
    if (limit) context.limits.check(limit, caller.address, path);
    return await handler({ ...context, request, url, caller, params });
  } catch (error) {
    const refused = error instanceof postgres.PostgresError
      ? fromDatabase(error, route)
      : error;
    if (refused instanceof AuthError) return errorResponse(refused, request);
    throw refused;
  }
}

/**
 * How upstream words it when the database refuses, for example by a trigger on auth.users that raises.
 * https://supabase.com/docs/guides/troubleshooting/dashboard-errors-when-managing-users-N1ls4A
 */
const DATABASE_ERRORS: Record<string, string> = {
  "POST /signup": "Database error saving new user",
  "POST /otp": "Database error saving new user",
  "POST /magiclink": "Database error saving new user",
  "POST /invite": "Database error saving new user",
  "POST /token": "Database error granting user",
  "PUT /user": "Error updating user",
  "POST /admin/users": "Database error creating new user",
  "PUT /admin/users/:user": "Error updating user",
  "DELETE /admin/users/:user": "Database error deleting user",
};

/** What the database's own refusal means to the caller: always 500, its text is in its log only. */
function fromDatabase(error: postgres.PostgresError, route: string): unknown {
  const { code, constraint_name, routine } = error;
  if (/^(08|53|57P)/.test(code)) return error; // the server is away
  if (constraint_name === "users_email_partial_key") {
    return refusal("email_exists");
  }
  if (constraint_name === "users_phone_key") return refusal("phone_exists");
  const where = constraint_name ?? routine ?? "";
  console.error(`auth: the database refused: ${code} ${where}`);
  const message = DATABASE_ERRORS[route];
  return message === undefined
    ? refusal("unexpected_failure")
    : failed(message);
}
