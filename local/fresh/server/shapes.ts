import type { ComponentChildren, FunctionComponent, VNode } from "preact";

/** Methods that a route may answer. */
export type Method =
  | "GET"
  | "HEAD"
  | "POST"
  | "PUT"
  | "PATCH"
  | "DELETE"
  | "OPTIONS";

/** Settings of an app. */
export interface FreshConfig {
  /** Takes protocol and host from `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy?: boolean;
}

/** A request on its way through middlewares and route, and what answers it. */
export interface Context<State> {
  readonly config: FreshConfig;
  /** The address as the visitor sees it; `req.url` may differ behind a proxy. */
  readonly url: URL;
  readonly req: Request;
  /** The pattern of the route, `/:language/help`; null when none matches. */
  readonly route: string | null;
  /** What stands in the place of the pattern's names. */
  readonly params: Record<string, string>;
  /** Filled by middlewares. */
  readonly state: State;
  /** What failed, on an error page. */
  readonly error: unknown;
  /** Of the connection. */
  readonly info: Deno.ServeHandlerInfo;
  /** The answer of the next middleware, or of the route. */
  next(): Promise<Response>;
  /** Answers with `Location`; slashes in a row are one. Status 302 by default. */
  redirect(path: string, status?: number): Response;
  /** Answers with a page, inside `routes/_app.tsx`. */
  render(content: VNode, init?: ResponseInit): Promise<Response>;
  json(content: unknown, init?: ResponseInit): Response;
}

/** Stands between the server and the routes. */
export type Middleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

/** What a handler gives its page. */
export interface PageResponse<Data> {
  data: Data;
  headers?: HeadersInit;
  status?: number;
}

/** Answers one method of a route: itself, or with data for the route's page. */
export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) =>
  | Response
  | PageResponse<Data>
  | Promise<Response | PageResponse<Data>>;

/** One function a method. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** All that a route's `handler` may be in this edition. */
export type RouteHandler<Data, State> = HandlerByMethod<Data, State>;

/** What a page is rendered with. */
export interface PageProps<Data = unknown, State = unknown> {
  readonly config: FreshConfig;
  readonly url: URL;
  readonly req: Request;
  readonly params: Record<string, string>;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State;
  readonly error: unknown;
  readonly route: string | null;
  readonly data: Data;
  /** The page, for the document around it. */
  readonly Component: FunctionComponent;
}

/** Draws a page or the document around it. */
// deno-lint-ignore no-explicit-any -- a table holds pages of every data and state; each route's own types are checked where it is defined
export type PageComponent = (props: PageProps<any, any>) => ComponentChildren;
