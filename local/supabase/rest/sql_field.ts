import type { Name, Table } from "./catalog.ts";
import type { Aggregate, Field, SelectField } from "./select.ts";
import {
  bind,
  empty,
  ident,
  join,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";

/** A table, function or alias. */
export function nameSql(name: Name): Snippet {
  return name.schema === ""
    ? ident(name.name)
    : sql`${ident(name.schema)}.${ident(name.name)}`;
}

/** A column of `table`, or all of them. */
export function columnSql(table: Name, column: string): Snippet {
  return column === "*"
    ? sql`${nameSql(table)}.*`
    : sql`${nameSql(table)}.${ident(column)}`;
}

/** A column or a place inside it. Other types than JSON are turned into it first. */
export function fieldSql(
  table: Name,
  field: Field,
  known: Table | undefined,
): Snippet {
  const column = columnSql(table, field.name);
  if (field.path.length === 0) return column;
  const type = known?.columns.get(field.name)?.type;
  const start = type === "json" || type === "jsonb"
    ? column
    : sql`to_jsonb(${column})`;
  const steps = field.path.map(({ asText, key, isIndex }) => {
    const arrow = trusted(asText ? "->>" : "->");
    return sql`${arrow}${
      isIndex ? sql`${bind(key)}::int` : sql`${bind(key)}::text`
    }`;
  });
  return sql`${start}${join(steps, "")}`;
}

/** Types that are words of the grammar: in quotes they would be unknown, or others. */
const SQL_TYPES = new Set(
  ("bigint,bit,bit varying,boolean,char,character,character varying,dec,decimal,double precision,float,int,integer," +
    "interval,numeric,real,smallint,time,time with time zone,time without time zone,timestamp," +
    "timestamp with time zone,timestamp without time zone,varchar").split(","),
);

/** A cast; a type that the grammar does not know is a name like any other. */
export function castSql(value: Snippet, type: string | undefined): Snippet {
  if (type === undefined) return value;
  const name = type.toLowerCase();
  return sql`cast(${value} as ${
    SQL_TYPES.has(name) ? trusted(name) : ident(name)
  })`;
}

/** `as "alias"`, or nothing. */
export function asSql(alias: string | undefined): Snippet {
  return alias === undefined ? empty : sql` as ${ident(alias)}`;
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
  { field, alias, aggregate }: SelectField,
  inSpread: boolean,
): string | undefined {
  if (alias !== undefined) return alias;
  if (aggregate) return inSpread ? aggregate : undefined;
  if (field.path.length === 0) return undefined;
  return field.path.findLast(({ isIndex }) => !isIndex)?.key ?? field.name;
}
