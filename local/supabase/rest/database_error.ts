import postgres from "postgres";
import { refuse, RestError } from "./error.ts";

/** The status of SQLSTATEs, and of their classes (the first two characters); all others are 400. */
const STATES: [status: number, states: string][] = [
  [400, "P0001"],
  [403, "0L 0P 28"],
  [404, "42883 42P01"],
  [405, "25006"],
  [409, "23503 23505"],
  [500, "09 21000 25 2D 38 39 3B 40 42P17 53400 54 55 57 58 F0 HV P0 XX"],
  [503, "08 53 57P01"],
];

/** The answer to whatever was thrown. `anonymous` decides between 401 and 403. Throws what is no refusal. */
export function fromDatabase(error: unknown, anonymous: boolean): RestError {
  if (error instanceof RestError) return error;
  if (error instanceof postgres.PostgresError) {
    return fromPostgres(error, anonymous);
  }
  // The driver and the sockets give their errors a code, as CONNECTION_CLOSED and EPIPE.
  if (!(error instanceof Error && "code" in error)) throw error;
  return refuse(
    "PGRST001",
    "Database client error. Retrying the connection.",
    error.message,
  );
}

function fromPostgres(
  error: postgres.PostgresError,
  anonymous: boolean,
): RestError {
  const { code, message, detail = null, hint = null } = error;
  if (code === "PGRST") return raised(message, detail);
  const status = statusOf(code, message, anonymous);
  const headers = status === 401 ? { "www-authenticate": "Bearer" } : undefined;
  const phrase = code.startsWith("PT") ? reasonPhrase(message) : undefined;
  return new RestError(status, code, message, detail, hint, headers, phrase);
}

function statusOf(code: string, message: string, anonymous: boolean): number {
  if (code === "42501") return anonymous ? 401 : 403;
  if (code === "21000" && message.endsWith("requires a WHERE clause")) {
    return 400;
  }
  if (code === "22023" && /^role .* does not exist$/s.test(message)) return 401;
  if (code.startsWith("PT")) return answerable(Number(code.slice(2)));
  const found = [code, code.slice(0, 2)].map((state) =>
    STATES.find(([, states]) => states.split(" ").includes(state))?.[0]
  );
  return found.find((status) => status !== undefined) ?? 400;
}

function answerable(status: number): number {
  return status >= 200 && status <= 599 ? status : 500;
}

/** What may stand in the status line of an answer. */
function reasonPhrase(message: string): string | undefined {
  return /^[\t\x20-\x7e]+$/.test(message) ? message : undefined;
}

/** `raise sqlstate 'PGRST'`: the function writes the whole answer. */
function raised(message: string, detail: string | null): RestError {
  const body = record(message);
  if (typeof body?.code !== "string" || typeof body.message !== "string") {
    return unreadable(
      `Invalid JSON value for MESSAGE: '${message}'`,
      "MESSAGE must be a JSON object with obligatory keys: 'code', 'message' and optional keys: 'details', 'hint'.",
    );
  }
  const answer = detail === null ? null : record(detail);
  if (
    typeof answer?.status !== "number" || typeof answer.headers !== "object"
  ) {
    return unreadable(
      detail === null
        ? "DETAIL is missing in the RAISE statement"
        : `Invalid JSON value for DETAIL: '${detail}'`,
      "DETAIL must be a JSON object with obligatory keys: 'status', 'headers' and optional key: 'status_text'.",
    );
  }
  const text = (value: unknown) => typeof value === "string" ? value : null;
  const headers = Object.entries(answer.headers ?? {}).map((
    [name, value],
  ) => [name, String(value)]);
  return new RestError(
    answerable(answer.status),
    body.code,
    body.message,
    text(body.details),
    text(body.hint),
    Object.fromEntries(headers),
    reasonPhrase(text(answer.status_text) ?? ""),
  );
}

function unreadable(details: string, hint: string): RestError {
  return refuse(
    "PGRST121",
    `Could not parse JSON in the "RAISE SQLSTATE 'PGRST'" error`,
    details,
    hint,
  );
}

function record(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // an object of JSON has names for keys
    return typeof value === "object"
      ? value as Record<string, unknown> | null
      : null;
  } catch {
    return null;
  }
}
