import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { fileURLToPath } from "node:url";
import { App } from "../app.ts";
import { BUILD_ID } from "../build_id.ts";
import { DEV_ERROR_OVERLAY_URL } from "../constants.ts";
import { staticFiles } from "../middlewares/static_files.ts";
import { integrationTest, withTmpDir, writeFiles } from "../test_utils.ts";
import { Builder } from "./builder.ts";
import { generateServerEntry } from "./snapshot.ts";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const APP =
  `import { App, staticFiles } from "fresh";\nexport const app = new App().use(staticFiles()).fsRoutes();`;

const CONFIG = JSON.stringify({
  nodeModulesDir: "auto",
  links: [PACKAGE],
  imports: {
    "@/": "./",
    "fresh": "jsr:@fresh/core@^2.3.3",
    "preact": "npm:preact@10.29.8",
    "@preact/signals": "npm:@preact/signals@2.11.4",
  },
  compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" },
});

/** A project of its own, in a path with a space. */
async function project(files: Record<string, string>) {
  const tmp = await withTmpDir({ prefix: "fresh project " });
  await writeFiles(tmp.dir, { "deno.json": CONFIG, "main.ts": APP, ...files });
  return tmp;
}

/** Builds without telling. */
async function build(builder: Builder, snapshot: "disk" | "memory" = "disk") {
  const { log } = console;
  console.log = () => {};
  try {
    return await builder.build({ snapshot });
  } finally {
    console.log = log;
  }
}

/** Runs Deno in a folder until `use` is done with what it says first. */
async function runDeno(
  cwd: string,
  args: string[],
  visit: (address: string) => Promise<void>,
): Promise<void> {
  const process = new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const seen: string[] = [];
  const listening = Promise.withResolvers<string>();
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      seen.push(text);
      const url = seen.join("").match(/http:\/\/[\w.]+:\d+/)?.[0];
      if (url) listening.resolve(url.replace("0.0.0.0", "127.0.0.1"));
    }
  };
  const reading = Promise.all([read(process.stdout), read(process.stderr)])
    .then(() => listening.reject(new Error(`No address in: ${seen.join("")}`)));
  try {
    await visit(await listening.promise);
  } finally {
    try {
      process.kill();
    } catch {
      // It has ended by itself.
    }
    await Promise.all([process.status, reading]);
  }
}

const SERVE = ["serve", "-A", "--host=127.0.0.1", "--port=0"];

async function text(url: string, init?: RequestInit): Promise<string> {
  return await (await fetch(url, init)).text();
}

