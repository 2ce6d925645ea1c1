import type { Name } from "./catalog.ts";
import { notImplemented } from "./error.ts";
import type { OrderTerm } from "./order.ts";
import { type Plan, SOURCE } from "./plan.ts";
import { isToOne, type Relationship } from "./relationship.ts";
import type { Aggregate, SelectField } from "./select.ts";
import {
  bind,
  empty,
  ident,
  join,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";
import { asSql, castSql, columnSql, fieldSql, nameSql } from "./sql_field.ts";
import { logicSql, presentSql, type Scope } from "./sql_filter.ts";
import { hoistAggregates, spreadColumns } from "./spread.ts";

/** The rows of a plan as a `select`, embeds as lateral joins. `parent` is what its join refers to. */
export function readSql(plan: Plan, parent: Name | null = null): Snippet {
  const own = ownName(plan);
  const columns = selectList(plan, own);
  const joins = plan.embeds.map((embed) => joinSql(embed, own));
  const scope: Scope = {
    table: own,
    known: plan.table,
    embed: presentSql,
    plan,
  };
  const conditions = [
    ...plan.where.map((logic) => logicSql(scope, logic)),
    ...joinConditions(plan, own, parent),
  ];
  return sql`select ${join(columns, ", ")} from ${fromSql(plan, parent)}${
    join(joins, "")
  }${whereSql(conditions)}${groupSql(plan, own)}${
    plan.spread === "many" ? empty : orderSql(plan, own)
  }${rangeSql(plan)}`;
}

/** The rows a count has to count: filters, and embeds that must be there, without order and range. */
export function countSql(plan: Plan, parent: Name | null = null): Snippet {
  const own = ownName(plan);
  const exists = (embed: Plan, present: boolean) =>
    sql`${trusted(present ? "" : "not ")}exists (${countSql(embed, own)})`;
  const scope: Scope = { table: own, known: plan.table, embed: exists, plan };
  const inner = plan.embeds.filter((embed) => embed.join === "inner");
  return sql`select 1 from ${fromSql(plan, parent)}${
    whereSql([
      ...plan.where.map((logic) => logicSql(scope, logic)),
      ...joinConditions(plan, own, parent),
      ...inner.map((embed) => exists(embed, true)),
    ])
  }`;
}

function ownName(plan: Plan): Name {
  return plan.fromAlias === null
    ? plan.from
    : { schema: "", name: plan.fromAlias };
}

function selectList(plan: Plan, own: Name): Snippet[] {
  const all: SelectField = { field: { name: "*", path: [] } };
  const fields = plan.fields.length || plan.embeds.length ? plan.fields : [all];
  const columns = expandStars(plan, fields).map((item) =>
    itemSql(plan, own, item)
  );
  const ordering = plan.spread === "many"
    ? plan.order.map((term, index) =>
      sql`${termSql(plan, own, term)} as ${ident(orderAlias(plan, index))}`
    )
    : [];
  return [
    ...columns,
    ...ordering,
    ...plan.embeds.flatMap((embed) => embedColumns(plan, embed)),
  ];
}

/**
 * A star has to name its columns where rows are grouped or gathered into arrays, and in a source,
 * which may hold columns beside those of its table.
 */
function expandStars(plan: Plan, fields: SelectField[]): SelectField[] {
  const isListed = plan.from === SOURCE || plan.spread === "many" ||
    groupsRows(plan);
  if (!isListed || !plan.table) return fields;
  const names = [...plan.table.columns.keys()];
  return fields.flatMap((item) =>
    item.field.name === "*" && !item.aggregate
      ? names.map((name): SelectField => ({ field: { name, path: [] } }))
      : [item]
  );
}

function itemSql(plan: Plan, own: Name, item: SelectField): Snippet {
  const hoisted = item.aggregate !== undefined && plan.spread === "one";
  const whole = hoisted && item.field.name === "*";
  const value = whole
    ? ident(own.name)
    : castSql(fieldSql(own, item.field, plan.table), item.cast);
  const aggregated = item.aggregate && !hoisted
    ? aggregateSql(item.aggregate, value, item.aggregateCast)
    : value;
  return sql`${aggregated}${asSql(aliasOf(plan, item))}`;
}

/** An aggregate over a value. */
export function aggregateSql(
  aggregate: Aggregate,
  value: Snippet,
  cast: string | undefined,
): Snippet {
  return castSql(sql`${trusted(aggregate)}(${value})`, cast);
}

/** The name of a column in the result, when it is not the column's own. */
export function aliasOf(
  plan: Plan,
  { field, alias, aggregate }: SelectField,
): string | undefined {
  if (alias !== undefined) return alias;
  if (aggregate) return plan.spread ? aggregate : undefined;
  if (field.path.length === 0) return undefined;
  return field.path.findLast(({ isIndex }) => !isIndex)?.key ?? field.name;
}

function embedColumns(plan: Plan, embed: Plan): Snippet[] {
  const alias = ident(embed.joinAlias);
  if (embed.spread) {
    const aggregates = plan.spread === "one" ? [] : hoistAggregates(embed);
    return spreadColumns(embed).map((column) => {
      const value = columnSql({ schema: "", name: embed.joinAlias }, column);
      const hoisted = aggregates.find(({ name }) => name === column);
      if (!hoisted) return value;
      return sql`${aggregateSql(hoisted.aggregate, value, hoisted.cast)}${
        asSql(hoisted.alias)
      }`;
    });
  }
  if (isEmptyEmbed(embed)) return [];
  const name = ident(embed.alias ?? embed.name);
  return [
    embed.relationship && isToOne(embed.relationship)
      ? sql`row_to_json(${alias}.*)::jsonb as ${name}`
      : sql`coalesce(${alias}.${alias}, '[]') as ${name}`,
  ];
}

/** `target()`: joined for a filter or an order, but not shown. */
function isEmptyEmbed(plan: Plan): boolean {
  return plan.fields.length === 0 && plan.embeds.every(isEmptyEmbed);
}

function joinSql(embed: Plan, parent: Name): Snippet {
  const alias = ident(embed.joinAlias);
  const inner = embed.join === "inner";
  const kind = trusted(inner ? " inner" : " left");
  const rows = readSql(embed, parent);
  if (
    embed.spread === "one" ||
    (!embed.spread && embed.relationship && isToOne(embed.relationship))
  ) {
    return sql`${kind} join lateral (${rows}) as ${alias} on true`;
  }
  const columns = embed.spread === "many" ? spreadArrays(embed) : [];
  const gathered = join([
    sql`json_agg(${alias})::jsonb as ${alias}`,
    ...columns,
  ], ", ");
  const condition = inner ? sql`${alias} is not null` : sql`true`;
  return sql`${kind} join lateral (select ${gathered} from (${rows}) as ${alias}) as ${alias} on ${condition}`;
}

/** Each column of a to-many spread as an array, all in the order of the embed. */
function spreadArrays(embed: Plan): Snippet[] {
  if (
    embed.fields.some(({ aggregate }) => aggregate) ||
    hoistAggregates(embed).length
  ) {
    throw notImplemented("Aggregates in one-to-many or many-to-many spreads");
  }
  const source = { schema: "", name: embed.joinAlias };
  const keys = embed.order.map(({ direction, nulls }, index) =>
    sql`${columnSql(source, orderAlias(embed, index))}${
      suffixSql(direction, nulls)
    }`
  );
  const order = keys.length ? sql` order by ${join(keys, ", ")}` : empty;
  return spreadColumns(embed).map((column) =>
    sql`coalesce(json_agg(${
      columnSql(source, column)
    }${order}), '[]')::jsonb as ${ident(column)}`
  );
}

function orderAlias(plan: Plan, index: number): string {
  return `${plan.joinAlias}_order_${index + 1}`;
}

function fromSql(plan: Plan, parent: Name | null): Snippet {
  const { relationship } = plan;
  const as = plan.fromAlias === null
    ? empty
    : sql` as ${ident(plan.fromAlias)}`;
  if (relationship && "fn" in relationship) {
    const row = ident(parent?.name ?? relationship.table.name);
    return sql`${nameSql(relationship.fn)}(${row}::${
      nameSql(relationship.table)
    })${as}`;
  }
  const junction = relationship?.kind === "many-to-many"
    ? sql`, ${nameSql(relationship.junction)}`
    : empty;
  return sql`${nameSql(plan.from)}${as}${junction}`;
}

function joinConditions(plan: Plan, own: Name, parent: Name | null): Snippet[] {
  const relationship: Relationship | null = plan.relationship;
  if (!relationship || !parent || "fn" in relationship) return [];
  const equal = (a: Name, b: Name) => ([left, right]: [string, string]) =>
    sql`${columnSql(a, left)} = ${columnSql(b, right)}`;
  return relationship.kind === "many-to-many"
    ? [
      ...relationship.target.map(equal(own, relationship.junction)),
      ...relationship.source.map(equal(parent, relationship.junction)),
    ]
    : relationship.columns.map(equal(parent, own));
}

function whereSql(conditions: Snippet[]): Snippet {
  return conditions.length ? sql` where ${join(conditions, " and ")}` : empty;
}

function groupsRows(plan: Plan): boolean {
  return (plan.spread !== "one" &&
    plan.fields.some(({ aggregate }) => aggregate)) ||
    (plan.spread !== "one" &&
      plan.embeds.some((embed) =>
        embed.spread === "one" && hoistAggregates(embed).length > 0
      ));
}

/** Beside an aggregate everything else is a group. */
function groupSql(plan: Plan, own: Name): Snippet {
  if (!groupsRows(plan)) return empty;
  // The keys of a JSON path are parameters, which Postgres cannot recognise: those go by position.
  const fields = expandStars(plan, plan.fields).flatMap(
    ({ aggregate, field }, index) => {
      if (aggregate) return [];
      return [
        field.path.length
          ? trusted(String(index + 1))
          : fieldSql(own, field, plan.table),
      ];
    },
  );
  const embeds = plan.embeds.flatMap((embed) => {
    if (!embed.spread) return isEmptyEmbed(embed) ? [] : [groupedEmbed(embed)];
    const hoisted = new Set(hoistAggregates(embed).map(({ name }) => name));
    const source = { schema: "", name: embed.joinAlias };
    return spreadColumns(embed).filter((name) => !hoisted.has(name)).map((
      name,
    ) => columnSql(source, name));
  });
  const keys = [...fields, ...embeds];
  return keys.length ? sql` group by ${join(keys, ", ")}` : empty;
}

function groupedEmbed(embed: Plan): Snippet {
  const alias = ident(embed.joinAlias);
  return embed.relationship && isToOne(embed.relationship)
    ? alias
    : sql`${alias}.${alias}`;
}

function orderSql(plan: Plan, own: Name): Snippet {
  if (plan.order.length === 0) return empty;
  const terms = plan.order.map((term) =>
    sql`${termSql(plan, own, term)}${suffixSql(term.direction, term.nulls)}`
  );
  return sql` order by ${join(terms, ", ")}`;
}

function termSql(
  plan: Plan,
  own: Name,
  { relation, field }: OrderTerm,
): Snippet {
  if (relation === undefined) return fieldSql(own, field, plan.table);
  const embed = plan.embeds.find(({ alias, name }) =>
    (alias ?? name) === relation
  );
  return fieldSql(
    { schema: "", name: embed?.joinAlias ?? relation },
    field,
    embed?.table,
  );
}

function suffixSql(
  direction: OrderTerm["direction"],
  nulls: OrderTerm["nulls"],
): Snippet {
  return trusted(
    `${direction ? ` ${direction}` : ""}${nulls ? ` ${nulls}` : ""}`,
  );
}

function rangeSql(plan: Plan): Snippet {
  const { limit, offset } = plan.range;
  const limitSql = limit === null ? empty : sql` limit ${bind(String(limit))}`;
  return offset === 0
    ? limitSql
    : sql`${limitSql} offset ${bind(String(offset))}`;
}
