import type { ISql, JSONValue, Parameter, Sql } from "postgres";
import * as v from "valibot";
import type { Config } from "../config.ts";
import type { Caller, Keys } from "../types.ts";
import { AuthError } from "./errors.ts";
import type { Hooks } from "./hooks.ts";
import type { RateLimits } from "./rate_limits.ts";

/** What every call of Auth is answered with. */
export interface AuthContext {
  sql: Sql;
  keys: Keys;
  config: Config;
  /** The address of Auth as the world sees it, `…/auth/v1`: the issuer of its tokens. */
  externalUrl: string;
  hooks: Hooks;
  limits: RateLimits;
}

/** A request on its way through Auth, with all that answers it. */
export interface Call extends AuthContext {
  request: Request;
  url: URL;
  caller: Caller;
  /** What the route's `:names` stand for. */
  params: Record<string, string>;
}

/** A connection or a transaction. */
// deno-lint-ignore ban-types -- the driver's own name for "no custom types"
export type Queries = ISql<{}>;

/** Answers one route. */
export type Handler = (call: Call) => Promise<Response>;

/** A text that may be left out or null, as Go reads it: empty then. */
export const text = v.nullish(v.string(), "");
/** A yes or no that may be left out: no then. */
export const flag = v.nullish(v.boolean(), false);
/** A JSON object that may be left out. */
export const json = v.nullish(v.record(v.string(), v.unknown()));

/** The body as `schema` describes it; none is an empty object. Throws 400 `bad_json`. */
export async function readBody<Entries extends v.ObjectEntries>(
  { request }: Call,
  schema: v.ObjectSchema<Entries, undefined>,
): Promise<v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const source = await request.text();
  let parsed: unknown;
  try {
    if (/\\u0000/.test(source)) throw new SyntaxError("Postgres holds no NUL");
    parsed = source.trim() === "" ? {} : JSON.parse(source);
  } catch {
    throw new AuthError(
      400,
      "bad_json",
      "Could not parse request body as JSON",
    );
  }
  // To Go an array is no struct; to valibot it would be an object without members.
  const result = v.safeParse(schema, Array.isArray(parsed) ? "" : parsed);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? "body";
  throw new AuthError(
    400,
    "bad_json",
    `Could not parse request body as JSON: ${path}: ${issue.message}`,
  );
}

/** Runs `work` in a transaction. */
export function inTransaction<T>(
  { sql }: Call,
  work: (sql: Queries) => Promise<T>,
): Promise<T> {
  // The driver wraps the result to unwrap arrays of promises, which `work` never returns.
  return sql.begin((own) => work(own)) as Promise<T>;
}

/** An object as a parameter for a jsonb column. */
export function jsonb(sql: Queries, value: object): Parameter {
  return sql.json(value as JSONValue); // all that is stored came out of a JSON text or is made of texts and flags
}
