import type { Middleware } from "./mod.ts";

/** Redirects to the URL with a slash at its end, or without. */
export function trailingSlashes<State>(
  mode: "always" | "never",
): Middleware<State> {
  return (ctx) => {
    const { pathname, search } = ctx.url;
    if (pathname !== "/") {
      const slash = pathname.endsWith("/");
      if (mode === "always" && !slash) {
        return ctx.redirect(`${pathname}/${search}`);
      }
      if (mode === "never" && slash) {
        return ctx.redirect(pathname.replace(/\/+$/, "") + search);
      }
    }
    return ctx.next();
  };
}
