import * as v from "valibot";
import {
  type Call,
  type Handler,
  inTransaction,
  json,
  readBody,
  text,
} from "./context.ts";
import { invalid, refusal } from "./errors.ts";
import { hashPassword } from "./passwords.ts";
import { sendCode, sendSmsCode } from "./messages.ts";
import { beginSession, signIn } from "./sessions.ts";
import {
  confirm,
  insertUser,
  type NewUser,
  type Provider,
  updateUser,
} from "./user_writes.ts";
import { findUser, toUser, type UserRow } from "./users.ts";
import { checkEmail, checkPassword, checkPhone } from "./validation.ts";

const Body = v.object({
  email: text,
  phone: text,
  password: text,
  data: json,
  code_challenge: text,
});

/** `POST /signup`: an account that waits for its confirmation, or a session where none is asked for. */
export const signup: Handler = async (call) => {
  const { auth } = call.config;
  const body = await readBody(call, Body);
  if (!auth.enable_signup) throw refusal("signup_disabled");
  if (!body.email && !body.phone) {
    return await signupAnonymously(call, body.data ?? {});
  }
  if (!body.password) throw invalid("Signup requires a valid password");
  checkPassword(call.config, body.password);
  if (body.email && body.phone) {
    throw invalid(
      "Only an email address or phone number should be provided on signup.",
    );
  }
  const provider = body.email ? "email" : "phone";
  const address = checkAddress(call, body);
  const known = await findUser(call.sql, address);
  const autoconfirm = !auth[medium(provider)].enable_confirmations;
  if (known?.confirmed_at) {
    // Where a confirmation is asked for, nobody learns that the address is taken.
    if (autoconfirm) throw refusal("user_already_exists");
    return Response.json(likeNew(known, provider));
  }
  const passwordHash = await hashPassword(call.sql, body.password);
  const user = known ??
    await create(call, { ...address, passwordHash }, body.data ?? {});
  if (autoconfirm) {
    const confirmed = await inTransaction(
      call,
      (sql) => confirm(sql, user, provider),
    );
    return await signIn(call, confirmed, "password");
  }
  const pkce = Boolean(body.code_challenge);
  const asked = provider === "email"
    ? await sendCode(call, user, "signup", { pkce })
    : await sendSmsCode(call, user, user.phone ?? "", "signup");
  return Response.json(toUser(asked));
};

async function signupAnonymously(
  call: Call,
  userMetadata: Record<string, unknown>,
): Promise<Response> {
  if (!call.config.auth.enable_anonymous_sign_ins) {
    throw refusal("anonymous_provider_disabled");
  }
  return await inTransaction(call, async (sql) => {
    const user = await insertUser(sql, { userMetadata });
    const anonymous = await updateUser(sql, user, { is_anonymous: true });
    return await beginSession(call, sql, anonymous, "anonymous");
  });
}

/** The section of the configuration that says how a provider signs up. */
export const medium = (provider: Provider) =>
  provider === "email" ? "email" : "sms";

/** The one address of a body, well formed. Throws also where the project does not take accounts of this kind. */
export function checkAddress(
  { config }: Call,
  { email, phone }: { email: string; phone: string },
): { email: string } | { phone: string } {
  const provider = email ? "email" : "phone";
  if (!config.auth[medium(provider)].enable_signup) {
    throw refusal(`${provider}_provider_disabled`);
  }
  return email ? { email: checkEmail(email) } : { phone: checkPhone(phone) };
}

/** Makes the account, asking the project's hook first. */
export async function create(
  call: Call,
  wanted: NewUser,
  userMetadata: Record<string, unknown>,
): Promise<UserRow> {
  const id = crypto.randomUUID();
  const { email, phone } = wanted;
  const identity = {
    sub: id,
    ...(email ? { email } : { phone }),
    email_verified: false,
    phone_verified: false,
  };
  return await inTransaction(call, async (sql) => {
    const user = await insertUser(sql, {
      ...{ ...wanted, id },
      userMetadata: { ...userMetadata, ...identity },
    });
    if (call.hooks.enabled("before_user_created")) {
      const payload = { metadata: {}, user: toUser(user) };
      await call.hooks.call("before_user_created", payload, sql);
    }
    return user;
  });
}

/** What a sign-up of this address would answer if nobody had it. */
function likeNew(user: UserRow, provider: Provider) {
  const now = new Date();
  return {
    id: crypto.randomUUID(),
    aud: user.aud,
    role: "",
    email: "",
    phone: "",
    [provider]: user[provider],
    confirmation_sent_at: now,
    app_metadata: { provider, providers: [provider] },
    user_metadata: {},
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}
