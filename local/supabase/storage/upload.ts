import postgres, { type TransactionSql } from "postgres";
import type { Written } from "./blobs.ts";
import { type Bucket, findBucket } from "./buckets.ts";
import { errors, StorageError } from "./errors.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { checkKey, checkMimeType } from "./limits.ts";
import { asService, mayDo, type Scope } from "./scope.ts";
import {
  type Call,
  type Metadata,
  type ObjectRow,
  ownerOf,
} from "./service.ts";

/** An upload by the caller: his policies are asked first. */
export async function upload(call: Call): Promise<Response> {
  const upsert = call.request.method === "PUT" ||
    call.request.headers.get("x-upsert") === "true";
  const scope = await call.scope(
    call.request.method === "PUT"
      ? "storage.object.upload_update"
      : "storage.object.upload",
  );
  checkKey(call.key);
  const bucket = await findBucket(call, call.bucket);
  await mayUpload(call, scope, upsert);
  return await store(call, bucket, { upsert, owner: scope.claims.sub ?? null });
}

/** Asks whether the caller may insert this object, or also replace it. */
export async function mayUpload(
  { db, bucket, key }: Call,
  scope: Scope,
  upsert: boolean,
) {
  const row = {
    bucket_id: bucket,
    name: key,
    version: crypto.randomUUID(),
    ...ownerOf(scope.claims),
  };
  await mayDo(db, scope, async (sql) => {
    if (!upsert) return await insert(sql, row);
    await sql`insert into storage.objects ${
      sql(row)
    } on conflict (bucket_id, name) do update
      set version = excluded.version, owner_id = excluded.owner_id, owner = excluded.owner returning id`;
  });
}

async function insert(sql: TransactionSql, row: Record<string, string | null>) {
  const rows = await sql`insert into storage.objects ${
    sql(row)
  } on conflict (bucket_id, name) do nothing returning id`;
  if (rows.length === 0) throw errors.exists("KeyAlreadyExists");
}

/** Writes the bytes under a new version, then the row, then removes the version that was replaced. */
export async function store(
  call: Call,
  bucket: Bucket,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<Response> {
  const incoming = await readIncoming(call.request);
  try {
    checkMimeType(incoming.mimeType, bucket.allowed_mime_types);
    const limit = Math.min(
      bucket.file_size_limit ?? Infinity,
      call.fileSizeLimit,
    );
    const written = await call.blobs.write(incoming.bytes, limit);
    const { id, replaced } = await keeping(call, written.version, () => {
      return record(call, incoming, written, { upsert, owner });
    });
    await call.blobs.remove([replaced]);
    return Response.json({ Id: id, Key: `${call.bucket}/${call.key}` });
  } finally {
    incoming.end();
  }
}

/**
 * Writes a row for a version, and removes the version when the row was refused. When the database did not answer, it
 * may have the row: the file stays, and the next start removes it if nobody has it.
 */
export async function keeping<T>(
  { blobs }: Call,
  version: string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refused = error instanceof StorageError ||
      error instanceof postgres.PostgresError && !/^(57P|08)/.test(error.code);
    if (refused) await blobs.remove([version]);
    throw error;
  }
}

async function record(
  { db, bucket, key }: Call,
  incoming: Incoming,
  { version, size, eTag }: Written,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<{ id: string; replaced: string | null }> {
  const { cacheControl, userMetadata } = incoming.rest();
  const lastModified = new Date().toISOString();
  const metadata: Metadata = {
    eTag,
    size,
    mimetype: incoming.mimeType,
    cacheControl,
    lastModified,
    contentLength: size,
    httpStatusCode: 200,
  };
  return await asService(db, async (sql) => {
    // Two uploads of one name come after each other: the second sees, and removes, the version of the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${bucket}/${key}`}, 0))`;
    const [before] = await sql<Pick<ObjectRow, "version">[]>`
      select version from storage.objects where bucket_id = ${bucket} and name = ${key} for update`;
    if (before && !upsert) throw errors.exists("KeyAlreadyExists");
    const row = {
      bucket_id: bucket,
      name: key,
      version,
      metadata: { ...metadata },
      user_metadata: userMetadata && JSON.parse(JSON.stringify(userMetadata)),
      ...ownerOf({ sub: owner ?? undefined }),
    };
    const [after] = await sql<{ id: string }[]>`
      insert into storage.objects ${sql(row)}
      on conflict (bucket_id, name) ${replace(sql)} returning id`;
    if (!after) throw new Error("an upsert returned nothing");
    return { id: after.id, replaced: before?.version ?? null };
  });
}

/** What an upload changes of the row that it replaces. */
export function replace(sql: TransactionSql) {
  return sql`do update set version = excluded.version, metadata = excluded.metadata,
    user_metadata = excluded.user_metadata, owner = excluded.owner, owner_id = excluded.owner_id`;
}
