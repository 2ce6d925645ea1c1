import { BUILD_ID } from "../build_id.ts";
import type { StaticFile } from "../build_cache.ts";
import { ASSET_CACHE_BUST_KEY } from "../constants.ts";
import { type Context, getBuildCache } from "../context.ts";
import type { Middleware } from "./mod.ts";

const NEVER = "no-cache, no-store, max-age=0, must-revalidate";
const FOR_EVER = "public, max-age=31536000, immutable";

/** Serves the files of `static/` and the build's client files. */
export function staticFiles<T>(): Middleware<T> {
  return async (ctx) => {
    const { basePath } = ctx.config;
    const path = localPath(ctx.url.pathname, basePath);
    if (path === null || path === "/") return ctx.next();

    const file = await getBuildCache(ctx).readFile(path);
    if (file === null) {
      return path === "/favicon.ico"
        ? new Response(null, { status: 404 })
        : ctx.next();
    }
    const response = answer(ctx, file, path);
    // What is not sent has to be closed.
    if (response.status !== 200 || response.body === null) file.close();
    return response;
  };
}

/** The path below the base path, decoded; null when it is not below it or not decodable. */
function localPath(pathname: string, basePath: string): string | null {
  const base = basePath === "/" || basePath === "./" ? "" : basePath;
  if (!pathname.startsWith(base)) return null;
  try {
    const path = decodeURIComponent(pathname.slice(base.length));
    return path === "" ? "/" : path;
  } catch {
    return null;
  }
}

function answer<T>(ctx: Context<T>, file: StaticFile, path: string): Response {
  const { req, url, config } = ctx;
  if (req.method !== "GET" && req.method !== "HEAD") {
    return new Response("Method Not Allowed", { status: 405 });
  }
  const key = url.searchParams.get(ASSET_CACHE_BUST_KEY);
  if (key !== null && key !== BUILD_ID) return withoutKey(url);

  const headers = new Headers({
    "Content-Type": file.contentType,
    vary: "If-None-Match",
  });
  const etag = config.mode === "development" ? null : file.hash;
  if (etag !== null) {
    headers.set("Etag", `W/"${etag}"`);
    const known = req.headers.get("If-None-Match");
    if (known === etag || known === `W/"${etag}"`) {
      return new Response(null, { status: 304, headers });
    }
  }
  const lasting = config.mode !== "development" &&
    (key !== null || file.immutable ||
      path.startsWith(`/_fresh/js/${BUILD_ID}/`));
  headers.set("Cache-Control", lasting ? FOR_EVER : NEVER);
  headers.set("Content-Length", String(file.size));
  return req.method === "HEAD"
    ? new Response(null, { headers })
    : new Response(file.readable, { headers });
}

/** The key of another build: the file of this one has another URL. */
function withoutKey(url: URL): Response {
  const target = new URL(url);
  target.searchParams.delete(ASSET_CACHE_BUST_KEY);
  const location = target.pathname + target.search;
  return new Response(null, { status: 307, headers: { location } });
}
