import { contentTypeOf } from "./content_type.ts";
import type { Exchange } from "./exchange.ts";
import type { Context, Middleware } from "./shapes.ts";
import { emptySite, type Site, type StaticFile } from "./site.ts";
import { VERSION_PARAMETER } from "./versioned.ts";

/** Larger files are read again for each request, in bytes. */
const LARGEST_KEPT = 512 * 1024;

const kept = new Map<string, Uint8Array<ArrayBuffer>>();

/** Serves the files of `static/` and the browser's scripts; everything else goes on. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const site = siteOf(ctx);
    const file = site.files.get(nameOf(ctx.url.pathname));
    if (file === undefined) {
      if (ctx.url.pathname !== "/favicon.ico") return ctx.next();
      return new Response(null, { status: 404 });
    }
    const { method } = ctx.req;
    if (method !== "GET" && method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405 });
    }
    const version = ctx.url.searchParams.get(VERSION_PARAMETER);
    if (version !== null && version !== site.build) return unversioned(ctx.url);
    return await answer(ctx, site, file, version !== null);
  };
}

function siteOf<State>(ctx: Context<State>): Site {
  // An exchange is the only context there is; a test may bring one of its own.
  return "site" in ctx ? (ctx as Exchange<State>).site : emptySite;
}

/** Names in a table are decoded and end without a slash. */
function nameOf(path: string): string {
  const trimmed = path.length > 1 && path.endsWith("/")
    ? path.slice(0, -1)
    : path;
  try {
    return decodeURIComponent(trimmed);
  } catch {
    return trimmed;
  }
}

function unversioned(url: URL): Response {
  const target = new URL(url);
  target.searchParams.delete(VERSION_PARAMETER);
  const location = target.pathname + target.search;
  return new Response(null, { status: 307, headers: { Location: location } });
}

async function answer<State>(
  { url, req }: Context<State>,
  { build, development }: Site,
  file: StaticFile,
  versioned: boolean,
): Promise<Response> {
  const forever = versioned || url.pathname.startsWith(`/_fresh/js/${build}/`);
  const headers = new Headers({
    "Content-Type": contentTypeOf(file.url),
    Vary: "If-None-Match",
    "Cache-Control": forever && !development
      ? "public, max-age=31536000, immutable"
      : "no-cache, no-store, max-age=0, must-revalidate",
  });
  if (!development) {
    headers.set("ETag", `W/"${file.hash}"`);
    const known = req.headers.get("If-None-Match");
    if (known === `"${file.hash}"` || known === `W/"${file.hash}"`) {
      return new Response(null, { status: 304, headers });
    }
  }
  const bytes = await read(file, development);
  headers.set("Content-Length", String(bytes.length));
  return new Response(req.method === "HEAD" ? null : bytes, { headers });
}

async function read(
  { url }: StaticFile,
  development: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(url);
  if (known !== undefined) return known;
  const bytes = await Deno.readFile(new URL(url));
  if (!development && bytes.length <= LARGEST_KEPT) kept.set(url, bytes);
  return bytes;
}
