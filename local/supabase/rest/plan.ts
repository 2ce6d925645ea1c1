import { type Catalog, keyOf, type Name, type Table } from "./catalog.ts";
import { invalidRange, refuse } from "./error.ts";
import type { Filter, Logic } from "./filter.ts";
import type { OrderTerm } from "./order.ts";
import type { Query, Range } from "./query.ts";
import {
  findRelationship,
  isToOne,
  type Relationship,
} from "./relationship.ts";
import type { SelectEmbed, SelectField, SelectItem } from "./select.ts";

/** A resource of the result: the root or an embed, with all that applies to it. */
export interface Plan {
  /** As filters and the result name it: the alias where there is one. */
  name: string;
  /** What `select` asked for; null for the root. */
  embed: SelectEmbed | null;
  relationship: Relationship | null;
  /** It gives one object or none, not an array. */
  toOne: boolean;
  /** Its columns join those of the parent: as values, or as arrays when there are many. */
  spread: "one" | "many" | null;
  from: Name;
  /** What `from` is called in the statement; null when it keeps its own name. */
  fromAlias: string | null;
  /** What the lateral join is called in the parent. */
  joinAlias: string;
  /** Known columns; undefined for rows of a function that are no table's. */
  table: Table | undefined;
  fields: SelectField[];
  embeds: Plan[];
  where: Logic[];
  order: OrderTerm[];
  range: Range;
}

/** Rules that the configuration sets. */
export interface Rules {
  maxRows: number | null;
  aggregates: boolean;
}

/** Where the rows of the root come from. */
export interface Root {
  /** The table whose relationships and columns count. */
  name: Name;
  /** Set when the rows are those of the statement's source: a mutation or a function. */
  fromSource: boolean;
  /** False for mutations, whose own filters and ranges are not those of the result. */
  filtered: boolean;
}

/** The name that statements give to the rows of a mutation or a function. */
export const SOURCE: Name = { schema: "", name: "pgrst_source" };

/**
 * Builds the tree of a request. Throws `RestError`: unknown or ambiguous relationships, filters
 * on what is not embedded, aggregates when they are off, negative limits.
 */
export function planRead(
  catalog: Catalog,
  query: Query,
  root: Root,
  rules: Rules,
): Plan {
  const plan: Plan = {
    ...newPlan(root.name.name, root.name, catalog),
    ...(root.fromSource ? { from: SOURCE, fromAlias: root.name.name } : {}),
  };
  addItems(plan, query.select, catalog, root.name, 1);
  const placed = <T>(
    list: { path: string[]; item: T }[],
    put: (plan: Plan, item: T) => void,
  ) => {
    for (const { path, item } of list) {
      if (path.length || root.filtered) put(find(plan, path), item);
    }
  };
  placed(
    query.filters,
    ({ where }, filter) => where.push({ kind: "filter", filter }),
  );
  placed(query.logic, ({ where }, logic) => where.push(logic));
  placed(query.ranges, (target, range) => target.range = range);
  for (const { path, item } of query.orders) {
    find(plan, path).order.push(...item);
  }
  finish(plan, rules, root.filtered);
  return plan;
}

function newPlan(name: string, from: Name, catalog: Catalog): Plan {
  return {
    name,
    embed: null,
    relationship: null,
    toOne: false,
    spread: null,
    from,
    fromAlias: null,
    joinAlias: "",
    table: catalog.tables.get(keyOf(from)),
    fields: [],
    embeds: [],
    where: [],
    order: [],
    range: { offset: 0, limit: null },
  };
}

function addItems(
  plan: Plan,
  items: SelectItem[],
  catalog: Catalog,
  origin: Name,
  depth: number,
): void {
  for (const item of items) {
    if (!("target" in item)) {
      plan.fields.push(item);
      continue;
    }
    const relationship = findRelationship(
      catalog,
      origin,
      item.target,
      item.hint,
    );
    const { table, foreign, kind } = relationship;
    const toOne = isToOne(relationship);
    const name = item.alias ?? item.target;
    const child: Plan = {
      ...newPlan(name, foreign, catalog),
      embed: item,
      relationship,
      toOne,
      spread: item.spread ? toOne ? "one" : "many" : null,
      fromAlias: kind === "many-to-many" ? null : `${foreign.name}_${depth}`,
      joinAlias: `${table.name}_${name}_${depth}`,
    };
    addItems(child, item.select, catalog, foreign, depth + 1);
    plan.embeds.push(child);
  }
}

/** The resource that a path of embeds leads to. */
function find(plan: Plan, path: string[]): Plan {
  return path.reduce((node, step) => {
    const child = node.embeds.find(({ name }) => name === step);
    if (child) return child;
    const alias = node.embeds.find(({ embed }) => embed?.target === step)?.name;
    throw refuse(
      "PGRST108",
      `'${step}' is not an embedded resource in this request`,
      alias === undefined
        ? null
        : "Target names are not allowed in filters if they have an alias",
      alias === undefined
        ? `Verify that '${step}' is included in the 'select' query parameter.`
        : `Change '${step}' to '${alias}' in filters, orders or limits.`,
    );
  }, plan);
}

function finish(plan: Plan, rules: Rules, limited: boolean): void {
  if (!rules.aggregates && plan.fields.some(({ aggregate }) => aggregate)) {
    throw refuse("PGRST123", "Use of aggregate functions is not allowed");
  }
  const { limit, offset } = plan.range;
  if (limit !== null && limit < 0) {
    throw invalidRange("Limit should be greater than or equal to zero.");
  }
  if (limited && rules.maxRows !== null) {
    plan.range = { offset, limit: Math.min(limit ?? Infinity, rules.maxRows) };
  }
  for (const { relation } of plan.order) {
    if (relation !== undefined) checkRelatedOrder(plan, relation);
  }
  for (const embed of plan.embeds) finish(embed, rules, limited);
}

/**
 * The embed that a filter tests for being there at all; null when it filters a column. Only null
 * tests do; another filter on the name of an embed needs a column of that name.
 */
export function testedEmbed(
  plan: Plan,
  { field, negated, operation }: Filter,
): Plan | null {
  const embed = plan.embeds.find(({ name }) => name === field.name);
  if (!embed) return null;
  const isNullTest = operation.kind === "is" &&
    (operation.sql === "NULL" || (operation.sql === "NOT NULL" && !negated));
  if (isNullTest) return embed;
  if (plan.table?.columns.has(field.name)) return null;
  throw refuse(
    "PGRST120",
    `Bad operator on the '${field.name}' embedded resource`,
    "Only is null or not is null filters are allowed on embedded resources",
  );
}

function checkRelatedOrder(plan: Plan, relation: string): void {
  const embed = find(plan, [relation]);
  if (embed.toOne) return;
  const origin = embed.relationship?.table.name ?? plan.name;
  throw refuse(
    "PGRST118",
    `A related order on '${relation}' is not possible`,
    `'${origin}' and '${relation}' do not form a many-to-one or one-to-one relationship`,
  );
}
