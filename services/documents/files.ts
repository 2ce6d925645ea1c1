import type { SupabaseClient } from "@supabase/supabase-js";

const BUCKET = "documents";

/** The path of a document's PDF: named by its SHA-256, so that nothing is ever written over. */
export function pdfPath(id: string, sha256: string): string {
  return `${id}/${sha256}.pdf`;
}

/** Lays a file into the private bucket; the same file again changes nothing. Throws when Storage does not take it. */
export async function storeFile(
  client: SupabaseClient,
  path: string,
  file: Blob,
): Promise<void> {
  const { error } = await client.storage.from(BUCKET).upload(path, file, {
    contentType: file.type,
    upsert: true,
  });
  if (error) throw error;
}

/** A file of the bucket. Throws when Storage does not give it. */
export async function readStoredFile(
  client: SupabaseClient,
  path: string,
): Promise<Blob> {
  const { data, error } = await client.storage.from(BUCKET).download(path);
  if (error) throw error;
  return data;
}

/** SHA-256, hexadecimal. */
export async function sha256Of(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
