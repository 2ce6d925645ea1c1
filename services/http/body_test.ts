import { assertEquals } from "@std/assert";
import { resetSync } from "@logtape/logtape";
import { App } from "fresh";
import { readBody } from "./body.ts";
import { readForm } from "./form.ts";
import { harden } from "./harden.ts";
import { jsonHandler } from "./json_handler.ts";
import { startLog } from "./log.ts";

const person = { state: { person: { id: "p" } } } as unknown as Parameters<
  typeof jsonHandler
>[0]; // nothing else of them is read here

/** What became of the bodies, in the order in which it was known. */
async function serve(
  during: (port: number, outcomes: () => Promise<number>) => Promise<void>,
): Promise<void> {
  let settle = (_status: number) => {};
  const handle = harden(
    new App<unknown>()
      .post(
        "/form",
        async ({ req }) => Response.json((await readForm(req)).get("a")),
      )
      .post("/raw", async ({ req }) => new Response(await readBody(req, 100)))
      .post(
        "/json",
        ({ req }) =>
          jsonHandler(person, async () => (await readBody(req, 100)).size),
      ),
    { PUBLIC_URL: "https://econsult.example" },
  ).handler();
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const response = await handle(request);
      settle(response.status);
      return response;
    },
  );
  await during(server.addr.port, () => new Promise((done) => settle = done));
}

Deno.test("whoever hangs up in the middle of a body makes no error of ours", async (t) => {
  const lines: string[] = [];
  const kept = { info: console.info, error: console.error, warn: console.warn };
  const write = (line: string) => lines.push(line);
  Object.assign(console, { info: write, error: write, warn: write });
  try {
    startLog();
    await serve(async (port, outcome) => {
      for (const path of ["/form", "/raw", "/json"]) {
        await t.step(path, async () => {
          const status = outcome();
          const socket = await Deno.connect({ port, hostname: "127.0.0.1" });
          await socket.write(new TextEncoder().encode(
            `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n` +
              "Content-Type: application/x-www-form-urlencoded\r\n\r\na=half",
          ));
          socket.close();
          assertEquals(await status, 400);
        });
      }
    });
  } finally {
    Object.assign(console, kept);
    resetSync();
  }
  assertEquals(
    lines.filter((line) => /"level":"(ERROR|FATAL)"/.test(line)),
    [],
  );
});
