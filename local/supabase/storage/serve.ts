import type { TransactionSql } from "postgres";
import { errors } from "./errors.ts";
import { checkKey } from "./limits.ts";
import { findBucket } from "./buckets.ts";
import { asCaller, asService } from "./scope.ts";
import type { Call, Metadata, ObjectRow } from "./service.ts";

/** How an object is found: by whom, and whether past his policies. */
type Find = () => Promise<ObjectRow | undefined>;

function findAsCaller(call: Call, operation: string): Find {
  return () => asCaller(call, operation, named(call));
}

/** Finds an object past all policies: the caller was allowed by a signed URL or a public bucket. */
export function findAsService(call: Call): Find {
  return () => asService(call.db, named(call));
}

function named({ bucket, key }: Call) {
  return async (sql: TransactionSql) => {
    const [row] = await sql<ObjectRow[]>`
      select * from storage.objects where bucket_id = ${bucket} and name = ${
      checkKey(key)
    }`;
    return row;
  };
}

/** An object to whom its policies show it. */
export async function getObject(call: Call): Promise<Response> {
  return await serve(
    call,
    findAsCaller(call, "storage.object.get_authenticated"),
  );
}

/** An object of a public bucket, to anybody. */
export async function getPublicObject(call: Call): Promise<Response> {
  await mustBePublic(call);
  return await serve(call, findAsService(call));
}

async function mustBePublic(call: Call) {
  const bucket = await findBucket(call, call.bucket);
  if (!bucket.public) throw errors.noSuchBucket();
}

export async function getInfo(call: Call): Promise<Response> {
  return await info(findAsCaller(call, "storage.object.info"));
}

export async function getPublicInfo(call: Call): Promise<Response> {
  await mustBePublic(call);
  return await info(findAsService(call));
}

async function info(find: Find): Promise<Response> {
  const row = await find();
  if (!row) throw errors.noSuchKey();
  const { id, name, version, bucket_id, created_at, metadata } = row;
  return Response.json({
    id,
    name,
    version,
    bucket_id,
    size: metadata?.size ?? null,
    content_type: metadata?.mimetype ?? null,
    cache_control: metadata?.cacheControl ?? null,
    etag: metadata?.eTag ?? null,
    metadata: row.user_metadata ?? {},
    last_modified: metadata?.lastModified ?? null,
    created_at,
  });
}

/** Sends an object: whole, in part, or only that it has not changed. */
export async function serve(
  call: Call,
  find: Find,
  expires?: Date,
): Promise<Response> {
  const { metadata, file } = await open(call, find);
  try {
    const headers = describe(
      metadata,
      call.url.searchParams.get("download"),
      expires,
    );
    const unmet = condition(call.request.headers, metadata);
    if (unmet) {
      return answer(file, new Response(null, { status: unmet, headers }));
    }
    const size = (await file.stat()).size;
    const part = range(call.request.headers, metadata, size);
    const [first, last] = part ?? [0, size - 1];
    headers.set("content-length", String(last - first + 1));
    if (part) headers.set("content-range", `bytes ${first}-${last}/${size}`);
    const status = part ? 206 : 200;
    if (call.request.method === "HEAD") {
      return answer(file, new Response(null, { status, headers }));
    }
    await file.seek(first, Deno.SeekMode.Start);
    const all = file.readable;
    const body = part ? all.pipeThrough(atMost(last - first + 1)) : all;
    return new Response(body, { status, headers });
  } catch (error) {
    file.close();
    throw error;
  }
}

function answer(file: Deno.FsFile, response: Response): Response {
  file.close();
  return response;
}

/** Looks twice: an object that is replaced between row and file is there under its next version. */
async function open(
  { blobs }: Call,
  find: Find,
): Promise<{ metadata: Metadata; file: Deno.FsFile }> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const row = await find();
    if (!row?.metadata) break;
    const file = await blobs.read(row.version);
    if (file) return { metadata: row.metadata, file };
  }
  throw errors.noSuchKey();
}

function describe(
  metadata: Metadata,
  download: string | null,
  expires?: Date,
): Headers {
  const headers = new Headers({
    "accept-ranges": "bytes",
    "content-type": metadata.mimetype.includes("text/html")
      ? "text/plain"
      : metadata.mimetype,
    "etag": metadata.eTag,
    "last-modified": new Date(metadata.lastModified).toUTCString(),
    "x-robots-tag": "none",
  });
  if (expires) headers.set("expires", expires.toUTCString());
  else headers.set("cache-control", metadata.cacheControl);
  if (download === "") headers.set("content-disposition", "attachment;");
  else if (download !== null) {
    const name = encodeURIComponent(download);
    headers.set(
      "content-disposition",
      `attachment; filename=${name}; filename*=UTF-8''${name};`,
    );
  }
  return headers;
}

/** The status for a request whose conditions (RFC 9110, 13.1) say that the object is not to be sent. */
function condition(
  headers: Headers,
  { eTag, lastModified }: Metadata,
): 304 | 412 | null {
  const modified = Math.floor(Date.parse(lastModified) / 1000);
  const time = (name: string) => Date.parse(headers.get(name) ?? "") / 1000;
  const match = headers.get("if-match");
  if (
    match !== null
      ? !names(match, eTag)
      : modified > time("if-unmodified-since")
  ) return 412;
  const none = headers.get("if-none-match");
  return (none !== null
      ? names(none, eTag)
      : modified <= time("if-modified-since"))
    ? 304
    : null;
}

function names(list: string, eTag: string): boolean {
  return list.trim() === "*" ||
    list.split(",").some((each) => each.trim().replace(/^W\//, "") === eTag);
}

/** First and last byte of a single range; null for everything. Several ranges are answered by everything. */
function range(
  headers: Headers,
  { eTag, lastModified }: Metadata,
  size: number,
): [number, number] | null {
  const [, from = "", to = ""] =
    /^bytes=(\d*)-(\d*)$/.exec(headers.get("range") ?? "") ?? [];
  if (!from && !to) return null;
  const condition = headers.get("if-range");
  if (
    condition && condition !== eTag &&
    condition !== new Date(lastModified).toUTCString()
  ) return null;
  const first = from ? Number(from) : Math.max(0, size - Number(to));
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if (first > last) throw errors.invalidRange();
  return [first, last];
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.length > left ? chunk.subarray(0, left) : chunk);
      left -= Math.min(chunk.length, left);
      if (left === 0) controller.terminate();
    },
  });
}
