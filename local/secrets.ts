import { newPkcs12 } from "./certificate.ts";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** What the parts share, made once for a data folder. */
export interface Secrets {
  /** Of the superuser supabase_admin. */
  POSTGRES_PASSWORD: string;
  /** GoTrue's private keys: a JSON array with one ES256 JWK that signs. */
  JWT_KEYS: string;
  /** Signs the legacy `anon` and `service_role` keys. */
  JWT_SECRET: string;
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
  SUPABASE_ANON_KEY: string;
  SUPABASE_SERVICE_ROLE_KEY: string;
  /** What the gateway knows the app's server by. */
  SUPABASE_GATEWAY_SECRET: string;
  SEND_SMS_HOOK_SECRET: string;
  SEND_EMAIL_HOOK_SECRET: string;
  JITSI_APP_SECRET: string;
  TWILIO_ACCOUNT_SID: string;
  TWILIO_AUTH_TOKEN: string;
  MAILGUN_API_KEY: string;
  MAILGUN_WEBHOOK_SIGNING_KEY: string;
  /** The practice's certificate with its key, base64. */
  SIGNING_P12: string;
  SIGNING_P12_PASSWORD: string;
  /** Of Web Push: P-256, base64url. */
  VAPID_PUBLIC_KEY: string;
  VAPID_PRIVATE_KEY: string;
}

const TEN_YEARS = "3650d";

/** Reads `secrets.json` of the data folder, or makes it, readable by its owner only. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const path = `${folder}/secrets.json`;
  const kept = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  const known: Partial<Secrets> = kept === undefined ? {} : JSON.parse(kept);
  const secrets = { ...await newSecrets(), ...known };
  // A folder of an older version lacks what is new since.
  if (Object.keys(known).length === Object.keys(secrets).length) return secrets;
  const text = JSON.stringify(secrets, null, 2);
  await Deno.writeTextFile(`${path}.new`, text, { mode: 0o600 });
  await Deno.rename(`${path}.new`, path);
  return secrets;
}

async function newSecrets(): Promise<Secrets> {
  const secret = hex(32);
  const signingPassword = hex(16);
  return {
    POSTGRES_PASSWORD: hex(16),
    JWT_KEYS: JSON.stringify([await signingKey()]),
    JWT_SECRET: secret,
    SUPABASE_PUBLISHABLE_KEY: `sb_publishable_${url(16)}_${url(6)}`,
    SUPABASE_SECRET_KEY: `sb_secret_${url(16)}_${url(6)}`,
    SUPABASE_ANON_KEY: await roleKey("anon", secret),
    SUPABASE_SERVICE_ROLE_KEY: await roleKey("service_role", secret),
    SUPABASE_GATEWAY_SECRET: hex(32),
    SEND_SMS_HOOK_SECRET: `v1,whsec_${random(32).toBase64()}`,
    SEND_EMAIL_HOOK_SECRET: `v1,whsec_${random(32).toBase64()}`,
    JITSI_APP_SECRET: hex(32),
    TWILIO_ACCOUNT_SID: `AC${hex(16)}`,
    TWILIO_AUTH_TOKEN: hex(16),
    MAILGUN_API_KEY: `${hex(16)}-${hex(4)}-${hex(4)}`,
    MAILGUN_WEBHOOK_SIGNING_KEY: hex(16),
    SIGNING_P12: await newPkcs12("eConsult (this machine)", signingPassword),
    SIGNING_P12_PASSWORD: signingPassword,
    ...await vapidKeys(),
  };
}

/** The application server's keys of Web Push (RFC 8292). */
async function vapidKeys() {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: "ECDSA", namedCurve: "P-256" },
    true,
    ["sign", "verify"],
  );
  const point = await crypto.subtle.exportKey("raw", publicKey);
  const { d = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return {
    VAPID_PUBLIC_KEY: new Uint8Array(point).toBase64({
      alphabet: "base64url",
      omitPadding: true,
    }),
    VAPID_PRIVATE_KEY: d,
  };
}

async function signingKey() {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = crypto.randomUUID();
  return { ...jwk, kid, alg: "ES256", use: "sig", key_ops: ["sign", "verify"] };
}

/** A legacy API key: a token of a role, as the CLI prints them. */
function roleKey(role: string, secret: string): Promise<string> {
  return new SignJWT({ role, iss: "supabase" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(TEN_YEARS)
    .sign(new TextEncoder().encode(secret));
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

function hex(bytes: number): string {
  return random(bytes).toHex();
}

function url(bytes: number): string {
  return random(bytes).toBase64({ alphabet: "base64url", omitPadding: true });
}
