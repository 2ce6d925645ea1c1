import type { Context } from "../context.ts";
import { HttpError } from "../error.ts";
import type { Middleware } from "./mod.ts";

/** Origins that may send what changes something. */
export interface CsrfOptions<State = unknown> {
  /** One or more origins, or a function that says; the app's own by default. */
  origin?:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses with 403 what a page of another origin sends; by Sec-Fetch-Site, and Origin where that is missing. */
export function csrf<State>(
  options?: CsrfOptions<State>,
): Middleware<State> {
  const isAllowed = (origin: string | null, ctx: Context<State>): boolean => {
    if (origin === null) return false;
    const allowed = options?.origin ?? ctx.url.origin;
    return typeof allowed === "function"
      ? allowed(origin, ctx)
      : [allowed].flat().includes(origin);
  };
  return (ctx) => {
    const { method, headers } = ctx.req;
    if (SAFE.has(method)) return ctx.next();
    const site = headers.get("Sec-Fetch-Site");
    const origin = headers.get("Origin");
    if (
      site === "same-origin" || site === "none" ||
      (site === null && origin === null) || isAllowed(origin, ctx)
    ) return ctx.next();
    throw new HttpError(403);
  };
}
