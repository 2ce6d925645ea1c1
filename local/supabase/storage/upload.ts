import postgres, { type TransactionSql } from "postgres";
import type { Written } from "./blobs.ts";
import { type Bucket, findBucket } from "./buckets.ts";
import { errors, StorageError } from "./errors.ts";
import { type Described, type Incoming, readIncoming } from "./incoming.ts";
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
  metadata: { [field in keyof Metadata]?: Metadata[field] } | null;
  user_metadata: UserMetadata | null;
  owner: string | null;
  owner_id: string | null;
};

/** An upload by the caller: their policies are asked first. */
export async function upload(call: Call): Promise<Response> {
  const { method, headers } = call.request;
  const upsert = method === "PUT" || headers.get("x-upsert") === "true";
  const { sub = null } = await call.claims();
  checkKey(call.key);
  const bucket = await findBucket(call, call.bucket);
  const incoming = await readIncoming(call.request);
  try {
    const operation = method === "PUT" ? "upload_update" : "upload";
    await mayUpload(call, `storage.object.${operation}`, upsert, {
      ...incoming,
      ...incoming.rest(),
    });
    return await store(call, bucket, incoming, { upsert, owner: sub });
  } finally {
    incoming.end();
  }
}

/** What is known of an object before its bytes came: policies see it. */
export interface Announced extends Described {
  mimeType: string;
  length?: number;
}

/** Asks whether the caller may insert this object, or also replace it. */
export async function mayUpload(
  call: Call,
  operation: string,
  upsert: boolean,
  announced?: Announced,
) {
  const row: NewObject = {
    bucket_id: call.bucket,
    name: call.key,
    version: crypto.randomUUID(),
    metadata: announced ? metadataOf(announced) : null,
    user_metadata: announced?.userMetadata ?? null,
    ...ownerOf(await call.claims()),
  };
  await mayDo(call, operation, async (sql) => {
    // Nothing is returned, and no conflict named: an INSERT policy alone suffices, nobody need see the object.
    if (!upsert) {
      await sql`insert into storage.objects ${sql(row)}`.catch(exists);
      return;
    }
    await sql`
      insert into storage.objects ${sql(row)}
      on conflict (bucket_id, name) ${replace(sql)}`;
  });
}

function metadataOf({ mimeType, cacheControl, length }: Announced) {
  return {
    mimetype: mimeType,
    cacheControl,
    ...(length === undefined ? {} : { size: length, contentLength: length }),
  };
}

/** What a taken name is called. */
export function exists(error: unknown): never {
  const taken = error instanceof postgres.PostgresError &&
    error.code === "23505";
  throw taken ? errors.exists("KeyAlreadyExists") : error;
}

/** Writes the bytes under a new version, then the row, then removes the version that was replaced. */
export async function store(
  call: Call,
  bucket: Bucket,
  incoming: Incoming,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<Response> {
  checkMimeType(checkHeader(incoming.mimeType), bucket.allowed_mime_types);
  const limit = sizeLimit(call, bucket);
  const written = await call.blobs.write(incoming.bytes, limit);
  const { id, replaced } = await keeping(call, written.version, async () => {
    const described = { mimeType: incoming.mimeType, ...incoming.rest() };
    return await record(call, described, written, { upsert, owner });
  });
  await call.blobs.remove([replaced]);
  return Response.json({ Id: id, Key: `${call.bucket}/${call.key}` });
}

/** The most bytes that an object of this bucket may have. */
export function sizeLimit(
  { fileSizeLimit }: Pick<Call, "fileSizeLimit">,
  { file_size_limit }: Bucket,
): number {
  return Math.min(file_size_limit ?? Infinity, fileSizeLimit);
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

/** Writes the row of what was stored, as the service. Says which version it replaced. */
export async function record(
  { db, bucket, key }: Pick<Call, "db" | "bucket" | "key">,
  { mimeType, cacheControl, userMetadata }: Announced,
  { version, size, eTag }: Written,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<{ id: string; replaced: string | null }> {
  const lastModified = new Date().toISOString();
  const metadata: Metadata = {
    eTag,
    size,
    mimetype: mimeType,
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
