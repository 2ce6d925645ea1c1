import { type AuthError, createClient } from "@supabase/supabase-js";
import { env } from "@/env.ts";
import { fetchWithTimeout } from "@/services/http/fetch.ts";
import { Problem } from "@/services/http/problem.ts";
import type { Auth } from "./session.ts";

/**
 * Supabase Auth in the name of a network address and without a session: for what must not touch the visitor's
 * cookies, as a link by e-mail.
 */
export function statelessAuth(clientIp: string): Auth {
  return createClient(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: {
      persistSession: false,
      autoRefreshToken: false,
      detectSessionInUrl: false,
    },
    global: {
      fetch: fetchWithTimeout,
      headers: { "Sb-Forwarded-For": clientIp },
    },
  }).auth;
}

/** What GoTrue refused, by its error code; `unavailable` when it could not be asked or broke down. */
export function refusal(error: AuthError): string {
  if (error.status === 429) return "too_many";
  if (error.code === undefined || (error.status ?? 500) >= 500) {
    return "unavailable";
  }
  return error.code;
}

/** For refusals that nobody expects: the page says that a service does not answer, the log has GoTrue's code. */
export function asProblem(error: AuthError): Problem {
  return new Problem(503, "unavailable", error);
}

/** Who has given the password, or a link from his e-mail, and not yet the SMS code. */
export interface PasswordOnlySession {
  id: string;
}

/** The person of a session that still lacks its SMS code (AAL1); null for every other visitor. */
export async function readPasswordOnlySession(
  auth: Auth,
): Promise<PasswordOnlySession | null> {
  const { data, error } = await auth.getClaims();
  if (error || !data || data.claims.aal !== "aal1") return null;
  return { id: data.claims.sub };
}

/** Which session the cookies hold, as Auth names it; null without one. */
export async function readSessionId(auth: Auth): Promise<string | null> {
  const { data } = await auth.getClaims();
  return data?.claims.session_id ?? null;
}
