import * as v from "valibot";

const address = v.pipe(
  v.string(),
  v.url(),
  v.transform((value) => value.replace(/\/+$/, "")),
);
const secret = v.pipe(v.string(), v.minLength(8));
const hookSecret = v.pipe(
  v.string(),
  v.regex(/^v1,whsec_[A-Za-z0-9+/=]+$/, "looks like v1,whsec_<base64>"),
);
const count = v.pipe(
  v.string(),
  v.regex(/^\d+$/, "is a whole number"),
  v.transform(Number),
);
const flag = v.pipe(
  v.picklist(["true", "false"]),
  v.transform((value) => value === "true"),
);

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const openingHours = v.pipe(
  v.string(),
  v.regex(
    /^(Mo|Tu|We|Th|Fr|Sa|Su)-(Mo|Tu|We|Th|Fr|Sa|Su) \d\d:\d\d-\d\d:\d\d$/,
    "looks like Mo-Fr 08:00-18:00",
  ),
  v.transform((value) => {
    const [days = "", opens = "", closes = ""] = value.split(/ |-(?=\d)/);
    const [first, last] = days.split("-").map((day) => weekdays.indexOf(day));
    return { first: first ?? 0, last: last ?? 4, opens, closes };
  }),
);

/** What each variable means stands in `.env.example`. */
const Environment = v.object({
  PUBLIC_URL: address,
  SUPABASE_URL: address,
  SUPABASE_PUBLISHABLE_KEY: secret,
  SUPABASE_SECRET_KEY: secret,
  SUPABASE_GATEWAY_SECRET: v.optional(secret),
  SEND_SMS_HOOK_SECRET: hookSecret,
  SEND_EMAIL_HOOK_SECRET: hookSecret,
  JITSI_URL: address,
  JITSI_DOMAIN: v.optional(v.string(), "meet.jitsi"),
  JITSI_APP_ID: v.string(),
  JITSI_APP_SECRET: secret,
  STUN_SERVERS: v.optional(v.string(), ""),
  TURN_SERVERS: v.optional(v.string(), ""),
  TURN_SECRET: v.optional(secret),
  TWILIO_API_URL: v.optional(address, "https://api.twilio.com"),
  TWILIO_ACCOUNT_SID: v.string(),
  TWILIO_AUTH_TOKEN: secret,
  TWILIO_FROM: v.string(),
  MAILGUN_API_URL: v.optional(address, "https://api.eu.mailgun.net"),
  MAILGUN_API_KEY: secret,
  MAILGUN_DOMAIN: v.string(),
  MAILGUN_WEBHOOK_SIGNING_KEY: secret,
  MAIL_FROM: v.string(),
  HELPDESK_PHONE: v.string(),
  HELPDESK_EMAIL: v.pipe(v.string(), v.email()),
  HELPDESK_HOURS: v.optional(openingHours, "Mo-Fr 08:00-18:00"),
  PASSWORD_MIN: v.optional(count, "12"),
  PASSWORD_MAX: v.optional(count, "72"),
  SIGNING_P12: v.pipe(v.string(), v.base64()),
  SIGNING_P12_PASSWORD: secret,
  SIGNING_TSA_URL: v.optional(address),
  CLAMD_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^tcp:\/\/[^/:]+:\d+$/, "looks like tcp://host:3310"),
    ),
  ),
  DOCUMENT_MAIL: v.optional(v.picklist(["attachment", "link"]), "attachment"),
  SIGN_UP_SMS_PER_DAY: v.optional(count, "2000"),
  SIGN_UP_SMS_PER_COUNTRY: v.optional(count, "300"),
  VAPID_PUBLIC_KEY: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{87}$/))),
  VAPID_PRIVATE_KEY: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
  PUSH_SERVICES: v.optional(
    v.string(),
    "https://fcm.googleapis.com https://updates.push.services.mozilla.com " +
      "https://*.push.apple.com https://*.notify.windows.com",
  ),
  TRUST_PROXY: v.optional(flag, "false"),
});

/** The configuration of the app, read and checked once. */
export type Env = v.InferOutput<typeof Environment>;

/**
 * Reads the configuration from a set of variables.
 * Throws one error that names everything that is missing or wrong, without any value.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  // An empty variable is a missing one: that is how shells and hosting panels write "not set".
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value),
  );
  const result = v.safeParse(Environment, given);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const name = v.getDotPath(issue);
    return `  ${name}: ${
      given[name ?? ""] === undefined ? "is missing" : issue.message
    }`;
  });
  throw new Error(
    `The configuration is wrong (see .env.example):\n${problems.join("\n")}`,
  );
}

let current: Env | undefined;

/** The configuration of this process; the first call reads it. Building the app needs none. */
export function env(): Env {
  return current ??= readEnv(Deno.env.toObject());
}
