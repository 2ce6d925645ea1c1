import type { Call } from "./context.ts";

/** `GET /.well-known/jwks.json`: what verifies the tokens; caches may keep it ten minutes. */
export function jwks({ keys }: Call): Promise<Response> {
  return Promise.resolve(
    Response.json(keys.jwks(), {
      headers: { "cache-control": "public, max-age=600" },
    }),
  );
}

/** `GET /health`. */
export function health(): Promise<Response> {
  const body = {
    version: "local",
    name: "GoTrue",
    description: "GoTrue is a user registration and authentication API",
  };
  return Promise.resolve(Response.json(body));
}

/** `GET /settings`: what a sign-in page may offer. */
export function settings({ config }: Call): Promise<Response> {
  const { auth } = config;
  return Promise.resolve(Response.json({
    external: {
      email: auth.email.enable_signup,
      phone: auth.sms.enable_signup,
      anonymous_users: auth.enable_anonymous_sign_ins,
    },
    disable_signup: !auth.enable_signup,
    mailer_autoconfirm: !auth.email.enable_confirmations,
    phone_autoconfirm: !auth.sms.enable_confirmations,
    sms_provider: "",
    saml_enabled: false,
  }));
}
