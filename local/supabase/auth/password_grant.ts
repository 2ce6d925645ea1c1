import * as v from "valibot";
import { type Call, type Handler, readBody, text } from "./context.ts";
import { AuthError, invalid, refusal } from "./errors.ts";
import { passwordMatches } from "./passwords.ts";
import { endSessions, signIn } from "./sessions.ts";
import { findUser, isBanned } from "./users.ts";
import { checkPhone } from "./validation.ts";

const Body = v.object({ email: text, phone: text, password: text });

/** `POST /token?grant_type=password`: whatever is wrong, a stranger learns only that it is wrong. */
export const passwordGrant: Handler = async (call) => {
  const { email, phone, password } = await readBody(call, Body);
  if (email && phone) {
    throw invalid(
      "Only an email address or phone number should be provided on login.",
    );
  }
  if (!email && !phone) throw invalid("missing email or phone");
  const key = email
    ? { email: email.toLowerCase() }
    : { phone: checkPhone(phone) };
  const user = await findUser(call.sql, key);
  const stored = user?.encrypted_password ?? null;
  const correct = await passwordMatches(call.sql, password, stored);
  if (!user) throw refusal("invalid_credentials");
  await askHook(call, user.id, correct);
  if (!correct) throw refusal("invalid_credentials");
  if (isBanned(user)) throw new AuthError(400, "user_banned", "User is banned");
  if (email && !user.email_confirmed_at) {
    throw new AuthError(400, "email_not_confirmed", "Email not confirmed");
  }
  if (phone && !user.phone_confirmed_at) {
    throw new AuthError(400, "phone_not_confirmed", "Phone not confirmed");
  }
  return await signIn(call, user, "password");
};

async function askHook(
  { hooks, sql }: Call,
  user_id: string,
  valid: boolean,
): Promise<void> {
  const name = "password_verification_attempt";
  if (!hooks.enabled(name)) return;
  const answer = await hooks.call(name, { user_id, valid });
  if (answer.decision !== "reject") return;
  if (answer.should_logout_user === true) {
    await endSessions(sql, user_id, "global", null);
  }
  const { code, message } = refusal("invalid_credentials");
  throw new AuthError(400, code, String(answer.message || message));
}
