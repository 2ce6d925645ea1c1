import type { Claims } from "../types.ts";
import { type Catalog, keyOf, type Name, type Table } from "./catalog.ts";
import { notImplemented, RestError } from "./error.ts";
import {
  type Configuration,
  type Context,
  execute,
  planResult,
} from "./execute.ts";
import { closest } from "./hint.ts";
import { negotiate } from "./media.ts";
import { mutationSql, sourceColumns } from "./mutation.ts";
import { readPayload } from "./payload.ts";
import { parsePreferences } from "./preferences.ts";
import { parseQuery, type Query } from "./query.ts";
import { type Answer, respond } from "./response.ts";
import { findRoutine } from "./routine.ts";
import { sql } from "./snippet.ts";
import { callSql } from "./sql_call.ts";
import { readSql } from "./sql_read.ts";
import type { Transactions } from "./transaction.ts";

const METHODS = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"];

/** Answers a request of a verified caller. Throws `RestError` and the errors of the driver. */
export async function handle(
  request: Request,
  claims: Claims,
  configuration: Configuration,
  catalog: Catalog,
  transactions: Transactions,
): Promise<Response> {
  if (!METHODS.includes(request.method)) {
    throw new RestError(
      405,
      "PGRST117",
      `Unsupported HTTP method: ${request.method}`,
    );
  }
  const url = new URL(request.url);
  const target = targetOf(url.pathname);
  const { schema, profile } = schemaOf(request, configuration.schemas);
  const settings = catalog.settings;
  const context: Context = {
    request,
    path: url.pathname,
    schema,
    profile,
    claims,
    configuration,
    catalog,
    transactions,
    preferences: parsePreferences(request.headers.get("prefer"), {
      allowTx: settings.allowTx,
      timezones: catalog.timezones,
    }),
    media: negotiate(request.headers.get("accept"), settings.plan),
  };
  const query = parseQuery(
    url.search,
    target.isRoutine && isGet(request.method),
  );
  const name = { schema, name: target.name };
  if (target.isRoutine) return await call(context, name, query);
  const table = catalog.tables.get(keyOf(name));
  if (!table) throw unknownTable(catalog, name);
  if (request.method === "OPTIONS") return allowed(table);
  return isGet(request.method)
    ? await read(context, table, query)
    : await write(context, table, query);
}

function isGet(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function targetOf(path: string): { name: string; isRoutine: boolean } {
  const parts = path.split("/").slice(1).map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw new RestError(
        404,
        "PGRST125",
        "Invalid path specified in request URL",
      );
    }
  });
  const [first = "", second, more] = parts;
  if (first === "" && second === undefined) {
    throw notImplemented("The OpenAPI description of the root");
  }
  if (first === "rpc" && second && more === undefined) {
    return { name: second, isRoutine: true };
  }
  if (first && second === undefined) return { name: first, isRoutine: false };
  throw new RestError(404, "PGRST125", "Invalid path specified in request URL");
}

function schemaOf(
  request: Request,
  schemas: string[],
): { schema: string; profile: string | null } {
  const header = isGet(request.method) ? "accept-profile" : "content-profile";
  const asked = request.headers.get(header);
  const [first = "public"] = schemas;
  const profile = asked ?? (schemas.length > 1 ? first : null);
  if (asked === null || schemas.includes(asked)) {
    return { schema: asked ?? first, profile };
  }
  throw new RestError(
    406,
    "PGRST106",
    `Invalid schema: ${asked}`,
    null,
    `Only the following schemas are exposed: ${schemas.join(", ")}`,
  );
}

function unknownTable(catalog: Catalog, { schema, name }: Name): RestError {
  const names = [...catalog.tables.values()].filter((table) =>
    table.schema === schema
  ).map((table) => table.name);
  const near = closest(names, name, 0.75);
  return new RestError(
    404,
    "PGRST205",
    `Could not find the table '${schema}.${name}' in the schema cache`,
    null,
    near === null ? null : `Perhaps you meant the table '${schema}.${near}'`,
  );
}

