import { notImplemented } from "./error.ts";
import type { Plan } from "./plan.ts";
import type { Aggregate } from "./select.ts";
import { clause, ident, join, type Snippet, sql, trusted } from "./snippet.ts";
import { aggregateSql, aliasOf, asSql } from "./sql_field.ts";

/** The lateral join of an embed, whose rows are `rows`. */
export function joinSql(plan: Plan, rows: Snippet): Snippet {
  const alias = ident(plan.joinAlias);
  const inner = plan.embed?.join === "inner";
  const kind = trusted(inner ? " inner" : " left");
  if (plan.toOne) {
    return sql`${kind} join lateral (${rows}) as ${alias} on true`;
  }
  const gathered = [
    sql`json_agg(${alias})::jsonb as ${alias}`,
    ...(plan.spread ? spreadArrays(plan) : []),
  ];
  const condition = inner ? sql`${alias} is not null` : sql`true`;
  return sql`${kind} join lateral (select ${
    join(gathered, ", ")
  } from (${rows}) as ${alias}) as ${alias} on ${condition}`;
}

/** What an embed gives to the columns of its parent. */
export function embedColumns(parent: Plan, plan: Plan): Snippet[] {
  const alias = ident(plan.joinAlias);
  if (plan.spread) return spreadValues(parent, plan);
  if (isHidden(plan)) return [];
  const value = plan.toOne
    ? sql`row_to_json(${alias}.*)::jsonb`
    : sql`coalesce(${alias}.${alias}, '[]')`;
  return [sql`${value} as ${ident(plan.name)}`];
}

/** `target()`: joined for a filter or an order, but not shown. */
function isHidden(plan: Plan): boolean {
  return plan.fields.length === 0 && plan.embeds.every(isHidden);
}

function spreadValues(parent: Plan, plan: Plan): Snippet[] {
  const aggregates = parent.spread === "one" ? [] : hoisted(plan);
  return spreadColumns(plan).map((column) => {
    const value = sql`${ident(plan.joinAlias)}.${ident(column)}`;
    const own = aggregates.find(({ name }) => name === column);
    return own
      ? sql`${aggregateSql(own.aggregate, value, own.cast)}${asSql(own.alias)}`
      : value;
  });
}

/** Each column of a to-many spread as an array, all in the order of the embed. */
function spreadArrays(plan: Plan): Snippet[] {
  if (
    plan.fields.some(({ aggregate }) => aggregate) ||
    plan.embeds.some((embed) => hoisted(embed).length)
  ) {
    throw notImplemented(
      "An aggregate in a one-to-many or many-to-many spread",
    );
  }
  const alias = ident(plan.joinAlias);
  const order = clause(
    " order by ",
    plan.order.map(({ suffix }, index) =>
      sql`${alias}.${ident(orderAlias(plan, index))}${trusted(suffix)}`
    ),
    ", ",
  );
  return spreadColumns(plan).map((column) =>
    sql`coalesce(json_agg(${alias}.${ident(column)}${order}), '[]')::jsonb as ${
      ident(column)
    }`
  );
}

/** What a key of the order is called inside a to-many spread. */
export function orderAlias(plan: Plan, index: number): string {
  return `${plan.joinAlias}_order_${index + 1}`;
}

/** The columns that a spread gives to its parent. */
export function spreadColumns(plan: Plan): string[] {
  const own = plan.fields.flatMap((item) =>
    item.field.name === "*" && !item.aggregate
      ? [...plan.table?.columns.keys() ?? []]
      : [aliasOf(item, true) ?? item.field.name]
  );
  return [
    ...own,
    ...plan.embeds.flatMap((embed) =>
      embed.spread ? spreadColumns(embed) : [embed.name]
    ),
  ];
}

/** An aggregate of a to-one spread: it is computed in the parent, whose rows it groups. */
export interface Hoisted {
  /** The column of the join that it is computed over. */
  name: string;
  aggregate: Aggregate;
  cast: string | undefined;
  alias: string;
}

/** The aggregates that a to-one spread, and to-one spreads in it, leave to the parent. */
export function hoisted(plan: Plan): Hoisted[] {
  if (plan.spread !== "one") return [];
  const own = plan.fields.flatMap((item): Hoisted[] => {
    const { field, alias, aggregate, aggregateCast: cast } = item;
    return aggregate
      ? [{
        name: aliasOf(item, true) ?? field.name,
        aggregate,
        cast,
        alias: alias ?? aggregate,
      }]
      : [];
  });
  return [...own, ...plan.embeds.flatMap(hoisted)];
}
