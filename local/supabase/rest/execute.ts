import type { Context } from "./context.ts";
import { refuse } from "./error.ts";
import { explainedRows, explainSql, planResponse } from "./explain.ts";
import type { Plan } from "./plan.ts";
import { sessionSettings } from "./session.ts";
import { sql } from "./snippet.ts";
import { countSql } from "./sql_read.ts";
import { type Result, type ResultRow, resultSql } from "./sql_result.ts";
import type { Row } from "./transaction.ts";

/** What a request does in the database. */
export interface Statement
  extends Pick<Result, "source" | "read" | "routine" | "location"> {
  plan: Plan;
  readOnly: boolean;
  /** What `Prefer: count` counts: rows of the table, of the function, or of the page only. */
  counts: "all" | "rows" | "page";
  /** Whether the answer shows the rows. */
  body: boolean;
}

/** Runs a request's statement. Throws when the result may not stand: then nothing is written. */
export async function execute(
  context: Context,
  statement: Statement,
): Promise<{ row: ResultRow; total: number | null } | Response> {
  const { configuration: { maxRows }, media, preferences } = context;
  const { plan, readOnly, counts } = statement;
  const { count = "" } = preferences;
  const counted = counts !== "page" &&
    (count === "exact" || count === "estimated");
  const guessed = counts === "all" &&
    (count === "planned" || count === "estimated");
  const main = resultSql({
    ...statement,
    media: statement.body ? media : null,
    count: counted ? countSql(plan) : null,
    countLimit: count === "estimated" && maxRows !== null ? maxRows + 1 : null,
  });
  const statements = media.plan
    ? [sql`${explainSql(media.plan)} ${main}`]
    : guessed
    ? [main, sql`explain (format json) ${countSql(plan)}`]
    : [main];
  const check = ([rows]: Row[][]) =>
    checkRows(context, statement, Number(resultOf(rows).page));
  const mustCheck = !readOnly && !media.plan && limitsRows(context);
  const rows = await context.transactions.run({
    readOnly,
    settings: sessionSettings(context),
    preRequest: context.catalog.settings.preRequest,
    statements,
    check: mustCheck ? check : null,
    rollback: preferences.tx === "rollback",
  });
  if (media.plan) return planResponse(media, rows[0] ?? []);
  if (readOnly) check(rows);
  const row = resultOf(rows[0]);
  return { row, total: totalOf(count, row, rows[1], maxRows) };
}

function resultOf(rows: Row[] | undefined): ResultRow {
  const [row] = rows ?? [];
  if (!row) throw new Error("The statement gave no row");
  return row as unknown as ResultRow; // these are the columns that resultSql selects
}

/** Whether the number of rows decides if a change may stand. */
function limitsRows(
  { request, media, preferences: { handling, maxAffected } }: Context,
): boolean {
  return media.shape === "object" || request.method === "PUT" ||
    (handling === "strict" && maxAffected !== undefined);
}

function checkRows(
  { request: { method }, media, preferences }: Context,
  { routine }: Statement,
  rows: number,
): void {
  if (method === "PUT") {
    if (rows === 1) return;
    throw refuse(
      "PGRST115",
      "Payload values do not match URL in primary key column(s)",
    );
  }
  if (media.shape === "object" && rows !== 1) {
    throw refuse(
      "PGRST116",
      "Cannot coerce the result to a single JSON object",
      `The result contains ${rows} rows`,
    );
  }
  const { handling, maxAffected = Infinity } = preferences;
  const isLimited = handling === "strict" &&
    (routine || method === "PATCH" || method === "DELETE");
  if (isLimited && rows > maxAffected) {
    throw refuse(
      "PGRST124",
      "Query result exceeds max-affected preference constraint",
      `The query affects ${rows} rows`,
    );
  }
}

/** The number of all rows: counted, or guessed by the planner, by what the request prefers. */
function totalOf(
  count: string,
  { total }: ResultRow,
  explained: Row[] | undefined,
  maxRows: number | null,
): number | null {
  const exact = total === null ? null : Number(total);
  if (!explained) return exact;
  const guess = explainedRows(explained);
  if (count === "planned" || exact === null) return guess;
  return maxRows !== null && exact > maxRows
    ? Math.max(exact, guess ?? 0)
    : exact;
}
