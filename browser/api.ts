import * as v from "valibot";

/** Timeout for requests to our own server, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Pauses before the second and third try of a request that may be repeated, in milliseconds. */
const PAUSES = [500, 2_000];

/**
 * The request did not do what was asked. `key` names the rule that refused (texts: i18n errors); `offline` when our
 * server was never reached, `not_ours` when something between answered in its place: a proxy's or hotspot's page.
 */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(readonly status: number, readonly key: string) {
    super(key);
  }
}

/** What our server answers to a request that changes something and returns nothing (services/http/json_handler.ts). */
export const Done = v.null();

/** What our server answers when a rule refuses. */
const Refused = v.object({ key: v.string() });

/** An answer that cannot be an answer of ours: the request counts as not sent. */
const NOT_OURS = { status: 0, key: "not_ours" };

/**
 * Asks our own server for JSON of the shape of `schema`. Requests that can be repeated safely are tried three times
 * when the network or the server fails, or when the answer is not ours. Throws {@link Refusal}.
 */
export async function ask<Answer>(
  path: string,
  schema: v.GenericSchema<unknown, Answer>,
  {
    method = "GET",
    body,
    repeatable = method === "GET",
    signal,
    timeoutMs = TIMEOUT_MS,
  }: {
    method?: "GET" | "POST" | "PUT" | "DELETE";
    body?: unknown;
    /** Whether sending it twice does no more than sending it once. */
    repeatable?: boolean;
    signal?: AbortSignal;
    /** For an answer that takes longer than others, in milliseconds. */
    timeoutMs?: number;
  } = {},
): Promise<Answer> {
  for (let attempt = 0;; attempt++) {
    const answer = await once(
      path,
      schema,
      method,
      body,
      timeoutMs,
      signal,
    );
    if ("content" in answer) return answer.content;
    const failed = answer.status === 0 || answer.status >= 500;
    const pause = PAUSES[attempt];
    if (!failed || !repeatable || pause === undefined || signal?.aborted) {
      throw new Refusal(answer.status, answer.key);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function once<Answer>(
  path: string,
  schema: v.GenericSchema<unknown, Answer>,
  method: string,
  body: unknown,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ content: Answer } | { status: number; key: string }> {
  const limit = AbortSignal.timeout(timeoutMs);
  let answer: Response;
  let content: unknown;
  try {
    answer = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    content = await json(answer);
  } catch {
    return { status: 0, key: "offline" };
  }
  if (answer.ok) {
    const read = v.safeParse(schema, content);
    return read.success ? { content: read.output } : NOT_OURS;
  }
  const refused = v.safeParse(Refused, content);
  if (refused.success) {
    return { status: answer.status, key: refused.output.key };
  }
  // Our own 5xx may come from the platform before our code; a 4xx without a key is somebody else's.
  return answer.status >= 500
    ? { status: answer.status, key: "unavailable" }
    : NOT_OURS;
}

/** The body as JSON; undefined when it is another type or broken. Throws when the network breaks while it comes. */
async function json(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const type = answer.headers.get("Content-Type") ?? "";
  if (!/^application\/json\b/.test(type)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
