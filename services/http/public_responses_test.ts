import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { App } from "fresh";
import { Load } from "./overload.ts";
import { publicResponses } from "./public_responses.ts";

/** An app whose pages wait for `open()`, and count how often they were computed. */
function startApp({ load = new Load(), status = 200 } = {}) {
  const gate = Promise.withResolvers<void>();
  const computed: string[] = [];
  const handler = new App()
    .use(publicResponses(load))
    .use(async (ctx) => {
      computed.push(ctx.url.pathname + ctx.url.search);
      await gate.promise;
      return new Response('<script nonce="n0nce">1</script>', {
        status,
        headers: {
          "Content-Security-Policy": "script-src 'nonce-n0nce'",
          "Content-Type": "text/html; charset=utf-8",
          "X-Request-Id": "made-once",
        },
      });
    })
    .handler();
  const get = (path: string, headers: HeadersInit = {}, method = "GET") =>
    handler(new Request(`http://localhost${path}`, { method, headers }));
  return { get, computed, open: gate.resolve };
}

/** Fills a process with pages that are being computed. */
function overloaded(): Load {
  const load = new Load();
  for (let n = 0; n < 200; n++) load.count(() => new Promise(() => {}));
  return load;
}

Deno.test("five hundred who open the home page at once get one computed page, each with a nonce of their own", async () => {
  const app = startApp();
  const asked = Array.from({ length: 500 }, () => app.get("/fr"));
  app.open();
  const responses = await Promise.all(asked);
  const bodies = await Promise.all(responses.map((one) => one.text()));
  assertEquals(app.computed, ["/fr"]);
  assertEquals(new Set(bodies).size, 500);
  const nonce = /nonce="([^"]+)"/.exec(bodies[0] ?? "")?.[1] ?? "";
  assert(nonce.length >= 22);
  assertEquals(
    responses[0]?.headers.get("Content-Security-Policy"),
    `script-src 'nonce-${nonce}'`,
  );
  // Two types in one header: WebKit shows the page's source.
  const types = responses.map((one) => one.headers.get("Content-Type"));
  assertEquals([...new Set(types)], ["text/html; charset=utf-8"]);
  const ids = responses.map((one) => one.headers.get("X-Request-Id"));
  assertEquals(new Set(ids).size, 500);
});

Deno.test("another search, language, cookie or method is another page", async () => {
  const app = startApp();
  app.open();
  for (const path of ["/fr", "/de", "/fr?q=weber", "/fr/doctors/weber"]) {
    for (let n = 0; n < 2; n++) await (await app.get(path)).text();
  }
  assertEquals(app.computed, [
    "/fr",
    "/de",
    "/fr?q=weber",
    "/fr/doctors/weber",
  ]);
  const kept = app.computed.length;
  // Somebody's own pages are nobody else's.
  await app.get("/fr", { Cookie: "session=x" });
  await app.get("/fr", { Cookie: "session=x" });
  await app.get("/fr", { Cookie: "language=fr; draft=1" });
  await app.get("/fr", { Cookie: "=x" });
  await app.get("/fr", {}, "POST");
  await app.get("/fr/sign-in");
  await app.get("/fr/sign-in");
  await app.get("/fr/help?token=1");
  assertEquals(app.computed.length, kept + 8);
  // The language cookie is no secret, but decides whether the answer sets one.
  await app.get("/fr", { Cookie: "language=fr" });
  await app.get("/fr", { Cookie: "language=fr" });
  assertEquals(app.computed.length, kept + 9);
});

Deno.test("a failure is not kept, and keeps its number", async () => {
  const app = startApp({ status: 503 });
  app.open();
  const first = await app.get("/fr");
  assertEquals([first.status, first.headers.get("X-Request-Id")], [
    503,
    "made-once",
  ]);
  await app.get("/fr");
  assertEquals(app.computed.length, 2);
});

Deno.test("overloaded: the anonymous come again later; people with a session, forms, islands and webhooks are served", async () => {
  const app = startApp({ load: overloaded() });
  app.open();
  for (const path of ["/fr", "/de/sign-in", "/fr?q=x"]) {
    const response = await app.get(path);
    assertEquals(response.status, 503, path);
    assertEquals(response.headers.get("Retry-After"), "5");
    assertNotEquals(await response.text(), "");
  }
  assertEquals(app.computed, []);
  const session = { Cookie: "session.0=x" };
  assertEquals((await app.get("/fr/appointments", session)).status, 200);
  assertEquals((await app.get("/fr/sign-in", {}, "POST")).status, 200);
  assertEquals((await app.get("/api/hooks/twilio")).status, 200);
  assertEquals((await app.get("/health")).status, 200);
});

Deno.test("a late event loop is an overload while many pages are computed, until it has caught up", async () => {
  const load = new Load();
  const gate = Promise.withResolvers<void>();
  const block = () => {
    const until = performance.now() + 250;
    while (performance.now() < until);
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  load.watch();
  try {
    // Another program on the machine is no reason to send visitors away.
    block();
    for (let n = 0; n < 5; n++) {
      await turn();
      assertEquals(load.isOver, false);
    }
    for (let n = 0; n < 20; n++) load.count(() => gate.promise);
    block();
    while (!load.isOver) await turn();
    while (load.isOver) await turn();
  } finally {
    gate.resolve();
    load.stop();
  }
});
