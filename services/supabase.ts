import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { env } from "@/env.ts";
import { impatientFetch } from "./fetch.ts";

const stateless = {
  persistSession: false,
  autoRefreshToken: false,
  detectSessionInUrl: false,
};

let service: SupabaseClient | undefined;
let visitor: SupabaseClient | undefined;

/**
 * Supabase with the secret key: passes every policy.
 * For named functions in `services/` and `jobs/` only, for what has no signed-in user.
 */
export function serviceClient(): SupabaseClient {
  return service ??= createClient(
    env().SUPABASE_URL,
    env().SUPABASE_SECRET_KEY,
    { auth: stateless, global: { fetch: impatientFetch } },
  );
}

/** Supabase as anybody: what the public may see. */
export function visitorClient(): SupabaseClient {
  return visitor ??= createClient(
    env().SUPABASE_URL,
    env().SUPABASE_PUBLISHABLE_KEY,
    { auth: stateless, global: { fetch: impatientFetch } },
  );
}

/** Supabase as a signed-in person: the policies decide. */
export function personClient(accessToken: string): SupabaseClient {
  return createClient(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    accessToken: () => Promise.resolve(accessToken),
    global: { fetch: impatientFetch },
  });
}
