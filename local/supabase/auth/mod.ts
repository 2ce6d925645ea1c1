import postgres from "postgres";
import type { Config } from "../config.ts";
import type { Caller, Database, Keys, Part } from "../types.ts";
import type { AuthContext } from "./context.ts";
import { AuthError, errorResponse, refusal } from "./errors.ts";
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
    sql: db.admin,
    hooks: createHooks(options.config, db.admin),
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
  try {
    const url = new URL(request.url);
    const { handler, limit, params } = findRoute(
      request.method,
      url.pathname.replace(/(.)\/$/, "$1"),
    );
    if (limit) context.limits.check(limit, caller.address);
    return await handler({ ...context, request, url, caller, params });
  } catch (error) {
    const refused = error instanceof postgres.PostgresError
      ? fromDatabase(error)
      : error;
    if (refused instanceof AuthError) return errorResponse(refused, request);
    throw refused;
  }
}

/** What the database's own refusal means, for example of a trigger on auth.users. Its text is in its log only. */
function fromDatabase(error: postgres.PostgresError): unknown {
  const { code, constraint_name, routine } = error;
  if (/^(08|53|57P)/.test(code)) return error; // the server is away
  if (constraint_name === "users_email_partial_key") {
    return refusal("email_exists");
  }
  if (constraint_name === "users_phone_key") return refusal("phone_exists");
  const where = constraint_name ?? routine ?? "";
  console.error(`auth: the database refused: ${code} ${where}`);
  return refusal("unexpected_failure");
}
