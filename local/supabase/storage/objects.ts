import { findBucket } from "./buckets.ts";
import { errors } from "./errors.ts";
import { checkKey } from "./limits.ts";
import { asCaller, asService } from "./scope.ts";
import { findAsService } from "./serve.ts";
import {
  type Call,
  type ObjectRow,
  ownerOf,
  readJson,
  text,
} from "./service.ts";
import {
  exists,
  keeping,
  lockName,
  type NewObject,
  replace,
} from "./upload.ts";

/** Removes the objects of these names that the caller may delete; the others are left out without a word. */
export async function removeObjects(call: Call): Promise<Response> {
  const { prefixes } = await readJson(call.request);
  if (
    !Array.isArray(prefixes) || prefixes.length === 0 || prefixes.length > 1000
  ) {
    throw errors.invalid("body/prefixes must be array of 1 to 1000 items");
  }
  return Response.json(
    await remove(call, prefixes.map(String), "storage.object.delete_many"),
  );
}

export async function removeObject(call: Call): Promise<Response> {
  const rows = await remove(call, [call.key], "storage.object.delete");
  if (rows.length === 0) {
    // Whether there is such an object is told to everybody, as upstream.
    const there = await findAsService(call)();
    throw there ? errors.accessDenied("Access denied") : errors.noSuchKey();
  }
  return Response.json({ message: "Successfully deleted" });
}

async function remove(
  call: Call,
  names: string[],
  operation: string,
): Promise<ObjectRow[]> {
  const rows = await asCaller(call, operation, (sql) => {
    return sql<ObjectRow[]>`
      delete from storage.objects
      where bucket_id = ${call.bucket} and name = any(${names})
      returning id, bucket_id, name, owner, owner_id, version, metadata,
        user_metadata, created_at, updated_at, last_accessed_at`;
  });
  await call.blobs.remove(rows.map(({ version }) => version));
  return rows;
}

async function readPlaces(call: Call) {
  const body = await readJson(call.request);
  const bucket = text(body, "bucketId");
  return {
    body,
    from: { bucket, key: text(body, "sourceKey") },
    to: {
      bucket: typeof body.destinationBucket === "string"
        ? body.destinationBucket
        : bucket,
      key: checkKey(text(body, "destinationKey")),
    },
  };
}

/** Renames: the bytes stay where they are. */
export async function moveObject(call: Call): Promise<Response> {
  const { from, to } = await readPlaces(call);
  await findBucket(call, to.bucket);
  const id = await asCaller(call, "storage.object.move", async (sql) => {
    const [moved] = await sql<{ id: string }[]>`
      update storage.objects set bucket_id = ${to.bucket}, name = ${to.key}
      where bucket_id = ${from.bucket} and name = ${from.key} returning id`;
    if (!moved) throw errors.noSuchKey(); // also what the caller may see but not change
    return moved.id;
  });
  const Key = `${to.bucket}/${to.key}`;
  return Response.json({ message: "Successfully moved", Id: id, Key });
}

/** Copies an object that the caller may read to where he may insert. */
export async function copyObject(call: Call): Promise<Response> {
  const { body, from, to } = await readPlaces(call);
  const upsert = call.request.headers.get("x-upsert") === "true";
  await findBucket(call, to.bucket);
  const [source] = await asCaller(call, "storage.object.copy", (sql) => {
    return sql<ObjectRow[]>`
      select * from storage.objects
      where bucket_id = ${from.bucket} and name = ${from.key}`;
  });
  if (!source?.version) throw errors.noSuchKey();
  const row = {
    bucket_id: to.bucket,
    name: to.key,
    version: await call.blobs.copy(source.version),
    metadata: source.metadata && { ...source.metadata },
    user_metadata: body.copyMetadata === false ? null : source.user_metadata,
    ...ownerOf(await call.claims()),
  };
  const replaced = await keeping(call, row.version, () => {
    return insertCopy(call, row, upsert);
  });
  await call.blobs.remove([replaced]);
  const copy = await asService(call.db, async (sql) => {
    const [copy] = await sql<{ id: string }[]>`
      select id, bucket_id, name, owner, owner_id, version, metadata,
        created_at, updated_at, last_accessed_at
      from storage.objects
      where bucket_id = ${row.bucket_id} and name = ${row.name}`;
    return copy;
  });
  if (!copy) throw errors.noSuchKey(); // somebody was faster to remove it
  return Response.json({ Id: copy.id, Key: `${to.bucket}/${to.key}`, ...copy });
}

async function insertCopy(call: Call, row: NewObject, upsert: boolean) {
  return await asCaller(call, "storage.object.copy", async (sql) => {
    await lockName(sql, row.bucket_id, row.name);
    const [before] = await call.db.admin<{ version: string | null }[]>`
      select version from storage.objects
      where bucket_id = ${row.bucket_id} and name = ${row.name}`;
    await sql`
      insert into storage.objects ${sql(row)} ${
      upsert ? sql`on conflict (bucket_id, name) ${replace(sql)}` : sql``
    }`.catch(exists);
    return before?.version ?? null;
  });
}
