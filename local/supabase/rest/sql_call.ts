import type { Parameter, Routine } from "./catalog.ts";
import type { Payload } from "./payload.ts";
import {
  bind,
  empty,
  ident,
  join,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";
import { nameSql } from "./sql_field.ts";
import { arrayLiteral } from "./sql_filter.ts";
import { bodySql } from "./sql_write.ts";

/** The rows of a function; one column `pgrst_scalar` when it returns no rows of a table. */
export function callSql(
  routine: Routine,
  given: Payload | [name: string, value: string][],
  columns: Snippet,
): Snippet {
  const { body = empty, passed } = argumentsSql(routine, given);
  const call = sql`${nameSql(routine)}(${join(passed, ", ")})`;
  return routine.returns === "composite"
    ? sql`select ${columns} from ${body}${call} pgrst_call`
    : sql`select pgrst_call.pgrst_scalar from ${body}(select ${call} pgrst_scalar) pgrst_call`;
}

/** What is passed, and the rows of the body where it comes from there. */
function argumentsSql(
  { parameters }: Routine,
  given: Payload | [name: string, value: string][],
): { body?: Snippet; passed: Snippet[] } {
  const [only] = parameters;
  if (only?.name === "") {
    const whole = Array.isArray(given)
      ? JSON.stringify(Object.fromEntries(given))
      : given.text;
    return { passed: [sql`${bind(whole)}::${trusted(only.type)}`] };
  }
  if (Array.isArray(given)) {
    return { passed: queryArguments(parameters, given) };
  }
  const used = parameters.filter(({ name }) => given.keys.includes(name));
  if (used.length === 0) return { passed: [] };
  const columns = used.map(({ name, type }) => ({ name, type, default: null }));
  const body = bodySql({ payload: given, columns, defaults: false }, true);
  const passed = used.map((parameter) =>
    argumentSql(parameter, sql`pgrst_body.${ident(parameter.name)}`)
  );
  return { body: sql`${body}, lateral `, passed };
}

/** A variadic parameter gathers all values of its name; of others the last one counts. */
function queryArguments(
  parameters: Parameter[],
  values: [string, string][],
): Snippet[] {
  const byName = Map.groupBy(values, ([name]) => name);
  return parameters.flatMap((parameter) => {
    const own = byName.get(parameter.name)?.map(([, value]) => value);
    if (!own) return [];
    const value = parameter.variadic ? arrayLiteral(own) : own.at(-1) ?? "";
    return [
      argumentSql(parameter, sql`${bind(value)}::${trusted(parameter.type)}`),
    ];
  });
}

function argumentSql({ name, variadic }: Parameter, value: Snippet): Snippet {
  return sql`${trusted(variadic ? "variadic " : "")}${ident(name)} := ${value}`;
}
