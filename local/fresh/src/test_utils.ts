import { dirname, join } from "node:path";
import { DEFAULT_CONN_INFO } from "./app.ts";
import { type BuildCache, EmptyBuildCache } from "./build_cache.ts";
import type { Command } from "./commands.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import type { FsAdapter } from "./fs.ts";
import { fsItemsToCommands, type FsRouteFile } from "./fs_routes.ts";

type Handler = (
  req: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** Asks a handler without a network. */
export class FakeServer {
  constructor(public handler: Handler) {}

  get = (path: string, init?: RequestInit) => this.#ask("GET", path, init);
  head = (path: string, init?: RequestInit) => this.#ask("HEAD", path, init);
  delete = (path: string) => this.#ask("DELETE", path);
  options = (path: string) => this.#ask("OPTIONS", path);
  post = (path: string, body?: BodyInit) => this.#ask("POST", path, { body });
  put = (path: string, body?: BodyInit) => this.#ask("PUT", path, { body });
  patch = (path: string, body?: BodyInit) => this.#ask("PATCH", path, { body });

  async request(req: Request): Promise<Response> {
    return await this.handler(req, DEFAULT_CONN_INFO);
  }

  #ask(method: string, path: string, init?: RequestInit): Promise<Response> {
    const url = new URL(path, "http://localhost/");
    return this.request(new Request(url, { ...init, method }));
  }
}

const CONFIG: ResolvedFreshConfig = {
  root: "",
  mode: "production",
  basePath: "",
  trustProxy: false,
};

/** Serves a middleware alone. */
export function serveMiddleware<T>(
  middleware: (ctx: Context<T>) => Response | Promise<Response>,
  options: {
    config?: ResolvedFreshConfig;
    buildCache?: BuildCache<T>;
    next?: () => Promise<Response>;
    route?: string | null;
  } = {},
): FakeServer {
  const { config = CONFIG, route = null } = options;
  const buildCache = options.buildCache ?? new EmptyBuildCache(config.mode);
  const notFound = () =>
    Promise.resolve(new Response("not found", { status: 404 }));
  return new FakeServer((req) =>
    middleware(
      new Context<T>(
        req,
        new URL(req.url),
        DEFAULT_CONN_INFO,
        route,
        {},
        config,
        options.next ?? notFound,
        buildCache,
      ),
    )
  );
}

/** A build that has only routes. */
export class MockBuildCache<State> extends EmptyBuildCache<State> {
  constructor(
    readonly files: FsRouteFile<State>[],
    mode: "development" | "production",
  ) {
    super(mode);
  }

  override getFsRoutes(): Command<State>[] {
    return fsItemsToCommands(this.files);
  }
}

/** Files that are nowhere. */
export function createFakeFs(files: Record<string, unknown>): FsAdapter {
  const encoder = new TextEncoder();
  const text = (path: string | URL) => String(files[String(path)]);
  return {
    cwd: () => ".",
    async *walk(_root, { skip = [] } = {}) {
      for await (const path of Object.keys(files)) {
        if (skip.some((pattern) => pattern.test(path))) continue;
        const kind = { isFile: true, isDirectory: false, isSymlink: false };
        yield { path, name: path, ...kind };
      }
    },
    isDirectory: (dir) =>
      Promise.resolve(
        Object.keys(files).some((path) => path.startsWith(`${dir}/`)),
      ),
    mkdirp: () => Promise.resolve(),
    readFile: (path) => Promise.resolve(encoder.encode(text(path))),
    readTextFile: (path) => Promise.resolve(text(path)),
  };
}

/** A test of what outlives it: a browser, or the bundler, whose `stop()` does not wait for its process to end. */
export function integrationTest(
  name: string,
  fn: (t: Deno.TestContext) => void | Promise<void>,
): void {
  Deno.test({ name, fn, sanitizeOps: false, sanitizeResources: false });
}

/** Waits for so many milliseconds. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A folder that is gone when its scope is left. */
export async function withTmpDir(
  options?: Deno.MakeTempOptions,
): Promise<{ dir: string } & AsyncDisposable> {
  const dir = await Deno.makeTempDir(options);
  return {
    dir,
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

/** Writes files by their paths below a folder. */
export async function writeFiles(
  dir: string,
  files: Record<string, string>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, content);
  }
}
