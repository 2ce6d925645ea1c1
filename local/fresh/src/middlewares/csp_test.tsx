import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { App } from "../app.ts";
import { FakeServer } from "../test_utils.ts";
import { csp, type CSPOptions, NONCE_SYMBOL } from "./csp.ts";

const HEADER = "Content-Security-Policy";

async function get(path: string, options?: CSPOptions) {
  const app = new App().use(csp(options))
    .get("/api", () => new Response("ok"))
    .get("/page", (ctx) =>
      ctx.render(
        <html>
          <head>
            <style>p</style>
            <script nonce="own">1</script>
          </head>
          <body>
            <script>2</script>
          </body>
        </html>,
      ));
  const response = await new FakeServer(app.handler()).get(path);
  const policy = response.headers.get(HEADER) ?? "";
  return { response, policy, html: await response.text() };
}

Deno.test("the default policy", async () => {
  assertEquals(
    (await get("/api")).policy,
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; media-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests",
  );
});

Deno.test("a directive replaces the default of its name", async () => {
  const { policy, response } = await get("/api", {
    reportTo: "/reports",
    csp: ["img-src 'self' https://example.com", "frame-src 'none'"],
  });
  assertEquals(policy.split("img-src").length, 2);
  assert(
    policy.endsWith(
      "; upgrade-insecure-requests; img-src 'self' https://example.com; frame-src 'none'; report-to csp-endpoint; report-uri /reports",
    ),
  );
  assertEquals(
    response.headers.get("Reporting-Endpoints"),
    'csp-endpoint="/reports"',
  );
});

Deno.test("only reporting has a header of its own", async () => {
  const { policy, response } = await get("/api", { reportOnly: true });
  assertEquals(policy, "");
  assertStringIncludes(
    response.headers.get(`${HEADER}-Report-Only`) ?? "",
    "default-src 'self'",
  );
});

Deno.test("the nonce of a page replaces unsafe-inline, a new one each time", async () => {
  const options = {
    useNonce: true,
    csp: ["default-src 'self' 'unsafe-inline'"],
  };
  const { policy, html, response } = await get("/page", options);
  const nonce = policy.match(/'nonce-([0-9a-f]{32})'/)?.[1];
  for (const name of ["default", "script", "style"]) {
    assertMatch(policy, new RegExp(`${name}-src 'self' 'nonce-${nonce}'`));
  }
  assertEquals(policy.includes("unsafe-inline"), false);
  assertStringIncludes(html, `<style nonce="${nonce}">p</style>`);
  assertStringIncludes(html, `<script nonce="${nonce}">2</script>`);
  assertStringIncludes(html, '<script nonce="own">1</script>');
  assertEquals(response.headers.get("X-Fresh-Nonce"), null);
  assertEquals((await get("/page", options)).policy === policy, false);
});

Deno.test("what is not a rendered page keeps unsafe-inline", async () => {
  const { policy } = await get("/api", { useNonce: true });
  assertStringIncludes(policy, "'unsafe-inline'");
});

Deno.test("the nonce is on the response without being sent", async () => {
  const app = new App().get("/", (ctx) => ctx.render(<p>x</p>));
  const response = await new FakeServer(app.handler()).get("/");
  await response.body?.cancel();
  assertMatch(String(Reflect.get(response, NONCE_SYMBOL)), /^[0-9a-f]{32}$/);
  assertEquals([...response.headers.keys()], ["content-type"]);
});
