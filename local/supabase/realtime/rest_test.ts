import { assertEquals } from "@std/assert";
import { type TestRealtime, testRealtime } from "./testing.ts";

const POLICIES = `
  create policy "All listen" on realtime.messages for select using (true);
  create policy "Speakers speak" on realtime.messages for insert
  with check ((auth.jwt() ->> 'speaks')::boolean);`;

async function post(
  realtime: TestRealtime,
  path: string,
  body: BodyInit,
  { token = realtime.anonKey, type = "application/json" } = {},
) {
  const headers: HeadersInit = { "content-type": type };
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch(realtime.api + path, {
    method: "POST",
    body,
    headers,
  });
  const text = await response.text();
  return [response.status, text && JSON.parse(text)];
}

Deno.test("a batch reaches public channels, and private ones of which the caller may write", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using socket = await realtime.connect();
  await using old = await realtime.connect({ version: 1 });
  await socket.join("open");
  await socket.join("closed", { private: true });
  await old.join("open");
  const messages = [
    { topic: "closed", event: "secret", payload: { n: 1 }, private: true },
    { topic: "open", event: "news", payload: { n: 2 } },
  ];
  const send = (token?: string) =>
    post(realtime, "", JSON.stringify({ messages }), { token });
  assertEquals(await send(), [202, ""]);
  assertEquals((await socket.next("broadcast")).payload, {
    type: "broadcast",
    event: "news",
    payload: { n: 2 },
  });
  assertEquals((await old.next("broadcast")).payload.event, "news");
  assertEquals(await socket.soFar("broadcast"), []);
  assertEquals(await send(await realtime.token("alice", { speaks: true })), [
    202,
    "",
  ]);
  assertEquals((await socket.next("broadcast")).payload.event, "secret");
});

Deno.test("one message goes as JSON or as bytes, and says when it may not", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using socket = await realtime.connect();
  await socket.join("a/b é", { private: true });
  const path = `/${encodeURIComponent("a/b é")}/events/${
    encodeURIComponent("x y")
  }?private=true`;
  assertEquals(await post(realtime, path, "{}"), [403, {
    message: "Unauthorized",
  }]);
  const token = await realtime.token("alice", { speaks: true });
  assertEquals(await post(realtime, path, '{"n":1}', { token }), [202, ""]);
  assertEquals((await socket.next("broadcast")).payload, {
    type: "broadcast",
    event: "x y",
    payload: { n: 1 },
  });
  const bytes = new Uint8Array([0, 255, 3]);
  assertEquals(
    await post(realtime, path, bytes, {
      token,
      type: "application/octet-stream",
    }),
    [202, ""],
  );
  assertEquals((await socket.next("broadcast")).payload.payload, bytes);
  assertEquals(
    (await post(realtime, `${path}&persist=true`, "{}", { token }))[0],
    501,
  );
});

Deno.test("what is no message is refused", async () => {
  await using realtime = await testRealtime({
    limits: { payload: 2_000, messages: 1 },
  });
  assertEquals(await post(realtime, "", "{}", { token: "forged" }), [401, {
    message: "Unauthorized",
  }]);
  assertEquals(await post(realtime, "", "{}", { token: "" }), [401, {
    message: "Unauthorized",
  }]);
  for (
    const body of ["", "{", "[]", "null", '{"messages":{}}', "[".repeat(1500)]
  ) {
    assertEquals((await post(realtime, "", body))[0], 422, body);
  }
  const messages = [{ topic: "a", event: "b", payload: {} }, {
    topic: "a",
    payload: [],
  }];
  assertEquals(await post(realtime, "", JSON.stringify({ messages })), [422, {
    errors: {
      messages: [{}, { event: ["can't be blank"], payload: ["is invalid"] }],
    },
  }]);
  assertEquals((await post(realtime, "", "x".repeat(5_000)))[0], 413);
  assertEquals((await post(realtime, "/a/events/%ff", "{"))[0], 422);
  const many = Array.from(
    { length: 11 },
    () => ({ topic: "a", event: "b", payload: {} }),
  );
  assertEquals(
    (await post(realtime, "", JSON.stringify({ messages: many })))[0],
    429,
  );
  const response = await fetch(realtime.api, {
    headers: { authorization: `Bearer ${realtime.anonKey}` },
  });
  assertEquals([response.status, await response.json()], [405, {
    message: "Method not allowed",
  }]);
});