integrationTest("a build on disk is served by its server.js", async () => {
  await using tmp = await project({
    "static/foo.txt": "plain",
    "static/sub/bar baz.css": "a { background: url(/foo.txt) }",
    "static/.hidden": "secret",
    "domain/name.ts": `export const name: string = "Ada";`,
    "other/Far.tsx": `export default () => <i>far</i>;`,
    "islands/Hello.tsx": `import { name } from "@/domain/name.ts";
      import { signal } from "@preact/signals";
      import { IS_BROWSER } from "fresh/runtime";
      const where = signal(IS_BROWSER ? "browser" : "server");
      export function Hello() { return <h1>hello {name} {where}</h1>; }`,
    "islands/Map.tsx": `export default () => <b>map</b>;`,
    "routes/index.tsx": `import { Hello } from "@/islands/Hello.tsx";
      import Plan from "@/islands/Map.tsx";
      import Far from "@/other/Far.tsx";
      export default () => <><Hello /><Plan /><Far /></>;`,
    "routes/api/[id].ts":
      `export const handler = { GET: (ctx) => new Response(ctx.params.id) };`,
  });
  const builder = new Builder({ root: tmp.dir });
  builder.registerIsland(new URL(`file://${tmp.dir}/other/Far.tsx`).href);
  await build(builder);

  const out = (path: string) => `${tmp.dir}/_fresh/${path}`;
  const names = [...Deno.readDirSync(out(`static/_fresh/js/${BUILD_ID}`))]
    .map(({ name }) => name.replace(/chunk-\w+/, "chunk"));
  assertEquals([...new Set(names)].sort(), [
    "Far.js",
    "Hello.js",
    "Map.js",
    "chunk.js",
    "fresh-runtime.js",
    "metafile.json",
  ]);
  const snapshot = await Deno.readTextFile(out("snapshot.js"));
  assertStringIncludes(
    snapshot,
    'import * as island_1 from "../islands/Hello.tsx"',
  );
  assertStringIncludes(snapshot, `version = "${BUILD_ID}"`);
  assertEquals(snapshot.includes(".hidden"), false);
  assertEquals([...Deno.readDirSync(out("static"))].length, 2);
  assert(Deno.statSync(out("compiled-entry.js")).isFile);

  await runDeno(tmp.dir, [...SERVE, "_fresh/server.js"], async (address) => {
    const page = await text(address);
    assertStringIncludes(page, "<h1>hello Ada server</h1>");
    assertStringIncludes(page, "<b>map</b>");
    assertStringIncludes(page, "<i>far</i>");
    assertEquals(await text(`${address}/api/7`), "7");
    assertEquals(await text(`${address}/foo.txt`), "plain");
    assertMatch(
      await text(`${address}/sub/bar%20baz.css`),
      /url\("\/foo\.txt\?__frsh_c=\w{40}"\)/,
    );
    assertEquals(await text(`${address}/.hidden`), "Not Found");

    const [, island = ""] = page.match(/from "([^"]*Hello\.js)"/) ?? [];
    const code = await fetch(address + island);
    assertEquals(
      code.headers.get("Cache-Control"),
      "public, max-age=31536000, immutable",
    );
    assertStringIncludes(await code.text(), "Ada");
    const etag = code.headers.get("Etag") ?? "";
    const again = await fetch(address + island, {
      headers: { "If-None-Match": etag },
    });
    assertEquals([again.status, await again.text()], [304, ""]);
  });
});

Deno.test("server.js imports with slashes, wherever it was built", () => {
  const code = generateServerEntry({
    root: "..\\app",
    serverEntry: "..\\app\\main.ts",
    snapshotSpecifier: "./snapshot.js",
  });
  assertStringIncludes(code, 'import { app } from "../app/main.ts"');
  assertStringIncludes(code, 'import.meta.dirname, "../app")');
});

integrationTest(
  "the entry, the folders and source maps can be chosen",
  async () => {
    await using tmp = await project({
      "server/other.ts": APP,
      "pages/index.ts": `export const handler = () => new Response("ok");`,
      "parts/Foo.tsx": `export const Foo = () => <h1>mapped</h1>;`,
      "public/a.txt": "a",
      "more/b.txt": "b",
    });
    const { dir } = tmp;
    const builder = new Builder({
      root: dir,
      serverEntry: "server/other.ts",
      routeDir: "pages",
      islandDir: `${dir}/parts`,
      staticDir: ["public", "more"],
      outDir: "dist",
      sourceMap: { kind: "external", sourceRoot: "here", sourcesContent: true },
    });
    await build(builder);
    const js = `${dir}/dist/static/_fresh/js/${builder.config.buildId}`;
    const map = JSON.parse(await Deno.readTextFile(`${js}/Foo.js.map`));
    assertEquals([map.sourceRoot, map.sourcesContent.length > 0], [
      "here",
      true,
    ]);
    await runDeno(dir, [...SERVE, "dist/server.js"], async (address) => {
      assertEquals(await text(address), "ok");
      assertEquals(await text(`${address}/a.txt`), "a");
      assertEquals(await text(`${address}/b.txt`), "b");
    });
  },
);

integrationTest(
  "what a module of an island imports must be there",
  async () => {
    await using tmp = await project({
      "islands/Foo.tsx": `import "nowhere"; export default () => <p />;`,
      "node_modules/.keep": "",
    });
    await assertRejects(
      () => build(new Builder({ root: tmp.dir }), "memory"),
      Error,
      'Could not resolve "nowhere"',
    );
  },
);

