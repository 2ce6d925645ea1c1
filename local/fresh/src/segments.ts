import type { AnyComponent } from "preact";
import { type Context, getInternals } from "./context.ts";
import { HttpError } from "./error.ts";
import type { HandlerFn } from "./handlers.ts";
import type { MaybeLazyMiddleware, Middleware } from "./middlewares/mod.ts";
import {
  type AsyncAnyComponent,
  type PageProps,
  renderRouteComponent,
} from "./render.ts";
import { type Method, patternToSegments } from "./router.ts";
import type { LayoutConfig, Route } from "./types.ts";

/** A page's, a layout's or the app wrapper's component. */
export type RouteComponent<State> =
  // deno-lint-ignore no-explicit-any -- a component may expect the data of its own handler
  | AsyncAnyComponent<PageProps<any, State>>
  // deno-lint-ignore no-explicit-any -- as above
  | AnyComponent<PageProps<any, State>>;

/** One part of a path, and what applies to everything below it. */
export interface Segment<State> {
  pattern: string;
  middlewares: MaybeLazyMiddleware<State>[];
  layout: {
    component: RouteComponent<State>;
    config: LayoutConfig | null;
  } | null;
  errorRoute: Route<State> | null;
  notFound: Middleware<State> | null;
  app: RouteComponent<State> | null;
  children: Map<string, Segment<State>>;
  parent: Segment<State> | null;
}

/** A segment to which nothing applies yet. */
export function newSegment<State>(
  pattern: string,
  parent: Segment<State> | null,
): Segment<State> {
  return {
    pattern,
    middlewares: [],
    layout: null,
    app: null,
    errorRoute: null,
    notFound: null,
    parent,
    children: new Map(),
  };
}

/** The segment of a path below the root; missing ones are made. */
export function getOrCreateSegment<State>(
  root: Segment<State>,
  path: string,
  includeLast: boolean,
): Segment<State> {
  let current = root;
  const [, ...parts] = patternToSegments(path, root.pattern, includeLast);
  for (const part of parts) {
    let child = current.children.get(part);
    if (!child) {
      child = newSegment(part, current);
      current.children.set(part, child);
    }
    current = child;
  }
  return current;
}

/** All that runs before a route of this segment, from the root on, as of now. */
export function segmentToMiddlewares<State>(
  segment: Segment<State>,
): MaybeLazyMiddleware<State>[] {
  const path: Segment<State>[] = [];
  let current: Segment<State> | null = segment;
  while (current) {
    path.unshift(current);
    current = current.parent;
  }
  const root = path[0] ?? segment;
  return path.flatMap((part) => [
    segmentMiddleware(part, root),
    ...part.middlewares,
  ]);
}

/** What it sets in the internals holds for what comes next: the chain restores them. */
function segmentMiddleware<State>(
  segment: Segment<State>,
  root: Segment<State>,
): Middleware<State> {
  const { layout, app, errorRoute } = segment;
  return async (ctx) => {
    const internals = getInternals(ctx);
    if (app) internals.app = app;
    if (layout) {
      if (layout.config?.skipAppWrapper) internals.app = null;
      const def = { props: null, component: layout.component };
      internals.layouts = layout.config?.skipInheritedLayouts
        ? [def]
        : [...internals.layouts, def];
    }
    try {
      return await ctx.next();
    } catch (error) {
      const status = error instanceof HttpError ? error.status : 500;
      if (root.notFound && status === 404) return await root.notFound(ctx);
      if (errorRoute) return await renderRoute(ctx, errorRoute, status);
      throw error;
    }
  };
}

/** Runs a route's handler for the request's method and renders its component with the result. */
export async function renderRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  const internals = getInternals(ctx);
  if (route.config?.skipAppWrapper) internals.app = null;
  if (route.config?.skipInheritedLayouts) internals.layouts = [];

  const handler = handlerFor(route, ctx.req.method.toUpperCase());
  if (!handler) return await ctx.next();
  const result = await handler(ctx);
  if (result instanceof Response) return result;

  const init = { headers: result.headers, status: result.status ?? status };
  if (!route.component) return ctx.render(null, init);
  const vnode = await renderRouteComponent(
    ctx,
    { component: route.component, props: result.data },
    () => null,
  );
  return vnode instanceof Response ? vnode : ctx.render(vnode, init);
}

function handlerFor<State>(
  route: Route<State>,
  method: string,
): HandlerFn<unknown, State> | undefined {
  const { handler } = route;
  if (handler === undefined) throw new Error("Unexpected missing handlers");
  if (typeof handler === "function") return handler;
  // Only the names of methods are looked up, the rest is undefined.
  return handler[method as Method] ??
    (method === "HEAD" ? handler.GET : undefined);
}
