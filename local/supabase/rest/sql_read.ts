import type { Name } from "./catalog.ts";
import type { OrderTerm } from "./order.ts";
import { type Plan, SOURCE } from "./plan.ts";
import type { SelectField } from "./select.ts";
import {
  bind,
  clause,
  empty,
  ident,
  join,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";
import {
  embedColumns,
  hoisted,
  joinSql,
  orderAlias,
  spreadColumns,
} from "./sql_embed.ts";
import {
  aggregateSql,
  aliasOf,
  asSql,
  castSql,
  columnSql,
  fieldSql,
  nameSql,
} from "./sql_field.ts";
import { logicSql, presentSql } from "./sql_filter.ts";

/** The rows of a plan as a `select`, embeds as lateral joins. `parent` is what its join refers to. */
export function readSql(plan: Plan, parent: Name | null = null): Snippet {
  const own = ownName(plan);
  const conditions = conditionsOf(plan, own, parent, presentSql);
  const joins = plan.embeds.map((embed) => joinSql(embed, readSql(embed, own)));
  const order = plan.spread === "many" ? empty : clause(
    " order by ",
    plan.order.map((term) => orderSql(plan, own, term)),
    ", ",
  );
  const tail = sql`${groupSql(plan, own)}${order}${rangeSql(plan)}`;
  return sql`select ${join(columnsOf(plan, own), ", ")} from ${
    fromSql(plan, parent)
  }${join(joins, "")}${clause(" where ", conditions, " and ")}${tail}`;
}

/** The rows a count has to count: filters, and embeds that must be there, without order and range. */
export function countSql(plan: Plan, parent: Name | null = null): Snippet {
  const own = ownName(plan);
  const exists = (embed: Plan, present: boolean) =>
    sql`${trusted(present ? "" : "not ")}exists (${countSql(embed, own)})`;
  const inner = plan.embeds.filter(({ embed }) => embed?.join === "inner");
  const conditions = [
    ...conditionsOf(plan, own, parent, exists),
    ...inner.map((embed) => exists(embed, true)),
  ];
  return sql`select 1 from ${fromSql(plan, parent)}${
    clause(" where ", conditions, " and ")
  }`;
}

function ownName({ from, fromAlias }: Plan): Name {
  return fromAlias === null ? from : { schema: "", name: fromAlias };
}

function conditionsOf(
  plan: Plan,
  own: Name,
  parent: Name | null,
  embedTest: (embed: Plan, present: boolean) => Snippet,
): Snippet[] {
  const scope = { table: own, known: plan.table, plan, embedTest };
  return [
    ...plan.where.map((logic) => logicSql(scope, logic)),
    ...joinConditions(plan, own, parent),
  ];
}

function columnsOf(plan: Plan, own: Name): Snippet[] {
  const all: SelectField = { field: { name: "*", path: [] } };
  const fields = plan.fields.length || plan.embeds.length ? plan.fields : [all];
  const order = plan.spread === "many" ? plan.order : [];
  return [
    ...listed(plan, fields).map((item) => itemSql(plan, own, item)),
    ...order.map((term, index) =>
      sql`${termSql(plan, own, term)} as ${ident(orderAlias(plan, index))}`
    ),
    ...plan.embeds.flatMap((embed) => embedColumns(plan, embed)),
  ];
}

/**
 * A star has to name its columns where rows are grouped or gathered into arrays, and in a source,
 * which may hold columns beside those of its table.
 */
function listed(plan: Plan, fields: SelectField[]): SelectField[] {
  const { table, from, spread } = plan;
  if (!table || (from !== SOURCE && spread !== "many" && !groupsRows(plan))) {
    return fields;
  }
  return fields.flatMap((item) =>
    item.field.name === "*" && !item.aggregate
      ? [...table.columns.keys()].map((name): SelectField => ({
        field: { name, path: [] },
      }))
      : [item]
  );
}

function itemSql(plan: Plan, own: Name, item: SelectField): Snippet {
  const { field, cast, aggregate, aggregateCast } = item;
  const as = asSql(aliasOf(item, plan.spread !== null));
  // A to-one spread leaves its aggregates to the parent, and gives it what to compute them over.
  if (aggregate && plan.spread === "one" && field.name === "*") {
    return sql`${ident(own.name)}${as}`;
  }
  const value = castSql(fieldSql(own, field, plan.table), cast);
  return aggregate && plan.spread !== "one"
    ? sql`${aggregateSql(aggregate, value, aggregateCast)}${as}`
    : sql`${value}${as}`;
}

function fromSql(
  { relationship, from, fromAlias }: Plan,
  parent: Name | null,
): Snippet {
  const as = asSql(fromAlias ?? undefined);
  if (relationship && "fn" in relationship) {
    const row = ident(parent?.name ?? relationship.table.name);
    return sql`${nameSql(relationship.fn)}(${row}::${
      nameSql(relationship.table)
    })${as}`;
  }
  const junction = relationship?.kind === "many-to-many"
    ? sql`, ${nameSql(relationship.junction)}`
    : empty;
  return sql`${nameSql(from)}${as}${junction}`;
}

function joinConditions(
  { relationship }: Plan,
  own: Name,
  parent: Name | null,
): Snippet[] {
  if (!relationship || !parent || "fn" in relationship) return [];
  const equal = (a: Name, b: Name) => ([left, right]: [string, string]) =>
    sql`${columnSql(a, left)} = ${columnSql(b, right)}`;
  if (relationship.kind !== "many-to-many") {
    return relationship.columns.map(equal(parent, own));
  }
  const { junction, source, target } = relationship;
  return [
    ...target.map(equal(own, junction)),
    ...source.map(equal(parent, junction)),
  ];
}

function groupsRows({ spread, fields, embeds }: Plan): boolean {
  return spread !== "one" &&
    (fields.some(({ aggregate }) => aggregate) ||
      embeds.some((embed) => hoisted(embed).length > 0));
}

/** Beside an aggregate everything else is a group. */
function groupSql(plan: Plan, own: Name): Snippet {
  if (!groupsRows(plan)) return empty;
  const fields = listed(plan, plan.fields).flatMap(
    ({ aggregate, field }, index) => {
      if (aggregate) return [];
      // Postgres does not recognise the keys of a JSON path, which are parameters: it goes by position.
      return [
        field.path.length
          ? trusted(String(index + 1))
          : fieldSql(own, field, plan.table),
      ];
    },
  );
  const embeds = plan.embeds.flatMap((embed) => {
    const alias = ident(embed.joinAlias);
    if (!embed.spread) return [embed.toOne ? alias : sql`${alias}.${alias}`];
    const computed = hoisted(embed).map(({ name }) => name);
    return spreadColumns(embed).filter((name) => !computed.includes(name)).map((
      name,
    ) => sql`${alias}.${ident(name)}`);
  });
  return clause(" group by ", [...fields, ...embeds], ", ");
}

function orderSql(plan: Plan, own: Name, term: OrderTerm): Snippet {
  return sql`${termSql(plan, own, term)}${trusted(term.suffix)}`;
}

function termSql(
  plan: Plan,
  own: Name,
  { relation, field }: OrderTerm,
): Snippet {
  const embed = plan.embeds.find(({ name }) => name === relation);
  return embed
    ? fieldSql({ schema: "", name: embed.joinAlias }, field, embed.table)
    : fieldSql(own, field, plan.table);
}

function rangeSql({ range: { limit, offset } }: Plan): Snippet {
  const limited = limit === null ? empty : sql` limit ${bind(String(limit))}`;
  return offset === 0
    ? limited
    : sql`${limited} offset ${bind(String(offset))}`;
}
