import { join } from "node:path";
import { parse, TomlError } from "smol-toml";
import * as v from "valibot";
import { parseDuration, parseSize } from "./units.ts";

const duration = (preset: string) =>
  v.pipe(v.optional(v.string(), preset), v.rawTransform(parsed(parseDuration)));
const size = v.pipe(
  v.union([v.string(), v.number()]),
  v.rawTransform(parsed(parseSize)),
);
const flag = (preset: boolean) => v.optional(v.boolean(), preset);
const count = (preset: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), preset);
const text = (preset: string) => v.optional(v.string(), preset);
const table = v.optional(v.record(v.string(), v.unknown()), {});
const section = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(table, v.object(entries));

const hook = v.optional(
  v.object({ enabled: flag(true), uri: text(""), secrets: text("") }),
);
const switches = v.optional(
  v.record(v.string(), v.object({ enabled: flag(false) })),
  {},
);
const factor = { enroll_enabled: flag(false), verify_enabled: flag(false) };

/** What these services read of the CLI's `supabase/config.toml`, with the CLI's own presets; the rest is let pass. */
const Config = v.object({
  api: section({
    port: count(54321),
    schemas: v.optional(v.array(v.string()), ["public", "graphql_public"]),
    extra_search_path: v.optional(v.array(v.string()), [
      "public",
      "extensions",
    ]),
    max_rows: count(1000),
  }),
  db: section({
    port: count(54322),
    seed: section({
      enabled: flag(true),
      sql_paths: v.optional(v.array(v.string()), ["./seed.sql"]),
    }),
  }),
  storage: section({
    file_size_limit: v.optional(size, "50MiB"),
    buckets: v.optional(
      v.record(
        v.string(),
        v.object({
          public: flag(false),
          file_size_limit: v.optional(size),
          allowed_mime_types: v.optional(v.array(v.string())),
        }),
      ),
      {},
    ),
  }),
  auth: section({
    site_url: text("http://127.0.0.1:3000"),
    additional_redirect_urls: v.optional(v.array(v.string()), []),
    jwt_expiry: count(3600),
    enable_refresh_token_rotation: flag(true),
    refresh_token_reuse_interval: count(10),
    enable_signup: flag(true),
    enable_anonymous_sign_ins: flag(false),
    enable_manual_linking: flag(false),
    minimum_password_length: count(6),
    password_requirements: v.optional(
      v.picklist([
        "",
        "letters_digits",
        "lower_upper_letters_digits",
        "lower_upper_letters_digits_symbols",
      ]),
      "",
    ),
    rate_limit: section({
      email_sent: count(30),
      sms_sent: count(30),
      token_refresh: count(150),
      sign_in_sign_ups: count(30),
      token_verifications: count(30),
    }),
    email: section({
      enable_signup: flag(true),
      double_confirm_changes: flag(true),
      enable_confirmations: flag(false),
      secure_password_change: flag(false),
      max_frequency: duration("1s"),
      otp_length: count(6),
      otp_expiry: count(3600),
    }),
    sms: section({
      enable_signup: flag(false),
      enable_confirmations: flag(false),
      max_frequency: duration("5s"),
    }),
    sessions: section({
      timebox: duration("0"),
      inactivity_timeout: duration("0"),
    }),
    mfa: section({
      max_enrolled_factors: count(10),
      phone: section({
        ...factor,
        otp_length: count(6),
        max_frequency: duration("5s"),
      }),
      totp: section(factor),
      web_authn: section(factor),
    }),
    hook: section({
      send_sms: hook,
      send_email: hook,
      custom_access_token: hook,
      mfa_verification_attempt: hook,
      password_verification_attempt: hook,
      before_user_created: hook,
    }),
    external: switches,
    web3: switches,
  }),
});

/** The settings in force: `config.toml`, and what only Auth's own environment variables can say. */
export interface Config extends v.InferOutput<typeof Config> {
  /** What the CLI has no name for; each is read from `GOTRUE_<NAME>`. */
  gotrue: {
    MFA_CHALLENGE_EXPIRY_DURATION: number;
    MFA_FACTOR_EXPIRY_DURATION: number;
    MFA_RATE_LIMIT_CHALLENGE_AND_VERIFY: number;
    SMS_OTP_EXP: number;
    SMS_OTP_LENGTH: number;
    /** Whether `Sb-Forwarded-For` is believed (hosted: `security_sb_forwarded_for_enabled`); off unless set. */
    SECURITY_SB_FORWARDED_FOR_ENABLED: boolean;
  };
}

type Environment = Record<string, string | undefined>;

