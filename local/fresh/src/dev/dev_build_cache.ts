import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type BuildCache,
  IslandPreparer,
  openFile,
  type StaticFile,
} from "../build_cache.ts";
import type { Command } from "../commands.ts";
import type { ServerIslandRegistry } from "../context.ts";
import { fsItemsToCommands } from "../fs_routes.ts";
import type { ResolvedBuildConfig } from "./builder.ts";
import type { FileTransformer } from "./file_transformer.ts";
import type { FsRouteFileNoMod } from "./fs_crawl.ts";
import { getContentType } from "./media_types.ts";
import type { IslandChunk } from "./snapshot.ts";

export { DiskBuildCache } from "./disk_build_cache.ts";
// Fresh's own tests look for these here.
export { getContentType } from "./media_types.ts";
export { generateServerEntry, prepareStaticFile } from "./snapshot.ts";

/** The files of `routes/`. */
export interface FsRoute<State> {
  id: string;
  dir: string;
  files: FsRouteFileNoMod<State>[];
}

/** Takes what a build makes. */
export interface DevBuildCache<State> extends BuildCache<State> {
  islands: IslandChunk[];
  addProcessedFile(
    pathname: string,
    content: Uint8Array<ArrayBuffer>,
    hash: string | null,
  ): Promise<void>;
  /** All client files are there. */
  flush(): Promise<void>;
  /** All of the build is there. */
  prepare(): Promise<void>;
}

/** The folder of a build's client files in its URLs. */
export function clientDir(buildId: string): string {
  return `/_fresh/js/${buildId}/`;
}

/** A build in memory: for development and tests. Static files are read, and processed, as they are asked for. */
export class MemoryBuildCache<State> implements DevBuildCache<State> {
  islands: IslandChunk[] = [];
  readonly islandRegistry: ServerIslandRegistry = new Map();
  readonly root: string;
  readonly clientEntry: string;
  readonly hmrClientEntry?: string;
  readonly features: { errorOverlay: boolean };
  #processed = new Map<string, StaticFile>();
  #commands: Command<State>[] = [];

  constructor(
    readonly config: ResolvedBuildConfig,
    readonly fsRoutes: FsRoute<State>,
    readonly transformer: FileTransformer,
  ) {
    const dev = config.mode === "development";
    this.root = config.root;
    this.clientEntry = `${clientDir(config.buildId)}fresh-runtime.js`;
    this.features = { errorOverlay: dev };
    if (dev) this.hmrClientEntry = `${clientDir(config.buildId)}fresh-dev.js`;
  }

  getEntryAssets(): string[] {
    return [];
  }

  getFsRoutes(): Command<State>[] {
    return this.#commands;
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const known = this.#processed.get(pathname);
    if (known) return known;
    for (const dir of [this.config.staticDir].flat()) {
      const file = await this.#readStatic(dir, pathname);
      if (file) return file;
    }
    return null;
  }

  async #readStatic(
    dir: string,
    pathname: string,
  ): Promise<StaticFile | null> {
    const path = join(dir, pathname);
    const local = relative(dir, path);
    if (local.startsWith("..")) {
      throw new Error(`Processed file resolved outside of static dir ${path}`);
    }
    if (isHidden(local)) return null;
    const files = await this.transformer.process(
      path,
      this.config.mode,
      this.config.target,
    );
    // While developing, the next request sees the next change.
    for (const file of files ?? []) {
      const name = `/${relative(dir, file.path)}`;
      if (file.path === path) return inMemory(name, file.content, null);
      this.addProcessedFile(name, file.content, null);
    }
    return files ? null : await open(path);
  }

  addProcessedFile(
    pathname: string,
    content: Uint8Array<ArrayBuffer>,
    hash: string | null,
  ): Promise<void> {
    this.#processed.set(pathname, inMemory(pathname, content, hash));
    return Promise.resolve();
  }

  async flush(): Promise<void> {
    const preparer = new IslandPreparer();
    for (const { name, server, browser } of this.islands) {
      const mod = await import(toUrl(server));
      preparer.prepare(this.islandRegistry, mod, browser, name, []);
    }
  }

  async prepare(): Promise<void> {
    const files = await Promise.all(this.fsRoutes.files.map(async (file) => {
      const load = () => import(toUrl(file.filePath));
      return { ...file, mod: file.lazy ? load : await load() };
    }));
    this.#commands = fsItemsToCommands<State>(files);
  }
}

/** Whether a part of the path begins with a dot. */
export function isHidden(path: string): boolean {
  return path.split(/[/\\]/).some((part) =>
    part.startsWith(".") && part !== ".well-known"
  );
}

function inMemory(
  pathname: string,
  content: Uint8Array<ArrayBuffer>,
  hash: string | null,
): StaticFile {
  return {
    hash,
    readable: content,
    size: content.byteLength,
    contentType: getContentType(pathname),
    close: () => {},
  };
}

async function open(path: string): Promise<StaticFile | null> {
  try {
    if (!(await Deno.stat(path)).isFile) return null;
    const contentType = getContentType(path);
    return { ...await openFile(path), hash: null, contentType };
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return null;
    throw error;
  }
}

function toUrl(specifier: string): string {
  return /^\w{2,}:/.test(specifier) ? specifier : pathToFileURL(specifier).href;
}

/** The folder of a file is made when it is missing. */
export async function writeFile(
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await (typeof content === "string"
    ? Deno.writeTextFile(path, content)
    : Deno.writeFile(path, content));
}
