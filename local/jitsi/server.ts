import type { Config } from "./config.ts";
import { Deployment } from "./deployment.ts";
import { Library, type LibrarySource } from "./library.ts";
import { Stream } from "./stream.ts";
import { TokenError } from "./token.ts";
import type { Markup } from "./xml.ts";

/** Where to listen, and which lib-jitsi-meet to serve. */
export interface JitsiOptions extends Config, LibrarySource {
  port: number;
  hostname: string;
}

/** A running stand-in for a Jitsi deployment. */
export interface Jitsi {
  port: number;
  library: Library;
  /** Ends every session and socket. */
  close(): Promise<void>;
}

/** A socket that does not answer a ping within this time is gone. */
const IDLE_SECONDS = 30;

/** Starts the stand-in: XMPP over WebSocket, the conference request, the library. */
export function serveJitsi(options: JitsiOptions): Jitsi {
  const { port, hostname } = options;
  const deployment = new Deployment(options);
  const library = new Library(options);
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "OPTIONS") {
      return new Response(null, { status: 204 });
    }
    switch (pathname) {
      case "/xmpp-websocket":
        return xmpp(deployment, request, searchParams.get("token"));
      case "/conference-request/v1":
        return await conference(deployment, request);
      case "/libs/lib-jitsi-meet.min.js":
        return await library.respond(request);
      default:
        return new Response(`Not implemented here: ${pathname}`, {
          status: 501,
        });
    }
  };
  const server = Deno.serve(
    { port, hostname, onListen() {} },
    async (request) => {
      const response = await answer(request).catch((error) => {
        console.error(`jitsi: ${error}`);
        return new Response(String(error), { status: 503 });
      });
      return response.status === 101 ? response : allowOrigins(response);
    },
  );
  const close = async () => {
    await deployment.close();
    await library.close();
    await server.shutdown();
  };
  return { port: server.addr.port, library, close };
}

function xmpp(
  deployment: Deployment,
  request: Request,
  token: string | null,
): Response {
  if (request.headers.get("upgrade") !== "websocket") {
    return new Response("XMPP");
  }
  if (!mayConnect(request.headers.get("origin"), deployment.config.origins)) {
    return new Response("This origin may not connect", { status: 403 });
  }
  const settings = { protocol: "xmpp", idleTimeout: IDLE_SECONDS };
  const { socket, response } = Deno.upgradeWebSocket(request, settings);
  const wire = {
    send({ text }: Markup) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
  const stream = new Stream(deployment, wire, token);
  socket.onmessage = ({ data }) => stream.receive(data);
  socket.onclose = () => stream.lost();
  return response;
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
  const authorization = request.headers.get("authorization") ?? "";
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1] ?? null;
  const body = await request.json().catch(() => null);
  if (typeof body?.room !== "string") {
    return new Response("No room", { status: 400 });
  }
  try {
    const answer = await deployment.conference(body.room, bearer);
    if (answer) return Response.json(answer);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
  }
  return new Response("Not authorized", { status: 403 });
}

/** Any page may ask: what matters is decided by tokens, and on the socket by its Origin. */
function allowOrigins(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set(
    "access-control-allow-headers",
    "authorization, content-type",
  );
  response.headers.set("cross-origin-resource-policy", "cross-origin");
  return response;
}
