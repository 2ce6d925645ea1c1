import { STATUS_CODES } from "node:http";
import type { ResolvedFreshConfig } from "./config.ts";
import { HttpError } from "./error.ts";

/** The URL with single slashes, so that no path looks like another site. */
export function requestUrl(req: Request, config: ResolvedFreshConfig): URL {
  const url = new URL(req.url);
  if (url.pathname.includes("//")) {
    url.pathname = url.pathname.replace(/\/+/g, "/");
  }
  if (config.trustProxy) {
    // A chain of proxies lists the client's own first.
    const first = (name: string) =>
      req.headers.get(name)?.split(",")[0]?.trim();
    const protocol = first("x-forwarded-proto");
    if (protocol) url.protocol = protocol;
    const host = first("x-forwarded-host");
    if (host) url.host = host;
  }
  return url;
}

/** What OPTIONS is answered: the methods of a path. */
export function allow(methods: string[]): Promise<Response> {
  const headers = { Allow: methods.join(", ") };
  return Promise.resolve(new Response(null, { status: 204, headers }));
}

/** What HEAD is answered: the response of GET without its body. */
export async function withoutBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  await response.body.cancel();
  return new Response(null, response);
}

/** What an error is answered that nothing handles; only the message of an HttpError is shown. */
export function answerError(error: unknown): Response {
  if (!(error instanceof HttpError)) {
    console.error(error);
    return new Response("Internal server error", { status: 500 });
  }
  const { status, message } = error;
  if (status >= 500) console.error(error);
  return new Response(message || STATUS_CODES[status], { status });
}
