import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { signal } from "@preact/signals";
import { type ComponentChildren, type FunctionComponent, h } from "preact";
import { App } from "./app.ts";
import { BUILD_ID } from "./build_id.ts";
import { setBuildCache } from "./app.ts";
import { EmptyBuildCache, IslandPreparer } from "./build_cache.ts";
import { Context } from "./context.ts";
import type { Middleware } from "./middlewares/mod.ts";
import { asset, assetSrcSet, Head, Partial } from "./runtime/shared.ts";
import { FakeServer } from "./test_utils.ts";

const redirect = Context.prototype.redirect;

/** The HTML of a page, and the response it came in. */
async function render(
  handler: Middleware<unknown>,
  app = new App(),
  path = "/",
): Promise<{ html: string; response: Response }> {
  const response = await new FakeServer(app.get(path, handler).handler())
    .get(path);
  return { html: await response.text(), response };
}

function bodyOf(html: string): string {
  return html.match(/<body>(.*)<\/body>/s)?.[1] ?? "";
}

Deno.test("a redirect never leaves the site by slashes", () => {
  const cases: [string, string][] = [
    ["/", "/"],
    ["//evil.com", "/evil.com"],
    ["///evil.com/a//b", "/evil.com/a/b"],
    ["/a?next=//b#//c", "/a?next=//b#//c"],
    ["https://deno.com//x", "https://deno.com//x"],
  ];
  for (const [given, location] of cases) {
    const response = redirect(given);
    assertEquals(response.status, 302);
    assertEquals(response.headers.get("Location"), location);
  }
  assertEquals(redirect("/", 307).status, 307);
});

Deno.test("a redirect of a partial request stays one", async () => {
  const app = new App().get("/", (ctx) => ctx.redirect("/b?x=1#y"));
  const server = new FakeServer(app.handler());
  const response = await server.get("/?fresh-partial=true");
  assertEquals(
    response.headers.get("Location"),
    "/b?x=1&fresh-partial=true#y",
  );
});

Deno.test("ctx knows the request", async () => {
  const seen: unknown[] = [];
  const app = new App({ basePath: "/b" }).use((ctx) => {
    seen.push(ctx.route, ctx.isPartial, ctx.params.id);
    return ctx.next();
  }).get("/a/:id", (ctx) => ctx.text(ctx.info.remoteAddr.transport));
  const server = new FakeServer(app.handler());
  assertEquals(await (await server.get("/b/a/1")).text(), "tcp");
  await server.get("/nowhere?fresh-partial");
  assertEquals(seen, ["/b/a/:id", false, "1", null, true, undefined]);
});

Deno.test("text, html, json and streams", async () => {
  const encoder = new TextEncoder();
  const app = new App()
    .get("/text", (ctx) => ctx.text("a", { status: 201 }))
    .get("/html", (ctx) => ctx.html("<p>", { headers: { x: "1" } }))
    .get("/json", (ctx) => ctx.json({ a: 1 }))
    .get("/stream", (ctx) =>
      ctx.stream(function* () {
        yield "a";
        yield encoder.encode("b");
      }))
    .get("/async", (ctx) =>
      ctx.stream((async function* () {
        yield await Promise.resolve("c");
      })()));
  const server = new FakeServer(app.handler());
  const text = await server.get("/text");
  assertEquals([text.status, await text.text()], [201, "a"]);
  const html = await server.get("/html");
  assertEquals(html.headers.get("Content-Type"), "text/html; charset=utf-8");
  assertEquals([html.headers.get("x"), await html.text()], ["1", "<p>"]);
  assertEquals(await (await server.get("/json")).json(), { a: 1 });
  assertEquals(await (await server.get("/stream")).text(), "ab");
  assertEquals(await (await server.get("/async")).text(), "c");
});

Deno.test("what is not JSX is not rendered", async () => {
  for (const args of [[], [{}], ["text"], [undefined]]) {
    const { response } = await render((ctx) =>
      (ctx.render as (...args: unknown[]) => Promise<Response>)(...args) // a mistake
    );
    assertEquals(response.status, 500);
  }
  const { response, html } = await render((ctx) => ctx.render(null));
  assertEquals(response.status, 200);
  assertEquals(bodyOf(html), "");
});

