import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { buildSite } from "./site.ts";

const site = await buildSite();
Deno.test.afterAll(async () => await site[Symbol.asyncDispose]());
const text = async (path: string, init?: RequestInit) =>
  await (await site.ask(path, init)).text();

Deno.test("a page stands in the document, with the title that its handler chose", async () => {
  const response = await site.ask("/ada/hello");
  assertEquals(
    response.headers.get("Content-Type"),
    "text/html; charset=utf-8",
  );
  assertEquals(response.headers.get("X-Own"), "1");
  assertEquals(response.headers.get("X-Passed"), "/:name/hello");
  const html = await response.text();
  assertMatch(html, /^<!DOCTYPE html><html lang="en">/);
  assertStringIncludes(html, "<title>Hello ada</title>");
  assertStringIncludes(html, "<p>Hello ada</p></body></html>");
});

Deno.test("a page without islands has no script", async () => {
  const response = await site.ask("/ada/hello");
  assertEquals(response.headers.get("Link"), null);
  assert(!(await response.text()).includes("<script"));
});

Deno.test("an island stands between its marks once, and its props cannot end the script", async () => {
  const response = await site.ask("/");
  const html = await response.text();
  assertEquals(html.match(/<!--island:\d-->/g)?.length, 3);
  assertEquals(html.match(/class="counter"/g)?.length, 4);
  const [, data = ""] =
    /<script type="application\/json" id="islands">([^]*?)<\/script>/
      .exec(html) ?? [];
  const placed: [string, string, { id: string }][] = JSON.parse(data);
  assertEquals(placed.map(([file, name, { id }]) => [file, name, id]), [
    ["Counter", "Counter", "a"],
    ["Counter", "Counter", "b"],
    ["Counter", "Counter", "c"],
  ]);
  const preloads = response.headers.get("Link") ?? "";
  assertMatch(preloads, /boot\.js>; rel="modulepreload".*Counter\.js>/);
});

Deno.test("every script that a page names is there, and may be kept for a year", async () => {
  const html = await text("/");
  const [, boot = ""] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  const response = await site.ask(boot);
  assertEquals(response.status, 200);
  assertMatch(response.headers.get("Cache-Control") ?? "", /immutable/);
  assertMatch(await response.text(), /from"\.\/chunk-/);
});

Deno.test("what is left out of the islands has no script of its own", async () => {
  const html = await text("/");
  const [, folder] = /src="([^"]+\/)boot\.js"/.exec(html) ?? [];
  const status = async (name: string) =>
    (await site.ask(`${folder}${name}`)).status;
  assertEquals(await status("Counter.js"), 200);
  assertEquals(await status("parts-Count.js"), 404);
});

Deno.test("the policy of a page names the nonce of its script, and that of a redirect none", async () => {
  const response = await site.ask("/");
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  const [, nonce] = /script-src 'self' 'nonce-([\w-]+)'/.exec(policy) ?? [];
  assertStringIncludes(await response.text(), `nonce="${nonce}"></script>`);
  const other = await site.ask("/ada/hello", { method: "POST" });
  const plain = other.headers.get("Content-Security-Policy") ?? "";
  assertStringIncludes(plain, "script-src 'self' 'unsafe-inline'");
});

Deno.test("links say where the page is", async () => {
  const html = await text("/ada/hello");
  assertStringIncludes(html, '<a href="/">Home</a>');
  assertStringIncludes(
    html,
    '<a href="/ada" data-ancestor="true" aria-current="true">',
  );
  assertStringIncludes(
    html,
    '<a href="/ada/hello" data-current="true" aria-current="page">',
  );
});

Deno.test("methods: HEAD as GET without a body; what has no handler is not found", async () => {
  const head = await site.ask("/ada/hello", { method: "HEAD" });
  assertEquals([head.status, await head.text()], [200, ""]);
  const redirect = await site.ask("/ada/hello", { method: "POST" });
  assertEquals(redirect.status, 303);
  assertEquals(redirect.headers.get("Location"), "/elsewhere/x?a=//b");
  const refused = await site.ask("/ada/nothing", { method: "PUT" });
  assertEquals(refused.status, 422);
  assertStringIncludes(await refused.text(), "<p>undefined</p>");
  const none = await site.ask("/ada/hello", { method: "DELETE" });
  assertEquals(none.status, 404);
});

Deno.test("what nothing answers is 404, a middleware's error its status", async () => {
  assertEquals((await site.ask("/no/such/page")).status, 404);
  assertEquals((await site.ask("/ada/hello/")).status, 404);
  const nobody = await site.ask("/nobody/hello");
  assertEquals([nobody.status, await nobody.text()], [404, "nobody"]);
});

Deno.test("slashes in a row are one, and a literal path may end with one", async () => {
  assertEquals(
    await text("//data.json/"),
    '{"url":"http://localhost/data.json/"}',
  );
});

Deno.test("a file: its version's key lets it be kept; an old key is led to the new file", async () => {
  const html = await text("/ada/hello");
  const [, address = ""] = /href="(\/app\.css\?[^"]+)"/.exec(html) ?? [];
  const styles = await site.ask(address);
  assertMatch(styles.headers.get("Cache-Control") ?? "", /immutable/);
  const key = /__frsh_c=(\w+)/.exec(address)?.[1];
  assertStringIncludes(await styles.text(), `url("/x.woff2?__frsh_c=${key}")`);
  const plain = await site.ask("/app.css");
  assertMatch(plain.headers.get("Cache-Control") ?? "", /no-store/);
  const tag = plain.headers.get("ETag") ?? "";
  await plain.body?.cancel();
  const again = await site.ask("/app.css", {
    headers: { "If-None-Match": tag },
  });
  assertEquals([again.status, await again.text()], [304, ""]);
  const old = await site.ask("/app.css?a=1&__frsh_c=old");
  assertEquals([old.status, old.headers.get("Location")], [
    307,
    "/app.css?a=1",
  ]);
  assertEquals((await site.ask("/app.css", { method: "POST" })).status, 405);
  assertEquals((await site.ask("/favicon.ico")).status, 404);
});

Deno.test("a form of another site is refused", async () => {
  const post = async (headers: Record<string, string>) => {
    const response = await site.ask("/ada/hello", { method: "POST", headers });
    return response.status;
  };
  assertEquals(await post({}), 303);
  assertEquals(await post({ "Sec-Fetch-Site": "same-origin" }), 303);
  assertEquals(await post({ Origin: "http://localhost" }), 303);
  assertEquals(await post({ "Sec-Fetch-Site": "cross-site" }), 403);
  assertEquals(await post({ Origin: "https://evil.example" }), 403);
  assertEquals(await post({ Origin: "null" }), 403);
});
