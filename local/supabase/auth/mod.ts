import type { Caller, Part } from "../types.ts";
import type { AuthContext } from "./context.ts";
import { AuthError, errorResponse } from "./errors.ts";
import { type AuthOptions, createAuthContext } from "./options.ts";
import { findRoute } from "./routes.ts";

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
    if (error instanceof AuthError) return errorResponse(error, request);
    if (!(error instanceof Error) || !("severity" in error)) throw error;
    // A refusal of the database itself, for example of a trigger on auth.users: its text is for the log only.
    console.error(`auth: ${error.message}`);
    const message =
      "Unexpected failure, please check server logs for more information";
    return errorResponse(
      new AuthError(500, "unexpected_failure", message),
      request,
    );
  }
}
