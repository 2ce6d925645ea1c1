import * as v from "valibot";
import {
  type Call,
  type Handler,
  inTransaction,
  type Queries,
  readBody,
  text,
} from "./context.ts";
import { tokenHash } from "./crypto.ts";
import { AuthError, invalid } from "./errors.ts";
import { unknownPassword } from "./passwords.ts";
import {
  clearTokens,
  isExpired,
  takeToken,
  type TokenKind,
} from "./one_time_tokens.ts";
import { beginSession } from "./sessions.ts";
import { changePhone, confirm, moveTo, updateUser } from "./user_writes.ts";
import { findUser, isBanned, type UserRow } from "./users.ts";
import { checkEmail, checkPhone } from "./validation.ts";

const KINDS: Record<string, TokenKind[]> = {
  signup: ["confirmation_token"],
  invite: ["confirmation_token"],
  recovery: ["recovery_token"],
  magiclink: ["recovery_token"],
  email: ["confirmation_token", "recovery_token"],
  email_change: ["email_change_token_new", "email_change_token_current"],
  sms: ["confirmation_token"],
  phone_change: ["phone_change_token"],
};
const SMS_TYPES = ["sms", "phone_change"];

const Body = v.object({
  type: text,
  token: text,
  token_hash: text,
  email: text,
  phone: text,
  redirect_to: text,
});
type Body = v.InferOutput<typeof Body>;

/** What was presented: the hash to look for, and how its absence is answered. */
interface Presented {
  hash: string;
  type: string;
  refusal: string;
}

/** What a verification came to: the user may sign in, or the other address must be confirmed too. */
type Verified = { user: UserRow } | { message: string };

/** `POST /verify`: exchanges a token hash, or an address with its code, for a session. */
export const verify: Handler = async (call) => {
  const presented = presentedIn(await readBody(call, Body));
  return await inTransaction(call, async (sql) => {
    const verified = await consumeToken(call, sql, presented);
    if ("message" in verified) {
      return Response.json({ code: "200", msg: verified.message });
    }
    return await beginSession(call, sql, verified.user, "otp");
  });
};

/** Uses up the token of a link, for `GET /verify`. */
export function verifyLink(
  call: Call,
  sql: Queries,
  token: string,
  type: string,
): Promise<Verified> {
  if (!Object.hasOwn(KINDS, type)) {
    throw invalid("Invalid email verification type");
  }
  return consumeToken(call, sql, byLink(token, type));
}

function byLink(hash: string, type: string): Presented {
  if (SMS_TYPES.includes(type)) {
    throw invalid("Invalid email verification type");
  }
  return { hash, type, refusal: "Email link is invalid or has expired" };
}

function presentedIn(
  { type, token, token_hash, email, phone, redirect_to }: Body,
): Presented {
  if (!type) throw invalid("Verify requires a verification type");
  if (!Object.hasOwn(KINDS, type)) {
    throw invalid(`Unsupported verification type ${type.slice(0, 40)}`);
  }
  const bySms = SMS_TYPES.includes(type);
  if (token_hash) {
    if (email || phone || redirect_to || token) {
      throw invalid("Only the token_hash and type should be provided");
    }
    return byLink(token_hash, type);
  }
  if (!token) throw invalid("Verify requires a token or a token hash");
  if (Boolean(email) === Boolean(phone) || bySms !== Boolean(phone)) {
    throw invalid(
      "Only an email address or phone number should be provided on verify",
    );
  }
  const address = phone ? checkPhone(phone) : checkEmail(email);
  const hash = tokenHash(address, token.replaceAll("-", ""));
  return { hash, type, refusal: "Token has expired or is invalid" };
}

async function consumeToken(
  call: Call,
  sql: Queries,
  { hash, type, refusal }: Presented,
): Promise<Verified> {
  const refused = () => new AuthError(403, "otp_expired", refusal);
  const bare = hash.replace(/^pkce_/, "");
  const taken = await takeToken(sql, bare, KINDS[type] ?? []);
  const user = taken && await findUser(sql, { id: taken.user_id }, true);
  if (!taken || !user || !isCurrent(taken, user, type)) throw refused();
  if (isBanned(user)) throw new AuthError(403, "user_banned", "User is banned");
  const bySms = SMS_TYPES.includes(type);
  if (isExpired(call.config, user, taken.token_type, bySms)) throw refused();
  switch (taken.token_type) {
    case "confirmation_token":
      return { user: await confirmSignup(sql, user, type) };
    case "recovery_token":
      return { user: await recover(sql, user) };
    case "phone_change_token":
      return { user: await changePhone(sql, user, user.phone_change ?? "") };
    default:
      return await changeEmail(call, sql, user, taken.token_type);
  }
}

/** A code that was sent to one address confirms no other one, such as an address that was changed since. */
function isCurrent(
  taken: { token_type: TokenKind; relates_to: string },
  user: UserRow,
  type: string,
): boolean {
  const confirming = ["confirmation_token", "recovery_token"].includes(
    taken.token_type,
  );
  return !confirming ||
    taken.relates_to === (type === "sms" ? user.phone : user.email);
}

async function confirmSignup(
  sql: Queries,
  user: UserRow,
  type: string,
): Promise<UserRow> {
  if (type === "sms") return await confirm(sql, user, "phone");
  if (user.invited_at && !user.encrypted_password) {
    // Invited without a password: nobody may sign in by one until the person has set it.
    const encrypted_password = await unknownPassword(sql);
    await updateUser(sql, user, { encrypted_password });
  }
  return await confirm(sql, user, "email");
}

async function recover(sql: Queries, user: UserRow): Promise<UserRow> {
  const recovered = await updateUser(sql, user, { recovery_token: "" });
  return user.confirmed_at ? recovered : await confirm(sql, user, "email");
}

async function changeEmail(
  { config }: Call,
  sql: Queries,
  user: UserRow,
  kind: TokenKind,
): Promise<Verified> {
  const both = config.auth.email.double_confirm_changes && Boolean(user.email);
  if (both && user.email_change_confirm_status === 0) {
    await updateUser(sql, user, { email_change_confirm_status: 1, [kind]: "" });
    return {
      message:
        "Confirmation link accepted. Please proceed to confirm link sent to the other email",
    };
  }
  const email = user.email_change ?? "";
  const moved = await moveTo(sql, user, "email", email, true, {
    email_change: "",
    email_change_confirm_status: 0,
    email_confirmed_at: new Date(),
    is_anonymous: false,
  });
  await clearTokens(sql, user);
  return { user: moved };
}
