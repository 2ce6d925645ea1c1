import type { ComponentChildren } from "preact";
import type {
  Middleware,
  PageProps,
  PageResponse,
  RouteHandler,
} from "./shapes.ts";

/** What the results of a handler that are no answers hold. */
type DataIn<Result> = Result extends Response ? never
  : Result extends PageResponse<infer Data> ? Data
  : never;

/** What a handler's methods give their page, all of them together. */
type DataOf<Handler> = {
  [M in keyof Handler]: Handler[M] extends (ctx: never) => infer Result
    ? DataIn<Awaited<Result>>
    : never;
}[keyof Handler];

/** Gives the parts of a route their types. */
export interface Define<State> {
  handlers<Handlers extends RouteHandler<unknown, State>>(
    handlers: Handlers,
  ): Handlers;
  page<Handler = Record<never, never>>(
    render: (props: PageProps<DataOf<Handler>, State>) => ComponentChildren,
  ): (props: PageProps<DataOf<Handler>, State>) => ComponentChildren;
  middleware<Given extends Middleware<State> | Middleware<State>[]>(
    middleware: Given,
  ): Given;
}

/** Types for the routes of an app with this state. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    middleware: (middleware) => middleware,
  };
}

/** Answers with the route's page, drawn from this data; its type is that of the data, whatever the caller may return. */
export function page<Data>(
  data: Data,
  options?: Omit<PageResponse<Data>, "data">,
): PageResponse<NoInfer<Data>>;
export function page(): PageResponse<undefined>;
export function page<Data>(
  data?: Data,
  options: Omit<PageResponse<Data>, "data"> = {},
): PageResponse<Data | undefined> {
  return { data, ...options };
}
