/** What to do as a WebSocket opens, receives, fails and closes. */
export interface WebSocketHandlers {
  open?(socket: WebSocket): void;
  message?(socket: WebSocket, event: MessageEvent): void;
  close?(socket: WebSocket, code: number, reason: string): void;
  error?(socket: WebSocket, event: Event | ErrorEvent): void;
}

/** How the upgrade is answered. */
export interface WebSocketUpgradeOptions {
  /** The sub-protocol to agree on. */
  protocol?: string;
  /** Seconds of silence after which the peer is pinged, and then given up. */
  idleTimeout?: number;
}

/** Upgrades the request; with handlers they are attached and only the response is given back. */
export function manage(
  req: Request,
  first: WebSocketHandlers | WebSocketUpgradeOptions = {},
  second?: WebSocketUpgradeOptions,
): Response | { socket: WebSocket; response: Response } {
  if (!isHandlers(first)) return Deno.upgradeWebSocket(req, first);
  const { socket, response } = Deno.upgradeWebSocket(req, second);
  socket.addEventListener("open", () => first.open?.(socket));
  socket.addEventListener("message", (event) => first.message?.(socket, event));
  socket.addEventListener(
    "close",
    ({ code, reason }) => first.close?.(socket, code, reason),
  );
  socket.addEventListener("error", (event) => first.error?.(socket, event));
  return response;
}

/** Only handlers are functions. */
function isHandlers(
  value: WebSocketHandlers | WebSocketUpgradeOptions,
): value is WebSocketHandlers {
  return ["open", "message", "close", "error"].some((name) =>
    typeof Reflect.get(value, name) === "function"
  );
}
