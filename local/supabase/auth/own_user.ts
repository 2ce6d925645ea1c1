import * as v from "valibot";
import { requireSignedIn, type SignedIn } from "./bearer.ts";
import {
  type Call,
  type Handler,
  inTransaction,
  json,
  readBody,
  text,
} from "./context.ts";
import { tokenHash } from "./crypto.ts";
import { AuthError, invalid, refusal } from "./errors.ts";
import { hashPassword, passwordMatches } from "./passwords.ts";
import { isStrongEnough } from "./factors.ts";
import {
  checkPause,
  sendCode,
  sendEmailChange,
  sendSmsCode,
} from "./messages.ts";
import { clearTokens, isExpired, takeToken } from "./one_time_tokens.ts";
import { endSessions } from "./sessions.ts";
import { changePhone, updateUser } from "./user_writes.ts";
import { findUser, toUser, type UserRow } from "./users.ts";
import { checkEmail, checkPassword, checkPhone } from "./validation.ts";

const Changes = v.object({
  email: text,
  phone: text,
  password: v.nullish(v.string()),
  nonce: text,
  data: json,
  app_metadata: json,
  code_challenge: text,
});
type Changes = v.InferOutput<typeof Changes>;

/** How long after its sign-in a session may change the password without asking again, in milliseconds. */
const RECENT = 24 * 3_600_000;

/** `GET /user`. */
export const getOwnUser: Handler = async (call) => {
  const { user } = await requireSignedIn(call);
  return Response.json(toUser(user));
};

/** `PUT /user`: what a person changes of his own account. */
export const updateOwnUser: Handler = async (call) => {
  const signedIn = await requireSignedIn(call);
  const changes = await readBody(call, Changes);
  if (changes.app_metadata) {
    const message = "Updating app_metadata requires admin privileges";
    throw new AuthError(403, "not_admin", message);
  }
  const email = changes.email ? checkEmail(changes.email) : "";
  const phone = changes.phone ? checkPhone(changes.phone) : "";
  const newEmail = email !== (signedIn.user.email ?? "") ? email : "";
  const newPhone = phone !== (signedIn.user.phone ?? "") ? phone : "";
  if ((changes.password || newEmail || newPhone) && !isStrongEnough(signedIn)) {
    const message =
      "AAL2 session is required to update email or password when MFA is enabled.";
    throw new AuthError(401, "insufficient_aal", message);
  }
  await checkNewAddresses(call, signedIn.user, newEmail, newPhone);
  let user = await changeStored(call, signedIn, changes);
  // The messages go out after the transaction: a slow hook holds no connection.
  if (newEmail) {
    const pkce = Boolean(changes.code_challenge);
    user = await sendEmailChange(call, user, newEmail, pkce);
  }
  if (newPhone) user = await askNewPhone(call, user, newPhone);
  return Response.json(toUser(user));
};

async function askNewPhone(
  call: Call,
  user: UserRow,
  phone: string,
): Promise<UserRow> {
  if (call.config.auth.sms.enable_confirmations) {
    const asked = { phone_change: phone };
    return await sendSmsCode(call, user, phone, "phone_change", asked);
  }
  return await inTransaction(call, (sql) => changePhone(sql, user, phone));
}

async function checkNewAddresses(
  { sql, config }: Call,
  user: UserRow,
  email: string,
  phone: string,
) {
  if (email && await findUser(sql, { email })) throw refusal("email_exists");
  if (phone && await findUser(sql, { phone })) throw refusal("phone_exists");
  const { email: mail, sms } = config.auth;
  if (email) checkPause(user.email_change_sent_at, mail.max_frequency, "email");
  if (phone) checkPause(user.phone_change_sent_at, sms.max_frequency, "sms");
}

async function changeStored(
  call: Call,
  signedIn: SignedIn,
  changes: Changes,
): Promise<UserRow> {
  const { user, session } = signedIn;
  const { password, data, nonce } = changes;
  const hash = typeof password === "string"
    ? await newPasswordHash(call, signedIn, password, nonce)
    : undefined;
  return await inTransaction(call, async (sql) => {
    if (hash !== undefined) {
      await clearTokens(sql, user);
      await endSessions(sql, user.id, "others", session.id);
    }
    return await updateUser(sql, user, {
      ...(hash === undefined ? {} : { encrypted_password: hash }),
      user_metadata: data,
    });
  });
}

async function newPasswordHash(
  call: Call,
  { user, session }: SignedIn,
  password: string,
  nonce: string,
) {
  checkPassword(call.config, password);
  const recent = session.created_at.getTime() + RECENT > Date.now();
  if (call.config.auth.email.secure_password_change && !recent) {
    await consumeNonce(call, user, nonce);
  }
  if (await passwordMatches(call.sql, password, user.encrypted_password)) {
    throw refusal("same_password");
  }
  return await hashPassword(call.sql, password);
}

async function consumeNonce(
  { sql, config }: Call,
  user: UserRow,
  nonce: string,
): Promise<void> {
  if (!nonce) throw refusal("reauthentication_needed");
  const hash = tokenHash(user.email || user.phone || "", nonce);
  const taken = await takeToken(sql, hash, ["reauthentication_token"]);
  const good = taken?.user_id === user.id &&
    !isExpired(config, user, "reauthentication_token", !user.email);
  if (!good) throw refusal("reauthentication_not_valid");
}

/** `GET /reauthenticate`: sends the code that a later change of the password asks for. */
export const reauthenticate: Handler = async (call) => {
  const { user } = await requireSignedIn(call);
  if (!user.email && !user.phone) {
    throw invalid(
      "Reauthentication requires the user to have an email or a phone number",
    );
  }
  const name = user.email ? "email" : "phone";
  if (!user[`${name}_confirmed_at`]) {
    const message = `Please verify your ${name} first.`;
    throw new AuthError(422, `${name}_not_confirmed`, message);
  }
  if (user.email) await sendCode(call, user, "reauthentication");
  else {
    const phone = user.phone ?? "";
    await sendSmsCode(call, user, phone, "reauthentication");
  }
  return Response.json({});
};