function allowed(table: Table): Response {
  const methods = [
    "OPTIONS,GET,HEAD",
    ...(table.insertable ? ["POST"] : []),
    ...(table.insertable && table.updatable && table.primaryKey.length
      ? ["PUT"]
      : []),
    ...(table.updatable ? ["PATCH"] : []),
    ...(table.deletable ? ["DELETE"] : []),
  ];
  return new Response(null, { headers: { allow: methods.join(",") } });
}

async function read(
  context: Context,
  table: Table,
  query: Query,
): Promise<Response> {
  const { plan, range } = planResult(context, query, table, false, true);
  const executed = await execute(context, {
    ...UNCHANGED,
    plan,
    source: readSql(plan),
  });
  if ("plan" in executed) return executed.plan;
  return respond({
    ...answerOf(context, query, table.name),
    ...executed,
    kind: "read",
    range,
  });
}

const UNCHANGED = {
  readOnly: true,
  read: null,
  routine: null,
  body: true,
  location: null,
  countable: true,
  put: false,
} as const;

async function write(
  context: Context,
  table: Table,
  query: Query,
): Promise<Response> {
  const { request, preferences } = context;
  const method = request.method as "POST" | "PATCH" | "PUT" | "DELETE"; // the others were answered before
  const payload = method === "DELETE"
    ? null
    : await readPayload(request, query.columns);
  const { plan } = planResult(context, query, table, true, false);
  const full = preferences.return === "representation";
  const headersOnly = preferences.return === "headers-only" &&
    method === "POST";
  const location = headersOnly && table.primaryKey.length
    ? table.primaryKey
    : null;
  const returning = full || location
    ? sourceColumns(plan, table.name, location ?? [])
    : sql`1`;
  const executed = await execute(context, {
    readOnly: false,
    plan,
    source: mutationSql(method, table, query, payload, preferences, returning),
    read: full ? readSql(plan) : null,
    routine: null,
    body: full,
    location,
    countable: false,
    put: method === "PUT",
  });
  if ("plan" in executed) return executed.plan;
  const hasConflictTarget = table.primaryKey.length > 0 ||
    query.onConflict !== undefined;
  return respond({
    ...answerOf(context, query, table.name),
    ...executed,
    kind: method,
    hasConflictTarget,
  });
}

async function call(
  context: Context,
  name: Name,
  query: Query,
): Promise<Response> {
  const { request, catalog, preferences } = context;
  const get = isGet(request.method);
  if (!get && request.method !== "POST") {
    throw new RestError(
      405,
      "PGRST101",
      `Cannot use the ${request.method} method on RPC`,
    );
  }
  const payload = get ? null : await readPayload(request, query.columns);
  const given = payload ? payload.keys : query.arguments.map(([key]) => key);
  const routine = findRoutine(
    catalog,
    name,
    [...new Set(given)],
    payload?.kind ?? null,
  );
  if (
    preferences.handling === "strict" &&
    preferences.maxAffected !== undefined && !routine.isSet
  ) {
    throw new RestError(
      400,
      "PGRST128",
      "Function must return SETOF or TABLE when max-affected preference is used with handling=strict",
    );
  }
  const { plan, range } = planResult(
    context,
    query,
    routine.table ?? name,
    true,
    true,
  );
  const isVoid = routine.returns === "void";
  const executed = await execute(context, {
    readOnly: get || !routine.volatile,
    plan,
    source: callSql(
      routine,
      payload
        ? { kind: "body", payload }
        : { kind: "query", values: query.arguments },
      sourceColumns(plan, "pgrst_call", []),
    ),
    read: readSql(plan),
    routine,
    body: !isVoid,
    location: null,
    countable: true,
    put: false,
  });
  if ("plan" in executed) return executed.plan;
  return respond({
    ...answerOf(context, query, name.name),
    ...executed,
    kind: "call",
    range,
    isVoid,
  });
}

/** What all answers say alike. */
function answerOf(
  { request, preferences, media, profile }: Context,
  query: Query,
  relation: string,
) {
  return {
    preferences,
    media,
    profile,
    relation,
    canonical: query.canonical,
    headOnly: request.method === "HEAD",
    range: { offset: 0, limit: null },
    isVoid: false,
    hasConflictTarget: false,
  } satisfies Partial<Answer>;
}
