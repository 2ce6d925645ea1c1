import { assertEquals, assertRejects } from "@std/assert";
import * as v from "valibot";
import { ask, Done, Refusal } from "./api.ts";

/** Answers with these, one after another; counts the questions. */
function serve(...answers: (() => Response)[]) {
  let asked = 0;
  const server = Deno.serve({ port: 0, onListen: () => {} }, () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return answer?.() ?? new Response(null, { status: 500 });
  });
  return {
    url: `http://localhost:${server.addr.port}/`,
    asked: () => asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

const Fine = v.object({ fine: v.boolean() });

const broken = () => new Response("<h1>Bad gateway</h1>", { status: 502 });

Deno.test("a question is asked again when the server fails", async () => {
  await using server = serve(broken, () => Response.json({ fine: true }));
  assertEquals(await ask(server.url, Fine), { fine: true });
  assertEquals(server.asked(), 2);
});

Deno.test("what must not happen twice is sent once", async () => {
  await using server = serve(broken);
  const error = await assertRejects(
    () => ask(server.url, Done, { method: "POST", body: {} }),
    Refusal,
  );
  assertEquals([error.status, error.key], [502, "unavailable"]);
  assertEquals(server.asked(), 1);
});

Deno.test("a rule that refuses is told by its key, and not asked again", async () => {
  await using server = serve(() =>
    Response.json({ key: "doctor_busy" }, { status: 409 })
  );
  const error = await assertRejects(
    () => ask(server.url, Done, { method: "PUT", repeatable: true }),
    Refusal,
  );
  assertEquals([error.status, error.key], [409, "doctor_busy"]);
  assertEquals(server.asked(), 1);
});

Deno.test("a server that is not there is told apart", async () => {
  const server = serve();
  const { url } = server;
  await server[Symbol.asyncDispose]();
  const error = await assertRejects(
    () => ask(url, Done, { repeatable: false }),
    Refusal,
  );
  assertEquals([error.status, error.key], [0, "offline"]);
});

Deno.test("who has left is not answered: nothing is tried again", async () => {
  await using server = serve(broken);
  const error = await assertRejects(
    () => ask(server.url, Done, { signal: AbortSignal.abort() }),
    Refusal,
  );
  assertEquals(error.key, "offline");
  assertEquals(server.asked(), 0);
});

Deno.test("a 200 that is not ours is not taken for done: it is sent again, and told apart", async () => {
  const page = () =>
    new Response("<h1>Welcome to the hotspot</h1>", {
      headers: { "Content-Type": "text/html" },
    });
  const others = [
    page,
    () => Response.json({ welcome: true }),
    () => new Response("null"),
  ];
  await using server = serve(...others);
  const error = await assertRejects(
    () => ask(server.url, Done, { method: "POST", repeatable: true, body: {} }),
    Refusal,
  );
  assertEquals([error.status, error.key], [0, "not_ours"]);
  assertEquals(server.asked(), 3);

  await using later = serve(page, () => Response.json(null));
  assertEquals(
    await ask(later.url, Done, { method: "POST", repeatable: true, body: {} }),
    null,
  );
});

Deno.test("a refusal that is not ours is not taken for one", async () => {
  await using server = serve(() => new Response("Blocked", { status: 403 }));
  const error = await assertRejects(
    () => ask(server.url, Done, { method: "POST" }),
    Refusal,
  );
  assertEquals([error.status, error.key], [0, "not_ours"]);
});
