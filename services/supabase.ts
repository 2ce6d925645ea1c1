import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/supabase/types.ts";
import { env } from "@/env.ts";
import { fetchWithTimeout } from "@/services/http/fetch.ts";

/** supabase-js that knows our tables and functions. */
export type DatabaseClient = SupabaseClient<Database>;

const stateless = {
  persistSession: false,
  autoRefreshToken: false,
  detectSessionInUrl: false,
};

/** How every call is made: with a time limit, and known to a gateway that answers our server only. */
function connection() {
  const secret = env().SUPABASE_GATEWAY_SECRET;
  const headers: Record<string, string> = {};
  if (secret) headers["X-Gateway-Secret"] = secret;
  return { fetch: fetchWithTimeout, headers };
}

let service: DatabaseClient | undefined;
let visitor: DatabaseClient | undefined;

/**
 * Supabase with the secret key: passes every policy.
 * For named functions in `services/` and `jobs/` only, for what has no signed-in user.
 */
export function serviceClient(): DatabaseClient {
  return service ??= createClient<Database>(
    env().SUPABASE_URL,
    env().SUPABASE_SECRET_KEY,
    { auth: stateless, global: connection() },
  );
}

/** Supabase as role anon: public data only. */
export function visitorClient(): DatabaseClient {
  return visitor ??= createClient<Database>(
    env().SUPABASE_URL,
    env().SUPABASE_PUBLISHABLE_KEY,
    { auth: stateless, global: connection() },
  );
}

/** Supabase as a signed-in person: the policies decide. */
export function personClient(accessToken: string): DatabaseClient {
  return createClient<Database>(
    env().SUPABASE_URL,
    env().SUPABASE_PUBLISHABLE_KEY,
    {
      accessToken: () => Promise.resolve(accessToken),
      global: connection(),
    },
  );
}
