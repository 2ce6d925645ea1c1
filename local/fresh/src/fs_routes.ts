import type { AnyComponent } from "preact";
import {
  type Command,
  CommandType,
  newErrorCmd,
  newNotFoundCmd,
  newRouteCmd,
} from "./commands.ts";
import {
  type HandlerFn,
  isHandlerByMethod,
  type RouteHandler,
} from "./handlers.ts";
import type { Middleware } from "./middlewares/mod.ts";
import type { AsyncAnyComponent, PageProps } from "./render.ts";
import type { MaybeLazy, Route, RouteConfig } from "./types.ts";
import { isLazy } from "./utils.ts";

/** What a file of `routes/` may export. */
export interface FreshFsMod<State> {
  config?: RouteConfig;
  handler?: RouteHandler<unknown, State> | HandlerFn<unknown, State>[];
  handlers?: RouteHandler<unknown, State> | HandlerFn<unknown, State>[];
  default?:
    | AnyComponent<PageProps<unknown, State>>
    | AsyncAnyComponent<PageProps<unknown, State>>;
}

/** A file of `routes/`. */
export interface FsRouteFile<State> {
  id: string;
  filePath: string;
  mod: MaybeLazy<FreshFsMod<State>>;
  /** Its place among the segments, groups included. */
  pattern: string;
  type: CommandType;
  /** The URLs it answers. */
  routePattern: string;
  overrideConfig?: RouteConfig;
}

/** The commands that the files stand for. Throws when one exports nothing of use. */
export function fsItemsToCommands<State>(
  items: FsRouteFile<State>[],
): Command<State>[] {
  return items.map(toCommand).filter((command) => command !== null);
}

function toCommand<State>(item: FsRouteFile<State>): Command<State> | null {
  const { filePath, pattern, mod } = item;
  if (item.type === CommandType.Route) return routeCommand(item);
  if (isLazy(mod)) return null;
  const { handlers, component, config } = readModule<State>(filePath, mod);
  // Errors and 404 pages take what a route takes.
  const route = { component, config, handler: handlers } as Route<State>;
  switch (item.type) {
    case CommandType.Middleware: {
      // A middleware's default export is a function as well.
      const fns = (handlers ?? component) as
        | Middleware<State>
        | Middleware<State>[]
        | undefined;
      if (fns === undefined) return null;
      if (isHandlerByMethod(fns)) {
        warn(
          `Middleware does not support object handlers with GET, POST, etc. in ${filePath}`,
        );
        return null;
      }
      return { type: CommandType.Middleware, fns: [fns].flat(), pattern };
    }
    case CommandType.Layout:
      if (handlers) warn("Layout does not support handlers");
      if (!component) return null;
      return { type: CommandType.Layout, component, config, pattern };
    case CommandType.App:
      return component ? { type: CommandType.App, component } : null;
    case CommandType.Error:
      return newErrorCmd(pattern, route);
    case CommandType.NotFound:
      return newNotFoundCmd(route);
    default:
      throw new Error(`Not a kind of route file: ${item.type}`);
  }
}

function routeCommand<State>(item: FsRouteFile<State>): Command<State> {
  const { filePath, mod, pattern, routePattern, overrideConfig } = item;
  if (!isLazy(mod)) {
    const route = toRoute(filePath, mod, routePattern);
    return newRouteCmd(pattern, route, mod.config, false);
  }
  return newRouteCmd(
    pattern,
    async () => toRoute(filePath, await mod(), routePattern),
    {
      methods: overrideConfig?.methods ?? "ALL",
      routeOverride: overrideConfig?.routeOverride ?? routePattern,
    },
    false,
  );
}

function toRoute<State>(
  filePath: string,
  mod: FreshFsMod<State>,
  routePattern: string,
): Route<State> {
  const { handlers, component, config } = readModule<State>(filePath, mod);
  return {
    config: { ...config, routeOverride: config?.routeOverride ?? routePattern },
    // A list of handlers is a middleware's matter; a route's is not a list.
    handler: handlers as RouteHandler<unknown, State> | undefined,
    component,
  };
}

function readModule<State>(filePath: string, mod: FreshFsMod<State>) {
  const kinds = [mod.handlers, mod.handler, mod.config].map((it) => typeof it);
  if (
    typeof mod.default !== "function" &&
    !kinds.some((kind) => kind === "object" || kind === "function")
  ) {
    throw new Error(
      `Expected a route, middleware, layout or error template, but couldn't find relevant exports in: ${filePath}`,
    );
  }
  const handlers = mod.handlers ?? mod.handler;
  if (typeof handlers === "function" && handlers.length > 1) {
    throw new Error(
      `Handlers must only have one argument but found more than one. Check the function signature in: ${filePath}`,
    );
  }
  return { handlers, component: mod.default, config: mod.config };
}

function warn(message: string): void {
  console.warn(
    `🍋 %c[WARNING] Unsupported route config: ${message}`,
    "color:rgb(251, 184, 0)",
  );
}

export { sortRoutePaths } from "./sort_routes.ts";
