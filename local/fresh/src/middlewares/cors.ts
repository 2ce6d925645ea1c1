import type { Context } from "../context.ts";
import type { Middleware } from "./mod.ts";

/** What pages of other origins may do. */
export type CORSOptions<State> = {
  /** "*", origins, or a function that gives the one to allow. */
  origin:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => string | undefined | null);
  allowMethods?: string[];
  /** Without any, those that are asked for. */
  allowHeaders?: string[];
  /** Seconds for which a preflight's answer holds. */
  maxAge?: number;
  credentials?: boolean;
  exposeHeaders?: string[];
};

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Sets the headers by which browsers share responses across origins, and answers preflights. */
export function cors<State>(
  options?: Partial<CORSOptions<State>>,
): Middleware<State> {
  const { origin = "*", allowMethods = METHODS, ...rest } = options ?? {};

  const allowedOrigin = (ctx: Context<State>): string | null => {
    const asking = ctx.req.headers.get("origin") ?? "";
    if (origin === "*") return "*";
    if (typeof origin === "function") return origin(asking, ctx) ?? null;
    return [origin].flat().includes(asking) ? asking : null;
  };

  return async (ctx) => {
    const allowed = allowedOrigin(ctx);
    const preflight = ctx.req.method === "OPTIONS";
    const response = preflight
      ? new Response(null, { status: 204, statusText: "No Content" })
      : await ctx.next();
    const { headers } = response;
    const vary = new Set<string>();
    if (allowed) headers.set("Access-Control-Allow-Origin", allowed);
    if (allowed && allowed !== "*") vary.add("Origin");
    if (rest.credentials) {
      headers.set("Access-Control-Allow-Credentials", "true");
    }
    setList(headers, "Access-Control-Expose-Headers", rest.exposeHeaders);
    if (preflight) {
      if (rest.maxAge !== undefined && rest.maxAge !== null) {
        headers.set("Access-Control-Max-Age", String(rest.maxAge));
      }
      setList(headers, "Access-Control-Allow-Methods", allowMethods);
      const wanted = rest.allowHeaders?.length
        ? rest.allowHeaders
        : requestedHeaders(ctx.req);
      setList(headers, "Access-Control-Allow-Headers", wanted);
      if (wanted.length > 0) vary.add("Access-Control-Request-Headers");
    }
    if (vary.size > 0) {
      const others = headers.get("Vary")?.split(/\s*,\s*/) ?? [];
      for (const name of others) vary.add(name);
      headers.set("Vary", [...vary].join(", "));
    }
    return response;
  };
}

function requestedHeaders(req: Request): string[] {
  const names = req.headers.get("Access-Control-Request-Headers");
  return names ? names.split(/\s*,\s*/) : [];
}

function setList(headers: Headers, name: string, values?: string[]): void {
  if (values?.length) headers.set(name, values.join(","));
}
