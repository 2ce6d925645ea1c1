import { assertEquals } from "@std/assert";
import { BUILD_ID } from "../build_id.ts";
import { EmptyBuildCache, type StaticFile } from "../build_cache.ts";
import { getContentType } from "../dev/media_types.ts";
import { type FakeServer, serveMiddleware } from "../test_utils.ts";
import { staticFiles } from "./static_files.ts";

const NEVER = "no-cache, no-store, max-age=0, must-revalidate";
const FOR_EVER = "public, max-age=31536000, immutable";

/** A server of files, and how many of them it has left open. */
function serve(
  files: Record<string, { content: string; hash?: string }>,
  config: { basePath?: string; mode?: "development" } = {},
): { server: FakeServer; open: () => number } {
  let open = 0;
  class Files extends EmptyBuildCache<unknown> {
    override readFile(pathname: string): Promise<StaticFile | null> {
      const file = files[pathname];
      if (!file) return Promise.resolve(null);
      const bytes = new TextEncoder().encode(file.content);
      open++;
      const { readable, writable } = new TransformStream<
        Uint8Array<ArrayBuffer>,
        Uint8Array<ArrayBuffer>
      >({ flush: () => void open-- });
      const writer = writable.getWriter();
      writer.write(bytes).then(() => writer.close()).catch(() => {});
      return Promise.resolve({
        hash: file.hash ?? null,
        size: bytes.byteLength,
        readable,
        contentType: getContentType(pathname),
        close: () => {
          open--;
          readable.cancel();
        },
      });
    }
  }
  const { basePath = "", mode = "production" } = config;
  const server = serveMiddleware(staticFiles(), {
    buildCache: new Files(mode),
    config: { root: "", basePath, mode, trustProxy: false },
    next: () => Promise.resolve(new Response("next")),
  });
  return { server, open: () => open };
}

const CSS = { "/foo.css": { content: "body {}", hash: "123" } };

Deno.test("a file is sent with its type and size, and is not cached", async () => {
  const { server, open } = serve(CSS);
  const response = await server.get("/foo.css");
  assertEquals(Object.fromEntries(response.headers), {
    "cache-control": NEVER,
    "content-length": "7",
    "content-type": "text/css; charset=UTF-8",
    "etag": 'W/"123"',
    "vary": "If-None-Match",
  });
  assertEquals([response.status, await response.text()], [200, "body {}"]);
  assertEquals(open(), 0);
});

Deno.test("HEAD has the headers alone, and closes the file", async () => {
  const { server, open } = serve(CSS);
  const response = await server.head("/foo.css");
  assertEquals(response.headers.get("Content-Length"), "7");
  assertEquals([response.status, response.body, open()], [200, null, 0]);
});

Deno.test("what the browser has is not sent again", async () => {
  const { server, open } = serve(CSS);
  for (const known of ["123", 'W/"123"']) {
    const headers = { "If-None-Match": known };
    const response = await server.get("/foo.css", { headers });
    assertEquals([response.status, response.body, open()], [304, null, 0]);
  }
  const headers = { "If-None-Match": 'W/"122"' };
  const response = await server.get("/foo.css", { headers });
  assertEquals([response.status, await response.text()], [200, "body {}"]);
});

Deno.test("with this build's key a file is cached for ever", async () => {
  const { server } = serve(CSS);
  const response = await server.get(`/foo.css?__frsh_c=${BUILD_ID}`);
  assertEquals(response.headers.get("Cache-Control"), FOR_EVER);
  await response.body?.cancel();
});

Deno.test("another build's key is taken away, the rest of the query stays", async () => {
  const { server, open } = serve(CSS);
  const response = await server.get("/foo.css?a=1&__frsh_c=old&b=2");
  assertEquals(response.status, 307);
  assertEquals(response.headers.get("Location"), "/foo.css?a=1&b=2");
  assertEquals(open(), 0);
});

Deno.test("client files of this build are cached for ever", async () => {
  const path = `/_fresh/js/${BUILD_ID}/Island.js`;
  const { server } = serve({
    [path]: { content: "1" },
    "/_fresh/js/old/x.js": { content: "1" },
  }, { basePath: "/base" });
  const response = await server.get(`/base${path}`);
  assertEquals(response.headers.get("Cache-Control"), FOR_EVER);
  const old = await server.get("/base/_fresh/js/old/x.js");
  assertEquals(old.headers.get("Cache-Control"), NEVER);
  for (const { body } of [response, old]) await body?.cancel();
});

Deno.test("while developing nothing is cached", async () => {
  const { server } = serve(CSS, { mode: "development" });
  const response = await server.get(`/foo.css?__frsh_c=${BUILD_ID}`);
  assertEquals(response.headers.get("Cache-Control"), NEVER);
  assertEquals(response.headers.get("Etag"), null);
  await response.body?.cancel();
});

Deno.test("a file only answers GET and HEAD", async () => {
  const { server, open } = serve(CSS);
  for (const verb of ["post", "put", "patch", "delete"] as const) {
    const response = await server[verb]("/foo.css");
    assertEquals(response.status, 405);
    await response.body?.cancel();
  }
  assertEquals(open(), 0);
});

Deno.test("names are decoded, what cannot be is no file", async () => {
  const { server } = serve({
    "/C#.svg": { content: "1" },
    "/西安市.png": { content: "2" },
  });
  const text = async (path: string) => await (await server.get(path)).text();
  assertEquals(await text("/C%23.svg"), "1");
  assertEquals(await text("/%E8%A5%BF%E5%AE%89%E5%B8%82.png"), "2");
  assertEquals(await text("/%E8%A5.png"), "next");
});

Deno.test("what is no file is passed on, but for the browser's own wish", async () => {
  const { server } = serve(CSS, { basePath: "/base" });
  const text = async (path: string) => await (await server.get(path)).text();
  for (const path of ["/base", "/base/", "/base/nope", "/foo.css"]) {
    assertEquals(await text(path), "next");
  }
  assertEquals((await server.get("/base/favicon.ico")).status, 404);
});
