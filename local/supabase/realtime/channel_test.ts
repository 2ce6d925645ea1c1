import { assertEquals, assertRejects } from "@std/assert";
import { testRealtime } from "./testing.ts";

Deno.test("a second join takes the place of the first; leaving is answered and closes", async () => {
  await using realtime = await testRealtime();
  await using socket = await realtime.connect();
  await socket.join("room");
  await socket.join("room");
  const closed = await socket.next("phx_close");
  assertEquals([closed.ref, closed.joinRef], ["1", "1"]);
  const ref = socket.push("room", "phx_leave", {});
  assertEquals((await socket.reply(ref)).status, "ok");
  assertEquals((await socket.next("phx_close")).ref, "2");
  const late = socket.push("room", "broadcast", { event: "x" });
  assertEquals(await socket.reply(late), {
    status: "error",
    response: { reason: "unmatched topic" },
  });
});

Deno.test("joins that cannot be are refused with their reason", async () => {
  await using realtime = await testRealtime({ limits: { channels: 2 } });
  await using socket = await realtime.connect();
  const reason = async (name: string, join = {}) =>
    (await socket.join(name, join)).response.reason;
  assertEquals(
    await reason(""),
    "TopicNameRequired: You must provide a topic name",
  );
  assertEquals(
    await reason("a", { token: "not a token" }),
    "MalformedJWT: The token provided is not a valid JWT",
  );
  const expired = await realtime.token("alice", {
    exp: Math.floor(Date.now() / 1000) - 90,
  });
  assertEquals(
    String(await reason("a", { token: expired })).replace(/9[0-5]/, "N"),
    "InvalidJWTToken: Token has expired N seconds ago",
  );
  const [header, payload] = (await realtime.token("alice")).split(".");
  assertEquals(
    await reason("a", { token: `${header}.${payload}.${"A".repeat(86)}` }),
    "JwtSignatureError: Failed to validate JWT signature",
  );
  const none = btoa(JSON.stringify({ alg: "none" })).replaceAll("=", "");
  assertEquals(
    await reason("a", { token: `${none}.${payload}.` }),
    "JwtSignerError: Failed to generate JWT signer, check your JWT secret or JWKS configuration",
  );
  assertEquals(
    await reason("a", { postgres_changes: [{ event: "*", schema: "public" }] }),
    "NotImplemented: postgres_changes is not part of this server (501); broadcast from a trigger with realtime.broadcast_changes",
  );
  assertEquals(
    await reason("a", { broadcast: { replay: { since: 0 } } }),
    "UnableToReplayMessages: Replay is not allowed for public channels",
  );
  assertEquals(await reason("a"), undefined);
  assertEquals(await reason("b"), undefined);
  assertEquals(await reason("c"), "ChannelRateLimitReached: Too many channels");
});

Deno.test("a project of private channels refuses public ones; a socket needs a key", async () => {
  await using realtime = await testRealtime({ limits: { privateOnly: true } });
  await using socket = await realtime.connect();
  assertEquals(
    (await socket.join("room")).response.reason,
    "PrivateOnly: This project only allows private channels",
  );
  await assertRejects(() => realtime.connect({ key: "wrong" }));
  const expired = await realtime.token("x", { exp: 1_000_000_000 });
  await assertRejects(() => realtime.connect({ key: expired }));
});

Deno.test("a token that ends, or loses the right to read, shuts the channel; a better one keeps it", async () => {
  await using realtime = await testRealtime({
    sql: `create policy "Members listen" on realtime.messages for select
      using ((select realtime.topic()) = auth.jwt() ->> 'room');`,
  });
  await using socket = await realtime.connect();
  const soon = (room: string) =>
    realtime.token("alice", {
      room,
      exp: Math.floor(Date.now() / 1000) + 3,
    });
  await socket.join("a", {
    private: true,
    token: await soon("a"),
  });
  socket.push("a", "access_token", {
    access_token: await realtime.token("alice", { room: "a" }),
  });
  await socket.join("b", {
    private: true,
    token: await soon("b"),
  });
  const ended = await socket.next("system");
  assertEquals(ended.topic, "realtime:b");
  assertEquals(
    ended.payload.message.replace(/\d+/, "N"),
    "Token has expired N seconds ago",
  );
  await socket.next("phx_close");

  for (const ignored of [null, "sb_publishable_x"]) {
    socket.push("a", "access_token", { access_token: ignored });
  }
  assertEquals(await socket.soFar("system", "phx_reply"), []);
  socket.push("a", "access_token", {
    access_token: await realtime.token("alice", { room: "other" }),
  });
  assertEquals(
    (await socket.next("system")).payload.message,
    "You no longer have permission to read from this Channel topic: a",
  );
  assertEquals((await socket.next("phx_close")).topic, "realtime:a");
});

Deno.test("the right to write is asked again after a new token", async () => {
  await using realtime = await testRealtime({
    sql:
      `create policy "All listen" on realtime.messages for select using (true);
      create policy "Speakers speak" on realtime.messages for insert
      with check ((auth.jwt() ->> 'speaks')::boolean);`,
  });
  await using socket = await realtime.connect();
  const broadcast = { ack: true, self: true };
  const token = await realtime.token("alice");
  await socket.join("a", { private: true, broadcast, token });
  socket.pushBinary("a", "too early", {});
  socket.push("a", "access_token", {
    access_token: await realtime.token("alice", { speaks: true }),
  });
  await socket.reply(socket.pushBinary("a", "now", {}));
  assertEquals((await socket.next("broadcast")).payload.event, "now");
});

Deno.test("a silent socket is closed, one with heartbeats is not", async () => {
  await using realtime = await testRealtime({ limits: { idle: 1_500 } });
  await using silent = await realtime.connect();
  await using alive = await realtime.connect();
  let closed = false;
  silent.closed.then(() => closed = true);
  while (!closed) {
    await alive.reply(alive.push("phoenix", "heartbeat", {}));
  }
  assertEquals((await silent.closed).code, 1000);
});
