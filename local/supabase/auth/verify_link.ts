import { type Handler, inTransaction } from "./context.ts";
import { AuthError, notHere } from "./errors.ts";
import { PKCE_PREFIX } from "./one_time_tokens.ts";
import { redirectTarget } from "./redirects.ts";
import { beginSession } from "./sessions.ts";
import { verifyLink } from "./verify.ts";

const OAUTH_ERRORS: Record<number, string> = {
  400: "invalid_request",
  403: "access_denied",
  422: "invalid_request",
};

/** `GET /verify`: what a link of an e-mail opens; the answer goes to the site behind the `#`, where no server reads it. */
export const followLink: Handler = async (call) => {
  const { searchParams } = call.url;
  const token = searchParams.get("token") ?? "";
  const type = searchParams.get("type") ?? "";
  const target = new URL(redirectTarget(call));
  if (token.startsWith(PKCE_PREFIX)) {
    throw notHere("The PKCE exchange of links");
  }
  try {
    target.hash = await inTransaction(call, async (sql) => {
      const verified = await verifyLink(call, sql, token, type);
      if ("message" in verified) {
        return new URLSearchParams({ message: verified.message }).toString();
      }
      const { user: _user, ...session } = await (
        await beginSession(call, sql, verified.user, "otp")
      ).json();
      return `${new URLSearchParams({ ...session, type })}&sb`;
    });
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    target.hash = new URLSearchParams({
      error: OAUTH_ERRORS[error.status] ?? "server_error",
      error_code: error.code,
      error_description: error.message,
    }).toString() + "&sb";
  }
  return new Response(null, {
    status: 303,
    headers: { location: target.href, "cache-control": "no-store" },
  });
};
