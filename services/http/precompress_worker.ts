/** A thread of its own for {@link import("./precompress.ts")}: node:zlib of Deno compresses in the thread that asks. */
/// <reference lib="deno.worker" />
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { CompressOrder } from "./precompress.ts";
import { type Coding, CODINGS } from "./precompressed.ts";

/** Larger than this share of the original is not worth a coding. */
const WORTH = 0.9;

self.addEventListener("message", ({ data }: MessageEvent<CompressOrder>) => {
  self.postMessage(compressFile(data));
});

/** The codings for which it was worth it. */
function compressFile({ path, file, target }: CompressOrder): Coding[] {
  const bytes = Deno.readFileSync(file);
  // Megabytes that few people fetch, and once, would take longer than all that everybody does; machine code gains
  // nothing from the last levels. Pages that want them are served by TLS only (camera, microphone), where every browser
  // takes brotli.
  const quick = bytes.length > 200_000 || path.endsWith(".wasm");
  const br = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quick ? 5 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  if (br.length > bytes.length * WORTH) return [];
  const place = join(target, path);
  Deno.mkdirSync(dirname(place), { recursive: true });
  Deno.writeFileSync(place + CODINGS.br, br);
  if (quick) return ["br"];
  Deno.writeFileSync(place + CODINGS.gzip, gzipSync(bytes, { level: 9 }));
  return ["br", "gzip"];
}
