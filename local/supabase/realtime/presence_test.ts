import { assertEquals } from "@std/assert";
import { testRealtime, type TestSocket } from "./testing.ts";

const track = (socket: TestSocket, payload: unknown) =>
  socket.push("room", "presence", {
    type: "presence",
    event: "track",
    payload,
  });

function names(metas: Record<string, { metas: { name: string }[] }>) {
  return Object.fromEntries(
    Object.entries(metas).map((
      [key, { metas }],
    ) => [key, metas.map(({ name }) => name)]),
  );
}

Deno.test("members see who is there, who comes, changes and goes", async () => {
  await using realtime = await testRealtime();
  await using alice = await realtime.connect();
  await using bob = await realtime.connect({ version: 1 });
  await alice.join("room", { presence: { key: "alice", enabled: true } });
  assertEquals((await alice.next("presence_state")).payload, {});
  assertEquals(
    (await alice.reply(track(alice, { name: "Alice" }))).status,
    "ok",
  );
  assertEquals(names((await alice.next("presence_diff")).payload.joins), {
    alice: ["Alice"],
  });

  await bob.join("room", { presence: { key: "bob", enabled: true } });
  const state = (await bob.next("presence_state")).payload;
  assertEquals(names(state), { alice: ["Alice"] });

  await alice.reply(track(alice, { name: "Alice B." }));
  const { payload: diff } = await bob.next("presence_diff");
  assertEquals(names(diff.joins), { alice: ["Alice B."] });
  assertEquals(names(diff.leaves), { alice: ["Alice"] });
  assertEquals(
    diff.joins.alice.metas[0].phx_ref_prev,
    state.alice.metas[0].phx_ref,
  );

  await alice.reply(track(alice, { name: "Alice B." })); // the same again: nothing to tell
  await alice[Symbol.asyncDispose]();
  const { payload: gone } = await bob.next("presence_diff");
  assertEquals(names(gone.leaves), { alice: ["Alice B."] });
  assertEquals(gone.joins, {});
});

Deno.test("two sockets of one key are two metas; one leaves, the other stays", async () => {
  await using realtime = await testRealtime();
  await using phone = await realtime.connect();
  await using laptop = await realtime.connect();
  const presence = { key: "__proto__", enabled: true };
  await phone.join("room", { presence });
  await laptop.join("room", { presence });
  await phone.reply(track(phone, { name: "phone" }));
  await laptop.reply(track(laptop, { name: "laptop" }));
  await phone.reply(
    phone.push("room", "presence", { type: "presence", event: "untrack" }),
  );
  await using late = await realtime.connect();
  await late.join("room", { presence: { enabled: true } });
  const { payload } = await late.next("presence_state");
  assertEquals(Object.keys(payload), ["__proto__"]);
  assertEquals(
    JSON.stringify(payload).match(/phone|laptop/g),
    ["laptop"],
  );
});

Deno.test("who tracks without having asked for presence gets the state then", async () => {
  await using realtime = await testRealtime();
  await using there = await realtime.connect();
  await using here = await realtime.connect();
  await there.join("room", { presence: { key: "there", enabled: true } });
  await there.reply(track(there, { name: "there" }));
  await here.join("room", { presence: { key: "here" } });
  assertEquals(await here.soFar("presence_state"), []);
  await here.reply(track(here, { name: "here" }));
  const { payload } = await here.next("presence_state");
  assertEquals(Object.keys(payload).sort(), ["here", "there"]);
});

Deno.test("the sixth presence call in half a minute shuts the channel, with leaves for the others", async () => {
  await using realtime = await testRealtime();
  await using hasty = await realtime.connect();
  await using calm = await realtime.connect();
  await hasty.join("room", { presence: { key: "hasty", enabled: true } });
  await calm.join("room", { presence: { enabled: true } });
  for (let name = 1; name <= 5; name++) {
    await hasty.reply(track(hasty, { name: `${name}` }));
  }
  track(hasty, { name: "6" });
  assertEquals((await hasty.next("system")).payload, {
    extension: "system",
    status: "error",
    message: "Client presence rate limit exceeded",
    channel: "room",
  });
  await hasty.next("phx_close");
  const last = await calm.next(({ event, payload }) =>
    event === "presence_diff" && Object.keys(payload.joins).length === 0
  );
  assertEquals(names(last.payload.leaves), { hasty: ["5"] });
});

Deno.test("a payload that is no object is refused, and one that is too big shuts the channel", async () => {
  await using realtime = await testRealtime({ limits: { payload: 1000 } });
  await using socket = await realtime.connect();
  await socket.join("room", { presence: { enabled: true } });
  assertEquals(await socket.reply(track(socket, ["no", "object"])), {
    status: "error",
    response: { reason: "Presence track payload must be a map" },
  });
  track(socket, { text: "x".repeat(1000) });
  const { payload } = await socket.next("system");
  assertEquals(payload.message, "Track message size exceeded");
});
