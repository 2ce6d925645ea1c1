/** What to do as a WebSocket opens, receives, fails and closes. */
export interface WebSocketHandlers {
  open?(socket: WebSocket, event: Event): void | Promise<void>;
  message?(socket: WebSocket, event: MessageEvent): void | Promise<void>;
  close?(socket: WebSocket, event: CloseEvent): void | Promise<void>;
  error?(socket: WebSocket, event: Event): void | Promise<void>;
}

/** How the upgrade is answered. */
export interface WebSocketUpgradeOptions {
  /** The sub-protocol to agree on. */
  protocol?: string;
  /** Seconds of silence after which the peer is pinged, and then given up. */
  idleTimeout?: number;
}

const EVENTS = ["open", "message", "close", "error"] as const;

/** Upgrades the request; with handlers they are attached and only the response is given back. */
export function manage(
  req: Request,
  first?: WebSocketHandlers | WebSocketUpgradeOptions,
  second?: WebSocketUpgradeOptions,
): Response | { socket: WebSocket; response: Response } {
  const handlers = isHandlers(first) ? first : undefined;
  const options = isHandlers(first) ? second : first;
  const upgraded = Deno.upgradeWebSocket(req, options);
  if (!handlers) return upgraded;
  const { socket, response } = upgraded;
  for (const name of EVENTS) {
    // Each handler takes the event of its own name.
    const handler = handlers[name] as
      | ((socket: WebSocket, event: Event) => void | Promise<void>)
      | undefined;
    if (handler) {
      socket.addEventListener(
        name,
        (event) => handler.call(handlers, socket, event),
      );
    }
  }
  return response;
}

function isHandlers(
  value: WebSocketHandlers | WebSocketUpgradeOptions | undefined,
): value is WebSocketHandlers {
  return value !== undefined &&
    (EVENTS.some((name) => name in value) || Object.keys(value).length === 0);
}
