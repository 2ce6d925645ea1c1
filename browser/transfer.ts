import type { UploadTicket } from "./answers.ts";

/** Length of a chunk, in bytes, as Supabase Storage takes it: what is cut off goes on from the last whole one. */
const CHUNK = 6 * 1024 * 1024;

/** Pauses before trying a chunk again, in milliseconds; as long as a lift or a tunnel takes. */
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

/**
 * Uploads a file to Storage in chunks (TUS 1.0.0), going on by itself after gaps; the library comes with the first file.
 * Throws when Storage refuses or the gap lasts too long, and when `signal` ends it.
 *
 * @param onProgress how much has left, from 0 to 1
 */
export async function transfer(
  file: Blob,
  ticket: UploadTicket,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { Upload } = await import("tus-js-client");
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: ticket.url,
      headers: { "x-signature": ticket.token },
      metadata: {
        bucketName: ticket.bucket,
        objectName: ticket.path,
        contentType: file.type || "application/octet-stream",
      },
      chunkSize: CHUNK,
      retryDelays: RETRY_DELAYS,
      uploadDataDuringCreation: true,
      // Another visit gets another token: nothing to come back to.
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
      onSuccess: () => resolve(),
      onError: reject,
    });
    signal.addEventListener("abort", () => {
      void upload.abort();
      reject(signal.reason);
    });
    upload.start();
  });
}
