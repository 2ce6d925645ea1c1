import { assertEquals } from "@std/assert";
import { createClient } from "@supabase/supabase-js";
import { type TestRealtime, testRealtime } from "./testing.ts";

const send = ({ db }: TestRealtime, event: string) =>
  db.admin`select realtime.send('{}', ${event}, 'agenda')`;

/** Waits until the server has read, and dropped, what was sent: NOTIFY comes in order, so a later one comes later. */
async function heardUntilNow({ db }: TestRealtime) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await using _listening = await db.listen(
    "realtime_messages",
    (payload) => payload === "done" && resolve(),
  );
  await db.admin`select pg_notify('realtime_messages', 'done')`;
  await promise;
}

Deno.test("what the database sends in a channel's first moments is lost; who asks is told when it is heard", async () => {
  await using realtime = await testRealtime({ replication: { warmUp: 1_500 } });
  await using socket = await realtime.connect();
  const ref = socket.push("agenda", "phx_join", {
    access_token: realtime.serviceKey,
    config: { private: true, broadcast: { replication_ready: true } },
  });
  assertEquals((await socket.reply(ref)).status, "ok");
  await send(realtime, "lost");
  const { payload } = await socket.next("system");
  assertEquals(payload, {
    ...{ extension: "system", status: "ok", channel: "agenda" },
    message: "Replication connection established",
  });
  await send(realtime, "heard");
  assertEquals((await socket.next("broadcast")).payload.event, "heard");

  // Who comes later is told at once, and who does not ask is not told.
  await using later = await realtime.connect();
  const config = { private: true, broadcast: { replication_ready: true } };
  const token = { access_token: realtime.serviceKey };
  await later.reply(later.push("agenda", "phx_join", { ...token, config }));
  assertEquals((await later.next("system")).payload.status, "ok");
  await using silent = await realtime.connect();
  await silent.join("agenda", { private: true, token: realtime.serviceKey });
  assertEquals(await silent.soFar("system"), []);
});

Deno.test("when nobody is there for a while, the next join has the gap again", async () => {
  await using realtime = await testRealtime({
    replication: { warmUp: 1_000, idle: 0 },
  });
  for (const _ of ["first", "after a silence"]) {
    await using socket = await realtime.connect();
    await socket.reply(
      socket.push("agenda", "phx_join", {
        access_token: realtime.serviceKey,
        config: { private: true, broadcast: { replication_ready: true } },
      }),
    );
    await send(realtime, "lost");
    await heardUntilNow(realtime);
    await socket.next("system");
    await send(realtime, "heard");
    assertEquals((await socket.next("broadcast")).payload.event, "heard");
  }
});

Deno.test({
  name: "supabase's own client hears of it by on('system')",
  sanitizeOps: false, // realtime-js leaves a timer behind
  sanitizeResources: false,
  async fn() {
    await using realtime = await testRealtime({ replication: { warmUp: 300 } });
    const client = createClient(
      realtime.api.replace("/realtime/v1/api/broadcast", ""),
      realtime.serviceKey,
    );
    const ready = Promise.withResolvers<unknown>();
    const channel = client.channel("agenda", {
      config: { private: true, broadcast: { replication_ready: true } },
    });
    channel.on("system", {}, ready.resolve).subscribe();
    const { status } = await ready.promise as { status: string };
    assertEquals(status, "ok");
    await client.removeAllChannels();
    client.realtime.disconnect();
  },
});
