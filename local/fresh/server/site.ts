import type {
  HandlerByMethod,
  Middleware,
  PageComponent,
  RouteHandler,
} from "./shapes.ts";

// A site holds middlewares and routes whatever their state: the app's own types were checked where they are defined.
// deno-lint-ignore no-explicit-any -- see above
export type AnyMiddleware = Middleware<any>;

/** A file of `routes/` that answers a pattern. */
export interface RouteModule {
  default?: PageComponent;
  // deno-lint-ignore no-explicit-any -- as above
  handler?: RouteHandler<any, any>;
}

/** `_middleware`: a function or several, as `default` or `handler`. */
export interface MiddlewareModule {
  default?: AnyMiddleware | AnyMiddleware[];
  handler?: AnyMiddleware | AnyMiddleware[];
}

/** A file that is served as it is. */
export interface StaticFile {
  /** Where it lies. */
  url: string;
  /** Its content's, in hexadecimal. */
  hash: string;
}

/** What the build found, as the built server hands it over. */
export interface Site {
  build: string;
  /** For development: nothing may be cached. */
  development: boolean;
  app?: PageComponent;
  failure?: PageComponent;
  routes: {
    pattern: string;
    /** Of the folders above, outermost first; those of `routes/` itself are `middlewares`. */
    middlewares: MiddlewareModule[];
    load: () => Promise<RouteModule>;
  }[];
  middlewares: MiddlewareModule[];
  files: Map<string, StaticFile>;
}

/** A site without a build, as in a unit test that makes an `App` by hand. */
export const emptySite: Site = {
  build: "",
  development: false,
  routes: [],
  middlewares: [],
  files: new Map(),
};

/** The middlewares of a module, in order. Throws for what is none. */
export function middlewaresOf(module: MiddlewareModule): AnyMiddleware[] {
  const given = module.handler ?? module.default;
  const list = Array.isArray(given) ? given : [given];
  return list.map((one) => {
    if (typeof one === "function") return one;
    throw new Error("A _middleware file exports a function or several");
  });
}

/** What a route does for each method. */
// deno-lint-ignore no-explicit-any -- as above
export type AnyHandlers = HandlerByMethod<any, any>;
