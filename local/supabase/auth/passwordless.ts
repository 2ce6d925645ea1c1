import * as v from "valibot";
import {
  type Handler,
  inTransaction,
  json,
  readBody,
  text,
} from "./context.ts";
import { invalid, refusal } from "./errors.ts";
import { unknownPassword } from "./passwords.ts";
import { sendCode, sendEmailChange, sendSmsCode } from "./messages.ts";
import { checkAddress, create } from "./signup.ts";
import { confirm } from "./user_writes.ts";
import { findUser } from "./users.ts";
import { checkEmail, checkPhone } from "./validation.ts";

const Recovery = v.object({ email: text, code_challenge: text });

/** `POST /recover`: whether the address is known stays unsaid. */
export const recoverPassword: Handler = async (call) => {
  const { email, code_challenge } = await readBody(call, Recovery);
  if (!email) throw invalid("Password recovery requires an email");
  const user = await findUser(call.sql, { email: checkEmail(email) });
  const pkce = Boolean(code_challenge);
  if (user) await sendCode(call, user, "recovery", { pkce });
  return Response.json({});
};

const Otp = v.object({
  email: text,
  phone: text,
  create_user: v.nullish(v.boolean(), true),
  data: json,
  code_challenge: text,
});

/** `POST /otp` and `/magiclink`: a code by e-mail or SMS to sign in with, making the account where it may. */
export const sendOtp: Handler = async (call) => {
  const body = await readBody(call, Otp);
  if (Boolean(body.email) === Boolean(body.phone)) {
    throw invalid("Only an email address or phone number should be provided");
  }
  const { auth } = call.config;
  const address = checkAddress(call, body);
  let user = await findUser(call.sql, address);
  if (!user) {
    if (!body.create_user) throw refusal("otp_disabled");
    if (!auth.enable_signup) throw refusal("signup_disabled");
    const passwordHash = await unknownPassword(call.sql);
    const made = { ...address, passwordHash };
    const created = await create(call, made, body.data ?? {});
    user = body.email && !auth.email.enable_confirmations
      ? await inTransaction(call, (sql) => confirm(sql, created, "email"))
      : created;
  }
  if (body.phone) {
    await sendSmsCode(call, user, user.phone ?? "", "sms");
    return Response.json({ message_id: null });
  }
  const action = user.email_confirmed_at ? "magiclink" : "signup";
  const pkce = Boolean(body.code_challenge);
  await sendCode(call, user, action, { pkce });
  return Response.json({});
};

const Resend = v.object({ type: text, email: text, phone: text });

/** `POST /resend`: the same message once more, with a new code. */
export const resend: Handler = async (call) => {
  const { type, email, phone } = await readBody(call, Resend);
  const byEmail = type === "signup" || type === "email_change";
  if (!byEmail && type !== "sms" && type !== "phone_change") {
    throw invalid(
      "Missing one of these types: signup, email_change, sms, phone_change",
    );
  }
  if (!(byEmail ? email : phone)) {
    const wanted = byEmail ? "an email address" : "a phone number";
    throw invalid(`Type provided requires ${wanted}`);
  }
  const user = await findUser(
    call.sql,
    byEmail ? { email: checkEmail(email) } : { phone: checkPhone(phone) },
  );
  const sms = async (to: string, action: "signup" | "phone_change") => {
    if (user) await sendSmsCode(call, user, to, action);
  };
  if (user && type === "signup" && !user.email_confirmed_at) {
    await sendCode(call, user, "signup");
  }
  if (user && type === "email_change" && user.email_change) {
    await sendEmailChange(call, user, user.email_change, false);
  }
  if (user?.phone && type === "sms" && !user.phone_confirmed_at) {
    await sms(user.phone, "signup");
  }
  if (user?.phone_change && type === "phone_change") {
    await sms(user.phone_change, "phone_change");
  }
  return Response.json(byEmail ? {} : { message_id: null });
};
