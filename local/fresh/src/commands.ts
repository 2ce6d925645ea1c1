import { HttpError } from "./error.ts";
import { isHandlerByMethod, type PageResponse } from "./handlers.ts";
import {
  compileMiddlewares,
  type MaybeLazyMiddleware,
  type Middleware,
} from "./middlewares/mod.ts";
import {
  mergePath,
  type Method,
  METHODS,
  type Router,
  toRoutePath,
} from "./router.ts";
import {
  getOrCreateSegment,
  newSegment,
  renderRoute,
  type RouteComponent,
  type Segment,
  segmentToMiddlewares,
} from "./segments.ts";
import type { LayoutConfig, MaybeLazy, Route, RouteConfig } from "./types.ts";
import { isLazy } from "./utils.ts";
import type { Context } from "./context.ts";

/** Where a request ends that nothing answers. */
export const DEFAULT_NOT_FOUND = (): Promise<Response> => {
  throw new HttpError(404);
};
/** Where a request ends whose path is known, but not with its method. */
export const DEFAULT_NOT_ALLOWED_METHOD = (): Promise<Response> => {
  throw new HttpError(405);
};

const DEFAULT_RENDER = (): Promise<PageResponse<unknown>> =>
  Promise.resolve({ data: {} });

function ensureHandler<State>(route: Route<State>): Route<State> {
  if (route.handler === undefined) {
    route.handler = route.component ? DEFAULT_RENDER : DEFAULT_NOT_FOUND;
  } else if (
    isHandlerByMethod<unknown, State>(route.handler) && route.component &&
    !route.handler.GET
  ) {
    // A module's exports may not be written to: its handlers are copied.
    route.handler = { ...route.handler, GET: DEFAULT_RENDER };
  }
  return route;
}

/** What a command adds; its values are written into the built snapshot. */
export enum CommandType {
  Middleware = "middleware",
  Layout = "layout",
  App = "app",
  Route = "route",
  Error = "error",
  NotFound = "notFound",
  Handler = "handler",
  FsRoute = "fsRoute",
}

interface Located {
  pattern: string;
}

/** One call of an app's method, or one file of `routes/`. */
export type Command<State> =
  | { type: CommandType.App; component: RouteComponent<State> }
  | { type: CommandType.NotFound; fn: Middleware<State> }
  | Located & { type: CommandType.Error; item: Route<State> }
  | Located & {
    type: CommandType.Layout;
    component: RouteComponent<State>;
    config?: LayoutConfig;
  }
  | Located & {
    type: CommandType.Middleware;
    fns: MaybeLazyMiddleware<State>[];
  }
  | Located & {
    type: CommandType.Route;
    route: MaybeLazy<Route<State>>;
    config?: RouteConfig;
    /** False for a file, whose name is no folder: what is for that folder is not for it. */
    includeLastSegment: boolean;
  }
  | Located & {
    type: CommandType.Handler;
    method: Method | "ALL";
    fns: MaybeLazyMiddleware<State>[];
  }
  | Located & { type: CommandType.FsRoute; getItems: () => Command<State>[] };

/** The command that answers errors below a pattern. */
export function newErrorCmd<State>(
  pattern: string,
  routeOrMiddleware: Route<State> | Middleware<State>,
): Command<State> {
  return { type: CommandType.Error, pattern, item: toRoute(routeOrMiddleware) };
}

/** The command that answers what is not found. */
export function newNotFoundCmd<State>(
  routeOrMiddleware: Route<State> | Middleware<State>,
): Command<State> {
  const route = toRoute(routeOrMiddleware);
  // A page of this kind is a 200 unless its handler says otherwise.
  return { type: CommandType.NotFound, fn: (ctx) => renderRoute(ctx, route) };
}

function toRoute<State>(
  routeOrMiddleware: Route<State> | Middleware<State>,
): Route<State> {
  return ensureHandler(
    typeof routeOrMiddleware === "function"
      ? { handler: routeOrMiddleware }
      : routeOrMiddleware,
  );
}

