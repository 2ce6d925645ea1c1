import postgres from "postgres";
import type { Caller, Part } from "../types.ts";
import type { AuthContext } from "./context.ts";
import { AuthError, errorResponse } from "./errors.ts";
import { type AuthOptions, createAuthContext } from "./options.ts";
import { findRoute } from "./routes.ts";
import { emailExists, phoneExists } from "./user_writes.ts";

/** Supabase Auth (GoTrue) as far as an application without external providers needs it. */
export function createAuth(options: AuthOptions): Part {
  const context = createAuthContext(options);
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
    return await handler(context, { request, url, caller, params });
  } catch (error) {
    const refusal = error instanceof postgres.PostgresError
      ? fromDatabase(error)
      : error;
    if (refusal instanceof AuthError) return errorResponse(refusal, request);
    throw refusal;
  }
}

/** What the database's own refusal means, for example of a trigger on auth.users. Its text is in its log only. */
function fromDatabase(error: postgres.PostgresError): unknown {
  if (/^(08|53|57P)/.test(error.code)) return error; // the server is away
  if (error.constraint_name === "users_email_partial_key") return emailExists();
  if (error.constraint_name === "users_phone_key") return phoneExists();
  console.error(
    `auth: the database refused: ${error.code} ${
      error.constraint_name ?? error.routine ?? ""
    }`,
  );
  return new AuthError(
    500,
    "unexpected_failure",
    "Unexpected failure, please check server logs for more information",
  );
}
