import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Coding, CODINGS, FOLDER, LIST } from "./precompressed.ts";

/** Text and WebAssembly; fonts, sounds and pictures are compressed already. */
const TEXT = /\.(js|css|svg|json|txt|xml|webmanifest|wasm)$/;

/** A file to compress: its path on the server, its place, and its size in bytes. */
interface TextFile {
  path: string;
  file: string;
  size: number;
}

/** What a thread compresses, and the folder that it goes to. */
export interface CompressOrder {
  path: string;
  file: string;
  target: string;
}

/**
 * Compresses what a build serves as files, as far as it can be: `static/` and what the build wrote in its place, both
 * by brotli and gzip, into `compressed/` beside `server.js`. Style sheets of `static/` that the build did not write are
 * parts of those that it did: nobody asks for them. Brotli is slow, so there is a thread for each core.
 */
export async function precompress(outDir: string): Promise<void> {
  const sources = await filesBelow("static");
  const files = new Map(
    sources.filter(({ path }) => !path.endsWith(".css"))
      .concat(await filesBelow(join(outDir, "static")))
      .map((one) => [one.path, one]),
  );
  const target = join(outDir, FOLDER);
  await rm(target, { recursive: true, force: true });
  await Deno.mkdir(target, { recursive: true });
  // All threads take from the same queue: the largest first, so that none is left with it alone.
  const queue = [...files.values()].sort((a, b) => b.size - a.size).values();
  const cores = Array.from({ length: navigator.hardwareConcurrency });
  const lists = await Promise.all(
    cores.map(() => compressInThread(queue, target)),
  );
  const list = lists.flat().sort();
  await Deno.writeTextFile(join(target, LIST), JSON.stringify(list));
}

/** Compresses files until there are none left; the names of what it wrote. */
async function compressInThread(
  queue: Iterator<TextFile> & Iterable<TextFile>,
  target: string,
): Promise<string[]> {
  const worker = new Worker(
    new URL("./precompress_worker.ts", import.meta.url),
    { type: "module" },
  );
  const compressed: string[] = [];
  try {
    for (const { path, file } of queue) {
      const { promise, resolve, reject } = Promise.withResolvers<Coding[]>();
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ path, file, target } satisfies CompressOrder);
      for (const coding of await promise) {
        compressed.push(path + CODINGS[coding]);
      }
    }
  } finally {
    worker.terminate();
  }
  return compressed;
}

/** The texts below a folder. */
async function filesBelow(folder: string, path = ""): Promise<TextFile[]> {
  const found: TextFile[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(folder, path))) {
    const inner = `${path}/${name}`;
    if (isDirectory) found.push(...await filesBelow(folder, inner));
    else if (TEXT.test(name)) {
      const file = join(folder, inner);
      const { size } = await Deno.stat(file);
      found.push({ path: inner, file, size });
    }
  }
  return found;
}
