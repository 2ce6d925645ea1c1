import * as v from "valibot";
import { type Handler, json, readBody, text } from "./context.ts";
import { AuthError, invalid } from "./errors.ts";
import { unknownPassword } from "./passwords.ts";
import { sendCode, sendEmailChange, sendSmsCode } from "./messages.ts";
import { checkProvider, confirm, create, signupDisabled } from "./signup.ts";
import { findUser } from "./users.ts";
import { checkEmail, checkPhone } from "./validation.ts";

const Recovery = v.object({ email: text, code_challenge: text });

/** `POST /recover`: whether the address is known stays unsaid. */
export const recoverPassword: Handler = async (context, request) => {
  const { email, code_challenge } = await readBody(request, Recovery);
  if (!email) throw invalid("Password recovery requires an email");
  const user = await findUser(context.sql, { email: checkEmail(email) });
  if (user) {
    await sendCode(context, request, user, "recovery", {
      pkce: Boolean(code_challenge),
    });
  }
  return Response.json({});
};

const Otp = v.object({
  email: text,
  phone: text,
  create_user: v.nullish(v.boolean(), true),
  data: json,
  channel: text,
  code_challenge: text,
});

/** `POST /otp` and `/magiclink`: a code by e-mail or SMS to sign in with, making the account where it may. */
export const sendOtp: Handler = async (context, request) => {
  const body = await readBody(request, Otp);
  if (Boolean(body.email) === Boolean(body.phone)) {
    throw invalid("Only an email address or phone number should be provided");
  }
  const byEmail = Boolean(body.email);
  const address = byEmail
    ? { email: checkEmail(body.email) }
    : { phone: checkPhone(body.phone) };
  checkProvider(context, byEmail);
  let user = await findUser(context.sql, address);
  if (!user) {
    if (!body.create_user) {
      throw new AuthError(422, "otp_disabled", "Signups not allowed for otp");
    }
    if (!context.config.auth.enable_signup) throw signupDisabled();
    const passwordHash = await unknownPassword(context.sql);
    user = await create(context, {
      ...address,
      passwordHash,
      userMetadata: body.data ?? {},
    });
    if (byEmail && !context.config.auth.email.enable_confirmations) {
      user = await confirm(context, user, true);
    }
  }
  if (!byEmail) {
    await sendSmsCode(context, request, user, user.phone ?? "", "sms");
    return Response.json({ message_id: null });
  }
  const action = user.email_confirmed_at ? "magiclink" : "signup";
  await sendCode(context, request, user, action, {
    pkce: Boolean(body.code_challenge),
  });
  return Response.json({});
};

const Resend = v.object({ type: text, email: text, phone: text });

/** `POST /resend`: the same message once more, with a new code. */
export const resend: Handler = async (context, request) => {
  const { type, email, phone } = await readBody(request, Resend);
  const byEmail = type === "signup" || type === "email_change";
  if (!byEmail && type !== "sms" && type !== "phone_change") {
    throw invalid(
      "Missing one of these types: signup, email_change, sms, phone_change",
    );
  }
  if (byEmail && !email) {
    throw invalid("Type provided requires an email address");
  }
  if (!byEmail && !phone) {
    throw invalid("Type provided requires a phone number");
  }
  const user = await findUser(
    context.sql,
    byEmail ? { email: checkEmail(email) } : { phone: checkPhone(phone) },
  );
  if (user && type === "signup" && !user.email_confirmed_at) {
    await sendCode(context, request, user, "signup");
  }
  if (user && type === "email_change" && user.email_change) {
    await sendEmailChange(context, request, user, user.email_change, false);
  }
  if (user && type === "sms" && !user.phone_confirmed_at) {
    await sendSmsCode(context, request, user, user.phone ?? "", "signup");
  }
  if (user && type === "phone_change" && user.phone_change) {
    await sendSmsCode(
      context,
      request,
      user,
      user.phone_change,
      "phone_change",
    );
  }
  return Response.json(byEmail ? {} : { message_id: null });
};
