import { assertEquals } from "@std/assert";
import { App } from "../app.ts";
import { cors, type CORSOptions } from "./cors.ts";

const COM = "http://example.com";

async function ask(
  options?: Partial<CORSOptions<unknown>>,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  const vary = { Vary: "Accept" };
  const handler = new App().use(cors(options))
    .get("/", () => new Response("ok", { headers: vary })).handler();
  const response = await handler(
    new Request("http://localhost/", { method, headers }),
  );
  await response.body?.cancel();
  return response;
}

const allowed = (response: Response) =>
  response.headers.get("Access-Control-Allow-Origin");

Deno.test("every origin by default", async () => {
  const response = await ask();
  assertEquals([response.status, allowed(response)], [200, "*"]);
  assertEquals(response.headers.get("Vary"), "Accept");
});

Deno.test("a preflight is answered", async () => {
  const wanted = { "Access-Control-Request-Headers": "X-Ping, Content-Type" };
  const response = await ask(undefined, wanted, "OPTIONS");
  assertEquals([response.status, response.body], [204, null]);
  const { headers } = response;
  assertEquals(
    headers.get("Access-Control-Allow-Methods"),
    "GET,HEAD,PUT,POST,DELETE,PATCH",
  );
  assertEquals(
    headers.get("Access-Control-Allow-Headers"),
    "X-Ping,Content-Type",
  );
  assertEquals(headers.get("Vary"), "Access-Control-Request-Headers");
});

Deno.test("a preflight says all that is allowed", async () => {
  const options = {
    origin: COM,
    allowHeaders: ["X-Own"],
    allowMethods: ["POST"],
    exposeHeaders: ["X-Shown"],
    maxAge: 600,
    credentials: true,
  };
  const { headers } = await ask(options, { Origin: COM }, "OPTIONS");
  assertEquals(Object.fromEntries(headers), {
    "access-control-allow-origin": COM,
    "access-control-allow-headers": "X-Own",
    "access-control-allow-methods": "POST",
    "access-control-expose-headers": "X-Shown",
    "access-control-max-age": "600",
    "access-control-allow-credentials": "true",
    "vary": "Origin, Access-Control-Request-Headers",
  });
});

Deno.test("only origins that are allowed are told so", async () => {
  const origins = [COM, "http://example.org"];
  const own = await ask({ origin: origins }, { Origin: "http://example.org" });
  assertEquals(allowed(own), "http://example.org");
  assertEquals(own.headers.get("Vary"), "Origin, Accept");
  for (const Origin of ["http://example.net", "http://example.com.evil"]) {
    assertEquals(allowed(await ask({ origin: origins }, { Origin })), null);
    assertEquals(allowed(await ask({ origin: COM }, { Origin })), null);
  }
  assertEquals(allowed(await ask({ origin: origins })), null);
});

Deno.test("a function can choose the origin", async () => {
  const origin = (it: string) => it.endsWith(".example.com") ? it : COM;
  const sub = { Origin: "http://sub.example.com" };
  assertEquals(allowed(await ask({ origin }, sub)), "http://sub.example.com");
  assertEquals(allowed(await ask({ origin })), COM);
  assertEquals(allowed(await ask({ origin: () => null }, sub)), null);
});
