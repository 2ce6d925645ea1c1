import { Problem } from "@/services/http/problem.ts";
import { type DatabaseClient, serviceClient } from "@/services/supabase.ts";

const BUCKET = "attachments";

/** How long an address of a file works, in seconds: as long as a browser needs to follow it. */
const ADDRESS_SECONDS = 60;

/**
 * A token for one upload to `path`, for whoever `client` is; their policies decide. Null when the bytes are there
 * already. Throws `unavailable`, or `not_found` where the policies forbid it.
 */
export async function uploadToken(
  client: DatabaseClient,
  path: string,
): Promise<string | null> {
  const { data, error } = await client.storage.from(BUCKET)
    .createSignedUploadUrl(path);
  if (error === null) return data.token;
  if (/exists/i.test(error.message)) return null;
  throw storageProblem(error);
}

/** The bytes at `path`. Throws `not_found` where there are none, `unavailable`. */
export async function readObject(path: string): Promise<Blob> {
  const { data, error } = await serviceClient().storage.from(BUCKET)
    .download(path);
  if (error) throw storageProblem(error);
  return data;
}

/** Lays bytes at `path`; the same again changes nothing. Throws `unavailable`. */
export async function storeObject(path: string, file: Blob): Promise<void> {
  const { error } = await serviceClient().storage.from(BUCKET)
    .upload(path, file, { contentType: file.type, upsert: true });
  if (error) throw storageProblem(error);
}

/**
 * Lays a copy of an object at another path without its bytes coming here; what lies there already stays. Throws
 * `not_found` where there is nothing to copy, `unavailable`.
 */
export async function copyObject(from: string, to: string): Promise<void> {
  const { error } = await serviceClient().storage.from(BUCKET).copy(from, to);
  if (error && !/exists/i.test(error.message)) throw storageProblem(error);
}

/** Removes what lies there; what does not is no error. Throws `unavailable`. */
export async function removeObjects(paths: string[]): Promise<void> {
  const { error } = await serviceClient().storage.from(BUCKET).remove(paths);
  if (error) throw storageProblem(error);
}

/** An address of the file at `path` for a minute; with `download` it is saved under this name. Throws `unavailable`. */
export async function signedAddress(
  path: string,
  download?: string,
): Promise<string> {
  const { data, error } = await serviceClient().storage.from(BUCKET)
    .createSignedUrl(path, ADDRESS_SECONDS);
  if (error) throw storageProblem(error);
  const address = new URL(data.signedUrl);
  // storage-js escapes the name twice, so that accents become %25C3.
  if (download !== undefined) address.searchParams.set("download", download);
  return address.href;
}

function storageProblem(error: Error & { statusCode?: string }): Problem {
  const status = error.statusCode;
  return status === "404" || status === "403"
    ? new Problem(404, "not_found", error)
    : new Problem(503, "unavailable", error);
}
