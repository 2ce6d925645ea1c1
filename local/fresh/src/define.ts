import type { ComponentChildren } from "preact";
import type { HandlerByMethod, HandlerFn, RouteHandler } from "./handlers.ts";
import type { Middleware } from "./middlewares/mod.ts";
import type { PageProps } from "./render.ts";

type Rendered =
  | ComponentChildren
  | Response
  | Promise<ComponentChildren | Response>;

/** Functions that give back what they are given, with its types checked against the app's state. */
export interface Define<State> {
  handlers<
    Data,
    Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>,
  >(handlers: Handlers): typeof handlers;
  page<
    // deno-lint-ignore no-explicit-any -- the data is inferred from the handler
    Handler extends RouteHandler<any, State> = never,
    Data = Handler extends HandlerFn<infer Data, State> ? Data
      : Handler extends HandlerByMethod<infer Data, State> ? Data
      : never,
  >(
    render: (props: PageProps<Data, State>) => Rendered,
  ): typeof render;
  layout(
    render: (props: PageProps<never, State>) => Rendered,
  ): typeof render;
  middleware<M extends Middleware<State> | Middleware<State>[]>(
    middleware: M,
  ): typeof middleware;
}

/** The `define` of an app with this state. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}
