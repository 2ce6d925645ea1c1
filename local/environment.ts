import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

/** What a person may set for the app from outside; the rest is the house's own. */
const OPEN = [
  "HELPDESK_PHONE",
  "HELPDESK_EMAIL",
  "STUN_SERVERS",
  "TURN_SERVERS",
  "TURN_SECRET",
  "PASSWORD_MIN",
  "PASSWORD_MAX",
  "DOCUMENT_MAIL",
  "CLAMD_URL",
];

/** The configuration of the app, by the names of its `.env.example`. */
export function appEnvironment(
  ports: Ports,
  secrets: Secrets,
): Record<string, string> {
  const given = OPEN.flatMap((name) => {
    const value = Deno.env.get(name);
    return value ? [[name, value]] : [];
  });
  return {
    PUBLIC_URL: `http://localhost:${ports.app}`,
    SUPABASE_URL: `http://localhost:${ports.supabase}`,
    SUPABASE_PUBLISHABLE_KEY: secrets.SUPABASE_PUBLISHABLE_KEY,
    SUPABASE_SECRET_KEY: secrets.SUPABASE_SECRET_KEY,
    SUPABASE_GATEWAY_SECRET: secrets.SUPABASE_GATEWAY_SECRET,
    SEND_SMS_HOOK_SECRET: secrets.SEND_SMS_HOOK_SECRET,
    SEND_EMAIL_HOOK_SECRET: secrets.SEND_EMAIL_HOOK_SECRET,
    JITSI_URL: `http://localhost:${ports.jitsi}`,
    JITSI_DOMAIN: "meet.jitsi",
    JITSI_APP_ID: "econsult",
    JITSI_APP_SECRET: secrets.JITSI_APP_SECRET,
    TWILIO_API_URL: `http://localhost:${ports.carriers}`,
    TWILIO_ACCOUNT_SID: secrets.TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: secrets.TWILIO_AUTH_TOKEN,
    TWILIO_FROM: "eConsult",
    MAILGUN_API_URL: `http://localhost:${ports.carriers}`,
    MAILGUN_API_KEY: secrets.MAILGUN_API_KEY,
    MAILGUN_DOMAIN: "mail.econsult.example",
    MAILGUN_WEBHOOK_SIGNING_KEY: secrets.MAILGUN_WEBHOOK_SIGNING_KEY,
    SIGNING_P12: secrets.SIGNING_P12,
    SIGNING_P12_PASSWORD: secrets.SIGNING_P12_PASSWORD,
    VAPID_PUBLIC_KEY: secrets.VAPID_PUBLIC_KEY,
    VAPID_PRIVATE_KEY: secrets.VAPID_PRIVATE_KEY,
    // Of a test, too.
    PUSH_SERVICES:
      "https://fcm.googleapis.com https://updates.push.services.mozilla.com " +
      "https://*.push.apple.com https://*.notify.windows.com http://127.0.0.1:*",
    MAIL_FROM: "eConsult <no-reply@mail.econsult.example>",
    HELPDESK_PHONE: "+352 27 12 50 18 33",
    HELPDESK_EMAIL: "helpdesk@econsult.example",
    ...Object.fromEntries(given),
  };
}

/** The configuration of the gateway: its keys, and what `supabase/config.toml` takes by `env(…)`. */
export function supabaseEnvironment(
  ports: Ports,
  secrets: Secrets,
): Record<string, string> {
  const site = `http://localhost:${ports.app}`;
  return {
    JWT_KEYS: secrets.JWT_KEYS,
    JWT_SECRET: secrets.JWT_SECRET,
    SUPABASE_PUBLISHABLE_KEY: secrets.SUPABASE_PUBLISHABLE_KEY,
    SUPABASE_SECRET_KEY: secrets.SUPABASE_SECRET_KEY,
    SUPABASE_ANON_KEY: secrets.SUPABASE_ANON_KEY,
    SUPABASE_SERVICE_ROLE_KEY: secrets.SUPABASE_SERVICE_ROLE_KEY,
    SUPABASE_GATEWAY_SECRET: secrets.SUPABASE_GATEWAY_SECRET,
    // Auth limits people by their own address, which our server tells it.
    GOTRUE_SECURITY_SB_FORWARDED_FOR_ENABLED: "true",
    // A code lives ten minutes (docs/specification.md, 3.5); config.toml has no name for it.
    GOTRUE_MFA_CHALLENGE_EXPIRY_DURATION: "600",
    PUBLIC_URL: site,
    SEND_SMS_HOOK_URI: `${site}/api/hooks/send-sms`,
    SEND_EMAIL_HOOK_URI: `${site}/api/hooks/send-email`,
    SEND_SMS_HOOK_SECRET: secrets.SEND_SMS_HOOK_SECRET,
    SEND_EMAIL_HOOK_SECRET: secrets.SEND_EMAIL_HOOK_SECRET,
  };
}
