import { assertEquals } from "@std/assert";
import { App } from "../app.ts";
import { csrf, type CsrfOptions } from "./csrf.ts";

const OWN = "https://example.com";

async function ask(
  method: string,
  headers: Record<string, string>,
  origin?: CsrfOptions["origin"],
): Promise<number> {
  const handler = new App().use(csrf({ origin }))
    .all("/", () => new Response("ok")).handler();
  const response = await handler(new Request(OWN, { method, headers }));
  await response.body?.cancel();
  return response.status;
}

Deno.test("what changes nothing is let through", async () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assertEquals(await ask(method, { "Sec-Fetch-Site": "cross-site" }), 200);
  }
});

Deno.test("Sec-Fetch-Site decides", async () => {
  const site = (value: string) => ask("POST", { "Sec-Fetch-Site": value });
  assertEquals(await site("same-origin"), 200);
  assertEquals(await site("none"), 200);
  assertEquals(await site("same-site"), 403);
  assertEquals(await site("cross-site"), 403);
  assertEquals(await ask("DELETE", { "Sec-Fetch-Site": "cross-site" }), 403);
});

Deno.test("without it, Origin does; without both it is not a browser", async () => {
  assertEquals(await ask("POST", {}), 200);
  assertEquals(await ask("POST", { Origin: OWN }), 200);
  assertEquals(await ask("POST", { Origin: "https://a.example.com" }), 403);
  assertEquals(await ask("POST", { Origin: "null" }), 403);
});

Deno.test("other origins can be allowed", async () => {
  const trusted = "https://trusted.example.com";
  const cross = { Origin: trusted, "Sec-Fetch-Site": "cross-site" };
  const forms = [trusted, [OWN, trusted], (it: string) => it === trusted];
  for (const allowed of forms) {
    assertEquals(await ask("POST", cross, allowed), 200);
    const evil = { ...cross, Origin: "https://evil.example.com" };
    assertEquals(await ask("POST", evil, allowed), 403);
  }
});
