/**
 * One version of the app, in a worker of its own: its modules are loaded anew, and gone with it. Told where the build
 * lies, it serves on a port that nobody else has and tells it.
 */
/// <reference lib="deno.worker" />
import { ADDRESS, SENDER } from "./dev_headers.ts";

/** Packages to load ahead, or the built server to serve. */
type Order = { packages: string[] } | { server: string };

self.addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  if ("packages" in data) {
    // One that cannot be loaded fails again where it is needed, and is told there.
    for (const one of data.packages) await import(one).catch(() => {});
    return;
  }
  try {
    const { default: server }: { default: { fetch: Deno.ServeHandler } } =
      await import(data.server);
    Deno.serve({
      hostname: "127.0.0.1",
      port: 0,
      onListen: ({ port }) => self.postMessage({ port }),
    }, (request, info) => {
      const address = request.headers.get(ADDRESS) ?? request.url;
      const hostname = request.headers.get(SENDER) ?? "127.0.0.1";
      const original = new Request(address, request);
      original.headers.delete(ADDRESS);
      original.headers.delete(SENDER);
      return server.fetch(original, {
        ...info,
        remoteAddr: { transport: "tcp", hostname, port: 0 },
      });
    });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.stack : error });
  }
});
