import type { Table } from "./catalog.ts";
import { refuse } from "./error.ts";
import type { Logic } from "./filter.ts";
import type { Payload } from "./payload.ts";
import type { Plan } from "./plan.ts";
import type { Preferences } from "./preferences.ts";
import type { Query } from "./query.ts";
import { ident, join, type Snippet, sql } from "./snippet.ts";
import { columnSql } from "./sql_field.ts";
import {
  type Conflict,
  deleteSql,
  insertSql,
  updateSql,
  writtenColumns,
} from "./sql_write.ts";

/** The statement of a POST, PATCH, PUT or DELETE on a table. */
export function mutationSql(
  method: string,
  table: Table,
  query: Query,
  payload: Payload | null,
  preferences: Preferences,
  returning: Snippet,
): Snippet {
  const where = rootConditions(query);
  if (!payload) return deleteSql(table, where, returning);
  const values = {
    payload,
    columns: writtenColumns(table, payload.keys),
    defaults: preferences.missing === "default",
  };
  if (method === "PATCH") return updateSql(table, values, where, returning);
  if (method === "PUT") {
    checkPut(table, query);
    return insertSql(
      table,
      values,
      { columns: table.primaryKey, merge: true },
      where,
      returning,
    );
  }
  return insertSql(
    table,
    values,
    conflictOf(table, query, preferences),
    [],
    returning,
  );
}

function rootConditions(query: Query): Logic[] {
  return [
    ...query.filters.filter(({ path }) => path.length === 0)
      .map(({ item }): Logic => ({ kind: "filter", filter: item })),
    ...query.logic.filter(({ path }) => path.length === 0).map(({ item }) =>
      item
    ),
  ];
}

function conflictOf(
  table: Table,
  query: Query,
  { resolution }: Preferences,
): Conflict | null {
  if (!resolution) return null;
  return {
    columns: query.onConflict ?? table.primaryKey,
    merge: resolution === "merge-duplicates",
  };
}

/** PUT writes the one row that the whole primary key names. */
function checkPut(table: Table, query: Query): void {
  if (query.ranges.some(({ path }) => path.length === 0)) {
    throw refuse(
      "PGRST114",
      "limit/offset querystring parameters are not allowed for PUT",
    );
  }
  const filters = query.filters.map(({ item }) => item);
  const named = new Set(filters.map(({ field }) => field.name));
  const byKey = table.primaryKey.length > 0 && query.logic.length === 0 &&
    filters.length === table.primaryKey.length &&
    table.primaryKey.every((name) => named.has(name)) &&
    filters.every(({ negated, operation, field }) =>
      !negated && field.path.length === 0 && operation.kind === "compare" &&
      operation.sql === "=" &&
      !operation.quantifier
    );
  if (byKey) return;
  throw refuse(
    "PGRST105",
    "Filters must include all and only primary key columns with 'eq' operators",
  );
}

/**
 * The columns that the source of a plan has to give: those shown, those joined on and those
 * ordered by. Columns that the table does not have are computed by functions on its row, which
 * is at hand in the source only.
 */
export function sourceColumns(
  plan: Plan,
  from: string,
  key: string[],
): Snippet {
  const shown = plan.fields.filter(({ field, aggregate }) =>
    !(aggregate && field.name === "*")
  )
    .map(({ field }) => field.name);
  const all = (plan.fields.length === 0 && plan.embeds.length === 0) ||
    shown.includes("*") ||
    plan.embeds.some(({ relationship }) => relationship?.kind === "computed");
  const needed = [
    ...shown,
    ...plan.embeds.flatMap(joinedColumns),
    ...plan.order.flatMap(({ relation, field }) =>
      relation === undefined ? [field.name] : []
    ),
    ...conditionColumns(plan.where),
    ...key,
  ];
  const extra = new Set(
    all
      ? needed.filter((name) => plan.table && !plan.table.columns.has(name))
      : needed,
  );
  extra.delete("*");
  for (const { name } of plan.embeds) {
    if (!plan.table?.columns.has(name)) extra.delete(name);
  }
  const source = { schema: "", name: from };
  const columns = [...(all ? ["*"] : []), ...extra].map((name) =>
    columnSql(source, name)
  );
  return columns.length ? join(columns, ", ") : sql`1 as ${ident("pgrst_row")}`;
}

function joinedColumns({ relationship }: Plan): string[] {
  if (!relationship || "fn" in relationship) return [];
  const pairs = relationship.kind === "many-to-many"
    ? relationship.source
    : relationship.columns;
  return pairs.map(([here]) => here);
}

function conditionColumns(where: Logic[]): string[] {
  return where.flatMap((logic) =>
    logic.kind === "filter"
      ? [logic.filter.field.name]
      : conditionColumns(logic.terms)
  );
}
