import { changeUser, createUser } from "./admin_user_changes.ts";
import {
  deleteUser,
  getUser,
  listAllUsers,
  listFactors,
  removeFactor,
} from "./admin_users.ts";
import { generateLink, invite } from "./admin_links.ts";
import { requireAdmin } from "./bearer.ts";
import { challenge, verifyChallenge } from "./challenges.ts";
import type { Handler } from "./context.ts";
import { AuthError, notHere } from "./errors.ts";
import { enroll, unenroll } from "./factors.ts";
import { health, jwks, settings } from "./info.ts";
import { logout } from "./logout.ts";
import { getOwnUser, reauthenticate, updateOwnUser } from "./own_user.ts";
import { recoverPassword, resend, sendOtp } from "./passwordless.ts";
import type { LimitedAction } from "./rate_limits.ts";
import { token } from "./token.ts";
import { signup } from "./signup.ts";
import { authorize, linkIdentity, singleSignOn } from "./switched_off.ts";
import { verify } from "./verify.ts";
import { followLink } from "./verify_link.ts";

interface Route {
  method: string;
  path: string;
  handler: Handler;
  limit?: LimitedAction;
}

const route = (
  method: string,
  path: string,
  handler: Handler,
  limit?: LimitedAction,
): Route => ({
  ...{ method, path, handler, limit },
});
/** A route for the service role only. */
const admin = (method: string, path: string, handler: Handler): Route =>
  route(method, path, async (context, request) => {
    await requireAdmin(context, request);
    return await handler(context, request);
  });

const ROUTES: Route[] = [
  route("GET", "/health", health),
  route("GET", "/settings", settings),
  route("GET", "/.well-known/jwks.json", jwks),
  route("POST", "/signup", signup, "otp"),
  route("POST", "/token", token, "token"),
  route("POST", "/verify", verify, "verify"),
  route("GET", "/verify", followLink, "verify"),
  route("POST", "/recover", recoverPassword, "otp"),
  route("POST", "/otp", sendOtp, "otp"),
  route("POST", "/magiclink", sendOtp, "otp"),
  route("POST", "/resend", resend, "otp"),
  route("GET", "/reauthenticate", reauthenticate),
  route("POST", "/logout", logout),
  route("GET", "/user", getOwnUser),
  route("PUT", "/user", updateOwnUser, "otp"),
  route("POST", "/factors", enroll),
  route("DELETE", "/factors/:factor", unenroll),
  route("POST", "/factors/:factor/challenge", challenge, "factor"),
  route("POST", "/factors/:factor/verify", verifyChallenge, "factor"),
  route("GET", "/authorize", authorize),
  route("POST", "/sso", singleSignOn),
  route("GET", "/user/identities/authorize", linkIdentity),
  route("DELETE", "/user/identities/:identity", linkIdentity),
  admin("POST", "/invite", invite),
  admin("POST", "/admin/generate_link", generateLink),
  admin("GET", "/admin/users", listAllUsers),
  admin("POST", "/admin/users", createUser),
  admin("GET", "/admin/users/:user", getUser),
  admin("PUT", "/admin/users/:user", changeUser),
  admin("DELETE", "/admin/users/:user", deleteUser),
  admin("GET", "/admin/users/:user/factors", listFactors),
  admin("DELETE", "/admin/users/:user/factors/:factor", removeFactor),
];

/** What exists upstream under these paths and is not here, for an answer that names it. */
const NOT_HERE: Record<string, string> = {
  "/callback": "Sign-in with other providers (OAuth)",
  "/oauth": "The OAuth server",
  "/saml": "SAML",
  "/user/oauth": "The OAuth server",
  "/passkeys": "Passkeys",
  "/admin/sso": "Single sign-on",
  "/admin/audit": "The audit log over HTTP",
  "/admin/oauth": "The OAuth server",
  "/admin/custom-providers": "Sign-in with other providers (OAuth)",
  "/admin/users/": "This administration of users",
  "/factors/": "This kind of second factor",
};

/** The route of a request and what its `:names` stand for. Throws 404, 405, or 501 with the name of what is missing. */
export function findRoute(
  method: string,
  path: string,
): Route & { params: Record<string, string> } {
  let otherMethod = false;
  for (const candidate of ROUTES) {
    const params = match(candidate.path, path);
    if (!params) continue;
    if (candidate.method === method) return { ...candidate, params };
    otherMethod = true;
  }
  if (otherMethod) {
    throw new AuthError(405, "method_not_allowed", "Method not allowed");
  }
  const missing = Object.keys(NOT_HERE).find((prefix) =>
    path === prefix || path.startsWith(prefix)
  );
  if (missing) throw notHere(NOT_HERE[missing] ?? missing);
  throw new AuthError(404, "not_found", "There is no such path in Auth");
}

function match(
  pattern: string,
  path: string,
): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
