import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { Webhook } from "standardwebhooks";
import { parseConfig } from "../config.ts";
import { startSupabase, type Supabase, type SupabaseOptions } from "../mod.ts";
import { testPostgres } from "../testing.ts";

const HOOK_SECRET = "v1,whsec_dGhlIHNlY3JldCBvZiB0aGUgaG9va3Mgb2YgYSB0ZXN0";

/** What a hook receives, as far as tests look at it. */
export interface HookCall {
  email_data?: {
    token: string;
    token_hash: string;
    token_new: string;
    token_hash_new: string;
    email_action_type: string;
  };
  sms?: { otp: string; sms_type: string; phone: string };
  user: { id: string; email: string };
  metadata: { ip_address: string };
}

/** A project on a database of its own, with a receiver of both hooks. */
export interface TestProject extends Supabase {
  databaseUrl: string;
  /** Every verified call of a hook, in order. */
  calls: HookCall[];
  /** Answers the next hook calls instead of `{}`. */
  answerHooks(
    answer: ((call: number) => Response | Promise<Response>) | null,
  ): void;
  /** A client as a browser or a server makes it; its address is what the gateway believes when `address` is given. */
  client(address?: string): SupabaseClient;
  /** A client of the service role. */
  admin: SupabaseClient;
}

/** Starts it. `toml` is its config.toml; hooks for SMS and e-mail are added. */
export async function testProject(
  toml = "",
  options: Partial<SupabaseOptions> = {},
): Promise<TestProject> {
  await using stack = new AsyncDisposableStack();
  const postgres = stack.use(await testPostgres());
  const calls: HookCall[] = [];
  let answer: ((call: number) => Response | Promise<Response>) | null = null;
  const receiver = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    const body = await request.text();
    new Webhook(HOOK_SECRET.slice(3)).verify(
      body,
      Object.fromEntries(request.headers),
    );
    calls.push(JSON.parse(body));
    return await answer?.(calls.length) ?? Response.json({});
  });
  stack.defer(() => receiver.shutdown());
  const uri = `http://127.0.0.1:${receiver.addr.port}/hook`;
  const hook = (name: string) =>
    `\n[auth.hook.${name}]\nenabled = true\nuri = "${uri}"\nsecrets = "${HOOK_SECRET}"\n`;
  const config = parseConfig(toml + hook("send_sms") + hook("send_email"), {
    GOTRUE_SECURITY_SB_FORWARDED_FOR_ENABLED: "true",
  });
  const supabase = stack.use(
    await startSupabase({
      databaseUrl: postgres.url,
      directory: postgres.directory,
      config,
      serverSecret: false,
      ...options,
    }),
  );
  const started = stack.move();
  const make = (key: string, address?: string) =>
    createClient(supabase.url, key, {
      auth: {
        autoRefreshToken: false,
        persistSession: false,
        detectSessionInUrl: false,
      },
      global: {
        fetch: fetchWhole,
        headers: address ? { "Sb-Forwarded-For": address } : {},
      },
    });
  return {
    ...supabase,
    databaseUrl: postgres.url,
    calls,
    answerHooks: (next) => void (answer = next),
    client: (address) =>
      make(
        address ? supabase.apiKeys.secret : supabase.apiKeys.publishable,
        address,
      ),
    admin: make(supabase.apiKeys.secret),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** Reads every answer to its end: auth-js leaves some unread, which a test would see as a leak. */
async function fetchWhole(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init);
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, response);
}

/** The configuration under which most tests run: phone MFA, short pauses, generous rates. */
export const PROJECT = `
[auth]
site_url = "http://localhost:8000"
minimum_password_length = 12
[auth.rate_limit]
email_sent = 3000
sms_sent = 3000
token_refresh = 3000
token_verifications = 3000
sign_in_sign_ups = 3000
[auth.email]
enable_confirmations = true
max_frequency = "0s"
[auth.sms]
enable_confirmations = true
max_frequency = "0s"
[auth.mfa.phone]
enroll_enabled = true
verify_enabled = true
max_frequency = "0s"
[auth.mfa.totp]
enroll_enabled = true
verify_enabled = true
`;
