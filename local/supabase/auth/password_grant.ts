import * as v from "valibot";
import {
  type AuthContext,
  type Handler,
  inTransaction,
  readBody,
  text,
} from "./context.ts";
import { AuthError, invalid } from "./errors.ts";
import { passwordMatches } from "./passwords.ts";
import { beginSession, endSessions } from "./sessions.ts";
import { findUser, isBanned } from "./users.ts";
import { checkPhone } from "./validation.ts";

const Body = v.object({ email: text, phone: text, password: text });

const refused = () =>
  new AuthError(400, "invalid_credentials", "Invalid login credentials");

/** `POST /token?grant_type=password`: whatever is wrong, a stranger learns only that it is wrong. */
export const passwordGrant: Handler = async (context, request) => {
  const { email, phone, password } = await readBody(request, Body);
  if (email && phone) {
    throw invalid(
      "Only an email address or phone number should be provided on login.",
    );
  }
  if (!email && !phone) throw invalid("missing email or phone");
  const key = email
    ? { email: email.toLowerCase() }
    : { phone: checkPhone(phone) };
  const user = await findUser(context.sql, key);
  const correct = await passwordMatches(
    context.sql,
    password,
    user?.encrypted_password ?? null,
  );
  if (!user) throw refused();
  await askHook(context, user.id, correct);
  if (!correct) throw refused();
  if (isBanned(user)) throw new AuthError(400, "user_banned", "User is banned");
  if (email && !user.email_confirmed_at) {
    throw new AuthError(400, "email_not_confirmed", "Email not confirmed");
  }
  if (phone && !user.phone_confirmed_at) {
    throw new AuthError(400, "phone_not_confirmed", "Phone not confirmed");
  }
  return await inTransaction(
    context,
    (sql) => beginSession(context, sql, user, "password", request),
  );
};

async function askHook(
  { hooks, sql }: AuthContext,
  userId: string,
  valid: boolean,
): Promise<void> {
  if (!hooks.enabled("password_verification_attempt")) return;
  const answer = await hooks.call("password_verification_attempt", {
    user_id: userId,
    valid,
  });
  if (answer.decision !== "reject") return;
  if (answer.should_logout_user === true) {
    await endSessions(sql, userId, "global", null);
  }
  const message = typeof answer.message === "string" && answer.message
    ? answer.message
    : "Invalid login credentials";
  throw new AuthError(400, "invalid_credentials", message);
}
