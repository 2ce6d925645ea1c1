import { getLogger } from "@logtape/logtape";
import type { App } from "fresh";
import type { Env } from "@/env.ts";
import { compress } from "./compress.ts";
import { setSecurityHeaders } from "./headers.ts";

const log = getLogger(["econsult", "request"]);

/** Fresh answers 500 to any other. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Puts around the app what has to hold for each answer, whatever went wrong before a middleware or in one: security
 * headers, compression, a request id and a line in the log for every failure. Fresh itself answers requests that it
 * cannot route, and errors of middlewares, without any of them.
 */
export function harden<State>(
  app: App<State>,
  env: Pick<Env, "PUBLIC_URL">,
): App<State> {
  const makeHandler = app.handler.bind(app);
  app.handler = () => {
    const handle = makeHandler();
    return async (request, info) => {
      const response = await answer(handle, request, info);
      setSecurityHeaders(response, new URL(request.url), env);
      return await compress(request, response);
    };
  };
  return app;
}

async function answer(
  handle: ReturnType<App<unknown>["handler"]>,
  request: Request,
  info: Deno.ServeHandlerInfo | undefined,
): Promise<Response> {
  let response;
  let error: unknown;
  try {
    response = METHODS.includes(request.method)
      ? await handle(routable(request), info)
      : new Response("Not Implemented", { status: 501 });
  } catch (cause) {
    error = cause;
    response = new Response("Internal Server Error", { status: 500 });
  }
  // What went through the routes' middleware has its number and its line.
  if (response.status < 400 || response.headers.has("X-Request-Id")) {
    return response;
  }
  const requestId = crypto.randomUUID();
  response.headers.set("X-Request-Id", requestId);
  const { status } = response;
  const line = { requestId, method: request.method, route: "-", status };
  if (status < 500) log.info("{method} {route} {status}", line);
  else log.error("{method} {route} {status}", { ...line, error });
  return response;
}

/** A `%` that begins no character stands for itself, so that there is a page that says "not found". */
function routable(request: Request): Request {
  const url = new URL(request.url);
  try {
    decodeURIComponent(url.pathname);
    return request;
  } catch {
    url.pathname = url.pathname.replaceAll("%", "%25");
    return new Request(url, request);
  }
}
