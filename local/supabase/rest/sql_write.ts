import { type Column, type Table } from "./catalog.ts";
import { refuse } from "./error.ts";
import type { Logic } from "./filter.ts";
import type { Payload } from "./payload.ts";
import {
  bind,
  clause,
  empty,
  ident,
  join,
  literal,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";
import { columnSql, nameSql } from "./sql_field.ts";
import { logicSql } from "./sql_filter.ts";

const BODY = { schema: "", name: "pgrst_body" };
/** Counts the rows that an upsert really inserted, in a setting of the transaction; always true. */
const countInserted = (step: "+ 1" | "- 1") =>
  sql`set_config('pgrst.inserted', (coalesce(nullif(current_setting('pgrst.inserted', true), ''), '0')::int ${
    trusted(step)
  })::text, true) is not null`;

/** The values to write. */
export interface Values {
  payload: Payload;
  columns: Column[];
  /** Missing keys take the column's default instead of null. */
  defaults: boolean;
}

/** What an insert does when a row is there already. */
export interface Conflict {
  columns: string[];
  merge: boolean;
}

/** The columns that the keys of a body name. Throws PGRST204. */
export function writtenColumns(table: Table, keys: string[]): Column[] {
  return keys.map((key) => {
    const column = table.columns.get(key);
    if (column) return column;
    throw refuse(
      "PGRST204",
      `Could not find the '${key}' column of '${table.name}' in the schema cache`,
    );
  });
}

/** `insert … returning`. `only` are conditions on the body, which PUT needs. */
export function insertSql(
  table: Table,
  values: Values,
  conflict: Conflict | null,
  only: Logic[],
  returning: Snippet,
): Snippet {
  const names = values.columns.map(({ name }) => ident(name));
  const into = names.length ? sql`(${join(names, ", ")})` : empty;
  const selected = join(
    values.columns.map(({ name }) => columnSql(BODY, name)),
    ", ",
  );
  const scope = { table: BODY, known: table };
  const conditions = [
    ...(conflict?.merge ? [countInserted("+ 1")] : []),
    ...only.map((logic) => logicSql(scope, logic)),
  ];
  const where = clause(" where ", conditions, " and ");
  return sql`insert into ${nameSql(table)}${into} select ${selected} from ${
    bodySql(values)
  }${where}${conflictSql(conflict, names)} returning ${returning}`;
}

function conflictSql(conflict: Conflict | null, names: Snippet[]): Snippet {
  if (!conflict || conflict.columns.length === 0) return empty;
  const target = join(conflict.columns.map((name) => ident(name)), ", ");
  if (!conflict.merge || names.length === 0) {
    return sql` on conflict (${target}) do nothing`;
  }
  const set = join(names.map((name) => sql`${name} = excluded.${name}`), ", ");
  return sql` on conflict (${target}) do update set ${set} where ${
    countInserted("- 1")
  }`;
}

/** `update … returning`; without columns nothing is written and nothing comes back. */
export function updateSql(
  table: Table,
  values: Values,
  where: Logic[],
  returning: Snippet,
): Snippet {
  if (values.columns.length === 0) {
    return sql`select ${returning} from ${nameSql(table)} where false`;
  }
  const set = values.columns.map(({ name }) =>
    sql`${ident(name)} = ${columnSql(BODY, name)}`
  );
  return sql`update ${nameSql(table)} set ${join(set, ", ")} from ${
    bodySql(values)
  }${whereSql(table, where)} returning ${returning}`;
}

/** `delete … returning`. */
export function deleteSql(
  table: Table,
  where: Logic[],
  returning: Snippet,
): Snippet {
  return sql`delete from ${nameSql(table)}${
    whereSql(table, where)
  } returning ${returning}`;
}

function whereSql(table: Table, where: Logic[]): Snippet {
  const scope = { table, known: table };
  const conditions = where.map((logic) => logicSql(scope, logic));
  return clause(" where ", conditions, " and ");
}

/** The body as rows called `pgrst_body`, with the types of the columns. */
export function bodySql(
  { payload, columns, defaults }: Values,
  single = false,
): Snippet {
  const type = trusted(defaults ? "jsonb" : "json");
  const given = sql`(select ${
    bind(payload.text)
  }::${type} as json_data) pgrst_payload`;
  const document = defaults
    ? sql`pgrst_defaults.json_data`
    : sql`pgrst_payload.json_data`;
  const filled = defaults
    ? sql`, lateral (${defaultsSql(payload, columns)}) pgrst_defaults`
    : empty;
  const list = join(columns.map(({ name }) => ident(name)), ", ");
  const typed = join(
    columns.map((column) => sql`${ident(column.name)} ${trusted(column.type)}`),
    ", ",
  );
  const many = trusted(payload.isObject ? "" : "set");
  const rows = columns.length
    ? sql`${type}_to_record${many}(${document}) as _(${typed})`
    : payload.isObject
    ? sql`(values (1)) _`
    : sql`${type}_array_elements(${document}) _`;
  const limit = single ? sql` limit 1` : empty;
  return sql`${given}${filled}, lateral (select ${list} from ${rows}${limit}) pgrst_body`;
}

function defaultsSql(payload: Payload, columns: Column[]): Snippet {
  const pairs = columns.flatMap(({ name, default: value }) =>
    value === null ? [] : [sql`${literal(name)}, ${trusted(value)}`]
  );
  const filled = sql`jsonb_build_object(${join(pairs, ", ")})`;
  return payload.isObject
    ? sql`select ${filled} || pgrst_payload.json_data as json_data`
    : sql`select coalesce(jsonb_agg(${filled} || element), '[]') as json_data from jsonb_array_elements(pgrst_payload.json_data) element`;
}
