import { allow, answerError, requestUrl, withoutBody } from "./answer.ts";
import { type BuildCache, unbuilt } from "./build_cache.ts";
import {
  applyCommands,
  type Command,
  CommandType,
  type Compiled,
  DEFAULT_NOT_ALLOWED_METHOD,
  DEFAULT_NOT_FOUND,
  newErrorCmd,
  newNotFoundCmd,
  newRouteCmd,
} from "./commands.ts";
import {
  type FreshConfig,
  type ResolvedFreshConfig,
  validateBasePath,
} from "./config.ts";
import { Context } from "./context.ts";
import { renderErrorOverlay } from "./dev/middlewares/error_overlay/middleware.ts";
import { type ListenOptions, serve } from "./listen.ts";
import type { MaybeLazyMiddleware, Middleware } from "./middlewares/mod.ts";
import { mergePath, type Method, UrlPatternRouter } from "./router.ts";
import type { RouteComponent } from "./segments.ts";
import type { LayoutConfig, MaybeLazy, Route, RouteConfig } from "./types.ts";
import type {
  WebSocketHandlers,
  WebSocketUpgradeOptions,
} from "./websocket.ts";

export type { ListenOptions } from "./listen.ts";

/** What a handler is told of the connection when nobody says: in tests. */
export const DEFAULT_CONN_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 1234 },
  completed: Promise.resolve(),
};

/** The build that an app is served from. */
export let getBuildCache: <State>(app: App<State>) => BuildCache<State> | null;
/** Lets an app be served from a build. */
export let setBuildCache: <State>(
  app: App<State>,
  cache: BuildCache<State>,
  mode: "development" | "production",
) => void;
/** Has a function told of each error of an app once. */
export let setErrorInterceptor: <State>(
  app: App<State>,
  fn: (error: unknown) => void,
) => void;

/** Middlewares and routes, in the order in which they were added. */
export class App<State> {
  /** The configuration with its defaults filled in. */
  config: ResolvedFreshConfig;
  #commands: Command<State>[] = [];
  #getBuildCache: () => BuildCache<State> | null = () => null;
  #onError?: (error: unknown) => void;

  static {
    getBuildCache = (app) => app.#getBuildCache();
    setBuildCache = (app, cache, mode) => {
      app.config.root = cache.root;
      app.config.mode = mode;
      app.#getBuildCache = () => cache;
    };
    setErrorInterceptor = (app, fn) => {
      app.#onError = fn;
    };
  }

  constructor(config: FreshConfig = {}) {
    const { basePath = "", mode = "production", trustProxy = false } = config;
    validateBasePath(basePath);
    this.config = { root: ".", basePath, mode, trustProxy };
  }

