import { setTimeout as delay } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { Webhook } from "standardwebhooks";
import type { Config } from "../config.ts";
import { jsonb, type Queries } from "./context.ts";
import { AuthError, failed } from "./errors.ts";

/** The points at which the project has a say. */
export type HookName = keyof Config["auth"]["hook"];

/** Calls the project's hooks. */
export interface Hooks {
  enabled(name: HookName): boolean;
  /**
   * The hook's answer; a function of the database runs in `transaction` where one is open.
   * Throws `AuthError` when it refuses, fails or takes too long.
   */
  call(
    name: HookName,
    payload: object,
    transaction?: Queries,
  ): Promise<Record<string, unknown>>;
}

/** How long a hook may take in all, and the pause before another try; milliseconds. */
const TIMING = { limit: 5_000, pause: 2_000 };
const TRIES = 3;
const LARGEST_ANSWER = 200 * 1024;

/** The hooks of `config`: over HTTP with Standard Webhooks signatures, or as functions of the database. */
export function createHooks(
  { auth }: Config,
  sql: Sql,
  timing = TIMING,
): Hooks {
  return {
    enabled: (name) => auth.hook[name]?.enabled ?? false,
    async call(name, payload, transaction) {
      const settings = auth.hook[name];
      if (!settings?.enabled) {
        throw failed(`The hook ${name} is not configured`);
      }
      const { uri, secrets } = settings;
      const inDatabase = (own: Queries) => callFunction(own, uri, payload);
      const answer = !uri.startsWith("pg-functions://")
        ? await callAddress(uri, secrets, JSON.stringify(payload), timing)
        : await (transaction ? inDatabase(transaction) : sql.begin(inDatabase));
      refuseIfError(answer);
      return answer;
    },
  };
}

/** `pg-functions://postgres/<schema>/<function>`: takes and returns jsonb, as the role of Auth. */
async function callFunction(
  transaction: Queries,
  uri: string,
  payload: object,
): Promise<Record<string, unknown>> {
  const [schema = "", name = ""] = new URL(uri).pathname.split("/").slice(1);
  try {
    await transaction`set local statement_timeout = '2s'`;
    await transaction`set local role supabase_auth_admin`;
    const [row] = await transaction<{ answer: unknown }[]>`
      select ${transaction(schema)}.${transaction(name)}(${
      jsonb(transaction, payload)
    }::jsonb) as answer`;
    await transaction`reset role`;
    await transaction`reset statement_timeout`;
    return asObject(row?.answer);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "57014") {
      throw timeout();
    }
    if (error instanceof postgres.PostgresError) {
      throw failed(`The hook failed: ${error.message}`);
    }
    throw error;
  }
}

async function callAddress(
  uri: string,
  secrets: string,
  body: string,
  timing: typeof TIMING,
): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(timing.limit);
  for (let attempt = 1;; attempt++) {
    const response = await post(uri, secrets, body, signal);
    const again = response === undefined ||
      ([429, 503].includes(response.status) &&
        response.headers.has("retry-after"));
    if (response && !again) return await answerOf(response, signal);
    await response?.body?.cancel();
    if (attempt === TRIES) {
      const message = "Failed to reach hook after maximum retries";
      throw unprocessable("hook_timeout_after_retry", message);
    }
    await delay(timing.pause, undefined, { signal }).catch(() => {
      throw timeout();
    });
  }
}

/** The answer, or undefined when no connection came about. */
async function post(
  uri: string,
  secrets: string,
  body: string,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const id = crypto.randomUUID();
  const now = new Date();
  const signatures = secrets.split("|").map((secret) =>
    new Webhook(secret.slice("v1,".length)).sign(id, now, body)
  );
  try {
    return await fetch(uri, {
      method: "POST",
      body,
      signal,
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": signatures.join(", "),
      },
    });
  } catch {
    if (signal.aborted) throw timeout();
    return undefined;
  }
}

async function answerOf(
  response: Response,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const { status } = response;
  const source = await response.text().catch(() => {
    if (signal.aborted) throw timeout();
    throw failed("Failed to read the answer of the hook");
  });
  if (status === 204) return {};
  if (status === 400) throw failed("Invalid payload sent to hook");
  if (status === 401) throw failed("Hook requires authorization token");
  if (status !== 200 && status !== 202) {
    throw failed(`Unexpected status code returned from hook: ${status}`);
  }
  const type = response.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) {
    const message = "Invalid content type in the hook's answer";
    throw new AuthError(400, "hook_payload_invalid_content_type", message);
  }
  if (source.length > LARGEST_ANSWER) {
    const message = "Payload size exceeded size limit";
    throw unprocessable("hook_payload_over_size_limit", message);
  }
  return source === "" ? {} : asObject(parse(source));
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw failed("The answer of the hook is no JSON");
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return { ...value };
  throw failed("The answer of the hook is no object");
}

/** A hook says no by `{"error": {"http_code", "message"}}`. */
function refuseIfError({ error }: Record<string, unknown>): void {
  if (
    typeof error !== "object" || error === null || !("message" in error) ||
    !error.message
  ) return;
  const status = "http_code" in error ? Number(error.http_code) : 500;
  const known = Number.isInteger(status) && status >= 400 && status < 600
    ? status
    : 500;
  const code = known === 500 ? "unexpected_failure" : "unknown";
  throw new AuthError(known, code, String(error.message));
}

const unprocessable = (code: string, message: string) =>
  new AuthError(422, code, message);
const timeout = () =>
  unprocessable(
    "hook_timeout",
    "Failed to reach hook within maximum time of 5.000000 seconds",
  );
