import { assert, assertEquals, assertMatch } from "@std/assert";
import { App, HttpError } from "fresh";
import { gunzipSync } from "node:zlib";
import { harden } from "./harden.ts";

const page = `<p>${"Bonjour, docteur. ".repeat(200)}</p>`;
const html = { "Content-Type": "text/html; charset=utf-8" };

const handle = harden(
  new App<unknown>()
    .get("/page", () => new Response(page, { headers: html }))
    .get("/short", () => new Response("<p>Oui</p>", { headers: html }))
    .get(
      "/personal",
      () =>
        new Response(page, {
          headers: { ...html, "Cache-Control": "no-store" },
        }),
    )
    .get(
      "/picture",
      () => new Response(page, { headers: { "Content-Type": "image/png" } }),
    )
    .get("/broken", () => {
      throw new Error("broken");
    })
    .get("/refused", () => {
      throw new HttpError(403);
    }),
  { PUBLIC_URL: "https://econsult.example" },
).handler();

const ask = (path: string, init?: RequestInit) =>
  handle(new Request(`http://localhost${path}`, init));
const gzip = { headers: { "Accept-Encoding": "br, gzip" } };

Deno.test("every answer carries the security headers, failures a request id, too", async (t) => {
  const answers = {
    "/page": 200,
    "/refused": 403,
    "/nowhere": 404,
    "/%": 404,
    "/%E9/x": 404,
    "/broken": 500,
  };
  for (const [path, status] of Object.entries(answers)) {
    await t.step(path, async () => {
      const response = await ask(path);
      await response.body?.cancel();
      const { headers } = response;
      assertEquals(response.status, status);
      assertEquals(headers.get("X-Content-Type-Options"), "nosniff");
      assertMatch(headers.get("Strict-Transport-Security") ?? "", /max-age/);
      if (status === 200) return;
      assertMatch(headers.get("X-Request-Id") ?? "", /^[0-9a-f-]{36}$/);
      assertMatch(
        headers.get("Content-Security-Policy") ?? "",
        /default-src 'none'/,
      );
    });
  }
});

Deno.test("a method that nobody knows is not implemented", async () => {
  const response = await ask("/page", { method: "BREW" });
  assertEquals(response.status, 501);
  assertEquals(response.headers.get("X-Content-Type-Options"), "nosniff");
});

Deno.test("a page leaves compressed for whoever takes it, and says that it depends", async () => {
  const response = await ask("/page", gzip);
  assertEquals(response.headers.get("Content-Encoding"), "gzip");
  assertEquals(response.headers.get("Vary"), "Accept-Encoding");
  const bytes = await response.bytes();
  assertEquals(response.headers.get("Content-Length"), String(bytes.length));
  assertEquals(new TextDecoder().decode(gunzipSync(bytes)), page);
  for (const header of ["", "br", "gzip;q=0", "identity"]) {
    const plain = await ask("/page", {
      headers: { "Accept-Encoding": header },
    });
    assertEquals(plain.headers.get("Content-Encoding"), null, header);
    assertEquals(plain.headers.get("Vary"), "Accept-Encoding");
    assertEquals(await plain.text(), page);
  }
});

Deno.test("short answers and pictures stay as they are", async () => {
  for (const path of ["/short", "/picture"]) {
    const response = await ask(path, gzip);
    await response.body?.cancel();
    assertEquals(response.headers.get("Content-Encoding"), null);
  }
});

Deno.test("the length of a personal page says nothing about its content", async () => {
  const lengths = new Set<number>();
  for (let i = 0; i < 12; i++) {
    const bytes = await (await ask("/personal", gzip)).bytes();
    assertEquals(new TextDecoder().decode(gunzipSync(bytes)), page);
    lengths.add(bytes.length);
  }
  assert(lengths.size > 3, `${lengths.size} lengths`);
});
