import { type Claims, JwtError } from "../types.ts";
import { findBucket } from "./buckets.ts";
import { errors } from "./errors.ts";
import { readIncoming } from "./incoming.ts";
import { checkKey } from "./limits.ts";
import { asCaller } from "./scope.ts";
import { findAsService, serve } from "./serve.ts";
import { type Call, integer, readJson } from "./service.ts";
import { mayUpload, store } from "./upload.ts";

/** A role that nobody has: a signed URL's token opens its object and nothing else. */
const NOBODY = "storage_signed_url";
const UPLOAD_SECONDS = 7200;
const LONGEST = 10 * 365 * 86_400;

async function sign(
  { keys }: Call,
  claims: Record<string, unknown>,
  seconds: number,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return await keys.sign({
    ...claims,
    role: NOBODY,
    iat: now,
    exp: now + seconds,
  });
}

/** The claims of the URL's token, made for this object and this purpose. Throws otherwise. */
async function verify(
  call: Call,
  scope: "download" | "upload",
): Promise<Claims> {
  return await verifyToken(call, scope, call.url.searchParams.get("token"));
}

/** The same of a token that came in another way, as `x-signature` of a resumable upload. */
export async function verifyToken(
  { keys, bucket, key }: Pick<Call, "keys" | "bucket" | "key">,
  scope: "download" | "upload",
  token: string | null,
): Promise<Claims> {
  if (!token) {
    throw errors.invalid("querystring must have required property 'token'");
  }
  try {
    const claims = await keys.verify(token);
    if (
      claims.role !== NOBODY || claims.scope !== scope ||
      claims.url !== `${bucket}/${key}`
    ) {
      throw errors.invalidSignature();
    }
    return claims;
  } catch (error) {
    throw error instanceof JwtError ? errors.invalidToken(error) : error;
  }
}

async function readExpiry(call: Call) {
  const body = await readJson(call.request);
  if (body.transform !== undefined) {
    throw errors.notImplemented("Image transformation");
  }
  if (body.versionId !== undefined) throw errors.notImplemented("versionId");
  return {
    body,
    seconds: integer(body, "expiresIn", { least: 1, most: LONGEST }),
  };
}

/** Which of these names the caller may read. */
async function readable(call: Call, names: string[]): Promise<Set<string>> {
  const rows = await asCaller(
    call,
    "storage.object.sign",
    (sql) =>
      sql<{ name: string }[]>`
    select name from storage.objects where bucket_id = ${call.bucket} and name = any(${names})`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function signedUrl(
  call: Call,
  name: string,
  seconds: number,
): Promise<string> {
  const url = `${call.bucket}/${name}`;
  const token = await sign(call, { url, scope: "download" }, seconds);
  return `/object/sign/${encodePath(url)}?token=${token}`;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

export async function signObject(call: Call): Promise<Response> {
  const { seconds } = await readExpiry(call);
  const seen = await readable(call, [checkKey(call.key)]);
  if (!seen.has(call.key)) throw errors.noSuchKey();
  return Response.json({ signedURL: await signedUrl(call, call.key, seconds) });
}

export async function signObjects(call: Call): Promise<Response> {
  const { body: { paths }, seconds } = await readExpiry(call);
  if (!Array.isArray(paths) || paths.length === 0 || paths.length > 500) {
    throw errors.invalid("body/paths must be array of 1 to 500 items");
  }
  const names = paths.map(String);
  const seen = await readable(call, names);
  return Response.json(
    await Promise.all(
      names.map(async (path) =>
        seen.has(path)
          ? {
            error: null,
            path,
            signedURL: await signedUrl(call, path, seconds),
          }
          : {
            error:
              "Either the object does not exist or you do not have access to it",
            path,
            signedURL: null,
          }
      ),
    ),
  );
}

export async function getSignedObject(call: Call): Promise<Response> {
  const { exp = 0 } = await verify(call, "download");
  return await serve(call, findAsService(call), new Date(exp * 1000));
}

/** A URL for one upload of this name, by whoever holds it, as its signer. */
export async function signUpload(call: Call): Promise<Response> {
  const upsert = call.request.headers.get("x-upsert") === "true";
  checkKey(call.key);
  await findBucket(call, call.bucket);
  await mayUpload(call, "storage.object.upload_signed", upsert);
  const url = `${call.bucket}/${call.key}`;
  const { sub: owner } = await call.claims();
  const claims = { owner, url, upsert, scope: "upload" };
  const token = await sign(call, claims, UPLOAD_SECONDS);
  return Response.json({
    url: `/object/upload/sign/${encodePath(url)}?token=${token}`,
    token,
  });
}

export async function uploadSigned(call: Call): Promise<Response> {
  const { owner, upsert } = await verify(call, "upload");
  const bucket = await findBucket(call, call.bucket);
  const incoming = await readIncoming(call.request);
  try {
    return await store(call, bucket, incoming, {
      upsert: upsert === true,
      owner: typeof owner === "string" ? owner : null,
    });
  } finally {
    incoming.end();
  }
}
