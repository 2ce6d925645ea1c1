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
      const status = error instanceof HttpError ? error.status : 500;
      if (status < 500 || !wantsHtml(ctx.req)) throw error;
      console.error(error);
      ctx.error = error;
      // The page is empty but for the overlay, that the renderer adds.
      return await ctx.render(h("div", null), { status });
    }
  };
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

function wantsHtml(req: Request): boolean {
  return req.headers.get("accept")?.includes("text/html") ?? false;
}
