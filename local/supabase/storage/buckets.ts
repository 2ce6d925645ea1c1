import type { TransactionSql } from "postgres";
import { errors } from "./errors.ts";
import { checkBucketName, parseMimeTypes, parseSize } from "./limits.ts";
import { asCaller, asService } from "./scope.ts";
import { type Call, ownerOf, readJson } from "./service.ts";

/** What limits the objects of a bucket. */
export interface Bucket {
  id: string;
  public: boolean;
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
}

/** A bucket, whoever asks. Throws when there is none. */
export async function findBucket(
  { db }: Pick<Call, "db">,
  id: string,
): Promise<Bucket> {
  const [bucket] = await asService(db, (sql) =>
    sql<Bucket[]>`
    select id, public, file_size_limit::float8, allowed_mime_types from storage.buckets where id = ${id}`);
  if (!bucket) throw errors.noSuchBucket();
  return bucket;
}

function columns(sql: TransactionSql) {
  return sql`id, name, coalesce(owner::text, '') as owner, public, file_size_limit::float8, allowed_mime_types,
    created_at, updated_at`;
}

export async function createBucket(call: Call): Promise<Response> {
  const body = await readJson(call.request);
  const name = checkBucketName(body.name);
  const id = checkBucketName(body.id ?? name);
  refuseTypes(body);
  const owner = ownerOf(await call.claims());
  const row = { id, name, ...settings(call, body), ...owner };
  await asCaller(call, "storage.bucket.create", async (sql) => {
    const rows = await sql`insert into storage.buckets ${
      sql(row)
    } on conflict do nothing returning id`;
    if (rows.length === 0) throw errors.exists("BucketAlreadyExists");
  });
  return Response.json({ name: id });
}

/** Only what the caller names: a missing setting stays as it is. */
function settings({ fileSizeLimit }: Call, body: Record<string, unknown>) {
  const given: {
    public?: boolean;
    file_size_limit?: number | null;
    allowed_mime_types?: string[] | null;
  } = {};
  if (body.public !== undefined) given.public = body.public === true;
  if (body.file_size_limit !== undefined) {
    given.file_size_limit = parseSize(body.file_size_limit);
    if ((given.file_size_limit ?? 0) > fileSizeLimit) throw errors.tooLarge();
  }
  if (body.allowed_mime_types !== undefined) {
    given.allowed_mime_types = parseMimeTypes(body.allowed_mime_types);
  }
  return given;
}

function refuseTypes({ type, versioning }: Record<string, unknown>) {
  if (type !== undefined && type !== "STANDARD") {
    throw errors.notImplemented(`bucket type ${type}`);
  }
  if (versioning !== undefined) throw errors.notImplemented("versioning");
}

const SORTABLE = ["id", "name", "created_at", "updated_at"];

export async function listBuckets(call: Call): Promise<Response> {
  const parameters = call.url.searchParams;
  const search = parameters.get("search") ?? "";
  const column = parameters.get("sortColumn") ?? "name";
  if (!SORTABLE.includes(column)) {
    throw errors.invalid(
      "querystring/sortColumn must be equal to one of the allowed values",
    );
  }
  const rows = await asCaller(
    call,
    "storage.bucket.list",
    (sql) =>
      sql`
    select ${columns(sql)}, type from storage.buckets
    where strpos(lower(name), lower(${search})) > 0
    order by ${sql(column)} ${
        parameters.get("sortOrder") === "desc" ? sql`desc` : sql`asc`
      }
    limit ${count(parameters.get("limit"))} offset ${
        count(parameters.get("offset")) ?? 0
      }`,
  );
  return Response.json(rows);
}

function count(parameter: string | null): number | null {
  if (parameter === null) return null;
  if (!/^\d{1,9}$/.test(parameter)) {
    throw errors.invalid(
      "querystring must have whole numbers for limit and offset",
    );
  }
  return Number(parameter);
}

export async function getBucket(call: Call): Promise<Response> {
  const [bucket] = await asCaller(
    call,
    "storage.bucket.get",
    (sql) =>
      sql`
    select ${columns(sql)} from storage.buckets where id = ${call.bucket}`,
  );
  if (!bucket) throw errors.noSuchBucket();
  return Response.json(bucket);
}

export async function updateBucket(call: Call): Promise<Response> {
  const body = await readJson(call.request);
  refuseTypes(body);
  const given = { ...settings(call, body), updated_at: new Date() };
  const rows = await asCaller(
    call,
    "storage.bucket.update",
    (sql) =>
      sql`
    update storage.buckets set ${
        sql(given)
      } where id = ${call.bucket} returning id`,
  );
  if (rows.length === 0) throw errors.noSuchBucket();
  return Response.json({ message: "Successfully updated" });
}

export async function deleteBucket(call: Call): Promise<Response> {
  await asCaller(call, "storage.bucket.delete", async (sql) => {
    const seen =
      await sql`select id from storage.buckets where id = ${call.bucket}`;
    if (seen.length === 0) throw errors.noSuchBucket();
    // Objects that the caller does not see count as well: the foreign key would say so less clearly.
    const [object] = await call.db
      .admin`select 1 from storage.objects where bucket_id = ${call.bucket} limit 1`;
    if (object) throw errors.notEmpty();
    const gone =
      await sql`delete from storage.buckets where id = ${call.bucket} returning id`;
    if (gone.length === 0) throw errors.noSuchBucket();
  });
  return Response.json({ message: "Successfully deleted" });
}

/** Deletes at once what the real service queues; its words are kept. */
export async function emptyBucket(call: Call): Promise<Response> {
  const rows = await asCaller(call, "storage.bucket.empty", async (sql) => {
    const seen =
      await sql`select id from storage.buckets where id = ${call.bucket}`;
    if (seen.length === 0) throw errors.noSuchBucket();
    return await sql<{ version: string | null }[]>`
      delete from storage.objects where bucket_id = ${call.bucket} returning version`;
  });
  await call.blobs.remove(rows.map(({ version }) => version));
  return Response.json({
    message: "Empty bucket has been queued. Completion may take up to an hour.",
  });
}
