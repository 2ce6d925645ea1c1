/** A thread of its own for {@link import("./precompress.ts")}: node:zlib of Deno compresses in the thread that asks. */
/// <reference lib="deno.worker" />
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { CompressOrder } from "./precompress.ts";
import { CODINGS } from "./precompressed.ts";

/** Larger than this share of the original is not worth a coding. */
const WORTH = 0.9;

self.addEventListener("message", ({ data }: MessageEvent<CompressOrder>) => {
  const { files, target } = data;
  self.postMessage(
    files.flatMap(({ path, file }) => compressFile(path, file, target)),
  );
});

/** The path, when it was worth it. */
function compressFile(path: string, file: string, target: string): string[] {
  const bytes = Deno.readFileSync(file);
  // The converter of HEIC photos, 2 MB and seldom fetched, would take longer than all others together.
  const large = bytes.length > 1_000_000;
  const gz = gzipSync(bytes, { level: large ? 6 : 9 });
  if (gz.length > bytes.length * WORTH) return [];
  const br = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: large ? 6 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const place = join(target, path);
  Deno.mkdirSync(dirname(place), { recursive: true });
  Deno.writeFileSync(place + CODINGS.br, br);
  Deno.writeFileSync(place + CODINGS.gzip, gz);
  return [path];
}
