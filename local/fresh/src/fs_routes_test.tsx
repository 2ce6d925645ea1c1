import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { ComponentChildren } from "preact";
import { App, setBuildCache } from "./app.ts";
import type { Context } from "./context.ts";
import { crawlRouteDir } from "./dev/fs_crawl.ts";
import { HttpError } from "./error.ts";
import { type FreshFsMod, sortRoutePaths } from "./fs_routes.ts";
import { page } from "./handlers.ts";
import type { PageProps } from "./render.ts";
import {
  createFakeFs,
  delay,
  FakeServer,
  MockBuildCache,
} from "./test_utils.ts";

type State = { text: string };
type Files = Record<string, FreshFsMod<State>>;
type Props = PageProps<unknown, State>;

/** An app of these files below `routes/`; lazily loaded ones like those of a build. */
async function serve(files: Files, pattern?: string): Promise<FakeServer> {
  const named = Object.fromEntries(
    Object.entries(files).map(([name, mod]) => [`routes/${name}`, mod]),
  );
  const crawled = await crawlRouteDir<State>(
    createFakeFs(named),
    "routes",
    [],
    () => {},
  );
  const found = crawled.map((file) => {
    const mod = named[file.filePath] ?? {};
    return { ...file, mod: file.lazy ? () => Promise.resolve(mod) : mod };
  });
  // The text of the fake files does not tell of routeOverride; their modules do.
  for (const file of found) {
    const mod = named[file.filePath];
    if (mod?.config?.routeOverride) Object.assign(file, { mod, lazy: false });
  }
  const app = new App<State>().fsRoutes(pattern);
  setBuildCache(app, new MockBuildCache(found, "production"), "production");
  return new FakeServer(app.handler());
}

/** What is in the page's body. */
async function content(response: Promise<Response>): Promise<string> {
  const html = await (await response).text();
  return html.match(/<body>(.*)<\/body>/s)?.[1]?.replaceAll(/<[^>]+>/g, "") ??
    html;
}

async function status(response: Promise<Response>): Promise<number> {
  const answer = await response;
  await answer.body?.cancel();
  return answer.status;
}

const text = (content: string) => () => new Response(content);
const state = (ctx: Context<State>) => new Response(ctx.state.text);
const note = (letter: string) => (ctx: Context<State>) => {
  ctx.state.text = (ctx.state.text ?? "") + letter;
  return ctx.next();
};
const wrap = (name: string) => ({ Component }: Props) => (
  <>
    {name}/<Component />
  </>
);
const show = (content: ComponentChildren) => () => <>{content}</>;
const fail = (error: unknown) => () => {
  throw error;
};

Deno.test("a file without relevant exports is refused", async () => {
  const server = await serve({ "index.tsx": {} });
  assertEquals(await status(server.get("/")), 500);
  await assertRejects(
    () => serve({ "_middleware.ts": {} }),
    Error,
    "couldn't find relevant exports in: routes/_middleware.ts",
  );
});

Deno.test("a handler with two parameters is refused", async () => {
  const handler = (_req: unknown, _ctx: unknown) => new Response();
  await assertRejects(
    () => serve({ "_error.ts": { handler: handler as never } }), // an old signature
    Error,
    "only have one argument",
  );
});

Deno.test("handlers by method; methods without one are 404 when loaded lazily", async () => {
  const server = await serve({
    "all.ts": {
      handlers: {
        GET: text("GET"),
        POST: text("POST"),
        PUT: text("PUT"),
        PATCH: text("PATCH"),
        DELETE: text("DELETE"),
      },
    },
    "get.ts": { handler: { GET: text("GET") } },
    "any.ts": { handler: text("any") },
  });
  for (const verb of ["get", "post", "put", "patch", "delete"] as const) {
    assertEquals(await content(server[verb]("/all")), verb.toUpperCase());
    assertEquals(await content(server[verb]("/any")), "any");
  }
  assertEquals(await status(server.post("/get")), 404);
  assertEquals(await status(server.options("/get")), 404);
  assertEquals(await status(server.head("/get")), 200);
});

Deno.test("a route that is loaded at once tells its methods", async () => {
  const server = await serve({
    "x.ts": {
      config: { routeOverride: "/other/:id" },
      handler: { GET: (ctx) => new Response(ctx.params.id) },
    },
  });
  assertEquals(await content(server.get("/other/7")), "7");
  assertEquals(await status(server.get("/x")), 404);
  assertEquals(await status(server.post("/other/7")), 405);
  const options = await server.options("/other/7");
  assertEquals([options.status, options.headers.get("Allow")], [204, "GET"]);
});