Deno.test("missing parts of the document are added", async () => {
  const { html } = await render((ctx) => ctx.render(<p>a</p>));
  assertEquals(
    html,
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><p>a</p></body></html>',
  );
  const whole = (
    <html lang="fr">
      <head />
      <body class="b">x</body>
    </html>
  );
  assertEquals(
    (await render((ctx) => ctx.render(whole))).html,
    '<!DOCTYPE html><html lang="fr"><head></head><body class="b">x</body></html>',
  );
});

Deno.test("assets are locked to the build, other URLs are not", async () => {
  const { html } = await render((ctx) =>
    ctx.render(
      <>
        <img src="/a" srcset="/b 1x, /c 2x" />
        <source src="/d" />
        <img src="/e" data-fresh-disable-lock />
        <img src="https://x/f" srcset="//x/g" />
        <link rel="icon" href="/h" />
      </>,
    )
  );
  const locked = [...html.matchAll(/\/(\w)\?__frsh_c=(\w+)/g)];
  assertEquals(locked.map(([, name]) => name).join(""), "abcd");
  assert(locked.every(([, , id]) => id === BUILD_ID));
  assertEquals(asset("/a?x=1#y"), `/a?x=1&__frsh_c=${BUILD_ID}#y`);
  assertEquals(asset("a"), "a");
  assertEquals(asset(asset("/a")), asset("/a"));
  assertEquals(assetSrcSet("/a 1x, (b"), "/a 1x, (b");
});

Deno.test("links know whether they lead here or above", async () => {
  const Nav = () => (
    <>
      {["/", "/a", "/a/", "/a/b", "/a/b/c", "/ab", "https://x/a/b"].map((
        href,
      ) => <a key={href} href={href}>x</a>)}
      <a href="/a/b" aria-current="step">own</a>
    </>
  );
  const { html } = await render(
    (ctx) => ctx.render(<Nav />),
    new App(),
    "/a/b",
  );
  const links = [...html.matchAll(/<a href="([^"]*)"([^>]*)>/g)];
  const above = ' data-ancestor="true" aria-current="true"';
  const here = ' data-current="true" aria-current="page"';
  assertEquals(links.map(([, href, rest]) => [href, rest]), [
    ["/", above],
    ["/a", above],
    ["/a/", above],
    ["/a/b", here],
    ["/a/b/c", ""],
    ["/ab", ""],
    ["https://x/a/b", ""],
    ["/a/b", ' aria-current="step"'],
  ]);
});

Deno.test("links with a query lead here only if the page has the same", async () => {
  const Nav = () => (
    <>
      <a href="/">x</a>
      <a href="/?by=day">x</a>
      <a href="/?by=week#top">x</a>
    </>
  );
  const app = new App().get("/", (ctx) => ctx.render(<Nav />));
  const marks = async (path: string) => {
    const html = await (await new FakeServer(app.handler()).get(path)).text();
    return [...html.matchAll(/data-(current|ancestor)/g)].map(([, it]) => it);
  };
  assertEquals(await marks("/"), ["current", "ancestor", "ancestor"]);
  assertEquals(await marks("/?by=week"), ["current", "ancestor", "current"]);
});

function Doc({ Component }: { Component: FunctionComponent }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>old</title>
        <meta name="foo" content="old" />
        <link rel="canonical" href="/old" />
        <style key="a">old</style>
        <style>kept</style>
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
}

Deno.test("Head moves, replaces what is the same, and adds the rest", async () => {
  const { html } = await render(
    (ctx) =>
      ctx.render(
        <main>
          <Head>
            <title>new</title>
            <meta name="foo" content="new" />
            <meta name="bar" content="new" />
            <link rel="canonical" href="/new" />
            <style key="a">new</style>
            <script src="/x.js" />
          </Head>
          <svg>
            <title>drawing</title>
          </svg>
        </main>,
      ),
    new App().appWrapper(Doc),
  );
  const head = html.match(/<head>(.*)<\/head>/s)?.[1]?.replaceAll(
    / nonce="\w+"/g,
    "",
  );
  assertEquals(
    head,
    '<meta charset="utf-8"/><title>new</title><meta name="foo" content="new"/>' +
      '<link rel="canonical" href="/new"/><style data-key="a">new</style>' +
      '<style>kept</style><meta name="bar" content="new"/><script src="/x.js"></script>',
  );
  assertEquals(
    bodyOf(html),
    "<main><svg><title>drawing</title></svg></main>",
  );
});

