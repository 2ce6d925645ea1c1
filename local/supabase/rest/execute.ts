import type { Claims } from "../types.ts";
import type { Catalog, Name, Routine } from "./catalog.ts";
import { notSingular, RestError } from "./error.ts";
import type { Media } from "./media.ts";
import { type Plan, planRead } from "./plan.ts";
import type { Preferences } from "./preferences.ts";
import type { Query, Range } from "./query.ts";
import { requestedRange } from "./range.ts";
import { sessionSettings } from "./session.ts";
import { join, type Snippet, sql, trusted } from "./snippet.ts";
import { countSql } from "./sql_read.ts";
import { type ResultRow, resultSql } from "./sql_result.ts";
import type { Row, Transactions } from "./transaction.ts";

/** What the operator decides. */
export interface Configuration {
  schemas: string[];
  extraSearchPath: string[];
  maxRows: number | null;
}

/** A request on its way: what all kinds of them have in common. */
export interface Context {
  request: Request;
  path: string;
  schema: string;
  profile: string | null;
  claims: Claims;
  configuration: Configuration;
  catalog: Catalog;
  transactions: Transactions;
  preferences: Preferences;
  media: Media;
}

/** The tree of a request and the rows of the root that it asks for. */
export function planResult(
  { request, catalog, configuration }: Context,
  query: Query,
  root: Name,
  fromSource: boolean,
  filtered: boolean,
): { plan: Plan; range: Range } {
  const own = query.ranges.find(({ path }) => path.length === 0)?.item ??
    { offset: 0, limit: null };
  const header = request.method === "GET" ? request.headers.get("range") : null;
  const range = requestedRange(header, own);
  const ranges = [...query.ranges.filter(({ path }) => path.length > 0), {
    path: [],
    item: range,
  }];
  const plan = planRead(catalog, { ...query, ranges }, {
    name: root,
    fromSource,
    filtered,
  }, {
    maxRows: configuration.maxRows,
    aggregates: catalog.settings.aggregates,
  });
  return { plan, range };
}

/** What `execute` needs to know of a statement. */
export interface Execution {
  readOnly: boolean;
  plan: Plan;
  source: Snippet;
  read: Snippet | null;
  routine: Routine | null;
  body: boolean;
  location: string[] | null;
  /** Whether `Prefer: count` counts rows beyond the page. */
  countable: boolean;
  /** The one row of a PUT. */
  put: boolean;
}

/** What came of a statement, or its plan when that was asked for. */
export type Executed = { row: ResultRow; total: number | null } | {
  plan: Response;
};

/** Runs a request's statement. Throws when the result may not stand: then nothing is written. */
export async function execute(
  context: Context,
  execution: Execution,
): Promise<Executed> {
  const {
    catalog,
    claims,
    configuration,
    media,
    preferences,
    request,
    schema,
  } = context;
  const { plan, source, read, routine, readOnly } = execution;
  const { count = "" } = preferences;
  const counted = execution.countable &&
    (count === "exact" || count === "estimated");
  const planned = execution.countable && !routine &&
    (count === "planned" || count === "estimated");
  const main = resultSql({
    source,
    read,
    routine,
    count: counted ? countSql(plan) : null,
    countLimit: count === "estimated" && configuration.maxRows !== null
      ? configuration.maxRows + 1
      : null,
    media: execution.body ? media : null,
    location: execution.location,
  });
  const check = ([rows]: Row[][]) =>
    checkRows(context, execution, resultOf(rows));
  const rows = await context.transactions.run({
    readOnly,
    settings: sessionSettings(
      request,
      context.path,
      claims,
      [schema, ...configuration.extraSearchPath],
      preferences.timezone,
      catalog.roleSettings.get(claims.role) ?? [],
    ),
    statements: media.plan ? [sql`${explainSql(media.plan)} ${main}`] : [
      main,
      ...(planned ? [sql`explain (format json) ${countSql(plan)}`] : []),
    ],
    check: readOnly || media.plan || !limitsRows(context, execution)
      ? null
      : check,
    rollback: preferences.tx === "rollback",
  });
  if (media.plan) return { plan: planResponse(media, rows[0] ?? []) };
  if (readOnly) check(rows);
  const row = resultOf(rows[0]);
  return { row, total: totalOf(context, row, rows[1]) };
}

function resultOf(rows: Row[] | undefined): ResultRow {
  const [row] = rows ?? [];
  if (!row) throw new Error("The statement gave no row");
  return row as unknown as ResultRow; // these are the columns that resultSql selects
}

/** Whether the number of rows decides if a change may stand. */
function limitsRows(
  { media, preferences }: Context,
  { put }: Execution,
): boolean {
  return media.shape === "object" || put ||
    (preferences.handling === "strict" &&
      preferences.maxAffected !== undefined);
}

function checkRows(
  { media, preferences, request }: Context,
  { put, routine, readOnly }: Execution,
  { page }: ResultRow,
): void {
  const rows = Number(page);
  if (put && rows !== 1) {
    throw new RestError(
      400,
      "PGRST115",
      "Payload values do not match URL in primary key column(s)",
    );
  }
  if (!put && media.shape === "object" && rows !== 1) throw notSingular(rows);
  const limited = routine !== null ||
    (!readOnly && (request.method === "PATCH" || request.method === "DELETE"));
  const { handling, maxAffected = Infinity } = preferences;
  if (limited && handling === "strict" && rows > maxAffected) {
    throw new RestError(
      400,
      "PGRST124",
      "Query result exceeds max-affected preference constraint",
      `The query affects ${rows} rows`,
    );
  }
}

/** The number of all rows: counted, or guessed by the planner, by what the request prefers. */
function totalOf(
  { preferences: { count }, configuration: { maxRows } }: Context,
  { total }: ResultRow,
  explained: Row[] | undefined,
): number | null {
  const exact = total === null ? null : Number(total);
  if (!explained) return exact;
  const guess = guessOf(explained);
  if (count === "planned" || exact === null) return guess;
  return maxRows !== null && exact > maxRows
    ? Math.max(exact, guess ?? 0)
    : exact;
}

function guessOf([row]: Row[]): number | null {
  const [plan] = row?.["QUERY PLAN"] as { Plan: { "Plan Rows": number } }[]; // what `format json` gives
  return plan?.Plan["Plan Rows"] ?? null;
}

function explainSql({ format, options }: NonNullable<Media["plan"]>): Snippet {
  return sql`explain (${
    join([`format ${format}`, ...options].map(trusted), ", ")
  })`;
}

function planResponse({ type, plan }: Media, rows: Row[]): Response {
  const lines = rows.map((row) => row["QUERY PLAN"]);
  const body = plan?.format === "json"
    ? JSON.stringify(lines[0])
    : lines.map((line) => `${line}\n`).join("");
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8` },
  });
}