Deno.test("components render, with the exact content type", async () => {
  const server = await serve({ "page.tsx": { default: () => <h1>foo</h1> } });
  const answer = await server.get("/page");
  assertEquals(answer.headers.get("Content-Type"), "text/html; charset=utf-8");
  assertStringIncludes(await answer.text(), "<body><h1>foo</h1></body>");
});

Deno.test("names go before parameters, index is the folder", async () => {
  const server = await serve({
    "[id].ts": { handler: (ctx) => new Response(`id ${ctx.params.id}`) },
    "all.ts": { handler: text("all") },
    "index.ts": { handler: text("index") },
    "rest/[...path].ts": { handler: (ctx) => new Response(ctx.params.path) },
    "opt/[[v]]/end.ts": { handler: (ctx) => new Response(`v${ctx.params.v}`) },
  });
  assertEquals(await content(server.get("/")), "index");
  assertEquals(await content(server.get("/all")), "all");
  assertEquals(await content(server.get("/a%20b")), "id a b");
  assertEquals(await content(server.get("/rest/a/b")), "a/b");
  assertEquals(await content(server.get("/opt/end")), "v");
  assertEquals(await content(server.get("/opt/2/end")), "v2");
});

Deno.test("middlewares of folders run from the root on", async () => {
  const server = await serve({
    "_middleware.ts": { handler: [note("A"), note("B")] },
    "index.ts": { handler: state },
    "foo/_middleware.ts": { handlers: note("C") },
    "foo/index.tsx": { default: ({ state }) => <p>{state.text}</p> },
    "foo/[id].ts": { handler: state },
    "bar/_middleware.ts": { default: note("D") as never }, // a function is a component to the type
    "bar/x.ts": { handler: state },
  });
  assertEquals(await content(server.get("/")), "AB");
  assertEquals(await content(server.get("/foo")), "ABC");
  assertEquals(await content(server.get("/foo/1")), "ABC");
  assertEquals(await content(server.get("/bar/x")), "ABD");
});

Deno.test("layouts are nested in the app wrapper", async () => {
  const server = await serve({
    "_app.tsx": { default: wrap("app") },
    "_layout.tsx": { default: wrap("root") },
    "index.tsx": { default: show("index") },
    "foo/_layout.jsx": { default: wrap("foo") },
    "foo/bar.tsx": { default: show("bar") },
    "foo/bare.tsx": {
      config: { skipInheritedLayouts: true },
      default: show("bare"),
    },
    "foo/alone.tsx": {
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
      default: show("alone"),
    },
    "own/_layout.tsx": {
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
      default: wrap("own"),
    },
    "own/sub/_layout.tsx": { default: wrap("sub") },
    "own/sub/index.tsx": { default: show("index") },
  });
  assertEquals(await content(server.get("/")), "app/root/index");
  assertEquals(await content(server.get("/foo/bar")), "app/root/foo/bar");
  assertEquals(await content(server.get("/foo/bare")), "app/bare");
  assertEquals(await content(server.get("/foo/alone")), "alone");
  assertEquals(await content(server.get("/own/sub")), "own/sub/index");
  assertEquals(await content(server.get("/")), "app/root/index");
});

Deno.test("a page that leaves the wrapper out does so for itself alone", async () => {
  const server = await serve({
    "_app.tsx": { default: wrap("app") },
    "bar.tsx": { config: { skipAppWrapper: true }, default: show("bar") },
    "foo.tsx": { default: show("foo") },
  });
  const all = ["/bar", "/foo", "/bar", "/foo"].map((path) =>
    content(server.get(path))
  );
  assertEquals(await Promise.all(all), ["bar", "app/foo", "bar", "app/foo"]);
});

Deno.test("a handler gives data, status and headers to the page", async () => {
  const server = await serve({
    "index.tsx": {
      handler: () => page("foo", { status: 404, headers: { "X-Foo": "1" } }),
      default: ({ data }) => <p>{String(data)}</p>,
    },
    "render.tsx": {
      handler: (ctx) =>
        ctx.render(<h1>hello</h1>, {
          status: 418,
          statusText: "teapot",
          headers: { "X-Foo": "2" },
        }),
    },
  });
  const first = await server.get("/");
  assertEquals([first.status, first.headers.get("X-Foo")], [404, "1"]);
  assertStringIncludes(await first.text(), "<p>foo</p>");
  const second = await server.get("/render");
  assertEquals([second.status, second.statusText], [418, "teapot"]);
  assertEquals(second.headers.get("X-Foo"), "2");
  await second.body?.cancel();
});

