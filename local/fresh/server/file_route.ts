import { element, propsOf } from "./document.ts";
import { Exchange } from "./exchange.ts";
import { HttpError } from "./http_error.ts";
import { unsupported } from "./refuse.ts";
import type { Context, PageResponse } from "./shapes.ts";
import type { AnyHandlers, AnyMiddleware, RouteModule } from "./site.ts";

/**
 * The last step to a file of `routes/`, which is loaded by the first request for it: its handler for the method, then
 * its page unless the handler answered itself. A page without a handler answers every method; a method without a
 * handler is not found.
 */
export function fileRoute(load: () => Promise<RouteModule>): AnyMiddleware {
  let loading: Promise<RouteModule> | undefined;
  return async (ctx) => {
    // A file that could not be loaded is tried again.
    const module = await (loading ??= load().then(checked))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    const { handler, default: page } = module;
    const method = handler && methodOf(handler, ctx.req.method);
    if (handler && !method) {
      if (ctx.req.method !== "GET" || !page) throw new HttpError(404);
    }
    const result = method ? await method(ctx) : { data: {} };
    if (result instanceof Response) return result;
    if (typeof result !== "object" || result === null || !page) {
      throw new Error(`${ctx.route} answered with neither Response nor page`);
    }
    return draw(ctx, page, result);
  };
}

function methodOf(handler: AnyHandlers, name: string) {
  const table: Record<string, AnyHandlers["GET"]> = { ...handler };
  return table[name] ?? (name === "HEAD" ? table.GET : undefined);
}

function draw(
  ctx: Context<unknown>,
  page: NonNullable<RouteModule["default"]>,
  { data, status, headers }: PageResponse<unknown>,
): Promise<Response> {
  if (!(ctx instanceof Exchange)) throw new Error("Not a request of this app");
  return ctx.render(element(page, propsOf(ctx, data ?? undefined)), {
    status,
    headers,
  });
}

/** The module, when this edition has all that it asks for. */
function checked(module: RouteModule): RouteModule {
  if (!module.handler && !module.default) {
    throw new Error("A route exports a handler, a page or both");
  }
  if (typeof module.handler === "function" || "handlers" in module) {
    throw unsupported("A route's handler for all methods");
  }
  if (module.default?.constructor.name === "AsyncFunction") {
    throw unsupported("An asynchronous page");
  }
  if ("config" in module) throw unsupported("A route's config");
  return module;
}
