import { RestError } from "./error.ts";

/** The fields of an error that Postgres reports. */
interface Reported {
  code: string;
  message: string;
  detail?: string;
  hint?: string;
}

/** The answer to an error of the driver or of Postgres. `anonymous` decides between 401 and 403. */
export function fromDatabase(error: unknown, anonymous: boolean): RestError {
  if (error instanceof RestError) return error;
  if (!isReported(error)) throw error;
  const { code, message, detail, hint } = error;
  if (code === "PGRST") return raised(message, detail);
  if (!/^[0-9A-Z]{5}$/.test(code)) {
    return new RestError(
      503,
      "PGRST001",
      "Database client error. Retrying the connection.",
      message,
    );
  }
  const status = statusOf(code, message, anonymous);
  const headers = status === 401 ? { "www-authenticate": "Bearer" } : undefined;
  const text = code.startsWith("PT") ? reasonPhrase(message) : undefined;
  return new RestError(
    status,
    code,
    message,
    detail ?? null,
    hint ?? null,
    headers,
    text,
  );
}

function isReported(error: unknown): error is Reported {
  return error instanceof Error && "code" in error &&
    typeof error.code === "string";
}

function statusOf(code: string, message: string, anonymous: boolean): number {
  const exact = EXACT[code];
  if (code === "42501") return anonymous ? 401 : 403;
  if (code === "21000") {
    return message.endsWith("requires a WHERE clause") ? 400 : 500;
  }
  if (code === "22023") {
    return /^role .* does not exist$/s.test(message) ? 401 : 400;
  }
  if (code === "42883") {
    return message.startsWith("function xmlagg(") ? 406 : 404;
  }
  if (exact) return exact;
  if (code.startsWith("PT")) {
    const status = Number(code.slice(2));
    return status >= 200 && status <= 599 ? status : 500;
  }
  return CLASSES[code.slice(0, 2)] ?? 400;
}

const EXACT: Record<string, number> = {
  "23503": 409,
  "23505": 409,
  "25006": 405,
  "53400": 500,
  "57P01": 503,
  "P0001": 400,
  "42P01": 404,
  "42P17": 500,
};

const CLASSES: Record<string, number> = {
  "08": 503,
  "09": 500,
  "0L": 403,
  "0P": 403,
  "25": 500,
  "28": 403,
  "2D": 500,
  "38": 500,
  "39": 500,
  "3B": 500,
  "40": 500,
  "53": 503,
  "54": 500,
  "55": 500,
  "57": 500,
  "58": 500,
  "F0": 500,
  "HV": 500,
  "P0": 500,
  "XX": 500,
};

/** What may stand in the status line of an answer. */
function reasonPhrase(message: string): string | undefined {
  return /^[\t\x20-\x7e]+$/.test(message) ? message : undefined;
}

/** `raise sqlstate 'PGRST'`: the function writes the whole answer. */
function raised(message: string, detail: string | undefined): RestError {
  const body = object(message);
  if (
    !body || typeof body.code !== "string" || typeof body.message !== "string"
  ) {
    return unreadable(
      `Invalid JSON value for MESSAGE: '${message}'`,
      MESSAGE_HINT,
    );
  }
  if (detail === undefined) {
    return unreadable("DETAIL is missing in the RAISE statement", DETAIL_HINT);
  }
  const answer = object(detail);
  const headers = answer && record(answer.headers);
  if (!answer || typeof answer.status !== "number" || !headers) {
    return unreadable(
      `Invalid JSON value for DETAIL: '${detail}'`,
      DETAIL_HINT,
    );
  }
  const text = (value: unknown) => typeof value === "string" ? value : null;
  const values = Object.entries(headers).map((
    [name, value],
  ) => [name, String(value)]);
  return new RestError(
    answer.status,
    body.code,
    body.message,
    text(body.details),
    text(body.hint),
    Object.fromEntries(values),
    reasonPhrase(text(answer.status_text) ?? ""),
  );
}

const MESSAGE_HINT =
  "MESSAGE must be a JSON object with obligatory keys: 'code', 'message' and optional keys: 'details', 'hint'.";
const DETAIL_HINT =
  "DETAIL must be a JSON object with obligatory keys: 'status', 'headers' and optional key: 'status_text'.";

function unreadable(details: string, hint: string): RestError {
  return new RestError(
    500,
    "PGRST121",
    `Could not parse JSON in the "RAISE SQLSTATE 'PGRST'" error`,
    details,
    hint,
  );
}

function object(text: string): Record<string, unknown> | null {
  try {
    return record(JSON.parse(text));
  } catch {
    return null;
  }
}

function record(value: unknown): Record<string, unknown> | null {
  // a JSON object has string keys
  return typeof value === "object" && value !== null
    ? value as Record<string, unknown>
    : null;
}
