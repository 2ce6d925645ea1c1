/** How long a photo may take, in milliseconds; 12 megapixels take a second and a half, on an old phone several. */
const TIMEOUT_MS = 60_000;

/** What a HEIC file may say it is, at its fifth byte (ISO/IEC 23008-12, 10). */
const HEIC = /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/;

/**
 * A photo as phones keep it, which most browsers cannot show, as a JPEG without metadata; every other file, and a photo
 * that cannot be read, as it is. The decoder is fetched with the first photo and runs in a worker.
 */
export async function withoutHeic(
  file: File,
  signal: AbortSignal,
): Promise<File> {
  const start = await file.slice(4, 12).text();
  if (!HEIC.test(start)) return file;
  const jpeg = await convert(file, signal);
  if (jpeg === null) return file;
  const name = file.name.replace(/\.hei[cf]$/i, "");
  return new File([jpeg], `${name}.jpg`, { type: "image/jpeg" });
}

async function convert(file: File, signal: AbortSignal): Promise<Blob | null> {
  const worker = new Worker("/heic/worker.js");
  try {
    const bytes = await file.arrayBuffer();
    return await new Promise((resolve) => {
      const fail = () => resolve(null);
      worker.addEventListener("message", ({ data }) => {
        resolve(data instanceof Blob ? data : null);
      });
      worker.addEventListener("error", fail);
      const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
      limit.addEventListener("abort", fail);
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
