import * as v from "valibot";
import {
  type AuthContext,
  type AuthRequest,
  type Handler,
  inTransaction,
  json,
  readBody,
  text,
} from "./context.ts";
import { AuthError, invalid } from "./errors.ts";
import { hashPassword } from "./passwords.ts";
import { sendCode, sendSmsCode } from "./messages.ts";
import { beginSession, signIn } from "./sessions.ts";
import {
  confirmEmail,
  confirmPhone,
  insertUser,
  updateUser,
} from "./user_writes.ts";
import { findUser, toUser, type UserRow } from "./users.ts";
import { checkEmail, checkPassword, checkPhone } from "./validation.ts";

const Body = v.object({
  email: text,
  phone: text,
  password: text,
  data: json,
  channel: text,
  code_challenge: text,
});

/** `POST /signup`: an account that waits for its confirmation, or a session where none is asked for. */
export const signup: Handler = async (context, request) => {
  const { auth } = context.config;
  const body = await readBody(request, Body);
  if (!auth.enable_signup) throw signupDisabled();
  if (!body.email && !body.phone) {
    return await signupAnonymously(context, request, body.data ?? {});
  }
  if (!body.password) throw invalid("Signup requires a valid password");
  checkPassword(context.config, body.password);
  const byEmail = Boolean(body.email);
  if (byEmail && body.phone) {
    throw invalid(
      "Only an email address or phone number should be provided on signup.",
    );
  }
  checkProvider(context, byEmail);
  const address = byEmail
    ? { email: checkEmail(body.email) }
    : { phone: checkPhone(body.phone) };
  const known = await findUser(context.sql, address);
  const autoconfirm = byEmail
    ? !auth.email.enable_confirmations
    : !auth.sms.enable_confirmations;
  if (known?.confirmed_at) return knownAlready(known, autoconfirm);

  const passwordHash = await hashPassword(context.sql, body.password);
  const user = known ??
    await create(context, {
      ...address,
      passwordHash,
      userMetadata: body.data ?? {},
    });
  if (autoconfirm) {
    const confirmed = await confirm(context, user, byEmail);
    return await signIn(context, confirmed, "password", request);
  }
  const asked = byEmail
    ? await sendCode(context, request, user, "signup", {
      pkce: Boolean(body.code_challenge),
    })
    : await sendSmsCode(context, request, user, user.phone ?? "", "signup");
  return Response.json(toUser(asked));
};

async function signupAnonymously(
  context: AuthContext,
  request: AuthRequest,
  userMetadata: Record<string, unknown>,
): Promise<Response> {
  if (!context.config.auth.enable_anonymous_sign_ins) {
    throw new AuthError(
      422,
      "anonymous_provider_disabled",
      "Anonymous sign-ins are disabled",
    );
  }
  return await inTransaction(context, async (sql) => {
    const user = await insertUser(sql, { userMetadata });
    const anonymous = await updateUser(sql, user.id, { is_anonymous: true });
    return await beginSession(context, sql, anonymous, "anonymous", request);
  });
}

/** Throws where the project does not take new accounts of this kind. */
export function checkProvider({ config }: AuthContext, byEmail: boolean): void {
  if (byEmail && !config.auth.email.enable_signup) {
    throw new AuthError(
      422,
      "email_provider_disabled",
      "Email signups are disabled",
    );
  }
  if (!byEmail && !config.auth.sms.enable_signup) {
    throw new AuthError(
      422,
      "phone_provider_disabled",
      "Phone signups are disabled",
    );
  }
}

/** 422: the project takes no new accounts. */
export const signupDisabled = () =>
  new AuthError(
    422,
    "signup_disabled",
    "Signups not allowed for this instance",
  );

/** Makes the account, asking the project's hook first. */
export async function create(
  context: AuthContext,
  wanted: {
    email?: string;
    phone?: string;
    passwordHash?: string;
    userMetadata: Record<string, unknown>;
  },
): Promise<UserRow> {
  return await inTransaction(context, async (sql) => {
    const id = crypto.randomUUID();
    const { email, phone, userMetadata } = wanted;
    const identity = {
      sub: id,
      ...(email ? { email } : { phone }),
      email_verified: false,
      phone_verified: false,
    };
    const user = await insertUser(sql, {
      ...wanted,
      id,
      userMetadata: { ...userMetadata, ...identity },
    });
    if (context.hooks.enabled("before_user_created")) {
      await context.hooks.call("before_user_created", {
        metadata: {},
        user: toUser(user),
      }, sql);
    }
    return user;
  });
}

/** The account, confirmed without a message. */
export function confirm(
  context: AuthContext,
  user: UserRow,
  byEmail: boolean,
): Promise<UserRow> {
  return inTransaction(
    context,
    (sql) => byEmail ? confirmEmail(sql, user) : confirmPhone(sql, user),
  );
}

/** Where a confirmation is asked for, nobody learns that the address is taken: the answer looks like a new account. */
function knownAlready(user: UserRow, autoconfirm: boolean): Response {
  if (autoconfirm) {
    throw new AuthError(422, "user_already_exists", "User already registered");
  }
  const now = new Date();
  return Response.json(toUser({
    ...user,
    ...{
      id: crypto.randomUUID(),
      role: "",
      identities: [],
      factors: [],
      raw_user_meta_data: {},
    },
    ...{
      email_confirmed_at: null,
      phone_confirmed_at: null,
      confirmed_at: null,
      last_sign_in_at: null,
    },
    ...{
      recovery_sent_at: null,
      invited_at: null,
      banned_until: null,
      email_change: null,
      phone_change: null,
    },
    ...{
      email_change_sent_at: null,
      phone_change_sent_at: null,
      reauthentication_sent_at: null,
    },
    ...{ raw_app_meta_data: { provider: "email", providers: ["email"] } },
    ...{ created_at: now, updated_at: now, confirmation_sent_at: now },
  }));
}
