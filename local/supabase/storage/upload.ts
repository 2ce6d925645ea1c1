import type { TransactionSql } from "postgres";
import type { Written } from "./blobs.ts";
import { findBucket } from "./buckets.ts";
import { errors } from "./errors.ts";
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
  bucket: Awaited<ReturnType<typeof findBucket>>,
  { upsert, owner }: { upsert: boolean; owner: string | null },
): Promise<Response> {
  const limit = Math.min(
    bucket.file_size_limit ?? Infinity,
    call.fileSizeLimit,
  );
  const incoming = await readIncoming(call.request);
  checkMimeType(incoming.mimeType, bucket.allowed_mime_types);
  const isForm = call.request.headers.get("content-type")?.startsWith(
    "multipart/form-data",
  );
  if (!isForm && Number(call.request.headers.get("content-length")) > limit) {
    throw errors.tooLarge();
  }
  const written = await call.blobs.write(incoming.bytes, limit);
  try {
    const { id, replaced } = await record(call, incoming, written, {
      upsert,
      owner,
    });
    await call.blobs.remove([replaced]);
    return Response.json({ Id: id, Key: `${call.bucket}/${call.key}` });
  } catch (error) {
    await call.blobs.remove([written.version]);
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
      insert into storage.objects ${
      sql(row)
    } on conflict (bucket_id, name) do update
      set version = excluded.version, metadata = excluded.metadata, user_metadata = excluded.user_metadata,
        owner = excluded.owner, owner_id = excluded.owner_id returning id`;
    if (!after) throw new Error("an upsert returned nothing");
    return { id: after.id, replaced: before?.version ?? null };
  });
}
