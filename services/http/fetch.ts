/** Timeout for requests to Supabase, in milliseconds. */
const SUPABASE_TIMEOUT_MS = 8_000;

/** `fetch` with a timeout, for supabase-js: a slow database becomes an error page instead of a page that never loads. */
export function fetchWithTimeout(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const limit = AbortSignal.timeout(SUPABASE_TIMEOUT_MS);
  return fetch(input, {
    ...init,
    signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit,
  });
}
