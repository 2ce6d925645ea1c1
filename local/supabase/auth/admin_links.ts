import * as v from "valibot";
import {
  type Call,
  type Handler,
  inTransaction,
  json,
  type Queries,
  readBody,
  text,
} from "./context.ts";
import { randomCode, tokenHash } from "./crypto.ts";
import { invalid, refusal } from "./errors.ts";
import { hashPassword, unknownPassword } from "./passwords.ts";
import { sendCode } from "./messages.ts";
import { saveToken, type TokenKind } from "./one_time_tokens.ts";
import { redirectTarget } from "./redirects.ts";
import { insertUser, updateUser } from "./user_writes.ts";
import { findUser, toUser, type UserRow } from "./users.ts";
import { checkEmail, checkPassword } from "./validation.ts";

const KINDS: Record<string, TokenKind> = {
  signup: "confirmation_token",
  invite: "confirmation_token",
  magiclink: "recovery_token",
  recovery: "recovery_token",
  email_change_current: "email_change_token_current",
  email_change_new: "email_change_token_new",
};

const Link = v.object({
  type: text,
  email: text,
  new_email: text,
  password: text,
  data: json,
  redirect_to: text,
});
type Link = v.InferOutput<typeof Link>;

/** `POST /admin/generate_link`: the link that a message would hold; none is sent. */
export const generateLink: Handler = async (call) => {
  const link = await readBody(call, Link);
  const email = checkEmail(link.email);
  const known = await findUser(call.sql, { email });
  // A magic link for a stranger is a sign-up.
  const type = link.type === "magiclink" && !known ? "signup" : link.type;
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (!kind) {
    throw invalid(
      `Invalid email action link type requested: ${type.slice(0, 40)}`,
    );
  }
  const { otp_length, double_confirm_changes } = call.config.auth.email;
  if (type === "email_change_current" && !double_confirm_changes) {
    throw invalid(
      "Enable secure email change to generate link for current email",
    );
  }
  const newEmail = type.startsWith("email_change")
    ? checkEmail(link.new_email)
    : "";
  const passwordHash = type === "signup" && !known
    ? await signupPassword(call, link)
    : undefined;

  const relatesTo = type === "email_change_new" ? newEmail : email;
  const code = randomCode(otp_length);
  const hash = tokenHash(relatesTo, code);
  const user = await inTransaction(call, async (sql) => {
    const target = await linkTarget(
      sql,
      { ...link, type, email },
      known,
      passwordHash,
    );
    if (newEmail && await findUser(sql, { email: newEmail })) {
      throw refusal("email_exists");
    }
    const changes = {
      ...(type === "invite" ? { invited_at: new Date() } : {}),
      ...(newEmail
        ? { email_change: newEmail, email_change_confirm_status: 0 }
        : {}),
    };
    return await saveToken(sql, target, kind, { hash, relatesTo }, changes);
  });
  const redirect_to = redirectTarget(call, link.redirect_to);
  const verifyType = type.startsWith("email_change") ? "email_change" : type;
  // The target is escaped only where it has a query of its own, as upstream.
  const target = /[&=#]/.test(redirect_to)
    ? encodeURIComponent(redirect_to)
    : redirect_to;
  return Response.json({
    ...toUser(user),
    action_link:
      `${call.externalUrl}/verify?token=${hash}&type=${verifyType}&redirect_to=${target}`,
    email_otp: code,
    hashed_token: hash,
    verification_type: type,
    redirect_to,
  });
};

async function signupPassword(
  { config, sql }: Call,
  { type, password }: Link,
): Promise<string> {
  if (type === "magiclink") return await unknownPassword(sql);
  if (!password) throw invalid("Signup requires a valid password");
  checkPassword(config, password);
  return await hashPassword(sql, password);
}

async function linkTarget(
  sql: Queries,
  { type, email, data }: Link,
  known: UserRow | undefined,
  passwordHash: string | undefined,
): Promise<UserRow> {
  const makes = type === "invite" || type === "signup";
  if (!known && !makes) throw refusal("user_not_found");
  if (!known) {
    return await insertUser(sql, {
      email,
      userMetadata: data ?? {},
      passwordHash,
    });
  }
  if (makes && known.confirmed_at) throw refusal("email_exists");
  if (type !== "signup" || !data) return known;
  return await updateUser(sql, known, { user_metadata: data });
}

const Invitation = v.object({ email: text, data: json });

/** `POST /invite`: makes the account and sends the invitation. */
export const invite: Handler = async (call) => {
  const body = await readBody(call, Invitation);
  const email = checkEmail(body.email);
  const known = await findUser(call.sql, { email });
  if (known?.confirmed_at) throw refusal("email_exists");
  const user = known ??
    await inTransaction(
      call,
      (sql) => insertUser(sql, { email, userMetadata: body.data ?? {} }),
    );
  const invited = await sendCode(call, user, "invite", {
    changes: { invited_at: new Date() },
  });
  return Response.json(toUser(invited));
};
