import { assert, assertEquals } from "@std/assert";
import { type TestRealtime, testRealtime } from "./testing.ts";

/** A WebSocket that never reads: its handshake by hand, its joins as one masked frame each. */
async function deafMember(
  realtime: TestRealtime,
  topic: string,
): Promise<Deno.TcpConn> {
  const { host, hostname, port, pathname } = new URL(
    realtime.url.replace("ws", "http"),
  );
  const socket = await Deno.connect({ hostname, port: Number(port) });
  const utf8 = new TextEncoder();
  await socket.write(utf8.encode(
    `GET ${pathname}/websocket?vsn=2.0.0&apikey=${realtime.anonKey} HTTP/1.1\r\nHost: ${host}\r\n` +
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  ));
  await socket.read(new Uint8Array(1000));
  const join = utf8.encode(
    JSON.stringify(["1", "1", `realtime:${topic}`, "phx_join", { config: {} }]),
  );
  await socket.write(
    new Uint8Array([0x81, 0x80 | join.length, 0, 0, 0, 0, ...join]),
  );
  await socket.read(new Uint8Array(1000));
  return socket;
}

Deno.test("a reader who does not read is dropped; the others are served meanwhile", async () => {
  const limits = { unread: 1_000_000, messages: 100_000 };
  await using realtime = await testRealtime({ limits });
  await using speaker = await realtime.connect();
  await using listener = await realtime.connect();
  for (const socket of [speaker, listener]) {
    await socket.join("room", {
      broadcast: { ack: true },
      presence: { enabled: true },
    });
  }
  using deaf = await deafMember(realtime, "room");
  const bytes = new Uint8Array(500_000);
  let received = 0; // bytes, by the deaf one
  for (let i = 0; i < 80; i++) {
    await speaker.reply(speaker.pushBinary("room", `${i}`, bytes));
    const { payload } = await listener.next("broadcast");
    assertEquals(payload.event, `${i}`);
  }
  // What the deaf one finds at last: some messages and a close frame that asks him to come again later (1013).
  const goodbye = "\x03\u00f5reads too slowly";
  const latin = new TextDecoder("latin1");
  const buffer = new Uint8Array(1_000_000);
  for (let tail = ""; !tail.endsWith(goodbye);) {
    const n = await deaf.read(buffer) ?? 0;
    assert(n > 0, "the end came without a close frame");
    received += n;
    tail = (tail + latin.decode(buffer.subarray(0, n))).slice(-100);
  }
  assert(received < 36_000_000, `${received} bytes were kept for him`);
});

Deno.test("frames that are none are dropped, and the socket goes on", async () => {
  await using realtime = await testRealtime();
  await using socket = await realtime.connect();
  await using old = await realtime.connect({ version: 1 });
  await socket.join("room", { broadcast: { ack: true, self: true } });
  await old.join("room", { broadcast: { ack: true } });
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const deepPush = new TextEncoder().encode(deep);
  const texts = [
    "",
    "{",
    "null",
    "[]",
    "[1,2,3,4,5]",
    '["1","2","realtime:room"]',
    `["1","2","realtime:room","broadcast",${deep}]`,
    `["1","2","realtime:room","broadcast",{"event":"x","payload":${deep}}]`,
    `["1","2","realtime:room","presence",{"event":"track","payload":{"a":${deep}}}]`,
    '["1","2","realtime:room","broadcast",{"event":{}}]',
    '["1","2","realtime:room","access_token",{"access_token":7}]',
    '["1","2","realtime:room","constructor",{}]',
    '["1","2","realtime:__proto__","phx_join",{"config":{"presence":{"key":"__proto__"}}}]',
    '{"topic":"realtime:room","event":"phx_join","payload":"x"}',
  ];
  const head = [1, 1, 13, 1, 0, 1, 0x31, 0x39];
  const topic = new TextEncoder().encode("realtime:room");
  const pushes = [
    [],
    [3],
    [4, 1, 1, 1, 1],
    [3, 255, 255, 255, 255, 255, 1],
    [3, ...head, ...topic, 0x78, 0x7b], // "{" is no JSON
    [3, ...head, ...topic, 0xff, 0x7b, 0x7d], // the event is no UTF-8
    [3, ...head, ...topic, 0x78, ...deepPush],
  ];
  for (const each of [socket, old]) {
    for (const text of texts) each.socket.send(text);
    for (const push of pushes) each.socket.send(new Uint8Array(push));
    const beat = await each.reply(each.push("phoenix", "heartbeat", {}));
    assertEquals(beat, { status: "ok", response: {} });
  }
  const ref = socket.pushBinary("room", "after", {});
  assertEquals((await socket.reply(ref)).status, "ok");
});

Deno.test("a frame beyond the limit, or too many at once, ends the socket", async () => {
  await using realtime = await testRealtime({
    limits: { frame: 10_000, pending: 10 },
  });
  await using long = await realtime.connect();
  long.push("phoenix", "heartbeat", { text: "x".repeat(10_000) });
  assertEquals((await long.closed).code, 1009);
  await using many = await realtime.connect();
  for (let i = 0; i < 50; i++) {
    many.push("room", "phx_join", { config: { private: true } });
  }
  await many.closed; // 1008, unless the rest of what it sent cuts the connection before
});

Deno.test("a payload beyond the limit is not sent on; too many messages shut the sender's channel", async () => {
  await using realtime = await testRealtime({
    limits: { payload: 1_000, messages: 1 },
  });
  await using socket = await realtime.connect();
  await using other = await realtime.connect();
  await socket.join("room", { broadcast: { ack: true } });
  await other.join("room");
  const big = socket.pushBinary("room", "big", { text: "x".repeat(1_000) });
  assertEquals(await socket.reply(big), {
    status: "error",
    response: { reason: "payload_size_exceeded" },
  });
  for (let i = 0; i < 10; i++) socket.pushBinary("room", `${i}`, {});
  assertEquals(
    (await socket.next("system")).payload.message,
    "Too many messages per second",
  );
  assertEquals((await other.next("broadcast")).payload.event, "0");
});

Deno.test("too many joins a second end the socket", async () => {
  await using realtime = await testRealtime({ limits: { joins: 3 } });
  await using socket = await realtime.connect();
  const refs = [1, 2, 3, 4].map((n) =>
    socket.push(`room-${n}`, "phx_join", { config: {} })
  );
  const last = refs.at(-1) ?? "";
  assertEquals(
    (await socket.reply(last)).response.reason,
    "ClientJoinRateLimitReached: Too many joins per second",
  );
  await socket.closed;
});
