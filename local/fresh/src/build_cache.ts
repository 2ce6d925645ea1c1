import { isAbsolute, join } from "node:path";
import type { AnyComponent, ComponentType } from "preact";
import { DENO_DEPLOYMENT_ID, setBuildId } from "./build_id.ts";
import type { Command } from "./commands.ts";
import type { ServerIslandRegistry } from "./context.ts";
import { fsItemsToCommands, type FsRouteFile } from "./fs_routes.ts";
import { UniqueNamer } from "./utils.ts";

/** A static file as the snapshot knows it. */
export interface FileSnapshot {
  name: string;
  /** Absolute, or below the project's folder. */
  filePath: string;
  hash: string | null;
  contentType: string;
  immutable?: boolean;
}

/** What `_fresh/snapshot.js` exports. */
export interface BuildSnapshot<State> {
  version: string;
  clientEntry: string;
  fsRoutes: FsRouteFile<State>[];
  staticFiles: Map<string, FileSnapshot>;
  islands: ServerIslandRegistry;
  entryAssets: string[];
}

/** A static file, open to be sent. */
export interface StaticFile {
  hash: string | null;
  size: number;
  contentType: string;
  readable: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
  /** Must be called when `readable` is not read to its end. */
  close(): void;
  immutable?: boolean;
}

/** What an app is served from: routes, islands and files of one build. */
// deno-lint-ignore no-explicit-any -- a build serves an app of any state
export interface BuildCache<State = any> {
  root: string;
  islandRegistry: ServerIslandRegistry;
  /** The path of the client runtime. */
  clientEntry: string;
  /** While developing: what reloads a page without islands. */
  hmrClientEntry?: string;
  features: { errorOverlay: boolean };
  getFsRoutes(): Command<State>[];
  /** The file at a decoded path, or null. */
  readFile(pathname: string): Promise<StaticFile | null>;
  getEntryAssets(): string[];
}

/** A build on disk. */
export class ProdBuildCache<State> implements BuildCache<State> {
  readonly islandRegistry: ServerIslandRegistry;
  readonly clientEntry: string;
  readonly features = { errorOverlay: false };
  #snapshot: BuildSnapshot<State>;

  constructor(public root: string, snapshot: BuildSnapshot<State>) {
    setBuildId(snapshot.version);
    this.#snapshot = snapshot;
    this.islandRegistry = snapshot.islands;
    this.clientEntry = snapshot.clientEntry;
  }

  getEntryAssets(): string[] {
    return this.#snapshot.entryAssets;
  }

  getFsRoutes(): Command<State>[] {
    return fsItemsToCommands(this.#snapshot.fsRoutes);
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const { staticFiles } = this.#snapshot;
    const info = staticFiles.get(pathname) ??
      staticFiles.get(encodeURI(pathname));
    if (!info) return null;
    const path = isAbsolute(info.filePath)
      ? info.filePath
      : join(this.root, info.filePath);
    const { hash, contentType, immutable } = info;
    return { ...await openFile(path), hash, contentType, immutable };
  }
}

/** A file on disk, to be sent. Throws Deno.errors.NotFound. */
export async function openFile(
  path: string,
): Promise<Pick<StaticFile, "size" | "readable" | "close">> {
  const file = await Deno.open(path);
  const { size } = await file.stat();
  return { size, readable: file.readable, close: () => file.close() };
}

/** No routes, islands or files: what an app is served from that was not built. */
export class EmptyBuildCache<State> implements BuildCache<State> {
  readonly root = "";
  readonly clientEntry = "";
  readonly islandRegistry: ServerIslandRegistry = new Map();
  readonly features: { errorOverlay: boolean };

  constructor(mode: "development" | "production") {
    this.features = { errorOverlay: mode === "development" };
  }

  getEntryAssets(): string[] {
    return [];
  }

  getFsRoutes(): Command<State>[] {
    return [];
  }

  readFile(_pathname: string): Promise<StaticFile | null> {
    return Promise.resolve(null);
  }
}

/** What an app is served from that was not built: itself alone, but not in production on Deno Deploy. */
export function unbuilt<State>(
  mode: "development" | "production",
): BuildCache<State> {
  if (mode === "production" && DENO_DEPLOYMENT_ID !== undefined) {
    throw new Error(
      'Could not find _fresh directory. Maybe you forgot to run "deno task build"?',
    );
  }
  return new EmptyBuildCache(mode);
}

/** Gives every component that island modules export its name. */
export class IslandPreparer {
  #namer = new UniqueNamer();

  prepare(
    registry: ServerIslandRegistry,
    mod: Record<string, unknown>,
    chunkName: string,
    modName: string,
    css: string[],
  ): void {
    for (const [exportName, value] of Object.entries(mod)) {
      if (typeof value !== "function") continue;
      const name = this.#namer.getUniqueName(
        exportName === "default" ? modName : exportName,
      );
      // A function that an island module exports is taken for a component.
      const component = value as AnyComponent as ComponentType;
      registry.set(component, {
        exportName,
        file: chunkName,
        fn: component,
        name,
        css,
      });
    }
  }
}