integrationTest(
  "a project that pages cannot be rendered with is not built",
  async () => {
    await using tmp = await project({
      "deno.json":
        `{ "compilerOptions": { "jsx": "precompile", "jsxImportSource": "preact" } }`,
    });
    await assertRejects(
      () => build(new Builder({ root: tmp.dir })),
      Error,
      "jsxPrecompileSkipElements to contain",
    );
  },
);

/** A dev server of an app, in this process. */
async function withDevServer(
  app: App<unknown>,
  files: Record<string, string>,
  visit: (address: string, builder: Builder) => Promise<void>,
): Promise<void> {
  await using tmp = await project(files);
  const controller = new AbortController();
  const { signal } = controller;
  const address = Promise.withResolvers<Deno.NetAddr>();
  const builder = new Builder({ root: tmp.dir });
  await builder.listen(() => Promise.resolve({ app }), {
    hostname: "127.0.0.1",
    port: 0,
    signal,
    onListen: address.resolve,
  });
  try {
    const { port } = await address.promise;
    await visit(`http://127.0.0.1:${port}`, builder);
  } finally {
    controller.abort();
  }
}

integrationTest("the dev server serves files as they are now", async () => {
  const app = new App({ basePath: "/base" }).use(staticFiles())
    .get("/", () => new Response("root"));
  await withDevServer(app, {
    "static/sub/a.css": "a { color: red }",
    "static/b.txt": "b",
    "static/.env": "SECRET=1",
  }, async (address, builder) => {
    assertEquals(await text(`${address}/base`), "root");
    assertEquals(await text(`${address}/base/b.txt`), "b");
    const css = () => text(`${address}/base/sub/a.css`);
    assertEquals(await css(), "a { color: red }");
    await writeFiles(builder.config.root, { "static/sub/a.css": "a {}" });
    assertEquals(await css(), "a {}");
    for (const path of ["/.env", "/..%2fdeno.json", "/sub", "/nope"]) {
      const response = await fetch(`${address}/base${path}`);
      assert(response.status >= 400);
      assertEquals((await response.text()).includes("SECRET"), false);
    }
  });
});

integrationTest(
  "the dev server reloads pages, shows errors and its folder",
  async () => {
    const accept = { headers: { accept: "text/html" } };
    const app = new App().appWrapper(() => "wrapper").layout(
      "/",
      () => "layout",
    )
      .get("/boom", () => {
        throw new Error("it broke");
      })
      .get("/page", (ctx) => ctx.render(null, {}, { skipAppWrapper: true }));
    const { error } = console;
    console.error = () => {};
    try {
      await withDevServer(app, {}, async (address, builder) => {
        const socket = new WebSocket(
          `${address}/_frsh/alive`.replace("http", "ws"),
        );
        const revision = await new Promise<number>((resolve) => {
          socket.onmessage = ({ data }) => resolve(JSON.parse(data).revision);
        });
        assert(revision <= Date.now());
        await new Promise((resolve) => {
          socket.onclose = resolve;
          socket.close();
        });
        assertStringIncludes(await text(`${address}/page`), "/fresh-dev.js");

        const shown = await text(`${address}/boom`, accept);
        const [, url = ""] =
          shown.match(/<iframe id="fresh-error-overlay" src="([^"]*)"/) ?? [];
        assertStringIncludes(url, `${DEV_ERROR_OVERLAY_URL}?message=it+broke`);
        assertEquals(await text(`${address}/boom`), "Internal server error");
        const overlay = await text(
          `${address}/${DEV_ERROR_OVERLAY_URL}?message=m`,
        );
        assertStringIncludes(overlay, "<h1>m</h1>");
        assertEquals(/wrapper|layout/.test(overlay), false);

        const folder =
          `${address}/.well-known/appspecific/com.chrome.devtools.json`;
        const { workspace } = JSON.parse(await text(folder));
        assertEquals(workspace.root, builder.config.root);
      });
    } finally {
      console.error = error;
    }
  },
);

integrationTest(
  "the app's own error handler comes before the dev server's",
  async () => {
    const app = new App().onError("*", () => new Response("own"));
    await withDevServer(app, {}, async (address) => {
      assertEquals(await text(`${address}/nowhere`), "own");
    });
  },
);
