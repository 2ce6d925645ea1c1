/** How long Supabase may take to answer, in milliseconds: a person waits for it. */
const SUPABASE_PATIENCE = 8_000;

/** `fetch` that gives up: what supabase-js is given, so that a slow supplier becomes an error page and not a hang. */
export function impatientFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const limit = AbortSignal.timeout(SUPABASE_PATIENCE);
  return fetch(input, {
    ...init,
    signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit,
  });
}
