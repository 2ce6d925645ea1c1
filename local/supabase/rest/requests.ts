import type { Name, Table } from "./catalog.ts";
import type { Context } from "./context.ts";
import { refuse } from "./error.ts";
import { execute, type Statement } from "./execute.ts";
import { mutationSql, sourceColumns } from "./mutation.ts";
import { readPayload } from "./payload.ts";
import { type Plan, planRead, type Root } from "./plan.ts";
import type { Query, Range } from "./query.ts";
import { requestedRange } from "./range.ts";
import { type Answer, respond } from "./response.ts";
import { findRoutine } from "./routine.ts";
import { sql } from "./snippet.ts";
import { callSql } from "./sql_call.ts";
import { readSql } from "./sql_read.ts";

/** GET and HEAD on a table. */
export async function read(
  context: Context,
  table: Table,
  query: Query,
): Promise<Response> {
  const { plan, range } = planned(context, query, {
    name: table,
    fromSource: false,
    filtered: true,
  });
  const statement: Statement = {
    plan,
    source: readSql(plan),
    read: null,
    readOnly: true,
    counts: "all",
    body: true,
  };
  return await answer(context, statement, {
    kind: "read",
    relation: table.name,
    range,
    query,
  });
}

/** POST, PATCH, PUT and DELETE on a table. */
export async function write(
  context: Context,
  table: Table,
  query: Query,
): Promise<Response> {
  const { request, preferences } = context;
  const method = request.method as "POST" | "PATCH" | "PUT" | "DELETE"; // others were answered before
  const payload = method === "DELETE"
    ? null
    : await readPayload(request, query.columns);
  const { plan, range } = planned(context, query, {
    name: table,
    fromSource: true,
    filtered: false,
  });
  const full = preferences.return === "representation";
  const located = preferences.return === "headers-only" && method === "POST" &&
    table.primaryKey.length > 0;
  const location = located ? table.primaryKey : undefined;
  const returning = full || location
    ? sourceColumns(plan, table.name, location ?? [])
    : sql`1`;
  const source = mutationSql(
    method,
    table,
    query,
    payload,
    preferences,
    returning,
  );
  const statement: Statement = {
    plan,
    source,
    read: full ? readSql(plan) : null,
    readOnly: false,
    counts: "page",
    body: full,
    location,
  };
  const hasTarget = table.primaryKey.length > 0 ||
    query.onConflict !== undefined;
  return await answer(context, statement, {
    kind: method,
    relation: table.name,
    range,
    query,
    hasTarget,
  });
}

/** GET, HEAD and POST on a function. */
export async function call(
  context: Context,
  name: Name,
  query: Query,
): Promise<Response> {
  const { request, catalog, preferences, isRead } = context;
  if (!isRead && request.method !== "POST") {
    throw refuse("PGRST101", `Cannot use the ${request.method} method on RPC`);
  }
  const payload = isRead ? null : await readPayload(request, query.columns);
  const given = payload?.keys ?? query.arguments.map(([key]) => key);
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
    throw refuse(
      "PGRST128",
      "Function must return SETOF or TABLE when max-affected preference is used with handling=strict",
    );
  }
  const { plan, range } = planned(context, query, {
    name: routine.table ?? name,
    fromSource: true,
    filtered: true,
  });
  const source = callSql(
    routine,
    payload?.fields ?? payload ?? query.arguments,
    sourceColumns(plan, "pgrst_call", []),
  );
  const isVoid = routine.returns === "void";
  const readOnly = isRead || !routine.volatile;
  const statement: Statement = {
    plan,
    source,
    read: readSql(plan),
    readOnly,
    counts: "rows",
    body: !isVoid,
    routine,
  };
  return await answer(context, statement, {
    kind: "call",
    relation: name.name,
    range,
    query,
    isVoid,
  });
}

type Subject =
  & Pick<Answer, "kind" | "relation" | "range" | "hasTarget" | "isVoid">
  & { query: Query };

async function answer(
  context: Context,
  statement: Statement,
  { query, ...subject }: Subject,
): Promise<Response> {
  const { request, preferences, media, profile } = context;
  const executed = await execute(context, statement);
  if (executed instanceof Response) return executed;
  const headOnly = request.method === "HEAD";
  return respond({
    ...subject,
    ...executed,
    preferences,
    media,
    profile,
    headOnly,
    canonical: query.canonical,
  });
}

/** The tree of a request, and the rows of its root that are asked for. */
function planned(
  { request, catalog, configuration }: Context,
  query: Query,
  root: Root,
): { plan: Plan; range: Range } {
  const own = query.ranges.find(({ path }) => path.length === 0)?.item ??
    { offset: 0, limit: null };
  const range = requestedRange(
    request.method === "GET" ? request.headers.get("range") : null,
    own,
  );
  const ranges = [...query.ranges.filter(({ path }) => path.length), {
    path: [],
    item: range,
  }];
  const rules = {
    maxRows: configuration.maxRows,
    aggregates: catalog.settings.aggregates,
  };
  return { plan: planRead(catalog, { ...query, ranges }, root, rules), range };
}
