import { AsyncLocalStorage } from "node:async_hooks";
import { FileStore } from "@tus/file-store";
import { Server, type Upload } from "@tus/server";
import { findBucket } from "./buckets.ts";
import { asStorageError, errors } from "./errors.ts";
import { parseMetadata } from "./incoming.ts";
import { checkHeader, checkKey, checkMimeType } from "./limits.ts";
import type { Call } from "./service.ts";
import { verifyToken } from "./signing.ts";
import { keeping, mayUpload, record, sizeLimit } from "./upload.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** What was begun may be gone on with for a day. */
const LIFETIME = 24 * 3_600_000;
const EXTERNAL = "/storage/v1";

/** A resumable upload on its way: who uploads, to where. */
interface Attempt extends Call {
  upsert: boolean;
  owner: string | null;
  /** Whether a signed URL's token allows it, past the holder's own policies. */
  signed: boolean;
  /** The id of the upload that is complete with this request. */
  finished?: string;
}

/** Answers `/upload/resumable…`. */
export type Resumable = (call: Call) => Promise<Response>;

/**
 * Resumable uploads (TUS 1.0.0, https://tus.io/protocols/resumable-upload) as Storage has them: `bucketName`,
 * `objectName`, `contentType`, `cacheControl` and `metadata` (JSON) in `Upload-Metadata`, `x-upsert` as a header,
 * under `/upload/resumable` by the caller's policies and under `/upload/resumable/sign` by the token of
 * `createSignedUploadUrl` in `x-signature`. Errors are the status itself and a text, unlike the rest of Storage.
 * Parts survive a restart; what was not gone on with for a day is removed at the next start.
 */
export async function createResumable(directory: string): Promise<Resumable> {
  await Deno.mkdir(directory, { recursive: true, mode: 0o700 });
  // Files are named by ids of ours: a name that users choose never becomes a path.
  const store = new FileStore({
    directory,
    expirationPeriodInMilliseconds: LIFETIME,
  });
  await store.deleteExpired();
  const attempts = new AsyncLocalStorage<Attempt>();
  const attempt = (): Attempt => {
    const current = attempts.getStore();
    if (!current) throw new Error("a resumable upload without its request");
    return current;
  };
  const server = new Server({
    path: "/upload/resumable",
    datastore: store,
    namingFunction: () => crypto.randomUUID(),
    generateUrl: (_request, { id }) =>
      `${EXTERNAL}${attempt().url.pathname.replace(/\/$/, "")}/${id}`,
    getFileIdFromRequest: ({ url }) => idOf(new URL(url).pathname),
    maxSize: async () => sizeLimit(attempt(), await bucketOf(attempt())),
    onUploadCreate: (_request, upload) =>
      saying(async () => {
        const { metadata = {} } = upload;
        await allow(attempt(), describe(upload));
        return { metadata: { ...metadata, owner: attempt().owner } };
      }),
    onUploadFinish: (_request, upload) =>
      saying(async () => {
        await finish(attempt(), upload, `${directory}/${upload.id}`);
        attempt().finished = upload.id;
        return {};
      }),
  });

  return async (call) => {
    const request = bare(call);
    try {
      const id = idOf(call.url.pathname);
      const known = id === undefined ? undefined : await begun(store, id);
      const current = await begin(call, known);
      const response = await attempts.run(
        current,
        () => server.handleWeb(request),
      );
      // Not before: the library still looks at an upload that its creation completed.
      if (current.finished) await store.remove(current.finished);
      return response;
    } catch (error) {
      const { status, message } = asStorageError(error);
      return new Response(message, { status });
    } finally {
      // Bytes that a refusal left unread would hold the connection; a body that was read to its end has none.
      request.body?.cancel().catch(() => {});
    }
  };
}

/** The upload's id in `/upload/resumable[/sign]/<id>`. */
function idOf(path: string): string | undefined {
  return /^\/upload\/resumable(?:\/sign)?\/([^/]+)$/.exec(path)?.[1]
    ?.replace(/^sign$/, "") || undefined;
}

async function begun(store: FileStore, id: string): Promise<Upload> {
  if (!UUID.test(id)) throw errors.noSuchKey();
  return await store.getUpload(id).catch(() => {
    throw errors.noSuchKey();
  });
}

/** Who asks, for which object: of a new upload by its header, of a begun one by what was kept; only its owner goes on. */
async function begin(call: Call, known?: Upload): Promise<Attempt> {
  const { headers } = call.request;
  const metadata = known?.metadata ?? readHeader(headers);
  const place = {
    bucket: metadata.bucketName ?? "",
    key: checkKey(metadata.objectName ?? ""),
  };
  const signed = /\/sign(\/|$)/.test(call.url.pathname);
  const claims = signed
    ? await verifyToken(
      { ...call, ...place },
      "upload",
      headers.get("x-signature"),
    )
    : { ...await call.claims(), upsert: headers.get("x-upsert") === "true" };
  const owner = signed ? claims.owner : claims.sub;
  const current: Attempt = {
    ...call,
    ...place,
    signed,
    upsert: claims.upsert === true,
    owner: typeof owner === "string" ? owner : null,
  };
  if (known && (metadata.owner ?? null) !== current.owner) {
    throw errors.accessDenied();
  }
  await bucketOf(current);
  if (call.request.method === "PATCH" && known) {
    await allow(current, describe(known));
  }
  return current;
}

function readHeader(headers: Headers): Record<string, string | null> {
  const pairs = (headers.get("upload-metadata") ?? "").split(",").map((pair) =>
    pair.trim().split(" ")
  );
  return Object.fromEntries(pairs.map(([name = "", value]) => [
    name,
    value === undefined
      ? null
      : new TextDecoder().decode(Uint8Array.fromBase64(value)),
  ]));
}

/** What the uploader says of the object. */
function describe({ metadata = {}, size }: Pick<Upload, "metadata" | "size">) {
  const { contentType, cacheControl, metadata: own } = metadata;
  return {
    mimeType: checkHeader(contentType || "application/octet-stream"),
    cacheControl: cacheControl ? `max-age=${cacheControl}` : "no-cache",
    userMetadata: own ? parseMetadata(own) : null,
    ...(size === undefined ? {} : { length: size }),
  };
}

async function bucketOf(attempt: Attempt) {
  return await findBucket(attempt, attempt.bucket);
}

/** Throws when the bucket does not take it, or the caller's policies do not allow it. */
async function allow(attempt: Attempt, announced: ReturnType<typeof describe>) {
  const { allowed_mime_types } = await bucketOf(attempt);
  checkMimeType(announced.mimeType, allowed_mime_types);
  if (attempt.signed) return;
  const operation = "storage.object.upload";
  await mayUpload(attempt, operation, attempt.upsert, announced);
}

/** All bytes are there: they become a version, and the object's row says so. */
async function finish(attempt: Attempt, upload: Upload, path: string) {
  const limit = sizeLimit(attempt, await bucketOf(attempt));
  const written = await attempt.blobs.adopt(path, limit);
  const { replaced } = await keeping(attempt, written.version, () => {
    return record(attempt, describe(upload), written, attempt);
  });
  await attempt.blobs.remove([replaced]);
}

/** Passes a refusal on in the library's own form. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { status, message } = asStorageError(error);
    throw { status_code: status, body: message };
  }
}

/** The request as the library expects it: its one path is also the one of signed uploads. */
function bare({ request, url }: Call): Request {
  const { method, headers, body } = request;
  const path = url.href.replace("/upload/resumable/sign", "/upload/resumable");
  return new Request(path, { method, headers, body });
}
