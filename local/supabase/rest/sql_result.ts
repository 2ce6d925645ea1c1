import type { Routine } from "./catalog.ts";
import type { Media } from "./media.ts";
import {
  bind,
  empty,
  join,
  literal,
  type Snippet,
  sql,
  trusted,
} from "./snippet.ts";

/** The parts of a statement whose one row is the whole answer. */
export interface Result {
  /** Reads or writes the rows, or calls the function that does. */
  source: Snippet;
  /** Shapes what `source` gave; null when it has its shape already. */
  read: Snippet | null;
  /** Selects one row for each that has to be counted; null for no count. */
  count: Snippet | null;
  /** Counting stops there, for estimates. */
  countLimit: number | null;
  /** What the body shows; null for no body. */
  media: Media | null;
  routine?: Routine;
  /** The columns of `Location`; not given when it is not asked for. */
  location?: string[];
}

/** That row, as the driver gives it. */
export interface ResultRow {
  total: string | null;
  page: string;
  body: string | null;
  location: string[] | null;
  headers: string | null;
  status: string | null;
  inserted: string | null;
}

/** One statement for rows, count, body and what the database wants the answer to be like. */
export function resultSql(result: Result): Snippet {
  const { source, read, count, countLimit, media, routine, location } = result;
  const limit = countLimit === null
    ? empty
    : sql` limit ${bind(String(countLimit))}`;
  const counted = count ? sql`, pgrst_count as (${count}${limit})` : empty;
  const total = count ? sql`(select count(*) from pgrst_count)` : sql`null`;
  const rows = read ?? sql`select * from pgrst_source`;
  const columns = [
    sql`${total}::text as total`,
    sql`count(_rows)::text as page`,
    sql`${media ? bodySql(media, routine) : sql`null`}::text as body`,
    sql`${location ? locationSql(location) : sql`null`}::text[] as location`,
    settingSql("response.headers", "headers"),
    settingSql("response.status", "status"),
    settingSql("pgrst.inserted", "inserted"),
  ];
  return sql`with pgrst_source as (${source})${counted} select ${
    join(columns, ", ")
  } from (${rows}) _rows`;
}

function settingSql(name: string, column: string): Snippet {
  return sql`nullif(current_setting(${literal(name)}, true), '') as ${
    trusted(column)
  }`;
}

function bodySql(media: Media, routine: Routine | undefined): Snippet {
  if (media.shape === "csv") return csvSql();
  const isScalar = routine && routine.returns !== "composite";
  const rows = isScalar
    ? sql`json_agg(_rows.pgrst_scalar)`
    : sql`json_agg(_rows)`;
  const single = media.shape === "object"
    ? !isScalar || !routine.isSet
    : routine && !routine.isSet;
  const value = single ? sql`(${rows}->0)` : rows;
  const stripped = media.stripNulls ? sql`json_strip_nulls(${value})` : value;
  return sql`coalesce(${stripped}::text, ${literal(single ? "null" : "[]")})`;
}

/** The names of the columns, then each row without its parentheses. */
function csvSql(): Snippet {
  const header =
    sql`(select coalesce(string_agg(k, ','), '') from (select json_object_keys(row_to_json(_first)) as k
    from (select * from pgrst_source limit 1) _first) _keys)`;
  return sql`${header} || E'\n' || coalesce(string_agg(substring(_rows::text, 2, length(_rows::text) - 2), E'\n'), '')`;
}

/** \`id=eq.1\` for each column of the key. */
function locationSql(key: string[]): Snippet {
  const names = join(key.map((name) => literal(name)), ", ");
  return sql`(select array_agg(_pair.key || '=' || coalesce('eq.' || _pair.value, 'is.null'))
    from (select row_to_json(_) as row from pgrst_source as _ limit 1) _one
    cross join json_each_text(_one.row) _pair where _pair.key in (${names}))`;
}
