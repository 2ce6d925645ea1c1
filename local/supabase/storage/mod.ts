import { join } from "node:path";
import type { Caller, Claims, Database, Keys, Part } from "../types.ts";
import { JwtError } from "../types.ts";
import { Blobs } from "./blobs.ts";
import {
  createBucket,
  deleteBucket,
  emptyBucket,
  getBucket,
  listBuckets,
  updateBucket,
} from "./buckets.ts";
import { asStorageError, errors } from "./errors.ts";
import { listObjects, listObjectsPaged } from "./list.ts";
import {
  copyObject,
  moveObject,
  removeObject,
  removeObjects,
} from "./objects.ts";
import { createResumable } from "./resumable.ts";
import { getInfo, getObject, getPublicInfo, getPublicObject } from "./serve.ts";
import type { Call, Service } from "./service.ts";
import {
  getSignedObject,
  signObject,
  signObjects,
  signUpload,
  uploadSigned,
} from "./signing.ts";
import { upload } from "./upload.ts";

type Handler = (call: Call) => Promise<Response>;

/** The first that fits answers. `:bucket` is one segment, `:key` all that follow. */
const routes: [method: string, path: string, handler: Handler][] = [
  ["POST", "/bucket", createBucket],
  ["GET", "/bucket", listBuckets],
  ["GET", "/bucket/:bucket", getBucket],
  ["PUT", "/bucket/:bucket", updateBucket],
  ["DELETE", "/bucket/:bucket", deleteBucket],
  ["POST", "/bucket/:bucket/empty", emptyBucket],
  ["POST", "/object/list/:bucket", listObjects],
  ["POST", "/object/list-v2/:bucket", listObjectsPaged],
  ["POST", "/object/move", moveObject],
  ["POST", "/object/copy", copyObject],
  ["POST", "/object/sign/:bucket", signObjects],
  ["POST", "/object/sign/:bucket/:key", signObject],
  ["GET", "/object/sign/:bucket/:key", getSignedObject],
  ["POST", "/object/upload/sign/:bucket/:key", signUpload],
  ["PUT", "/object/upload/sign/:bucket/:key", uploadSigned],
  ["GET", "/object/public/:bucket/:key", getPublicObject],
  ["GET", "/object/info/public/:bucket/:key", getPublicInfo],
  ["GET", "/object/info/authenticated/:bucket/:key", getInfo],
  ["GET", "/object/info/:bucket/:key", getInfo],
  ["GET", "/object/authenticated/:bucket/:key", getObject],
  ["DELETE", "/object/:bucket", removeObjects],
  ["GET", "/object/:bucket/:key", getObject],
  ["POST", "/object/:bucket/:key", upload],
  ["PUT", "/object/:bucket/:key", upload],
  ["DELETE", "/object/:bucket/:key", removeObject],
];

/** What the real service has besides: refused by name. */
const missing: [prefix: string, name: string][] = [
  ["/render/image", "Image transformation"],
  ["/s3", "The S3 protocol"],
  ["/iceberg", "Analytics buckets (Iceberg)"],
  ["/vector", "Vector buckets"],
  ["/cdn", "Cache purging"],
];

/**
 * Supabase Storage over a folder: rows in `storage.objects`, bytes in one file a version. At start, files that no
 * object has (of uploads that a crash cut off) are removed, and objects without a file are reported.
 */
export async function createStorage(
  { db, keys, directory, fileSizeLimit }: {
    db: Database;
    keys: Keys;
    directory: string;
    fileSizeLimit: number;
  },
): Promise<Part> {
  const service: Service = {
    db,
    keys,
    blobs: await Blobs.open(directory),
    fileSizeLimit,
  };
  await sweep(service);
  const resumable = await createResumable(join(directory, "resumable"));
  return {
    async fetch(request, caller) {
      try {
        const url = new URL(request.url);
        if (/^\/upload\/resumable(\/|$)/.test(url.pathname)) {
          return await resumable(makeCall(service, request, url, caller));
        }
        return await route(service, request, url, caller);
      } catch (error) {
        return asStorageError(error).response();
      }
    },
    async [Symbol.asyncDispose]() {},
  };
}

async function sweep({ db, blobs }: Service) {
  const rows = await db.admin<{ version: string }[]>`
    select version from storage.objects where version is not null`;
  const lost = await blobs.sweep(
    new Set(rows.map(({ version }) => version)),
  );
  if (lost.length > 0) {
    console.warn(
      `storage: ${lost.length} objects have no file, the first is of version ${
        lost[0]
      }`,
    );
  }
}

async function route(
  service: Service,
  request: Request,
  url: URL,
  caller: Caller,
): Promise<Response> {
  const segments = readPath(url.pathname);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const found = routes.flatMap(([wanted, path, handler]) => {
    const place = wanted === method ? match(path, segments) : null;
    return place ? [{ ...place, handler }] : [];
  })[0];
  if (!found) throw unknown(request.method, url.pathname);
  if (url.searchParams.has("versionId")) {
    throw errors.notImplemented("versionId");
  }
  const { bucket, key, handler } = found;
  return await handler({
    ...makeCall(service, request, url, caller),
    bucket,
    key,
  });
}

function makeCall(
  service: Service,
  request: Request,
  url: URL,
  caller: Caller,
): Call {
  let claims: Promise<Claims> | undefined;
  return {
    ...service,
    request,
    url,
    bucket: "",
    key: "",
    token: caller.token ?? "",
    claims: () => claims ??= whoIs(service, caller),
  };
}

async function whoIs({ keys }: Service, { token }: Caller): Promise<Claims> {
  if (!token) throw new JwtError("malformed", "there is no token");
  return await keys.verify(token);
}

function readPath(path: string): string[] {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    throw errors.invalid(`'${path}' is not a valid url component`);
  }
}

function match(
  path: string,
  segments: string[],
): { bucket: string; key: string } | null {
  const wanted = path.split("/").slice(1);
  const hasKey = wanted.at(-1) === ":key";
  if (
    hasKey ? segments.length < wanted.length : segments.length !== wanted.length
  ) return null;
  const fits = wanted.every((part, index) =>
    part.startsWith(":") || part === segments[index]
  );
  if (!fits) return null;
  const at = wanted.indexOf(":bucket");
  const key = hasKey ? segments.slice(wanted.length - 1).join("/") : "";
  return hasKey && key === ""
    ? null
    : { bucket: at < 0 ? "" : segments[at] ?? "", key };
}

function unknown(method: string, path: string) {
  const [, name] =
    missing.find(([prefix]) =>
      path === prefix || path.startsWith(`${prefix}/`)
    ) ?? [];
  return errors.notImplemented(name ?? `${method} ${path}`);
}
