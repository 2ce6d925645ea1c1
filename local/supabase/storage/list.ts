import { errors } from "./errors.ts";
import { asCaller } from "./scope.ts";
import { type Call, integer, type ObjectRow, readJson } from "./service.ts";

const TIMES = ["updated_at", "created_at", "last_accessed_at"];

/** What is directly under a folder; folders are entries without an id. */
export async function listObjects(call: Call): Promise<Response> {
  const body = await readJson(call.request);
  if (typeof body.prefix !== "string") {
    throw errors.invalid("body must have required property 'prefix'");
  }
  const prefix = body.prefix === "" || body.prefix.endsWith("/")
    ? body.prefix
    : `${body.prefix}/`;
  const { column, order } = sorting(body.sortBy, ["name", ...TIMES]);
  const limit = integer(body, "limit", { least: 1, otherwise: 100 });
  const offset = integer(body, "offset", { least: 0, otherwise: 0 });
  const search = typeof body.search === "string" ? body.search : "";
  const rows = await asCaller(
    call,
    "storage.object.list",
    (sql) =>
      sql`
    select * from storage.search(${prefix}, ${call.bucket}, ${limit}, ${offset}, ${search}, ${column}, ${order})`,
  );
  return Response.json(rows);
}

function sorting(
  value: unknown,
  columns: string[],
): { column: string; order: "asc" | "desc" } {
  const { column = "name", order = "asc" } =
    typeof value === "object" && value !== null
      ? value as { column?: unknown; order?: unknown } // checked below
      : {};
  if (typeof column !== "string" || !columns.includes(column)) {
    throw errors.invalid(
      "body/sortBy/column must be equal to one of the allowed values",
    );
  }
  return { column, order: order === "desc" ? "desc" : "asc" };
}

/** An object or, with a delimiter, a folder; both in the one order that cursors walk. */
interface Entry extends ObjectRow {
  is_folder: boolean;
  sort: string;
}

/** All objects under a prefix, or what is directly under it, page by page. */
export async function listObjectsPaged(call: Call): Promise<Response> {
  const body = await readJson(call.request);
  for (const field of ["noncurrentVersions", "deleteMarkers", "exactMatch"]) {
    if (body[field] !== undefined) throw errors.notImplemented(field);
  }
  const { column, order } = sorting(body.sortBy, [
    "name",
    "updated_at",
    "created_at",
  ]);
  const limit = integer(body, "limit", {
    least: 1,
    most: 1000,
    otherwise: 1000,
  });
  const prefix = typeof body.prefix === "string" ? body.prefix : "";
  const after = body.cursor === undefined
    ? null
    : readCursor(String(body.cursor));
  const delimited = body.with_delimiter === true;
  const rows = await asCaller(
    call,
    "storage.object.list_v2",
    (sql) =>
      sql<Entry[]>`
    with found as (
      select *, ${delimited} and strpos(substr(name, length(${prefix}::text) + 1), '/') > 0 as is_folder
      from storage.objects where bucket_id = ${call.bucket} and starts_with(name, ${prefix})
    ), entries as (
      select id, name, updated_at, created_at, last_accessed_at, metadata, false as is_folder,
        ${
        column === "name"
          ? sql`''`
          : sql`to_char(${
            sql(column)
          } at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')`
      } as sort
      from found where not is_folder
      union all
      select distinct null::uuid,
        ${prefix}::text || split_part(substr(name, length(${prefix}::text) + 1), '/', 1) || '/',
        null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb, true, ''
      from found where is_folder
    )
    select * from entries
    ${
        after === null ? sql`` : sql`where (sort collate "C", name collate "C")
      ${order === "asc" ? sql`>` : sql`<`} (${after.sort}, ${after.name})`
      }
    order by sort collate "C" ${sql.unsafe(order)}, name collate "C" ${
        sql.unsafe(order)
      } limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasNext = rows.length > limit;
  return Response.json({
    hasNext,
    ...hasNext && last && { nextCursor: writeCursor(last) },
    folders: page.filter((entry) => entry.is_folder).map(({ name }) => ({
      key: name.slice(0, -1),
      name,
    })),
    objects: page.filter((entry) => !entry.is_folder).map((
      { id, name, updated_at, created_at, last_accessed_at, metadata },
    ) => ({
      id,
      key: name,
      name,
      updated_at,
      created_at,
      last_accessed_at,
      metadata,
    })),
  });
}

function writeCursor({ sort, name }: { sort: string; name: string }): string {
  return new TextEncoder().encode(JSON.stringify([sort, name])).toBase64();
}

function readCursor(cursor: string): { sort: string; name: string } {
  try {
    const [sort, name] = JSON.parse(
      new TextDecoder().decode(Uint8Array.fromBase64(cursor)),
    );
    if (typeof sort === "string" && typeof name === "string") {
      return { sort, name };
    }
  } catch {
    // said below
  }
  throw errors.invalid("body/cursor is not one of this server's");
}