Deno.test("Head works without an app wrapper", async () => {
  const { html } = await render((ctx) =>
    ctx.render(
      <Head>
        <title>t</title>
      </Head>,
    )
  );
  assertStringIncludes(
    html,
    '<head><meta charset="utf-8"/><title>t</title></head>',
  );
});

const CONSTANT = (
  <main>
    <Head>
      <title>constant</title>
    </Head>
    <script>1</script>
  </main>
);

Deno.test("JSX that is a constant is rendered anew for each request", async () => {
  const app = new App().appWrapper(Doc).get("/", (ctx) => ctx.render(CONSTANT));
  const server = new FakeServer(app.handler());
  const first = await (await server.get("/")).text();
  const second = await (await server.get("/")).text();
  const nonce = (html: string) => html.match(/<script nonce="(\w+)"/)?.[1];
  assert(nonce(first) && nonce(second) && nonce(first) !== nonce(second));
  for (const html of [first, second]) {
    assertStringIncludes(html, "<title>constant</title>");
    assertEquals(new Set(html.match(/nonce="\w+"/g)).size, 1);
  }
});

const Counter = ({ count }: { count: unknown; children?: unknown }) =>
  h("output", null, String(count));

/** An app whose islands are as if they had been built. */
function islandApp(...islands: unknown[]): App<unknown> {
  const cache = new EmptyBuildCache("production");
  const preparer = new IslandPreparer();
  for (const island of islands) {
    const mod = { [(island as { name: string }).name]: island };
    preparer.prepare(cache.islandRegistry, mod, "/js/Islands.js", "x", []);
  }
  Object.assign(cache, { clientEntry: "/js/fresh-runtime.js" });
  const app = new App();
  setBuildCache(app, cache, "production");
  return app;
}

Deno.test("a page without islands has no script and no preloads", async () => {
  const { html, response } = await render(
    (ctx) => ctx.render(<p>static</p>),
    islandApp(Counter),
  );
  assertEquals(html.includes("<script"), false);
  assertEquals(html.includes("fresh-runtime"), false);
  assertEquals(response.headers.get("Link"), null);
});

