import { isIP } from "node:net";
import postgres from "postgres";
import { type ApiKey, type ApiKeys, presentedKey } from "./api_keys.ts";
import { allowOrigins, preflight } from "./cors.ts";
import { BodyTooLarge, limitBody } from "./body_limit.ts";
import { sameText } from "./same_text.ts";
import type { Part } from "./types.ts";

/** What stands behind a prefix. */
export interface Service {
  part: Part;
  /** The largest request body in bytes; a part that limits by itself gives Infinity. */
  bodyLimit: number;
  /** Whether a request may come without an API key; the part then decides by the token alone. */
  open?: (path: string) => boolean;
  /** Which paths are the application's server's alone; see `GatewayRules`. */
  serverOnly?: (path: string) => boolean;
}

/** What the gateway lets through. */
export interface GatewayRules {
  /** Whether `Sb-Forwarded-For` beside an opaque secret key names the caller's address. */
  forwardedFor: boolean;
  /**
   * Paths that are `serverOnly` need a secret key, or this secret in `X-Gateway-Secret`; null: a secret key alone.
   * Undefined: they are open to every key, as on a hosted project.
   */
  serverSecret?: string | null;
}

/** Names of services that exist at Supabase, for an answer that says what is missing here. */
const NOT_HERE: Record<string, string> = {
  functions: "Edge Functions",
  graphql: "GraphQL",
  pg: "The Postgres Meta API",
  analytics: "Analytics",
  mcp: "The MCP server",
};

/**
 * The one door of all services: checks the API key, exchanges opaque keys for a token of their role, answers CORS,
 * limits bodies and hands on without the prefix. `services` are named as in the path: `auth`, `rest`, ….
 */
export function createGateway(
  services: Record<string, Service>,
  apiKeys: ApiKeys,
  rules: GatewayRules = { forwardedFor: false },
) {
  return async (
    request: Request,
    info: Deno.ServeHandlerInfo<Deno.NetAddr>,
  ): Promise<Response> => {
    const url = new URL(request.url);
    const [, name = "", path = ""] =
      /^\/([^/]+)\/v1(\/.*)?$/.exec(url.pathname) ?? [];
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    if (request.method === "OPTIONS") return preflight(request);
    if (!service) return allowOrigins(unknown(name, path));

    const presented = presentedKey(request.headers, url);
    const key = apiKeys.find(presented);
    if (!key && (presented || !service.open?.(path || "/"))) {
      return allowOrigins(refusedKey(presented));
    }
    const bearer = /^Bearer (.+)$/i.exec(
      request.headers.get("authorization") ?? "",
    )?.[1];
    const opaque = bearer?.startsWith("sb_") ? apiKeys.find(bearer) : undefined;
    if (bearer?.startsWith("sb_") && (!opaque || (key && key !== opaque))) {
      return allowOrigins(refusedKey(bearer));
    }

    if (service.serverOnly?.(path || "/") && !isServer(request, key, rules)) {
      return allowOrigins(serverOnly());
    }

    const token = opaque ? opaque.token : bearer ?? key?.token ?? null;
    const address =
      (key?.vouches && rules.forwardedFor && forwardedFor(request)) ||
      info.remoteAddr.hostname;
    url.pathname = path || "/";
    url.searchParams.delete("apikey");
    try {
      const inner = inside(limitBody(request, service.bodyLimit), url.href);
      const response = await service.part.fetch(inner, { token, address });
      return response.status === 101 ? response : allowOrigins(response);
    } catch (error) {
      return allowOrigins(failure(error, name));
    }
  };
}

/** For the gateway's own use: they go no further, and nobody behind it can mistake them for a proxy's. */
const OWN_HEADERS = ["sb-forwarded-for", "x-gateway-secret"];

/**
 * The request as a service sees it: under another address, without the gateway's own headers.
 * Not a copy: only the request that the server gave can become a WebSocket.
 */
function inside(request: Request, href: string): Request {
  const headers = new Headers(request.headers);
  for (const name of OWN_HEADERS) headers.delete(name);
  return Object.defineProperties(request, {
    url: { value: href, configurable: true },
    headers: { value: headers, configurable: true },
  });
}

/** Whether the application's own server asks: by a secret key, or by the secret that it shares with the gateway. */
function isServer(
  request: Request,
  key: ApiKey | undefined,
  { serverSecret }: GatewayRules,
): boolean {
  if (serverSecret === undefined || key?.secret) return true;
  const given = request.headers.get("x-gateway-secret");
  return serverSecret !== null && given !== null &&
    sameText(serverSecret, given);
}

function serverOnly(): Response {
  return Response.json({
    code: "server_only",
    message: "This path is for the application's own server",
    hint: "Browsers need Realtime and signed Storage addresses only.",
  }, { status: 403 });
}

function forwardedFor(request: Request): string | undefined {
  const header = request.headers.get("sb-forwarded-for") ?? "";
  const address = header.split(",")[0]?.trim() ?? ""; // the leftmost, as upstream
  return isIP(address) && !address.includes("%") ? address : undefined;
}

function refusedKey(presented: string | null): Response {
  const body = presented
    ? {
      message: "Invalid API key",
      hint: "Double check the API key of your project.",
    }
    : {
      message: "No API key found in request",
      hint: "No `apikey` request header or url param was found.",
    };
  return Response.json(body, { status: 401 });
}

function unknown(name: string, path: string): Response {
  const missing = Object.hasOwn(NOT_HERE, name) ? NOT_HERE[name] : undefined;
  if (missing) {
    return Response.json({
      message: `${missing} are not part of the local services`,
    }, { status: 501 });
  }
  return Response.json({
    message: `No route matches ${path ? `/${name}/v1` : "this path"}`,
  }, { status: 404 });
}

function failure(error: unknown, name: string): Response {
  if (error instanceof BodyTooLarge) {
    return Response.json({ message: "Request body is too large" }, {
      status: 413,
    });
  }
  const code = error instanceof Error && "code" in error
    ? String(error.code)
    : "";
  const unreachable = /^(ECONN|CONNECT|08|53|57P0)/.test(code); // the database is away: the client may try again
  // The text of the database's errors may hold what people typed: it stays in the database's own log.
  const shown = error instanceof postgres.PostgresError
    ? `the database answered ${code}`
    : String(error);
  console.error(`${name}: ${shown}`);
  return unreachable
    ? Response.json({ message: "The database is not reachable" }, {
      status: 503,
    })
    : Response.json({ message: "An unexpected error occurred" }, {
      status: 500,
    });
}
