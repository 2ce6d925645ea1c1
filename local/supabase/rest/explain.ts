import type { Media } from "./media.ts";
import { join, type Snippet, sql, trusted } from "./snippet.ts";
import type { Row } from "./transaction.ts";

/** `explain` with the options of a media type, which are words of ours. */
export function explainSql(
  { format, options }: NonNullable<Media["plan"]>,
): Snippet {
  return sql`explain (${
    join([`format ${format}`, ...options].map(trusted), ", ")
  })`;
}

/** The plan as the answer. */
export function planResponse({ type, plan }: Media, rows: Row[]): Response {
  const lines = rows.map((row) => row["QUERY PLAN"]);
  const body = plan?.format === "json"
    ? JSON.stringify(lines[0])
    : lines.map((line) => `${line}\n`).join("");
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8` },
  });
}

/** How many rows the planner expects. */
export function explainedRows([row]: Row[]): number | null {
  const [plan] = row?.["QUERY PLAN"] as { Plan: { "Plan Rows": number } }[]; // what `format json` gives
  return plan?.Plan["Plan Rows"] ?? null;
}
