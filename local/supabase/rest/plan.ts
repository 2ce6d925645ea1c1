import { type Catalog, keyOf, type Name, type Table } from "./catalog.ts";
import { invalidRange, notEmbedded, RestError } from "./error.ts";
import type { Filter, Logic } from "./filter.ts";
import type { OrderTerm } from "./order.ts";
import type { Query, Range } from "./query.ts";
import {
  findRelationship,
  isToOne,
  type Relationship,
} from "./relationship.ts";
import type { SelectField, SelectItem } from "./select.ts";

/** A resource of the result: the root or an embed, with all that applies to it. */
export interface Plan {
  /** As the request names it. */
  name: string;
  alias?: string;
  hint?: string;
  join?: "inner" | "left";
  /** Its columns join those of the parent: as values, or as arrays when there are many. */
  spread: "one" | "many" | null;
  depth: number;
  from: Name;
  /** What `from` is called in the statement; null when it keeps its own name. */
  fromAlias: string | null;
  /** What the lateral join is called in the parent. */
  joinAlias: string;
  relationship: Relationship | null;
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
  const plan = newPlan(root.name.name, root.name, 0, catalog);
  if (root.fromSource) {
    plan.from = SOURCE;
    plan.fromAlias = root.name.name;
  }
  addItems(plan, query.select, catalog, root.name.schema);
  for (const { path, item } of query.filters) {
    if (path.length || root.filtered) {
      find(plan, path).where.push({ kind: "filter", filter: item });
    }
  }
  for (const { path, item } of query.logic) {
    if (path.length || root.filtered) find(plan, path).where.push(item);
  }
  for (const { path, item } of query.orders) {
    find(plan, path).order.push(...item);
  }
  for (const { path, item } of query.ranges) {
    if (path.length || root.filtered) find(plan, path).range = item;
  }
  finish(plan, rules, root.filtered);
  return plan;
}

function newPlan(
  name: string,
  from: Name,
  depth: number,
  catalog: Catalog,
): Plan {
  return {
    name,
    spread: null,
    depth,
    from,
    fromAlias: null,
    joinAlias: "",
    relationship: null,
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
  schema: string,
): void {
  // A source has an alias that is the name of its table; a table embedded once has one that is not.
  const origin = plan.depth === 0
    ? plan.fromAlias ?? plan.from.name
    : plan.from.name;
  for (const item of items) {
    if (!("target" in item)) {
      plan.fields.push(item);
      continue;
    }
    const relationship = findRelationship(
      catalog,
      schema,
      origin,
      item.target,
      item.hint,
    );
    const child = newPlan(
      item.target,
      relationship.foreign,
      plan.depth + 1,
      catalog,
    );
    const parentName = "fn" in relationship || plan.depth > 0
      ? relationship.table.name
      : origin;
    Object.assign(child, {
      alias: item.alias,
      hint: item.hint,
      join: item.join,
      relationship,
      spread: item.spread ? isToOne(relationship) ? "one" : "many" : null,
      fromAlias: relationship.kind === "many-to-many"
        ? null
        : `${child.from.name}_${child.depth}`,
      joinAlias: `${parentName}_${item.alias ?? item.target}_${child.depth}`,
    });
    addItems(child, item.select, catalog, schema);
    plan.embeds.push(child);
  }
}

/** The resource that a path of embeds leads to, by alias where there is one. */
function find(plan: Plan, path: string[]): Plan {
  return path.reduce((node, step) => {
    const child = node.embeds.find((candidate) =>
      (candidate.alias ?? candidate.name) === step
    );
    if (child) return child;
    const alias = node.embeds.find(({ name }) => name === step)?.alias;
    throw notEmbedded(
      step,
      alias === undefined ? undefined : { target: step, alias },
    );
  }, plan);
}

function finish(plan: Plan, rules: Rules, limited: boolean): void {
  if (!rules.aggregates && plan.fields.some(({ aggregate }) => aggregate)) {
    throw new RestError(
      400,
      "PGRST123",
      "Use of aggregate functions is not allowed",
    );
  }
  if (plan.range.limit !== null && plan.range.limit < 0) {
    throw invalidRange("Limit should be greater than or equal to zero.");
  }
  if (limited && rules.maxRows !== null) {
    plan.range = {
      ...plan.range,
      limit: Math.min(plan.range.limit ?? Infinity, rules.maxRows),
    };
  }
  for (const logic of plan.where) {
    forEachFilter(logic, (filter) => checkEmbedTest(plan, filter));
  }
  for (const term of plan.order) {
    if (term.relation !== undefined) checkRelatedOrder(plan, term.relation);
  }
  for (const embed of plan.embeds) finish(embed, rules, limited);
}

/** Calls `visit` for each filter of a tree. */
export function forEachFilter(
  logic: Logic,
  visit: (filter: Filter) => void,
): void {
  if (logic.kind === "filter") visit(logic.filter);
  else for (const term of logic.terms) forEachFilter(term, visit);
}

/** The embed that a filter tests for being there at all; null when it filters a column. */
export function testedEmbed(plan: Plan, filter: Filter): Plan | null {
  return plan.embeds.find((embed) =>
    (embed.alias ?? embed.name) === filter.field.name
  ) ?? null;
}

function checkEmbedTest(
  plan: Plan,
  { field, operation, negated }: Filter,
): void {
  const tested = plan.embeds.some((embed) =>
    (embed.alias ?? embed.name) === field.name
  );
  const isNullTest = operation.kind === "is" &&
    (operation.sql === "NULL" || (operation.sql === "NOT NULL" && !negated));
  if (!tested || isNullTest) return;
  throw new RestError(
    400,
    "PGRST120",
    `Bad operator on the '${field.name}' embedded resource`,
    "Only is null or not is null filters are allowed on embedded resources",
  );
}

function checkRelatedOrder(plan: Plan, relation: string): void {
  const embed = find(plan, [relation]);
  if (embed.relationship && isToOne(embed.relationship)) return;
  throw new RestError(
    400,
    "PGRST118",
    `A related order on '${relation}' is not possible`,
    `'${
      plan.from === SOURCE ? plan.name : plan.from.name
    }' and '${relation}' do not form a many-to-one or one-to-one relationship`,
  );
}