  /** Adds middlewares for all that is registered after them, or below a path. */
  use(...middleware: MaybeLazyMiddleware<State>[]): this;
  use(path: string, ...middleware: MaybeLazyMiddleware<State>[]): this;
  use(
    first: string | MaybeLazyMiddleware<State>,
    ...rest: MaybeLazyMiddleware<State>[]
  ): this {
    const [pattern, fns] = typeof first === "string"
      ? [first, rest]
      : ["*", [first, ...rest]];
    return this.#add({
      type: CommandType.Middleware,
      pattern,
      fns,
    });
  }

  /** Sets what answers a 404. */
  notFound(routeOrMiddleware: Route<State> | Middleware<State>): this {
    return this.#add(newNotFoundCmd(routeOrMiddleware));
  }

  /** Sets what answers errors below a path. */
  onError(
    path: string,
    routeOrMiddleware: Route<State> | Middleware<State>,
  ): this {
    return this.#add(newErrorCmd(path, routeOrMiddleware));
  }

  /** Sets the document around all pages. */
  appWrapper(component: RouteComponent<State>): this {
    return this.#add({ type: CommandType.App, component });
  }

  /** Sets what is around the pages below a path. */
  layout(
    path: string,
    component: RouteComponent<State>,
    config?: LayoutConfig,
  ): this {
    return this.#add({
      type: CommandType.Layout,
      pattern: path,
      component,
      config,
    });
  }

  /** Adds a page. */
  route(
    path: string,
    route: MaybeLazy<Route<State>>,
    config?: RouteConfig,
  ): this {
    return this.#add(newRouteCmd(path, route, config, true));
  }

  /** Answers GET, and HEAD when nothing else does. */
  get(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("GET", path, handlers);
  }

  /** Answers POST. */
  post(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("POST", path, handlers);
  }

  /** Answers PATCH. */
  patch(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PATCH", path, handlers);
  }

  /** Answers PUT. */
  put(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PUT", path, handlers);
  }

  /** Answers DELETE. */
  delete(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("DELETE", path, handlers);
  }

  /** Answers HEAD. */
  head(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("HEAD", path, handlers);
  }

  /** Answers every method. */
  all(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("ALL", path, handlers);
  }

  /** Answers WebSockets. */
  ws(
    path: string,
    handlers: WebSocketHandlers,
    options?: WebSocketUpgradeOptions,
  ): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options));
  }

  /** Adds the files of `routes/` here, below a path if one is given. */
  fsRoutes(pattern = "*"): this {
    return this.#add({
      type: CommandType.FsRoute,
      pattern,
      getItems: () => this.#getBuildCache()?.getFsRoutes() ?? [],
    });
  }

  /** Adds all of another app below a path. */
  mountApp(path: string, app: App<State>): this {
    const { basePath } = app.config;
    for (const cmd of app.#commands) {
      if (cmd.type === CommandType.App || cmd.type === CommandType.NotFound) {
        this.#add(cmd);
        continue;
      }
      // An app mounted at its own base path does not get it twice.
      const inner = basePath && path !== basePath
        ? mergePath(basePath, cmd.pattern, false)
        : cmd.pattern;
      this.#add({
        ...cmd,
        pattern: mergePath(path, inner, true),
      });
    }
    app.#getBuildCache = () => this.#getBuildCache();
    return this;
  }

  #handle(
    method: Method | "ALL",
    pattern: string,
    handlers: MaybeLazy<Middleware<State>>[],
  ): this {
    return this.#add({
      type: CommandType.Handler,
      pattern,
      method,
      fns: handlers as MaybeLazyMiddleware<State>[], // what loads one takes no context
    });
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }

  /** What `Deno.serve` takes; commands that are added later are not part of it. */
  handler(): (
    request: Request,
    info?: Deno.ServeHandlerInfo,
  ) => Promise<Response> {
    const { config } = this;
    const cache = this.#getBuildCache() ?? unbuilt<State>(config.mode);
    const router = new UrlPatternRouter<Compiled<State>>();
    const onError = this.#onError;
    const unmatched = applyCommands(
      { router, basePath: config.basePath, onError },
      this.#commands,
    );

    return async (req, info = DEFAULT_CONN_INFO) => {
      const url = requestUrl(req, config);
      const method = req.method.toUpperCase() as Method; // others match nothing
      const { params, pattern, item, methodMatch } = router.match(method, url);
      let next = DEFAULT_NOT_FOUND;
      if (pattern !== null && !methodMatch) {
        next = method === "OPTIONS"
          ? () => allow(router.getAllowedMethods(pattern))
          : DEFAULT_NOT_ALLOWED_METHOD;
      }
      const ctx = new Context<State>(
        req,
        url,
        info,
        pattern,
        params,
        config,
        next,
        cache,
      );
      try {
        const response = await (item ?? unmatched)(ctx);
        if (!(response instanceof Response)) {
          throw new Error(
            `Expected a "Response" instance to be returned, but got: ${response}`,
          );
        }
        return method === "HEAD" ? await withoutBody(response) : response;
      } catch (error) {
        if (ctx.error !== error) onError?.(error);
        const overlay = cache.features.errorOverlay
          ? await renderErrorOverlay(ctx, error)
          : null;
        return overlay ?? answerError(error);
      }
    };
  }

  /** Serves the app: at the port asked for, or at the first free one from 8000. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await serve(this.handler(), this.config.basePath, options);
  }
}
