import { assertEquals } from "@std/assert";
import { testRealtime } from "./testing.ts";

/** A room is open to those whose token names it; listeners may not speak. */
const POLICIES = `
  create policy "Members listen" on realtime.messages for select to authenticated
  using ((select realtime.topic()) = 'room:' || (auth.jwt() ->> 'room'));
  create policy "Speakers speak" on realtime.messages for insert to authenticated
  with check (extension in ('broadcast', 'presence')
    and (select realtime.topic()) = 'room:' || (auth.jwt() ->> 'room')
    and (auth.jwt() ->> 'speaks')::boolean);`;
const REFUSED =
  "Unauthorized: You do not have permissions to read from this Channel topic: room:a";

Deno.test("a private channel opens to whom its policies let read, and to the service role", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using socket = await realtime.connect();
  const tokens = {
    member: await realtime.token("alice", { room: "a" }),
    stranger: await realtime.token("bob", { room: "b" }),
    anonymous: undefined,
    service: realtime.serviceKey,
  };
  const answers: Record<string, unknown> = {};
  for (const [who, token] of Object.entries(tokens)) {
    const answer = await socket.join("room:a", { private: true, token });
    answers[who] = answer.response.reason ?? answer.status;
  }
  assertEquals(answers, {
    member: "ok",
    stranger: REFUSED,
    anonymous: REFUSED,
    service: "ok",
  });
  const rows = await realtime.db.admin`select * from realtime.messages`;
  assertEquals(rows.length, 0, "the probes must not stay");
});

Deno.test("a token cannot take a role that the API does not have", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using socket = await realtime.connect();
  for (const role of ["supabase", "postgres", "supabase_realtime_admin", ""]) {
    const token = await realtime.token("mallory", { role });
    const answer = await socket.join("room:a", { private: true, token });
    assertEquals(answer.response.reason, REFUSED, role);
  }
});

Deno.test("a listener's broadcasts reach nobody and get no answer; a speaker's do", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using listener = await realtime.connect();
  await using speaker = await realtime.connect();
  await listener.join("room:a", {
    private: true,
    broadcast: { ack: true },
    token: await realtime.token("alice", { room: "a" }),
  });
  await speaker.join("room:a", {
    private: true,
    broadcast: { ack: true },
    token: await realtime.token("carol", { room: "a", speaks: true }),
  });
  listener.pushBinary("room:a", "shout", {});
  const ref = speaker.pushBinary("room:a", "say", { n: 1 });
  assertEquals((await speaker.reply(ref)).status, "ok");
  assertEquals((await listener.next("broadcast")).payload.event, "say");
  assertEquals(await speaker.soFar("broadcast"), []);
  assertEquals(await listener.soFar("phx_reply"), []);
  const track = listener.push("room:a", "presence", {
    type: "presence",
    event: "track",
    payload: {},
  });
  assertEquals((await listener.reply(track)).status, "error");
});

Deno.test("a public channel of the same name hears nothing of the private one", async () => {
  await using realtime = await testRealtime({ sql: POLICIES });
  await using outside = await realtime.connect();
  await using inside = await realtime.connect();
  await outside.join("room:a");
  await inside.join("room:a", {
    private: true,
    broadcast: { ack: true, self: true },
    token: realtime.serviceKey,
  });
  await inside.reply(inside.pushBinary("room:a", "secret", {}));
  await inside.next("broadcast");
  assertEquals(await outside.soFar("broadcast"), []);
});
