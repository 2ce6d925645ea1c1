import type { App } from "./application.ts";
import { registerIslands } from "./boundary.ts";
import { setBuildId } from "./build_id.ts";
import type { MiddlewareModule, RouteModule, Site } from "./site.ts";

/** What a built `server.js` knows: written by the build, in this order of its fields. */
export interface BuiltSite {
  build: string;
  development: boolean;
  app?: { default?: Site["app"] };
  failure?: { default?: Site["failure"] };
  middlewares: MiddlewareModule[];
  routes: [
    pattern: string,
    load: () => Promise<RouteModule>,
    ...MiddlewareModule[],
  ][];
  islands: [script: string, module: object][];
  /** Path on the server, hash, and where the file lies beside `server.js`. */
  files: [path: string, hash: string, url: string][];
}

/** The built app, as `deno serve` takes it. */
export function serveBuild<State>(
  app: App<State>,
  base: string,
  built: BuiltSite,
): { fetch: Deno.ServeHandler } {
  setBuildId(built.build);
  for (const [script, module] of built.islands) {
    registerIslands(script, module);
  }
  const files = built.files.map(([path, hash, url]) =>
    [path, { hash, url: new URL(url, base).href }] as const
  );
  app.attach({
    build: built.build,
    development: built.development,
    app: built.app?.default,
    failure: built.failure?.default,
    middlewares: built.middlewares,
    routes: built.routes.map(([pattern, load, ...middlewares]) => ({
      pattern,
      load,
      middlewares,
    })),
    files: new Map(files),
  });
  return { fetch: app.handler() };
}
