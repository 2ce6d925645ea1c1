import { invalidRange, refuse } from "./error.ts";
import type { Media } from "./media.ts";
import {
  appliedPreferences,
  type Preference,
  type Preferences,
} from "./preferences.ts";
import type { Range } from "./query.ts";
import { contentRange, rangeStatus } from "./range.ts";
import type { ResultRow } from "./sql_result.ts";

/** What the answer to a request depends on. */
export interface Answer {
  kind: "read" | "call" | "POST" | "PATCH" | "PUT" | "DELETE";
  preferences: Preferences;
  media: Media;
  /** The schema, when a profile header chose it. */
  profile: string | null;
  range: Range;
  total: number | null;
  row: ResultRow;
  /** The name in `Location` and `Content-Location`. */
  relation: string;
  canonical: string;
  /** HEAD. */
  headOnly: boolean;
  /** The function returns nothing. */
  isVoid?: boolean;
  /** An insert into a table where something may be in conflict. */
  hasTarget?: boolean;
}

/** Builds the answer, with what the statement set as `response.status` and `response.headers`. */
export function respond(answer: Answer): Response {
  const { row, preferences } = answer;
  const headers = new Headers();
  const applied = appliedPreferences(preferences, honoured(answer));
  if (applied) headers.set("preference-applied", applied);
  const { status, body } = answer.kind === "read" || answer.kind === "call"
    ? readAnswer(answer, headers)
    : writeAnswer(answer, headers);
  overrideHeaders(headers, row.headers);
  const final = row.status === null ? status : statusOf(row.status);
  return new Response([204, 205, 304].includes(final) ? null : body, {
    status: final,
    headers,
  });
}

function readAnswer(
  answer: Answer,
  headers: Headers,
): { status: number; body: string | null } {
  const { range: { offset }, row, total } = answer;
  const rows = Number(row.page);
  const status = rangeStatus(offset, rows, total);
  headers.set("content-range", contentRange(offset, rows, total));
  if (answer.kind === "read") {
    headers.set(
      "content-location",
      `/${encodeURIComponent(answer.relation)}${
        answer.canonical && `?${answer.canonical}`
      }`,
    );
  }
  if (answer.isVoid) return { status: 204, body: null };
  setContentType(headers, answer);
  if (status !== 416) {
    return { status, body: answer.headOnly ? null : row.body };
  }
  const error = invalidRange(
    `An offset of ${offset} was requested, but there are only ${total} rows.`,
  );
  return { status, body: answer.headOnly ? null : error.body() };
}

function writeAnswer(
  answer: Answer,
  headers: Headers,
): { status: number; body: string | null } {
  const { kind, row, preferences } = answer;
  const rows = Number(row.page);
  const total =
    preferences.count === "exact" || preferences.count === "estimated"
      ? rows
      : null;
  if (kind === "PATCH") {
    headers.set("content-range", contentRange(0, rows, total));
  }
  if (kind === "POST" || kind === "DELETE") {
    headers.set("content-range", `*/${total ?? "*"}`);
  }
  if (kind === "POST" && row.location) {
    headers.set("location", locationOf(answer.relation, row.location));
  }
  const full = preferences.return === "representation";
  if (full) setContentType(headers, answer);
  const inserted = Number(row.inserted ?? 0);
  const created = kind === "PUT"
    ? inserted > 0
    : preferences.resolution !== "merge-duplicates" || inserted > 0;
  if (kind === "POST") {
    return { status: created ? 201 : 200, body: full ? row.body : null };
  }
  if (!full) return { status: 204, body: null };
  return { status: kind === "PUT" && created ? 201 : 200, body: row.body };
}

function setContentType(headers: Headers, { media, profile }: Answer): void {
  headers.set("content-type", `${media.type}; charset=utf-8`);
  if (profile !== null) headers.set("content-profile", profile);
}

function locationOf(relation: string, pairs: string[]): string {
  const query = pairs.map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  });
  return `/${encodeURIComponent(relation)}?${query.join("&")}`;
}

/** Which preferences had an effect on this kind of request. */
function honoured({ kind, hasTarget }: Answer): Set<Preference> {
  const set = new Set<Preference>(["count", "tx", "handling", "timezone"]);
  if (kind !== "read" && kind !== "call") set.add("return");
  if (kind === "POST" && hasTarget) set.add("resolution");
  if (kind === "POST" || kind === "PATCH") set.add("missing");
  if (kind === "PATCH" || kind === "DELETE" || kind === "call") {
    set.add("max-affected");
  }
  return set;
}

function statusOf(text: string): number {
  const status = Number(/^\d+/.exec(text)?.[0]);
  if (status >= 200 && status <= 599) return status;
  throw refuse("PGRST112", "response.status guc must be a valid status code");
}

/** `[{"name": "value"}, …]`: each replaces a header of ours. */
function overrideHeaders(headers: Headers, text: string | null): void {
  const given = text === null ? [] : headersOf(text);
  for (const [name] of given) headers.delete(name);
  for (const [name, value] of given) headers.append(name, value);
}

function headersOf(text: string): [name: string, value: string][] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(headerOf);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) {
      throw error;
    }
  }
  throw refuse(
    "PGRST111",
    "response.headers guc must be a JSON array composed of objects with a single key and a string value",
  );
}

function headerOf(item: unknown): [name: string, value: string] {
  const [pair, more] = Object.entries(item ?? {});
  if (!pair || more || typeof pair[1] !== "string") {
    throw new TypeError("no header");
  }
  return [pair[0], pair[1]];
}
