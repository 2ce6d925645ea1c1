import { ALIVE_URL } from "../../constants.ts";
import type { Middleware } from "../../middlewares/mod.ts";

/** Tells pages since when this server runs: a page that knows another time reloads. */
export function liveReload<State>(basePath = ""): Middleware<State> {
  const revision = Date.now();
  return (ctx) => {
    const { pathname } = ctx.url;
    if (pathname !== ALIVE_URL && pathname !== basePath + ALIVE_URL) {
      return ctx.next();
    }
    return ctx.upgrade({
      open: (socket) =>
        socket.send(JSON.stringify({ type: "initial-state", revision })),
    });
  };
}
