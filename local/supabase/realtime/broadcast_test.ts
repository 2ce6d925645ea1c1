import { assertEquals } from "@std/assert";
import { testRealtime } from "./testing.ts";

Deno.test("a broadcast reaches the other members in either version, the sender only if he asks", async () => {
  await using realtime = await testRealtime();
  await using old = await realtime.connect({ version: 1 });
  await using recent = await realtime.connect({ version: 2 });
  await using selfish = await realtime.connect({ version: 2 });
  assertEquals(await old.join("room"), {
    status: "ok",
    response: { postgres_changes: [] },
  });
  await recent.join("room");
  await selfish.join("room", { broadcast: { self: true, ack: true } });

  const expected = { type: "broadcast", event: "hello", payload: { né: "é" } };
  old.push("room", "broadcast", expected);
  assertEquals((await recent.next("broadcast")).payload, expected);
  assertEquals((await selfish.next("broadcast")).payload, expected);
  assertEquals(await old.soFar("broadcast"), []);

  const ref = selfish.pushBinary("room", "hello", { né: "é" });
  assertEquals(await selfish.reply(ref), { status: "ok", response: {} });
  assertEquals((await selfish.next("broadcast")).payload, expected);
  assertEquals((await recent.next("broadcast")).payload, expected);
  assertEquals((await old.next("broadcast")).payload, expected);
});

Deno.test("bytes reach members of version 2 unchanged and members of version 1 not at all", async () => {
  await using realtime = await testRealtime();
  await using old = await realtime.connect({ version: 1 });
  await using a = await realtime.connect();
  await using b = await realtime.connect();
  for (const socket of [old, a, b]) await socket.join("room");
  const bytes = crypto.getRandomValues(new Uint8Array(65_000));
  a.pushBinary("room", "photo", bytes);
  const { payload } = await b.next("broadcast");
  assertEquals(payload.event, "photo");
  assertEquals(payload.payload, bytes);
  assertEquals(await old.soFar("broadcast"), []);
});
