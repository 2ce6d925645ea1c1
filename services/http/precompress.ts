import { rm } from "node:fs/promises";
import { join } from "node:path";
import { FOLDER, LIST } from "./precompressed.ts";

/** Text and WebAssembly; fonts, sounds and pictures are compressed already. */
const TEXT = /\.(js|css|svg|json|txt|xml|webmanifest|wasm)$/;

/** A file to compress: its path on the server, its place, and its size in bytes. */
interface TextFile {
  path: string;
  file: string;
  size: number;
}

/** What one thread compresses, and into which folder. */
export interface CompressOrder {
  files: TextFile[];
  target: string;
}

/**
 * Compresses what a build serves as files, as far as it can be: `static/` and what the build wrote in its place, both
 * by brotli and gzip, into `compressed/` beside `server.js`. Style sheets of `static/` that the build did not write are
 * parts of those that it did: nobody asks for them. Brotli is slow, so every core takes a share of the bytes.
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
  const shares = share([...files.values()], navigator.hardwareConcurrency);
  const lists = await Promise.all(
    shares.map((files) => compressInThread({ files, target })),
  );
  const list = lists.flat().sort();
  await Deno.writeTextFile(join(target, LIST), JSON.stringify(list));
}

/** Splits files so that each share has about as many bytes: the largest first, each to the smallest share. */
function share(files: TextFile[], cores: number): TextFile[][] {
  const shares = Array.from(
    { length: Math.min(cores, files.length) },
    () => ({ size: 0, files: [] as TextFile[] }),
  );
  for (const file of files.toSorted((a, b) => b.size - a.size)) {
    const [smallest] = shares.sort((a, b) => a.size - b.size);
    if (smallest === undefined) break;
    smallest.files.push(file);
    smallest.size += file.size;
  }
  return shares.map(({ files }) => files);
}

/** The paths of what was worth it. */
async function compressInThread(order: CompressOrder): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const worker = new Worker(
    new URL("./precompress_worker.ts", import.meta.url),
    { type: "module" },
  );
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage(order);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
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
