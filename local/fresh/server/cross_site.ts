import { HttpError } from "./http_error.ts";
import { refuseOthers } from "./refuse.ts";
import type { Context, Middleware } from "./shapes.ts";

/** Settings of the check against forged requests. */
export interface CsrfOptions<State> {
  /** Whether a page of this origin may send; the app's own origin only by default. */
  origin?: (origin: string, ctx: Context<State>) => boolean;
}

/** Refuses with 403 what a page of another site sends; a program that sends neither header is no page. */
export function csrf<State>(
  options: CsrfOptions<State> = {},
): Middleware<State> {
  refuseOthers("csrf", options, ["origin"]);
  return (ctx) => {
    const { method, headers } = ctx.req;
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") {
      return ctx.next();
    }
    const site = headers.get("Sec-Fetch-Site");
    const origin = headers.get("Origin");
    const own = site === "same-origin" || site === "none" ||
      (site === null && origin === null) ||
      (origin !== null && (options.origin?.(origin, ctx) ??
        origin === ctx.url.origin));
    if (!own) throw new HttpError(403);
    return ctx.next();
  };
}
