/** How long an answer of our own server may take, in milliseconds. */
const PATIENCE = 10_000;

/** Pauses before the second and third try of a request that may be repeated, in milliseconds. */
const PAUSES = [500, 2_000];

/** The server refused: `key` names the rule (texts: i18n errors); `offline` when it was never reached. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(readonly status: number, readonly key: string) {
    super(key);
  }
}

/**
 * Asks our own server for JSON. Requests that can be repeated safely are tried three times when the network
 * or the server fails. Throws {@link Refusal}.
 */
export async function ask<Answer>(
  path: string,
  { method = "GET", body, repeatable = method === "GET", signal }: {
    method?: "GET" | "POST" | "PUT" | "DELETE";
    body?: unknown;
    /** Whether sending it twice does no more than sending it once. */
    repeatable?: boolean;
    signal?: AbortSignal;
  } = {},
): Promise<Answer> {
  for (let attempt = 0;; attempt++) {
    const answer = await once(path, method, body, signal);
    const failed = answer === null || answer.status >= 500;
    const pause = PAUSES[attempt];
    if (failed && repeatable && pause !== undefined && !signal?.aborted) {
      await answer?.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    if (answer === null) throw new Refusal(0, "offline");
    const content = await answer.json().catch(() => null);
    if (!answer.ok) {
      throw new Refusal(answer.status, content?.key ?? "unavailable");
    }
    return content;
  }
}

async function once(
  path: string,
  method: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response | null> {
  const limit = AbortSignal.timeout(PATIENCE);
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch {
    return null;
  }
}
