import { assertEquals, assertRejects } from "@std/assert";
import { ask, Refusal } from "./api.ts";

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

const broken = () => new Response("<h1>Bad gateway</h1>", { status: 502 });

Deno.test("a question is asked again when the server fails", async () => {
  await using server = serve(broken, () => Response.json({ fine: true }));
  assertEquals(await ask(server.url), { fine: true });
  assertEquals(server.asked(), 2);
});

Deno.test("what must not happen twice is sent once", async () => {
  await using server = serve(broken);
  const error = await assertRejects(
    () => ask(server.url, { method: "POST", body: {} }),
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
    () => ask(server.url, { method: "PUT", repeatable: true }),
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
    () => ask(url, { repeatable: false }),
    Refusal,
  );
  assertEquals([error.status, error.key], [0, "offline"]);
});

Deno.test("who has left is not answered: nothing is tried again", async () => {
  await using server = serve(broken);
  const error = await assertRejects(
    () => ask(server.url, { signal: AbortSignal.abort() }),
    Refusal,
  );
  assertEquals(error.key, "offline");
  assertEquals(server.asked(), 0);
});