/** Reads `<workdir>/supabase/config.toml`; none is the CLI's presets. Throws with the file, the setting and what is wrong. */
export async function readConfig(
  workdir: string,
  environment: Environment = Deno.env.toObject(),
): Promise<Config> {
  const file = join(workdir, "supabase", "config.toml");
  const source = await Deno.readTextFile(file).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  try {
    return parseConfig(source, environment);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof TomlError) {
      throw new ConfigError(`${file}: ${error.message}`);
    }
    throw error;
  }
}

/** What is wrong with the configuration. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** The configuration in a TOML text. Throws `ConfigError` or `TomlError`. */
export function parseConfig(
  source: string,
  environment: Environment = {},
): Config {
  const missing = new Map<string, string>();
  const raw = parse(source);
  const result = v.safeParse(Config, resolved(raw, environment, [], missing));
  if (!result.success) {
    const lines = result.issues.map((issue) =>
      `${v.getDotPath(issue) ?? "(all)"}: ${issue.message}`
    );
    throw new ConfigError(lines.join("; "));
  }
  const config = result.output;
  for (const [name, settings] of Object.entries(config.auth.hook)) {
    if (settings?.enabled) checkHook(`auth.hook.${name}`, settings, missing);
  }
  const { email } = config.auth;
  // Auth takes six to ten digits and falls back to six.
  if (email.otp_length < 6 || email.otp_length > 10) email.otp_length = 6;
  return { ...config, gotrue: gotrueSettings(environment) };
}

function checkHook(
  path: string,
  { uri, secrets }: { uri: string; secrets: string },
  missing: Map<string, string>,
) {
  for (const key of ["uri", "secrets"]) {
    const variable = missing.get(`${path}.${key}`);
    if (variable) {
      throw new ConfigError(
        `${path}.${key}: the environment variable ${variable} is not set`,
      );
    }
  }
  if (uri.startsWith("pg-functions://")) return;
  if (!/^https?:\/\//.test(uri)) {
    throw new ConfigError(
      `${path}.uri must begin with http:, https: or pg-functions:`,
    );
  }
  const wellFormed = secrets.split("|").every((secret) =>
    /^v1,whsec_[A-Za-z0-9+/]{8,}=*$/.test(secret)
  );
  if (!wellFormed) {
    throw new ConfigError(`${path}.secrets must be like v1,whsec_<base64>`);
  }
}

/** Replaces `env(NAME)`; a setting whose name is not set is left to its preset and noted. */
function resolved(
  value: unknown,
  environment: Environment,
  path: string[],
  missing: Map<string, string>,
): unknown {
  if (typeof value === "string") {
    const name = /^env\((\w+)\)$/.exec(value)?.[1];
    if (name === undefined) return value;
    if (environment[name] === undefined) missing.set(path.join("."), name);
    return environment[name];
  }
  if (Array.isArray(value)) {
    return value.map((item) => resolved(item, environment, path, missing));
  }
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map((
      [key, item],
    ) => [key, resolved(item, environment, [...path, key], missing)]),
  );
}

function gotrueSettings(environment: Environment): Config["gotrue"] {
  const number = (name: string, preset: number) => {
    const value = environment[`GOTRUE_${name}`];
    if (value === undefined || value === "") return preset;
    const seconds = /[a-z]$/.test(value) ? parseDuration(value) : Number(value);
    if (!Number.isFinite(seconds)) {
      throw new ConfigError(`GOTRUE_${name} must be a number or a duration`);
    }
    return seconds;
  };
  return {
    MFA_CHALLENGE_EXPIRY_DURATION: number("MFA_CHALLENGE_EXPIRY_DURATION", 300),
    MFA_FACTOR_EXPIRY_DURATION: number("MFA_FACTOR_EXPIRY_DURATION", 300),
    MFA_RATE_LIMIT_CHALLENGE_AND_VERIFY: number(
      "MFA_RATE_LIMIT_CHALLENGE_AND_VERIFY",
      15,
    ),
    SMS_OTP_EXP: number("SMS_OTP_EXP", 60),
    SMS_OTP_LENGTH: number("SMS_OTP_LENGTH", 6),
    SECURITY_SB_FORWARDED_FOR_ENABLED:
      environment.GOTRUE_SECURITY_SB_FORWARDED_FOR_ENABLED === "true",
  };
}

function parsed<Input>(parse: (input: Input) => number) {
  return (
    { dataset, addIssue, NEVER }: v.RawTransformContext<Input>,
  ): number => {
    try {
      return parse(dataset.value);
    } catch (error) {
      addIssue({
        message: error instanceof Error ? error.message : String(error),
      });
      return NEVER;
    }
  };
}
