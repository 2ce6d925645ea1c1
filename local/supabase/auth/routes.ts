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
import { notHere, refusal } from "./errors.ts";
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

/** How a route is answered, and what limits it. */
type Answer = [handler: Handler, limit?: LimitedAction];

/** A handler for the service role only. */
const admin = (handler: Handler): Answer => [
  async (call) => {
    await requireAdmin(call);
    return await handler(call);
  },
];

const ROUTES: Record<string, Answer> = {
  "GET /health": [health],
  "GET /settings": [settings],
  "GET /.well-known/jwks.json": [jwks],
  "POST /signup": [signup, "otp"],
  "POST /token": [token, "token"],
  "POST /verify": [verify, "verify"],
  "GET /verify": [followLink, "verify"],
  "POST /recover": [recoverPassword, "otp"],
  "POST /otp": [sendOtp, "otp"],
  "POST /magiclink": [sendOtp, "otp"],
  "POST /resend": [resend, "otp"],
  "GET /reauthenticate": [reauthenticate],
  "POST /logout": [logout],
  "GET /user": [getOwnUser],
  "PUT /user": [updateOwnUser, "otp"],
  "POST /factors": [enroll],
  "DELETE /factors/:factor": [unenroll],
  "POST /factors/:factor/challenge": [challenge, "factor"],
  "POST /factors/:factor/verify": [verifyChallenge, "factor"],
  "GET /authorize": [authorize],
  "POST /sso": [singleSignOn],
  "GET /user/identities/authorize": [linkIdentity],
  "DELETE /user/identities/:identity": [linkIdentity],
  "POST /invite": admin(invite),
  "POST /admin/generate_link": admin(generateLink),
  "GET /admin/users": admin(listAllUsers),
  "POST /admin/users": admin(createUser),
  "GET /admin/users/:user": admin(getUser),
  "PUT /admin/users/:user": admin(changeUser),
  "DELETE /admin/users/:user": admin(deleteUser),
  "GET /admin/users/:user/factors": admin(listFactors),
  "DELETE /admin/users/:user/factors/:factor": admin(removeFactor),
};

const TABLE = Object.entries(ROUTES).map(([route, [handler, limit]]) => {
  const [routeMethod, pattern = ""] = route.split(" ");
  return { routeMethod, pattern: pattern.split("/"), handler, limit };
});

/** What exists upstream under these paths and is not here, for an answer that names it. */
const NOT_HERE: Record<string, string> = {
  "/factors/recovery-codes": "A recovery code",
  "/.well-known/o": "The OAuth server",
  "/callback": "Sign-in with other providers (OAuth)",
  "/oauth": "The OAuth server",
  "/saml": "SAML",
  "/user/oauth": "The OAuth server",
  "/passkeys": "A passkey",
  "/admin/sso": "Single sign-on",
  "/admin/audit": "The audit log over HTTP",
  "/admin/oauth": "The OAuth server",
  "/admin/custom-providers": "Sign-in with other providers (OAuth)",
  "/admin/users/": "This administration of users",
  "/factors/": "This kind of second factor",
};

/** The route of a request and what its `:names` stand for. Throws 404, 405, or 501 with the name of what is missing. */
export function findRoute(method: string, path: string) {
  let otherMethod = false;
  for (const { routeMethod, pattern, handler, limit } of TABLE) {
    const params = match(pattern, path);
    if (!params) continue;
    if (routeMethod === method) {
      return { handler, limit, path: pattern.join("/"), params };
    }
    otherMethod = true;
  }
  for (const [prefix, name] of Object.entries(NOT_HERE)) {
    if (path.startsWith(prefix)) throw notHere(name);
  }
  throw refusal(otherMethod ? "method_not_allowed" : "not_found");
}

function match(
  wanted: string[],
  path: string,
): Record<string, string> | undefined {
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
