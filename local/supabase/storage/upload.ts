import postgres, { type TransactionSql } from "postgres";
import type { Written } from "./blobs.ts";
import { type Bucket, findBucket } from "./buckets.ts";
import { errors, StorageError } from "./errors.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { checkHeader, checkKey, checkMimeType } from "./limits.ts";
import { asService, mayDo } from "./scope.ts";
import {
  type Call,
  type Metadata,
  type ObjectRow,
  ownerOf,
  type UserMetadata,
} from "./service.ts";

/** What an upload, or a copy, writes of its object. */
export type NewObject = {
  bucket_id: string;
  name: string;
  version: string;
  metadata: { [field in keyof Metadata]: Metadata[field] } | null;
  user_metadata: UserMetadata | null;
  owner: string | null;
  owner_id: string | null;
};

/** An upload by the caller: his policies are asked first. */
export async function upload(call: Call): Promise<Response> {
  const { method, headers } = call.request;
  const upsert = method === "PUT" || headers.get("x-upsert") === "true";
  const { sub = null } = await call.claims();
  checkKey(call.key);
  const bucket = await findBucket(call, call.bucket);
  const operation = method === "PUT" ? "upload_update" : "upload";
  await mayUpload(call, `storage.object.${operation}`, upsert);
  return await store(call, bucket, { upsert, owner: sub });
}

/** Asks whether the caller may insert this object, or also replace it. */
export async function mayUpload(
  call: Call,
  operation: string,
  upsert: boolean,
) {
  const row: NewObject = {
    bucket_id: call.bucket,
    name: call.key,
    version: crypto.randomUUID(),
    metadata: null,
    user_metadata: null,
    ...ownerOf(await call.claims()),
  };
  await mayDo(call, operation, async (sql) => {
    const rows = await sql`
      insert into storage.objects ${sql(row)}
      on conflict (bucket_id, name) ${upsert ? replace(sql) : sql`do nothing`}
      returning id`;
    if (rows.length === 0) throw errors.exists("KeyAlreadyExists");
  });
}

/** Writes the bytes under a new version, then the row, then removes the version that was replaced. */
export async function store(
  call: Call,
  bucket: Bucket,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<Response> {
  const incoming = await readIncoming(call.request);
  try {
    checkMimeType(checkHeader(incoming.mimeType), bucket.allowed_mime_types);
    const limit = Math.min(
      bucket.file_size_limit ?? Infinity,
      call.fileSizeLimit,
    );
    const written = await call.blobs.write(incoming.bytes, limit);
    const { id, replaced } = await keeping(call, written.version, async () => {
      return await record(call, incoming, written, { upsert, owner });
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
    cacheControl: checkHeader(cacheControl),
    lastModified,
    contentLength: size,
    httpStatusCode: 200,
  };
  const row: NewObject = {
    bucket_id: bucket,
    name: key,
    version,
    metadata,
    user_metadata: userMetadata,
    ...ownerOf({ sub: owner }),
  };
  return await asService(db, async (sql) => {
    await lockName(sql, bucket, key);
    const [before] = await sql<Pick<ObjectRow, "version">[]>`
      select version from storage.objects
      where bucket_id = ${bucket} and name = ${key} for update`;
    if (before && !upsert) throw errors.exists("KeyAlreadyExists");
    const [after] = await sql<{ id: string }[]>`
      insert into storage.objects ${sql(row)}
      on conflict (bucket_id, name) ${replace(sql)} returning id`;
    if (!after) throw new Error("an upsert returned nothing");
    return { id: after.id, replaced: before?.version ?? null };
  });
}

/** Lets uploads of one name come after each other: the second sees, and removes, the version of the first. */
export async function lockName(
  sql: TransactionSql,
  bucket: string,
  key: string,
) {
  const name = `${bucket}/${key}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** What an upload changes of the row that it replaces. */
export function replace(sql: TransactionSql) {
  return sql`do update set version = excluded.version, metadata = excluded.metadata,
    user_metadata = excluded.user_metadata, owner = excluded.owner, owner_id = excluded.owner_id`;
}
