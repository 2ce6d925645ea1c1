import { Exchange, type Way } from "./exchange.ts";
import { failureResponse } from "./failure.ts";
import { HttpError } from "./http_error.ts";
import { refuseOthers, unsupported } from "./refuse.ts";
import { fileRoute } from "./file_route.ts";
import type { FreshConfig, Method, Middleware } from "./shapes.ts";
import {
  type AnyMiddleware,
  emptySite,
  middlewaresOf,
  type Site,
} from "./site.ts";
import { Table } from "./table.ts";

type Handle = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Puts something into the table; what was put in before stands around what comes after. */
type Step = (table: Table<AnyMiddleware[]>, around: AnyMiddleware[]) => void;

/** An app: middlewares and routes in the order in which they are added. */
export class App<State> {
  #steps: Step[] = [];
  #site: Site = emptySite;

  constructor(readonly config: FreshConfig = {}) {
    refuseOthers("App", config, ["trustProxy"]);
  }

  /** Adds a middleware around every route that is added later, and around what no route answers. */
  use(...middlewares: Middleware<State>[]): this {
    if (!middlewares.every((one) => typeof one === "function")) {
      throw unsupported("App.use with a path");
    }
    this.#steps.push((_, around) => around.push(...middlewares));
    return this;
  }

  get(path: string, ...chain: Middleware<State>[]): this {
    return this.#route("GET", path, chain);
  }

  post(path: string, ...chain: Middleware<State>[]): this {
    return this.#route("POST", path, chain);
  }

  /** Adds the routes of `routes/`. */
  fsRoutes(): this {
    this.#steps.push((table, around) => {
      around.push(...this.#site.middlewares.flatMap(middlewaresOf));
      for (const { pattern, middlewares, load } of this.#site.routes) {
        const inner = middlewares.flatMap(middlewaresOf);
        table.add(pattern, "*", [...around, ...inner, fileRoute(load)]);
      }
    });
    return this;
  }

  /** Serves what a build found; the built server calls this. */
  attach(site: Site): this {
    this.#site = site;
    return this;
  }

  /** The function that answers requests; what is added afterwards does not reach it. */
  handler(): Handle {
    const table = new Table<AnyMiddleware[]>();
    const around: AnyMiddleware[] = [];
    for (const step of this.#steps) step(table, around);
    const site = this.#site;
    return async (request, info = ownInfo) => {
      const url = this.#addressOf(request);
      const exchange = new Exchange<State>(
        request,
        url,
        info,
        this.config,
        site,
        wayOf(table, around, url.pathname, request.method),
      );
      const response = await exchange.next()
        .catch((error) => failureResponse(exchange, error));
      if (request.method !== "HEAD" || response.body === null) return response;
      await response.body.cancel();
      return new Response(null, response);
    };
  }

  #route(method: Method, path: string, chain: AnyMiddleware[]): this {
    if (/[*{}()?\[\]]/.test(path)) throw unsupported(`The pattern ${path}`);
    this.#steps.push((table, around) =>
      table.add(path, method, [...around, ...chain])
    );
    return this;
  }

  #addressOf(request: Request): URL {
    const url = new URL(request.url);
    if (url.pathname.includes("//")) {
      url.pathname = url.pathname.replace(/\/{2,}/g, "/");
    }
    if (this.config.trustProxy) {
      const protocol = request.headers.get("X-Forwarded-Proto");
      const host = request.headers.get("X-Forwarded-Host");
      if (protocol) url.protocol = protocol;
      if (host) url.host = host;
    }
    return url;
  }
}

/** A path that nothing answers, or not by this method, still goes through the middlewares around everything. */
function wayOf(
  table: Table<AnyMiddleware[]>,
  around: AnyMiddleware[],
  path: string,
  method: string,
): Way {
  const match = table.find(path);
  if (match === null) {
    return { chain: [...around, refuse(404)], route: null, params: {} };
  }
  const { methods, pattern, params } = match;
  const chain = methods.get(method) ??
    (method === "HEAD" ? methods.get("GET") : undefined) ?? methods.get("*");
  if (chain) return { chain, route: pattern, params };
  const allowed = Array.from(methods.keys()).join(", ");
  const last = method === "OPTIONS"
    ? () => new Response(null, { status: 204, headers: { Allow: allowed } })
    : refuse(405);
  return { chain: [...around, last], route: null, params };
}

function refuse(status: 404 | 405): AnyMiddleware {
  return () => {
    throw new HttpError(status);
  };
}

/** For a request that came over no connection, as in a test. */
const ownInfo: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 8000 },
  completed: Promise.resolve(),
};