Deno.test("a page that only handles POST is shown for GET", async () => {
  const server = await serve({
    "_middleware.ts": { handler: note("A") },
    "form.tsx": {
      handlers: { POST: text("posted") },
      default: ({ state }) => <h1>{state.text}</h1>,
    },
    "own.tsx": {
      handlers: {
        GET: (ctx) => {
          ctx.state.text += "!";
          return page();
        },
      },
      default: ({ state }) => <h1>{state.text}</h1>,
    },
  });
  const posted = await server.post("/form");
  assertEquals(posted.headers.get("Content-Type"), "text/plain;charset=UTF-8");
  assertEquals(await posted.text(), "posted");
  assertEquals(await content(server.get("/form")), "A");
  assertEquals(await content(server.get("/own")), "A!");
});

Deno.test("_404 answers what is not found", async () => {
  const page = await serve({ "_404.tsx": { default: show("lost") } });
  const answer = await page.get("/nowhere");
  assertStringIncludes(await answer.text(), "lost");
  const handler = await serve({ "_404.ts": { handlers: { GET: text("ok") } } });
  assertEquals(await content(handler.get("/nowhere")), "ok");
});

for (const name of ["_error", "_500"]) {
  Deno.test(`${name} answers errors, with their status`, async () => {
    const server = await serve({
      [`${name}.tsx`]: {
        default: ({ error }) => <p>sorry {(error as Error).message}</p>,
      },
      "index.tsx": { default: fail(new Error("for this")) },
      "gone.ts": { handler: fail(new HttpError(410, "gone")) },
    });
    const answer = await server.get("/");
    assertEquals(answer.status, 500);
    assertStringIncludes(await answer.text(), "sorry for this");
    assertEquals(await status(server.get("/gone")), 410);
    assertEquals(await status(server.get("/nowhere")), 404);
    const handler = await serve({
      [`${name}.ts`]: { handlers: { GET: text("handled") } },
      "index.ts": { handler: fail(new Error("x")) },
    });
    assertEquals(await content(handler.get("/")), "handled");
  });
}

Deno.test("the nearest _error is asked first, and may fail as well", async () => {
  const message = ({ error }: { error: unknown }) => (error as Error).message;
  const server = await serve({
    "_error.tsx": { default: (props) => <p>root {message(props)}</p> },
    "near/_error.ts": { handler: (ctx) => new Response(message(ctx)) },
    "near/index.ts": { handler: fail(new Error("one")) },
    "twice/_error.ts": { handler: fail(new HttpError(501, "two")) },
    "twice/index.ts": { handler: fail(new Error("one")) },
    "fine.tsx": { default: show("fine") },
  });
  assertEquals(await content(server.get("/near")), "one");
  assertEquals(await content(server.get("/twice")), "root two");
  assertEquals(await status(server.get("/twice")), 501);
  assertEquals(await content(server.get("/fine")), "fine");
});

Deno.test("groups have their own wrappers, and are not in the URL", async () => {
  const group = (name: string): Files => ({
    [`(${name})/_middleware.ts`]: { handler: note(name) },
    [`(${name})/_layout.tsx`]: {
      default: ({ state, Component }) => (
        <>
          {state.text}/{name}/<Component />
        </>
      ),
    },
    [`(${name})/_error.tsx`]: { default: show(`${name} failed`) },
    [`(${name})/${name}.tsx`]: { default: show("page") },
    [`(${name})/${name}_boom.tsx`]: { default: fail(new Error("boom")) },
  });
  const server = await serve({
    ...group("a"),
    ...group("b"),
    "(_private)/index.tsx": { default: show("private") },
    "(home)/index.tsx": { default: show("home") },
  });
  assertEquals(await content(server.get("/a")), "a/a/page");
  assertEquals(await content(server.get("/b")), "b/b/page");
  assertEquals(await content(server.get("/a_boom")), "a/a/a failed");
  assertEquals(await content(server.get("/b_boom")), "b/b/b failed");
  assertEquals(await content(server.get("/")), "home");
});

Deno.test("groups do not change which route is meant", async () => {
  const server = await serve({
    "(app)/[org]/[app]/index.tsx": { default: show("dynamic") },
    "auth/login.tsx": { default: show("login") },
    "(app)/(foo)/foo/index.tsx": { default: show("foo") },
    "(foo)/foo/bar.tsx": { default: show("bar") },
    "(x)/merge/index.ts": { handler: { POST: text("POST") } },
  });
  assertEquals(await content(server.get("/auth/login")), "login");
  assertEquals(await content(server.get("/foo/bar")), "bar");
  assertEquals(await content(server.get("/foo")), "foo");
  assertEquals(await content(server.get("/o/a")), "dynamic");
});

