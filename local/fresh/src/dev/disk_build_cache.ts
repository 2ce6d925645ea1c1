import { join, relative } from "node:path";
import type { StaticFile } from "../build_cache.ts";
import type { Command } from "../commands.ts";
import type { ServerIslandRegistry } from "../context.ts";
import { fsAdapter } from "../fs.ts";
import { pathToSpec } from "../utils.ts";
import type { ResolvedBuildConfig } from "./builder.ts";
import {
  clientDir,
  type DevBuildCache,
  type FsRoute,
  isHidden,
  writeFile,
} from "./dev_build_cache.ts";
import type { FileTransformer } from "./file_transformer.ts";
import {
  COMPILED_ENTRY,
  generateServerEntry,
  generateSnapshotServer,
  type IslandChunk,
  type PendingStaticFile,
} from "./snapshot.ts";

/** A build that is written to the output folder. */
export class DiskBuildCache<State> implements DevBuildCache<State> {
  islands: IslandChunk[] = [];
  readonly islandRegistry: ServerIslandRegistry = new Map();
  readonly root: string;
  readonly clientEntry: string;
  readonly features = { errorOverlay: false };
  #files = new Map<string, PendingStaticFile>();

  constructor(
    readonly config: ResolvedBuildConfig,
    readonly fsRoutes: FsRoute<State>,
    readonly transformer: FileTransformer,
  ) {
    this.root = config.root;
    this.clientEntry = `${clientDir(config.buildId)}fresh-runtime.js`;
  }

  getEntryAssets(): string[] {
    return [];
  }

  getFsRoutes(): Command<State>[] {
    return [];
  }

  readFile(_pathname: string): Promise<StaticFile | null> {
    throw new Error("A build on disk is served by its server.js");
  }

  async addProcessedFile(
    pathname: string,
    content: Uint8Array<ArrayBuffer>,
    hash: string | null,
  ): Promise<void> {
    const folder = join(this.config.outDir, "static");
    const filePath = join(folder, pathname);
    if (relative(folder, filePath).startsWith("..")) {
      throw new Error(`Path "${filePath}" is outside of "${folder}"`);
    }
    await writeFile(filePath, content);
    this.#files.set(pathname, { pathname, filePath, hash });
  }

  async flush(): Promise<void> {
    const { staticDir, outDir, buildId, root, serverEntry } = this.config;
    for (const dir of [staticDir].flat()) await this.#addStatic(dir);
    const snapshot = await generateSnapshotServer({
      root,
      outDir,
      buildId,
      clientEntry: this.clientEntry,
      islands: this.islands,
      fsRoutesFiles: this.fsRoutes.files,
      staticFiles: [...this.#files.values()].toSorted((a, b) =>
        a.pathname < b.pathname ? -1 : 1
      ),
    });
    const server = generateServerEntry({
      root: relative(outDir, root),
      serverEntry: pathToSpec(outDir, serverEntry),
      snapshotSpecifier: "./snapshot.js",
    });
    await writeFile(join(outDir, "snapshot.js"), snapshot);
    await writeFile(join(outDir, "server.js"), server);
    await writeFile(join(outDir, "compiled-entry.js"), COMPILED_ENTRY);
  }

  /** The files of a folder: processed ones are written, the others stay where they are. */
  async #addStatic(dir: string): Promise<void> {
    if (!await fsAdapter.isDirectory(dir)) return;
    const { outDir, target } = this.config;
    for await (const { path } of fsAdapter.walk(dir)) {
      // The output may be within this folder.
      if (!relative(outDir, path).startsWith("..")) continue;
      const pathname = `/${relative(dir, path)}`;
      if (isHidden(relative(dir, path)) || this.#files.has(pathname)) continue;
      const files = await this.transformer.process(path, "production", target);
      if (!files) {
        this.#files.set(pathname, { pathname, filePath: path, hash: null });
      }
      for (const file of files ?? []) {
        const name = relative(dir, file.path);
        if (name.startsWith("..")) {
          throw new Error(`Path "${file.path}" is outside of "${dir}"`);
        }
        await this.addProcessedFile(`/${name}`, file.content, null);
      }
    }
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }
}
