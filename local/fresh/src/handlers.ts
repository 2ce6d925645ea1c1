import type { Context } from "./context.ts";
import type { Method } from "./router.ts";

/** What a handler hands to its page's component, with the response's headers and status. */
export interface PageResponse<T> {
  data: T;
  headers?: HeadersInit;
  status?: number;
}

/** Renders the route's component without data. */
export function page(): PageResponse<undefined>;
/** Renders the route's component with data. */
export function page<T>(
  data: T,
  options?: { headers?: HeadersInit; status?: number },
): PageResponse<T>;
export function page<T>(
  data?: T,
  options?: { headers?: HeadersInit; status?: number },
): PageResponse<T | undefined> {
  const { headers, status } = options ?? {};
  // As in Fresh, a page without data is never given null.
  return { data: data ?? undefined, headers, status };
}

/** Answers one request. */
export interface HandlerFn<Data, State> {
  (
    ctx: Context<State>,
  ):
    | PageResponse<Data>
    | Response
    | Promise<PageResponse<Data> | Response>;
}

/** A handler for each method. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** One handler for all methods, or one for each. */
export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

/** The data that a route's handlers give to its component. */
export type RouteData<
  // deno-lint-ignore no-explicit-any -- any route's handlers are meant
  Handler extends RouteHandler<any, any>,
> = Handler extends HandlerFn<infer Data, never> ? Data
  : Handler extends HandlerByMethod<infer Data, never> ? Data
  : never;

/** Whether handlers are given by method. */
export function isHandlerByMethod<D, S>(
  handler: unknown,
): handler is HandlerByMethod<D, S> {
  return handler !== null && typeof handler === "object" &&
    !Array.isArray(handler);
}