Deno.test("async components are awaited, and may answer by themselves", async () => {
  const answers = (name: string) => async ({ url, Component }: Props) => {
    await delay(1);
    if (url.searchParams.has(name)) return new Response(name);
    return (
      <>
        {name}/<Component />
      </>
    );
  };
  const server = await serve({
    "_app.tsx": { default: answers("app") },
    "_layout.tsx": { default: answers("layout") },
    "_error.tsx": {
      default: async () => {
        await delay(1);
        return <>failed</>;
      },
    },
    "index.tsx": { default: answers("page") },
    "boom.tsx": {
      default: async () => {
        await delay(1);
        throw new Error("boom");
      },
    },
  });
  assertEquals(await content(server.get("/")), "app/layout/page/");
  for (const name of ["app", "layout", "page"]) {
    assertEquals(await content(server.get(`/?${name}`)), name);
  }
  assertEquals(await content(server.get("/boom")), "app/layout/failed");
});

Deno.test("files can be served below a path", async () => {
  const server = await serve({ "a.ts": { handler: text("a") } }, "/base");
  assertEquals(await content(server.get("/base/a")), "a");
  assertEquals(await status(server.get("/a")), 404);
});

Deno.test("what Fresh does not support in a file is told", async () => {
  const told: unknown[] = [];
  const { warn } = console;
  console.warn = (message: unknown) => void told.push(message);
  try {
    await serve({
      "_middleware.ts": { handler: { GET: text("x") } },
      "_layout.tsx": { handler: text("x"), default: wrap("l") },
    });
  } finally {
    console.warn = warn;
  }
  const prefix = "🍋 %c[WARNING] Unsupported route config: ";
  assertEquals(told.toSorted(), [
    `${prefix}Layout does not support handlers`,
    `${prefix}Middleware does not support object handlers with GET, POST, etc. in routes/_middleware.ts`,
  ]);
});

Deno.test("keys of components are kept for islands, whatever they are", async () => {
  const Part = () => <i>x</i>;
  const server = await serve({
    "index.tsx": {
      default: () => (
        <>{[0, 9007199254740991n].map((key) => <Part key={key} />)}</>
      ),
    },
  });
  const html = await (await server.get("/")).text();
  assertStringIncludes(html, "<!--frsh:key:0--><i>x</i><!--/frsh:key-->");
  assertStringIncludes(html, "<!--frsh:key:9007199254740991-->");
});

Deno.test("the order of routes", () => {
  const sorted = (...paths: string[]) => paths.toSorted(sortRoutePaths);
  assertEquals(
    sorted(
      "/foo/[id]",
      "/foo/[...slug]",
      "/foo/bar",
      "/foo/_layout",
      "/foo/index",
      "/foo/_middleware",
      "/foo/bar/_middleware",
      "/foo/_error",
      "/foo/bar/index",
      "/_error",
      "/foo/bar/[...foo]",
      "/foo/bar/baz",
      "/foo/bar/_layout",
    ),
    [
      "/_error",
      "/foo/_middleware",
      "/foo/_layout",
      "/foo/_error",
      "/foo/index",
      "/foo/bar/_middleware",
      "/foo/bar/_layout",
      "/foo/bar/index",
      "/foo/bar/baz",
      "/foo/bar/[...foo]",
      "/foo/bar",
      "/foo/[id]",
      "/foo/[...slug]",
    ],
  );
  assertEquals(
    sorted(
      "/_app",
      "/(authed)/_middleware",
      "/(authed)/_layout",
      "/_error",
      "/(authed)/index",
      "/login",
      "/(authed)/(account)/account",
      "/(authed)/api/slug",
      "/hooks/github",
      "/(authed)/[org]/index",
    ),
    [
      "/_app",
      "/_error",
      "/login",
      "/hooks/github",
      "/(authed)/_middleware",
      "/(authed)/_layout",
      "/(authed)/index",
      "/(authed)/api/slug",
      "/(authed)/(account)/account",
      "/(authed)/[org]/index",
    ],
  );
  assertEquals(
    sorted("/(app)/[org]/[app]/index.ts", "/auth/login.ts"),
    ["/auth/login.ts", "/(app)/[org]/[app]/index.ts"],
  );
});
