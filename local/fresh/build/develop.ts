import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ADDRESS, SENDER } from "./dev_headers.ts";
import { failurePage, RELOAD_PATH, withReload } from "./dev_page.ts";
import { make } from "./make.ts";
import type { Settings } from "./options.ts";
import { ServerBundle } from "./server_bundle.ts";

/** Editors write a file in several steps, in milliseconds. */
const SETTLE_MS = 30;

/** Not sources, wherever they lie. */
const IGNORED = /(^|[\\/])(\.\w|node_modules|_fresh|docs)/;

/** A version of the app that runs, or why there is none. */
type Version = { worker: Worker; port: number } | { error: string };

/** Serves the app, and serves it anew after each change of a source; browsers that show a page load it again. */
export async function develop(settings: Settings): Promise<void> {
  const outDir = await Deno.makeTempDir({ prefix: "fresh-dev-" });
  const bundle = await ServerBundle.of(
    join(outDir, "server.js"),
    settings.root,
  );
  const reloads = new Set<ReadableStreamDefaultController<string>>();
  let current = start({ ...settings, outDir }, bundle);
  Deno.serve(async (request, { remoteAddr }) => {
    const { pathname } = new URL(request.url);
    if (pathname === RELOAD_PATH) return reloadStream(reloads);
    const version = await current;
    if ("error" in version) return failurePage(version.error);
    const headers = new Headers(request.headers);
    headers.set(ADDRESS, request.url);
    headers.set(SENDER, "hostname" in remoteAddr ? remoteAddr.hostname : "");
    return await pass(request, headers, version.port);
  });
  // For Deno.serve above only: a worker would listen there, too.
  Deno.env.delete("DENO_SERVE_ADDRESS");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      Deno.removeSync(outDir, { recursive: true });
      Deno.exit();
    });
  }
  for await (const _ of changes(settings.root)) {
    const before = await current;
    const next = start({ ...settings, outDir }, bundle);
    current = next;
    await next;
    if ("worker" in before) before.worker.terminate();
    for (const reload of reloads) reload.enqueue("data: reload\n\n");
  }
}

/** Starts a version in the worker that was made ready, and makes the next one ready. */
async function start(
  settings: Settings,
  bundle: ServerBundle,
): Promise<Version> {
  const began = performance.now();
  const worker = takeWorker();
  try {
    await make(settings, "development");
    await bundle.write();
    const server = pathToFileURL(bundle.file).href;
    const { port, error } = await serveIn(worker, server);
    if (port === undefined) throw new Error(error);
    const ms = Math.round(performance.now() - began);
    console.log(`Built and started in ${ms} ms`);
    makeReady(bundle.packages);
    return { worker, port };
  } catch (error) {
    worker.terminate();
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    return { error: message };
  }
}

function serveIn(
  worker: Worker,
  server: string,
): Promise<{ port?: number; error?: string }> {
  const { promise, resolve } = Promise.withResolvers<
    { port?: number; error?: string }
  >();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => {
    event.preventDefault(); // it is told on the page; this process goes on
    resolve({ error: event.message });
  };
  worker.postMessage({ server });
  return promise;
}

let ready: Worker | undefined;

function takeWorker(): Worker {
  const worker = ready ?? newWorker();
  ready = undefined;
  return worker;
}

/** The next worker, with the packages loaded: they are most of what a start takes. */
function makeReady(packages: Iterable<string>): void {
  ready ??= newWorker();
  ready.postMessage({ packages: [...packages] });
}

function newWorker(): Worker {
  const script = import.meta.resolve("./dev_worker.ts");
  return new Worker(script, { type: "module" });
}

async function pass(
  request: Request,
  headers: Headers,
  port: number,
): Promise<Response> {
  const url = new URL(request.url);
  url.host = `127.0.0.1:${port}`;
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      body: request.body,
      redirect: "manual",
    });
    return await withReload(response);
  } catch (error) {
    return failurePage(String(error));
  }
}

function reloadStream(
  reloads: Set<ReadableStreamDefaultController<string>>,
): Response {
  let own: ReadableStreamDefaultController<string>;
  const events = new ReadableStream<string>({
    start(controller) {
      reloads.add(own = controller);
      own.enqueue("retry: 300\n\n");
    },
    cancel: () => void reloads.delete(own),
  });
  return new Response(events.pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": "text/event-stream" },
  });
}

/** Comes once for all the changes of a moment. */
async function* changes(root: string): AsyncGenerator<void> {
  const watcher = Deno.watchFs(root);
  let wake = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  (async () => {
    for await (const { kind, paths } of watcher) {
      if (kind === "access" || kind === "any") continue;
      const inside = paths.map((path) => path.slice(root.length + 1));
      if (inside.every((path) => IGNORED.test(path))) continue;
      clearTimeout(timer);
      timer = setTimeout(() => wake.resolve(), SETTLE_MS);
    }
  })();
  while (true) {
    await wake.promise;
    wake = Promise.withResolvers();
    yield;
  }
}
