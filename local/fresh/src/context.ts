import {
  type ComponentType,
  type FunctionComponent,
  isValidElement,
  type VNode,
} from "preact";
import type { BuildCache } from "./build_cache.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { PARTIAL_SEARCH_PARAM } from "./constants.ts";
import { HttpError } from "./error.ts";
import { componentOf, renderPage } from "./render_page.ts";
import { type ComponentDef, renderRouteComponent } from "./render.ts";
import type { RouteComponent } from "./segments.ts";
import type { LayoutConfig } from "./types.ts";
import type { AnyVNode } from "./vnode.ts";
import {
  manage,
  type WebSocketHandlers,
  type WebSocketUpgradeOptions,
} from "./websocket.ts";

/** A component that is sent to the browser too. */
export interface Island {
  /** The path of its client file. */
  file: string;
  name: string;
  exportName: string;
  fn: ComponentType;
  css: string[];
}

/** All islands by their components. */
export type ServerIslandRegistry = Map<ComponentType, Island>;

/** What wraps a page: set by the segments on the way to it. */
export interface UiTree<State> {
  app: RouteComponent<State> | null;
  layouts: ComponentDef<unknown, State>[];
}

/** @deprecated Use {@linkcode Context}. */
export type FreshContext<State = unknown> = Context<State>;

/** The wrappers of a request's page. */
export let getInternals: <T>(ctx: Context<T>) => UiTree<T>;
/** The build that a request is answered from. */
export let getBuildCache: <T>(ctx: Context<T>) => BuildCache<T>;

/** What is sent, or makes what is sent. */
type StreamSource<T> =
  | Iterable<T>
  | AsyncIterable<T>
  | (() => Iterable<T> | AsyncIterable<T>);

/** One request, on its way through middlewares to a handler. */
export class Context<State> {
  #internal: UiTree<State> = { app: null, layouts: [] };
  #buildCache: BuildCache<State>;

  readonly config: ResolvedFreshConfig;
  /** The request's URL, with repeated slashes collapsed and, if trusted, the proxy's origin. */
  readonly url: URL;
  readonly req: Request;
  /** The matched pattern. */
  readonly route: string | null;
  readonly params: Record<string, string>;
  /** Shared by all that handle this request. */
  readonly state: State = {} as State; // filled by the app's middlewares
  data: unknown = undefined;
  /** What was thrown on the way. */
  error: unknown | null = null;
  readonly info: Deno.ServeHandlerInfo;
  /** Whether only parts of the page are asked for. */
  readonly isPartial: boolean;
  /** Runs what comes next. */
  next: () => Promise<Response>;
  /** In a layout or the app wrapper: what it wraps. */
  Component: FunctionComponent = () => null;

  static {
    getInternals = (ctx) => ctx.#internal;
    getBuildCache = (ctx) => ctx.#buildCache;
  }

  constructor(
    req: Request,
    url: URL,
    info: Deno.ServeHandlerInfo,
    route: string | null,
    params: Record<string, string>,
    config: ResolvedFreshConfig,
    next: () => Promise<Response>,
    buildCache: BuildCache<State>,
  ) {
    this.url = url;
    this.req = req;
    this.info = info;
    this.params = params;
    this.route = route;
    this.config = config;
    this.isPartial = url.search !== "" &&
      url.searchParams.has(PARTIAL_SEARCH_PARAM);
    this.next = next;
    this.#buildCache = buildCache;
  }

  /** Sends the client elsewhere. A path never leaves this site, however many slashes it begins with. */
  redirect(pathOrUrl: string, status = 302): Response {
    let location = pathOrUrl;
    if (pathOrUrl.startsWith("/")) {
      const end = pathOrUrl.search(/[?#]/);
      const path = end < 0 ? pathOrUrl : pathOrUrl.slice(0, end);
      location = path.replaceAll(/\/+/g, "/") +
        (end < 0 ? "" : pathOrUrl.slice(end));
      if (this?.isPartial) location = keepPartial(location);
    }
    return new Response(null, { status, headers: { location } });
  }

  /** The page as a response, in its layouts and the app wrapper. Throws for what is not JSX. */
  async render(
    // deno-lint-ignore no-explicit-any -- a page may take any props
    vnode: VNode<any> | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    if (arguments.length === 0) {
      throw new Error("No arguments passed to: ctx.render()");
    }
    if (vnode !== null && !isValidElement(vnode)) {
      throw new Error("Non-JSX element passed to: ctx.render()");
    }
    const layouts = config.skipInheritedLayouts ? [] : this.#internal.layouts;
    let page = vnode;
    const contents: (AnyVNode | null)[] = [];
    for (const layout of layouts.toReversed()) {
      this.Component = componentOf(contents, page);
      const result = await renderRouteComponent(this, layout, this.Component);
      if (result instanceof Response) return result;
      page = result;
    }
    const app = config.skipAppWrapper ? null : this.#internal.app;
    return renderPage(this, this.#buildCache, page, app, init, contents);
  }

  /** Plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** HTML as it is. */
  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  /** A value as JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  /** What comes, as it comes; text is sent as UTF-8. */
  stream<T extends string | Uint8Array>(
    source: StreamSource<T>,
    init?: ResponseInit,
  ): Response {
    const encoder = new TextEncoder();
    const body = ReadableStream.from(
      typeof source === "function" ? source() : source,
    ).pipeThrough(
      new TransformStream<T, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(
            chunk instanceof Uint8Array ? chunk : encoder.encode(String(chunk)),
          );
        },
      }),
    );
    return new Response(body, init);
  }

  /** Makes a WebSocket of the request; the response has to be returned. Throws HttpError 400 for any other request. */
  upgrade(
    options?: WebSocketUpgradeOptions,
  ): { socket: WebSocket; response: Response };
  /** Makes a WebSocket of the request that the handlers listen to. */
  upgrade(
    handlers: WebSocketHandlers,
    options?: WebSocketUpgradeOptions,
  ): Response;
  upgrade(
    first?: WebSocketHandlers | WebSocketUpgradeOptions,
    second?: WebSocketUpgradeOptions,
  ): Response | { socket: WebSocket; response: Response } {
    if (this.req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw new HttpError(400, "Expected a WebSocket upgrade request");
    }
    return manage(this.req, first, second);
  }
}

/** A page that was asked for in parts leads to one that is. */
function keepPartial(location: string): string {
  return location.replace(
    /^[^#]*/,
    (path) =>
      `${path}${path.includes("?") ? "&" : "?"}${PARTIAL_SEARCH_PARAM}=true`,
  );
}