Deno.test("a page with islands starts them, with the page's nonce", async () => {
  const { html, response } = await render(
    (ctx) => ctx.render(<Counter count={1}>{"</script><!--"}</Counter>),
    islandApp(Counter),
  );
  assertStringIncludes(
    bodyOf(html),
    "<!--frsh:island:Counter:0:--><output>1</output><!--/frsh:island-->",
  );
  assertMatch(
    html,
    /<script type="module" nonce="[0-9a-f]{32}">import { boot } from "\/js\/fresh-runtime.js";import { Counter } from "\/js\/Islands.js";boot\({Counter},"/,
  );
  assertEquals(
    response.headers.get("Link"),
    '</js/fresh-runtime.js>; rel="modulepreload"; as="script", </js/Islands.js>; rel="modulepreload"; as="script"',
  );
});

Deno.test("what an island does not render of its JSX is put aside", async () => {
  const { html } = await render(
    (ctx) =>
      ctx.render(
        <Counter count={1}>
          <b>later</b>
        </Counter>,
      ),
    islandApp(Counter),
  );
  assertStringIncludes(
    html,
    '<template id="frsh-0-children"><b>later</b></template><script',
  );
});

const EVIL = "</script><!--<script>";

Deno.test("properties of islands cannot end the script", async () => {
  const { html } = await render(
    (ctx) => ctx.render(<Counter count={EVIL} />),
    islandApp(Counter),
  );
  const script = html.slice(html.indexOf("boot("));
  assertEquals(script.match(/<\/script/g)?.length, 1);
  assertEquals(script.includes("<!--"), false);
});

Deno.test("islands in islands are not started twice, islands in slots are", async () => {
  const Inner = () => h("i", null, "inner");
  const Outer = ({ children }: { children?: ComponentChildren }) =>
    h("div", null, h(Inner, {}), children);
  const { html } = await render(
    (ctx) =>
      ctx.render(
        <Outer>
          <Inner key="k:1" />
        </Outer>,
      ),
    islandApp(Inner, Outer),
  );
  assertStringIncludes(
    bodyOf(html),
    "<!--frsh:island:Outer:0:--><div><i>inner</i><!--frsh:slot:0:children-->" +
      "<!--frsh:island:Inner:1:k_1--><i>inner</i><!--/frsh:island-->" +
      "<!--/frsh:slot--></div><!--/frsh:island-->",
  );
});

Deno.test("text in slots and keys in markers are no HTML", async () => {
  const Outer = ({ children }: { children?: ComponentChildren }) =>
    h("div", null, children);
  const evil = "--><script>alert(1)</script>";
  const { html } = await render(
    (ctx) => ctx.render(<Outer key={evil}>{evil}</Outer>),
    islandApp(Outer),
  );
  assertEquals(html.includes("<script>alert"), false);
  assertStringIncludes(html, "-->&lt;script>alert(1)&lt;/script>");
  assertStringIncludes(html, ":--&gt;&lt;script&gt;alert(1)&lt;/script&gt;-->");
});

Deno.test("f-client-nav needs the runtime, unless it is off", async () => {
  const nav = (on: boolean) =>
    render(
      (ctx) => ctx.render(<a href="/x">x</a>),
      islandApp().appWrapper(({ Component }) => (
        <html f-client-nav={on}>
          <body>
            <Component />
          </body>
        </html>
      )),
    );
  assertStringIncludes((await nav(true)).html, "boot({}");
  assertStringIncludes((await nav(true)).html, '<html f-client-nav="true">');
  assertEquals((await nav(false)).html.includes("<script"), false);
});

Deno.test("what the JSX transform writes by itself is seen as well", async () => {
  const on = true;
  const Part = () => (
    <div f-client-nav={on}>
      <span f-client-nav={false} key="a&b">x</span>
    </div>
  );
  const { html } = await render((ctx) => ctx.render(<Part />), islandApp());
  assertStringIncludes(html, '<div f-client-nav="true">');
  assertStringIncludes(html, 'f-client-nav="false"');
  assertStringIncludes(html, 'data-frsh-key="a&amp;b"');
  assertStringIncludes(html, "boot({}");
});

Deno.test("functions are not sent to the browser", async () => {
  const { response } = await render(
    (ctx) => ctx.render(<Counter count={() => 1} />),
    islandApp(Counter),
  );
  assertEquals(response.status, 500);
});

Deno.test("a signal that islands share is one signal", async () => {
  const count = signal(3);
  const { html } = await render(
    (ctx) =>
      ctx.render(
        <>
          <Counter count={count} />
          <Counter count={count} />
        </>,
      ),
    islandApp(Counter),
  );
  assertEquals(html.match(/Signal/g)?.length, 1);
});

Deno.test("a partial request gets the state of its islands as JSON", async () => {
  const app = islandApp(Counter).get(
    "/",
    (ctx) => ctx.render(<Counter count={2} />),
  );
  const response = await new FakeServer(app.handler()).get("/?fresh-partial");
  const id = response.headers.get("X-Fresh-Id");
  const html = await response.text();
  const start = `<script id="__FRSH_STATE_${id}" type="application/json"`;
  assertStringIncludes(html, start);
  const json = html.slice(html.indexOf(start)).match(/>(.*?)<\/script>/)?.[1];
  assertEquals(JSON.parse(json ?? "").islands, [
    { exportName: "Counter", chunk: "/js/Islands.js", name: "Counter" },
  ]);
});

Deno.test("Partial is refused with a clear error", async () => {
  const messages: unknown[] = [];
  const { error } = console;
  console.error = (message: unknown) => void messages.push(message);
  try {
    const { response } = await render((ctx) =>
      ctx.render(h(Partial, { name: "x" }))
    );
    assertEquals(response.status, 500);
  } finally {
    console.error = error;
  }
  assertStringIncludes(String(messages[0]), "<Partial> is not part of");
});
