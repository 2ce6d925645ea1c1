import { join } from "node:path";

/** A file or a folder that was come by. */
export interface WalkEntry {
  path: string;
  name: string;
  isFile: boolean;
  isDirectory: boolean;
  isSymlink: boolean;
}

/** What to come by. */
export interface WalkOptions {
  /** Extensions without a dot; all when missing. */
  exts?: string[];
  /** Paths to leave out, with all below. */
  skip?: RegExp[];
}

/** The file system, as far as it is used: so that tests can have another one. */
export interface FsAdapter {
  cwd(): string;
  walk(root: string, options?: WalkOptions): AsyncIterableIterator<WalkEntry>;
  isDirectory(path: string): Promise<boolean>;
  mkdirp(dir: string): Promise<void>;
  readFile(path: string | URL): Promise<Uint8Array<ArrayBuffer>>;
  readTextFile(path: string | URL): Promise<string>;
}

/** The real one. */
export const fsAdapter: FsAdapter = {
  cwd: Deno.cwd,
  walk,
  isDirectory: async (path) => {
    try {
      return (await Deno.stat(path)).isDirectory;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  },
  mkdirp: (dir) => Deno.mkdir(dir, { recursive: true }),
  readFile: Deno.readFile,
  readTextFile: Deno.readTextFile,
};

async function* walk(
  root: string,
  options: WalkOptions = {},
): AsyncIterableIterator<WalkEntry> {
  const { exts, skip = [] } = options;
  for await (const entry of Deno.readDir(root)) {
    const path = join(root, entry.name);
    if (skip.some((pattern) => pattern.test(path))) continue;
    if (entry.isDirectory) yield* walk(path, options);
    else if (!exts || exts.some((ext) => path.endsWith(`.${ext}`))) {
      yield { ...entry, path };
    }
  }
}