/** The command that adds a page. */
export function newRouteCmd<State>(
  pattern: string,
  route: MaybeLazy<Route<State>>,
  config: RouteConfig | undefined,
  includeLastSegment: boolean,
): Command<State> {
  return {
    type: CommandType.Route,
    pattern,
    route: isLazy(route)
      ? async () => ensureHandler(await route())
      : ensureHandler(route),
    config,
    includeLastSegment,
  };
}

/** What a route runs, chain included. */
export type Compiled<State> = (ctx: Context<State>) => Promise<Response>;

/** What applying commands needs to know. */
export interface ApplyOptions<State> {
  router: Router<Compiled<State>>;
  basePath: string;
  onError?: (error: unknown) => void;
}

/** Registers all commands in their order; gives back what runs for unknown paths. */
export function applyCommands<State>(
  options: ApplyOptions<State>,
  commands: Command<State>[],
): Compiled<State> {
  const root = newSegment<State>("", null);
  applyTo(root, options, commands);
  return compileMiddlewares(segmentToMiddlewares(root), options.onError);
}

function applyTo<State>(
  root: Segment<State>,
  options: ApplyOptions<State>,
  commands: Command<State>[],
): void {
  for (const cmd of commands) {
    if (cmd.type === CommandType.App) {
      root.app = cmd.component;
      continue;
    }
    if (cmd.type === CommandType.NotFound) {
      root.notFound = cmd.fn;
      continue;
    }
    if (cmd.type === CommandType.FsRoute) {
      const basePath = mergePath(options.basePath, cmd.pattern, true);
      applyTo(root, { ...options, basePath }, cmd.getItems());
      continue;
    }
    const segment = getOrCreateSegment(
      root,
      cmd.pattern,
      cmd.type !== CommandType.Route || cmd.includeLastSegment,
    );
    switch (cmd.type) {
      case CommandType.Middleware:
        segment.middlewares.push(...cmd.fns);
        break;
      case CommandType.Error:
        segment.errorRoute = cmd.item;
        break;
      case CommandType.Layout: {
        const { component, config = null } = cmd;
        segment.layout = { component, config };
        break;
      }
      case CommandType.Route:
        addRoute(options, segment, cmd.pattern, cmd.route, cmd.config);
        break;
      case CommandType.Handler:
        add(options, segment, cmd.pattern, cmd.method, cmd.fns);
    }
  }
}

function addRoute<State>(
  options: ApplyOptions<State>,
  segment: Segment<State>,
  pattern: string,
  route: MaybeLazy<Route<State>>,
  config: RouteConfig | undefined,
): void {
  if (isLazy(route)) {
    let loaded: Route<State> | undefined;
    const path = config?.routeOverride ?? pattern;
    add(options, segment, path, config?.methods ?? "ALL", [
      async (ctx) => renderRoute(ctx, loaded ??= await route()),
    ]);
    return;
  }
  const path = route.config?.routeOverride ?? pattern;
  // Only the names of methods are keys of such handlers.
  const methods = isHandlerByMethod(route.handler)
    ? Object.keys(route.handler) as Method[]
    : "ALL";
  add(options, segment, path, methods, [(ctx) => renderRoute(ctx, route)]);
}

function add<State>(
  { router, basePath, onError }: ApplyOptions<State>,
  segment: Segment<State>,
  pattern: string,
  methods: Method[] | Method | "ALL",
  fns: MaybeLazyMiddleware<State>[],
): void {
  const path = toRoutePath(mergePath(basePath, pattern, false));
  const item = compileMiddlewares(
    [...segmentToMiddlewares(segment), ...fns],
    onError,
  );
  const names = methods === "ALL" ? METHODS : [methods].flat();
  for (const method of names) router.add(method, path, item);
}
