import { setTimeout as delay } from "node:timers/promises";

/** Answers one request. */
export type Handler = (
  request: Request,
  info: Deno.ServeHandlerInfo<Deno.NetAddr>,
) => Promise<Response>;

/** How long answers under way may take when the server ends, in milliseconds. */
const LAST_ANSWERS = 1_000;

/** Serves on 127.0.0.1. Disposal lets answers under way end and cuts what takes longer, such as an upload without end. */
export function serve(
  port: number,
  handler: Handler,
): AsyncDisposable & { port: number } {
  const closing = new AbortController();
  const pending = new Set<Promise<unknown>>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, signal: closing.signal, onListen: () => {} },
    (request, info) => {
      const delivered: Promise<unknown> = info.completed.catch(() => {})
        .finally(() => pending.delete(delivered));
      pending.add(delivered);
      return handler(request, info);
    },
  );
  return {
    port: server.addr.port,
    async [Symbol.asyncDispose]() {
      const waiting = new AbortController();
      const limit = delay(LAST_ANSWERS, undefined, { signal: waiting.signal })
        .catch(() => {});
      await Promise.race([Promise.all(pending), limit]);
      waiting.abort();
      closing.abort();
      await server.finished;
    },
  };
}
