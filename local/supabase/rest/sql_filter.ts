import type { Name, Table } from "./catalog.ts";
import type { Filter, Logic, Operation } from "./filter.ts";
import { type Plan, testedEmbed } from "./plan.ts";
import type { Field } from "./select.ts";
import {
  bind,
  ident,
  join,
  literal,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";
import { fieldSql } from "./sql_field.ts";

/** What the columns of a condition belong to. */
export interface Scope {
  table: Name;
  known: Table | undefined;
  /** Whose embeds may be tested, and how; not given where there are none. */
  plan?: Plan;
  embedTest?: (embed: Plan, present: boolean) => Snippet;
}

/** A tree of filters as one condition. */
export function logicSql(scope: Scope, logic: Logic): Snippet {
  if (logic.kind === "filter") return filterSql(scope, logic.filter);
  const terms = join(
    logic.terms.map((term) => logicSql(scope, term)),
    logic.kind === "and" ? " and " : " or ",
  );
  return logic.negated ? sql`not (${terms})` : sql`(${terms})`;
}

function filterSql(scope: Scope, filter: Filter): Snippet {
  const { field, negated, operation } = filter;
  const embed = scope.plan && testedEmbed(scope.plan, filter);
  if (embed && scope.embedTest && operation.kind === "is") {
    return scope.embedTest(embed, negated || operation.sql === "NOT NULL");
  }
  const condition = operationSql(scope, field, operation);
  return negated ? sql`not ${condition}` : condition;
}

function operationSql(
  scope: Scope,
  field: Field,
  operation: Operation,
): Snippet {
  const left = fieldSql(scope.table, field, scope.known);
  switch (operation.kind) {
    case "compare": {
      const isPattern = operation.sql === "like" || operation.sql === "ilike";
      const value = bind(
        isPattern ? operation.value.replaceAll("*", "%") : operation.value,
      );
      const operator = trusted(operation.sql);
      return operation.quantifier
        ? sql`${left} ${operator} ${trusted(operation.quantifier)}(${value})`
        : sql`${left} ${operator} ${value}`;
    }
    case "distinct":
      return sql`${left} is distinct from ${bind(operation.value)}`;
    case "is":
      return sql`${left} is ${trusted(operation.sql)}`;
    case "in":
      return sql`${left} = any(${bind(arrayLiteral(operation.values))})`;
    case "search":
      return searchSql(scope, field, left, operation);
  }
}

/** Text search; a column that is no `tsvector` is turned into one. */
function searchSql(
  scope: Scope,
  field: Field,
  left: Snippet,
  { sql: name, language, value }: Extract<Operation, { kind: "search" }>,
): Snippet {
  const config = language === undefined
    ? sql``
    : sql`${literal(language)}::regconfig, `;
  const isVector = field.path.length === 0 &&
    scope.known?.columns.get(field.name)?.type === "tsvector";
  const vector = isVector || !scope.known
    ? left
    : sql`to_tsvector(${config}${left})`;
  return sql`${vector} @@ ${trusted(name)}(${config}${bind(value)})`;
}

/** `{"a","b"}` as Postgres reads an array; the one element "" means no element. */
export function arrayLiteral(values: string[]): string {
  if (values.length === 1 && values[0] === "") return "{}";
  const quoted = values.map((value) =>
    `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
  );
  return `{${quoted.join(",")}}`;
}

/** Whether a lateral join found something, as a condition in its parent. */
export function presentSql(embed: Plan, present: boolean): Snippet {
  return sql`${ident(embed.joinAlias)} is ${
    trusted(present ? "" : "not ")
  }distinct from null`;
}
