import type { Config } from "./config.ts";
import { Deployment } from "./deployment.ts";
import { type Library, loadLibrary } from "./library.ts";
import { Stream } from "./stream.ts";
import { TokenError } from "./token.ts";
import type { Markup } from "./xml.ts";

/** Where to listen, and the folder that keeps lib-jitsi-meet once it was fetched. */
export interface JitsiOptions extends Config {
  port: number;
  hostname: string;
  cache: string;
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "cross-origin-resource-policy": "cross-origin",
};
/** A socket that does not answer a ping within this time is gone. */
const IDLE_SECONDS = 30;

/** Starts the stand-in for a Jitsi deployment; `close` ends every session and socket. */
export function serveJitsi(
  options: JitsiOptions,
): { port: number; close(): Promise<void> } {
  const deployment = new Deployment(options);
  let library: Promise<Library> | undefined;
  const load = () =>
    library ??= loadLibrary(options.cache).catch((error) => {
      library = undefined;
      throw error;
    });

  const handler = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "OPTIONS") {
      return new Response(null, { status: 204, headers: CORS });
    }
    if (pathname === "/xmpp-websocket") {
      return xmpp(request, searchParams.get("token"));
    }
    if (pathname === "/conference-request/v1") {
      return await conference(deployment, request);
    }
    if (pathname === "/libs/lib-jitsi-meet.min.js") {
      return await script(request, load);
    }
    return new Response(`Not implemented here: ${pathname}`, { status: 501 });
  };

  const xmpp = (request: Request, token: string | null): Response => {
    if (request.headers.get("upgrade") !== "websocket") {
      return new Response("XMPP over WebSocket", { headers: CORS });
    }
    if (!mayConnect(request.headers.get("origin"), options.origins)) {
      return new Response("Origin", { status: 403 });
    }
    const { socket, response } = Deno.upgradeWebSocket(request, {
      protocol: "xmpp",
      idleTimeout: IDLE_SECONDS,
    });
    const wire = {
      send: ({ text }: Markup) =>
        socket.readyState === WebSocket.OPEN && socket.send(text),
      close: () => socket.close(),
    };
    const stream = new Stream(deployment, wire, token);
    socket.onmessage = ({ data }) => stream.receive(data);
    socket.onclose = () => stream.lost();
    return response;
  };

  const server = Deno.serve({
    port: options.port,
    hostname: options.hostname,
    onListen() {},
  }, handler);
  return {
    port: server.addr.port,
    async close() {
      deployment.close();
      await server.shutdown();
    },
  };
}

/** Non-browsers send no Origin; a browser's must be listed, or be of this machine when none is. */
function mayConnect(origin: string | null, origins: string[]): boolean {
  if (origin === null) return true;
  if (origins.length > 0) return origins.includes(origin);
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

async function conference(
  deployment: Deployment,
  request: Request,
): Promise<Response> {
  const bearer =
    /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ??
      null;
  const body = await request.json().catch(() => null);
  if (typeof body?.room !== "string") {
    return new Response("room is missing", { status: 400, headers: CORS });
  }
  try {
    const answer = await deployment.conference(body.room, bearer);
    if (answer) return Response.json(answer, { headers: CORS });
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
  }
  return new Response("not authorized", { status: 403, headers: CORS });
}

async function script(
  request: Request,
  load: () => Promise<Library>,
): Promise<Response> {
  const { script, gzip, etag } = await load();
  const headers = new Headers({
    ...CORS,
    etag,
    "cache-control": "public, max-age=3600",
    vary: "accept-encoding",
  });
  if (request.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("content-type", "text/javascript; charset=utf-8");
  if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) {
    return new Response(script, { headers });
  }
  headers.set("content-encoding", "gzip");
  return new Response(gzip, { headers });
}
