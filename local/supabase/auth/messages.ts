import { type Call, inTransaction, jsonb } from "./context.ts";
import { randomCode, tokenHash } from "./crypto.ts";
import { AuthError, failed } from "./errors.ts";
import {
  PKCE_PREFIX,
  saveToken,
  sentAt,
  type TokenKind,
} from "./one_time_tokens.ts";
import { redirectTarget } from "./redirects.ts";
import { toUser, type UserRow } from "./users.ts";

/** Which e-mail is sent, as the Send Email hook is told. */
export type EmailAction =
  | "signup"
  | "invite"
  | "magiclink"
  | "recovery"
  | "email_change"
  | "reauthentication";
/** Which SMS is sent, as the Send SMS hook is told. */
export type SmsAction =
  | "signup"
  | "sms"
  | "phone_change"
  | "mfa"
  | "reauthentication";

const KINDS: Record<Exclude<EmailAction, "email_change">, TokenKind> = {
  signup: "confirmation_token",
  invite: "confirmation_token",
  magiclink: "recovery_token",
  recovery: "recovery_token",
  reauthentication: "reauthentication_token",
};

const SMS_KINDS: Record<Exclude<SmsAction, "mfa">, TokenKind> = {
  signup: "confirmation_token",
  sms: "confirmation_token",
  phone_change: "phone_change_token",
  reauthentication: "reauthentication_token",
};

interface EmailTokens {
  token: string;
  token_hash: string;
  token_new?: string;
  token_hash_new?: string;
}

/** Throws 429 when the last message is too recent; `seconds` is the least pause. */
export function checkPause(
  last: Date | string | null,
  seconds: number,
  medium: "email" | "sms",
): void {
  if (last === null) return;
  const left = Math.ceil(
    (new Date(last).getTime() + seconds * 1000 - Date.now()) / 1000,
  );
  if (left <= 0) return;
  const message =
    `For security purposes, you can only request this after ${left} seconds.`;
  throw new AuthError(429, `over_${medium}_send_rate_limit`, message);
}

/** Sends a code and link of this kind to the user's address, and keeps its hash. */
export async function sendCode(
  call: Call,
  user: UserRow,
  action: Exclude<EmailAction, "email_change">,
  options: { pkce?: boolean; changes?: Record<string, unknown> } = {},
): Promise<UserRow> {
  const { otp_length, max_frequency } = call.config.auth.email;
  const kind = KINDS[action];
  if (action !== "invite") {
    checkPause(sentAt(user, kind), max_frequency, "email");
  }
  const address = user.email ?? "";
  const token = randomCode(otp_length);
  const hash = (options.pkce ? PKCE_PREFIX : "") + tokenHash(address, token);
  await sendEmail(call, user, action, { token, token_hash: hash });
  const kept = { hash, relatesTo: address };
  return await inTransaction(
    call,
    (sql) => saveToken(sql, user, kind, kept, options.changes),
  );
}

/** Asks both addresses (or only the new one, by configuration) whether the account shall move to the new one. */
export async function sendEmailChange(
  call: Call,
  user: UserRow,
  newEmail: string,
  pkce: boolean,
): Promise<UserRow> {
  const { otp_length, double_confirm_changes } = call.config.auth.email;
  const prefix = pkce ? PKCE_PREFIX : "";
  const forNew = randomCode(otp_length);
  const newHash = prefix + tokenHash(newEmail, forNew);
  const changes = { email_change: newEmail, email_change_confirm_status: 0 };
  const asked = { ...user, email_change: newEmail };
  let tokens: EmailTokens = { token: forNew, token_hash: newHash };
  let current: { hash: string; relatesTo: string } | undefined;
  if (user.email && double_confirm_changes) {
    const forCurrent = randomCode(otp_length);
    const hash = prefix + tokenHash(user.email, forCurrent);
    current = { hash, relatesTo: user.email };
    // Upstream pairs each code with the hash of the other address; receivers rely on it.
    tokens = {
      ...{ token: forCurrent, token_hash: newHash },
      ...{ token_new: forNew, token_hash_new: hash },
    };
  }
  await sendEmail(call, asked, "email_change", tokens);
  const next = { hash: newHash, relatesTo: newEmail };
  // A trigger on auth.users may refuse: then no token stays behind either.
  return await inTransaction(call, async (sql) => {
    if (current) {
      await saveToken(sql, user, "email_change_token_current", current);
    }
    return await saveToken(sql, user, "email_change_token_new", next, changes);
  });
}

async function sendEmail(
  call: Call,
  user: UserRow,
  action: EmailAction,
  tokens: EmailTokens,
): Promise<void> {
  call.limits.check("email", "project");
  const payload = {
    metadata: metadata(call, "send-email"),
    user: toUser(user),
    email_data: {
      token_new: "",
      token_hash_new: "",
      ...tokens,
      redirect_to: redirectTarget(call),
      email_action_type: action,
      site_url: call.externalUrl,
      old_email: "",
      old_phone: "",
      provider: "",
      factor_type: "",
    },
  };
  if (call.hooks.enabled("send_email")) {
    await call.hooks.call("send_email", payload);
    return;
  }
  // Nobody sends it: a developer reads it in this table, as in the mail catcher of the CLI.
  const row = { payload: jsonb(call.sql, payload) };
  await call.sql`insert into local_supabase.emails ${call.sql(row)}`;
}

/** Sends a code by SMS. Nothing is stored: the caller keeps what it needs once the message is on its way. */
export async function sendSms(
  call: Call,
  user: UserRow,
  sms: { otp: string; sms_type: SmsAction; phone: string },
): Promise<void> {
  if (!call.hooks.enabled("send_sms")) {
    throw failed("Error sending SMS: no send_sms hook is configured");
  }
  // Codes of a second factor are limited by factor and address, not by the project's count, as upstream.
  if (sms.sms_type !== "mfa") call.limits.check("sms", "project");
  await call.hooks.call("send_sms", {
    metadata: metadata(call, "send-sms"),
    user: toUser(user),
    sms,
  });
}

/** Sends a code to `phone` and keeps its hash; `changes` are made with it. */
export async function sendSmsCode(
  call: Call,
  user: UserRow,
  phone: string,
  action: Exclude<SmsAction, "mfa">,
  changes: Record<string, unknown> = {},
): Promise<UserRow> {
  const kind = SMS_KINDS[action];
  checkPause(sentAt(user, kind), call.config.auth.sms.max_frequency, "sms");
  const otp = randomCode(call.config.gotrue.SMS_OTP_LENGTH);
  await sendSms(call, user, { otp, sms_type: action, phone });
  const kept = { hash: tokenHash(phone, otp), relatesTo: phone };
  return await inTransaction(
    call,
    (sql) => saveToken(sql, user, kind, kept, changes),
  );
}

function metadata({ caller }: Call, name: string) {
  return {
    uuid: crypto.randomUUID(),
    time: new Date().toISOString(),
    name,
    ip_address: caller.address,
  };
}
