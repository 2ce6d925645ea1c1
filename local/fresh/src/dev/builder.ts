import { join } from "node:path";
import { App, type ListenOptions, setBuildCache } from "../app.ts";
import { BUILD_ID } from "../build_id.ts";
import { parseDirPath } from "../config.ts";
import { fsAdapter } from "../fs.ts";
import { UniqueNamer } from "../utils.ts";
import { checkDenoCompilerOptions } from "./check.ts";
import {
  clientDir,
  type DevBuildCache,
  DiskBuildCache,
  type FsRoute,
  MemoryBuildCache,
} from "./dev_build_cache.ts";
import { bundleJs, type FreshBundleOptions } from "./esbuild.ts";
import {
  cssAssetHash,
  FileTransformer,
  type OnTransformOptions,
  type TransformFn,
} from "./file_transformer.ts";
import { crawlFsItem } from "./fs_crawl.ts";
import { automaticWorkspaceFolders } from "./middlewares/automatic_workspace_folders.ts";
import { devErrorOverlay } from "./middlewares/error_overlay/middleware.ts";
import { liveReload } from "./middlewares/live_reload.ts";
import { specToName } from "./spec_to_name.ts";

export { specToName };

/** What is built from where; paths are absolute, file URLs or below `root`. */
export interface BuildOptions {
  /** The oldest browsers: see https://esbuild.github.io/api/#target */
  target?: string | string[];
  /** The project's folder; the working directory by default. */
  root?: string;
  /** "_fresh" */
  outDir?: string;
  /** "static" */
  staticDir?: string | string[];
  /** "islands" */
  islandDir?: string;
  /** "routes" */
  routeDir?: string;
  /** The module that exports `app`: "main.ts" */
  serverEntry?: string;
  /** Files that are neither routes nor islands: tests by default. */
  ignore?: RegExp[];
  sourceMap?: FreshBundleOptions["sourceMap"];
}

/** The same with its defaults filled in and absolute paths. */
export type ResolvedBuildConfig = Required<Omit<BuildOptions, "sourceMap">> & {
  mode: "development" | "production";
  buildId: string;
  sourceMap?: FreshBundleOptions["sourceMap"];
};

const TEST_FILE = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;

/** Builds an app, or serves it while it is developed. */
// deno-lint-ignore no-explicit-any -- an app of any state can be built
export class Builder<State = any> {
  config: ResolvedBuildConfig;
  #transformer: FileTransformer;
  #locksCss = false;
  #islands = new Set<string>();
  #fsRoutes: FsRoute<State>;

  constructor(options: BuildOptions = {}) {
    const root = parseDirPath(options.root ?? ".", Deno.cwd());
    const dir = (path: string) => parseDirPath(path, root);
    const { staticDir = "static" } = options;
    this.config = {
      root,
      serverEntry: dir(options.serverEntry ?? "main.ts"),
      outDir: dir(options.outDir ?? "_fresh"),
      staticDir: Array.isArray(staticDir) ? staticDir.map(dir) : dir(staticDir),
      islandDir: dir(options.islandDir ?? "islands"),
      routeDir: dir(options.routeDir ?? "routes"),
      ignore: options.ignore ?? [TEST_FILE],
      target: options.target ?? ["chrome99", "firefox99", "safari15"],
      mode: "production",
      buildId: BUILD_ID,
      sourceMap: options.sourceMap,
    };
    this.#fsRoutes = { id: "default", dir: this.config.routeDir, files: [] };
    this.#transformer = new FileTransformer(fsAdapter, root);
  }

  /** Adds a module of islands from anywhere. */
  registerIsland(specifier: string): void {
    this.#islands.add(specifier);
  }

  /** Adds a plugin that changes static files. */
  onTransformStaticFile(
    options: OnTransformOptions,
    callback: TransformFn,
  ): void {
    this.#transformer.onTransform(options, callback);
  }

  /** Serves the app for development; returns when it listens and is built. */
  async listen(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    this.config.mode = "development";
    await this.#crawl();
    const loaded = await importApp();
    const app = loaded instanceof App ? loaded : loaded.app;
    const { config } = this;
    const cache = new MemoryBuildCache(
      config,
      this.#fsRoutes,
      this.#transformer,
    );
    await cache.prepare();
    setBuildCache(app, cache, "development");
    const handler = app.handler();

    const ready = this.#build(cache, true);
    // It is waited for below; until then it is not an unhandled rejection.
    ready.catch(() => {});
    const { basePath } = app.config;
    const devApp = new App<State>({ mode: "development" })
      .use(liveReload(basePath))
      .use(devErrorOverlay(basePath))
      .use(automaticWorkspaceFolders(config.root))
      .use(async (ctx) => {
        await ready;
        return await handler(ctx.req, ctx.info);
      });
    setBuildCache(devApp, cache, "development");
    await devApp.listen(options);
    await ready;
  }

  /** Builds the app, on disk or in memory; what comes back makes an app be served from the build. */
  async build(
    options: {
      mode?: ResolvedBuildConfig["mode"];
      snapshot?: "disk" | "memory";
    } = {},
  ): Promise<(app: App<State>) => void> {
    this.config.mode = options.mode ?? "production";
    await this.#crawl();
    const Cache = options.snapshot === "memory"
      ? MemoryBuildCache
      : DiskBuildCache;
    const cache = new Cache(this.config, this.#fsRoutes, this.#transformer);
    await this.#build(cache, this.config.mode === "development");
    await cache.prepare();
    if (options.snapshot !== "memory") {
      console.log(`Assets written to: ${this.config.outDir}`);
    }
    return (app) => setBuildCache(app, cache, app.config.mode);
  }

  async #crawl(): Promise<void> {
    const { islands, routes } = await crawlFsItem(this.config);
    for (const island of islands) this.registerIsland(island);
    this.#fsRoutes.files = routes;
  }

  async #build(cache: DevBuildCache<State>, dev: boolean): Promise<void> {
    const { root, outDir, target, buildId, sourceMap } = this.config;
    const { jsxImportSource } = checkDenoCompilerOptions(root);
    if (!this.#locksCss) cssAssetHash(this.#transformer);
    this.#locksCss = true;
    if (cache instanceof DiskBuildCache) {
      await removeDir(join(outDir, "static"));
    }

    const namer = new UniqueNamer();
    const islands = [...this.#islands].map((server) => ({
      name: namer.getUniqueName(specToName(server)),
      server,
    }));
    const { entryToChunk, files } = await bundleJs({
      cwd: root,
      dev,
      target,
      buildId,
      entryPoints: {
        ...clientEntries(dev),
        ...Object.fromEntries(islands.map((it) => [it.name, it.server])),
      },
      jsxImportSource,
      sourceMap,
    });
    cache.islands = islands.map(({ name, server }) => {
      const file = entryToChunk.get(name);
      if (file === undefined) throw new Error(`No client file for ${name}`);
      return { name, server, browser: clientDir(buildId) + file };
    });
    for (const { path, contents, hash } of files) {
      await cache.addProcessedFile(clientDir(buildId) + path, contents, hash);
    }
    await cache.flush();
  }
}

/** The modules of the client runtime by the names of their files. */
function clientEntries(dev: boolean): Record<string, string> {
  const url = (path: string) => new URL(path, import.meta.url).href;
  return dev
    ? {
      "fresh-runtime": url("../runtime/client/dev.ts"),
      "fresh-dev": url("../runtime/client/live_reload.ts"),
    }
    : { "fresh-runtime": url("../runtime/client/mod.ts") };
}

async function removeDir(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
