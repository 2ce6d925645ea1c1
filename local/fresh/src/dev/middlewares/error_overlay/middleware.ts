import { h } from "preact";
import { DEV_ERROR_OVERLAY_URL } from "../../../constants.ts";
import { HttpError } from "../../../error.ts";
import type { Middleware } from "../../../middlewares/mod.ts";
import type { Context } from "../../../context.ts";
import { ErrorPage } from "./page.ts";

/** Shows errors that nothing answers in the browser, with the lines they come from. */
export function devErrorOverlay<State>(basePath = ""): Middleware<State> {
  return async (ctx) => {
    const { pathname } = ctx.url;
    if (
      pathname === DEV_ERROR_OVERLAY_URL ||
      pathname === basePath + DEV_ERROR_OVERLAY_URL
    ) return await renderOverlay(ctx);
    try {
      return await ctx.next();
    } catch (error) {
      return await renderErrorOverlay(ctx, error) ?? Promise.reject(error);
    }
  };
}

/** An empty page with the overlay, that the renderer adds; null for what a browser does not show, or the client's own fault. */
export function renderErrorOverlay<State>(
  ctx: Context<State>,
  error: unknown,
): Promise<Response> | null {
  const status = error instanceof HttpError ? error.status : 500;
  const accept = ctx.req.headers.get("accept") ?? "";
  if (status < 500 || !accept.includes("text/html")) return null;
  console.error(error);
  ctx.error = error;
  const options = { skipAppWrapper: true, skipInheritedLayouts: true };
  return ctx.render(h("div", null), { status }, options);
}

function renderOverlay<State>(ctx: Context<State>): Promise<Response> {
  const { searchParams } = ctx.url;
  const options = { skipAppWrapper: true, skipInheritedLayouts: true };
  const page = h(ErrorPage, {
    title: searchParams.get("message") ?? "",
    stack: searchParams.get("stack") ?? "",
    codeFrame: searchParams.get("code-frame"),
  });
  return ctx.render(page, {}, options);
}
