import { type RealtimeChannel, RealtimeClient } from "@supabase/realtime-js";
import { assertEquals } from "@std/assert";
import { type TestRealtime, testRealtime } from "./testing.ts";

const POLICIES = `
  create policy "Members listen" on realtime.messages for select to authenticated
  using ((select realtime.topic()) = 'room:' || (select auth.uid()));
  create policy "Members speak" on realtime.messages for insert to authenticated
  with check ((select realtime.topic()) = 'room:' || (select auth.uid()));`;
const ALICE = "a11ce000-0000-4000-8000-000000000000";
const BOB = "b0b00000-0000-4000-8000-000000000000";

/** Supabase's own client leaves the ten-second timers of its pushes and of its disconnection behind. */
const leaky = { sanitizeOps: false, sanitizeResources: false };

async function client(realtime: TestRealtime, sub: string, vsn: string) {
  const token = await realtime.token(sub);
  const client = new RealtimeClient(realtime.url, {
    params: { apikey: realtime.anonKey },
    accessToken: () => Promise.resolve(token),
    vsn,
  });
  await client.setAuth(); // a private channel is joined with the token that is there when it is joined
  return {
    client,
    token,
    async [Symbol.asyncDispose]() {
      await client.removeAllChannels();
      await client.disconnect();
    },
  };
}

function subscribed(channel: RealtimeChannel): Promise<string> {
  return new Promise((resolve) => {
    channel.subscribe((status, error) =>
      resolve(error ? `${status}: ${error.message}` : status)
    );
  });
}

for (const vsn of ["1.0.0", "2.0.0"]) {
  Deno.test({
    name:
      `realtime-js ${vsn}: who may, subscribes, speaks, is present and hears the database; who may not, does not`,
    ...leaky,
    async fn() {
      await using realtime = await testRealtime({ sql: POLICIES });
      await using alice = await client(realtime, ALICE, vsn);
      await using bob = await client(realtime, BOB, vsn);
      const topic = `room:${ALICE}`;
      const refused = bob.client.channel(topic, { config: { private: true } });
      assertEquals(
        await subscribed(refused),
        `CHANNEL_ERROR: Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
      );

      const channel = alice.client.channel(topic, {
        config: {
          private: true,
          broadcast: { self: true, ack: true },
          presence: { key: "alice" },
        },
      });
      const heard: [string, unknown][] = [];
      let wake = () => {};
      channel
        .on("broadcast", { event: "*" }, ({ event, payload }) => {
          heard.push([event, payload.text]);
          wake();
        })
        .on("presence", { event: "sync" }, () => wake());
      const until = async (holds: () => boolean) => {
        while (!holds()) await new Promise<void>((resolve) => wake = resolve);
      };
      assertEquals(await subscribed(channel), "SUBSCRIBED");
      assertEquals(
        await channel.send({
          type: "broadcast",
          event: "said",
          payload: { text: "é" },
        }),
        "ok",
      );
      await until(() => heard.length === 1);
      await realtime.db
        .admin`select realtime.send('{"text":"row"}', 'written', ${topic})`;
      await until(() => heard.length === 2);
      await channel.httpSend("posted", { text: "http" });
      await until(() => heard.length === 3);
      assertEquals(heard, [["said", "é"], ["written", "row"], [
        "posted",
        "http",
      ]]);
      assertEquals(await channel.track({ name: "Alice" }), "ok");
      await until(() => "alice" in channel.presenceState());
      assertEquals(await channel.untrack(), "ok");
      await until(() => !("alice" in channel.presenceState()));
      assertEquals(await channel.unsubscribe(), "ok");
    },
  });
}

Deno.test({
  name:
    "realtime-js: a channel whose token is replaced by another person's is closed",
  ...leaky,
  async fn() {
    await using realtime = await testRealtime({ sql: POLICIES });
    await using alice = await client(realtime, ALICE, "2.0.0");
    const channel = alice.client.channel(`room:${ALICE}`, {
      config: { private: true },
    });
    const closed = Promise.withResolvers<void>();
    const open = Promise.withResolvers<void>();
    channel.subscribe((status) => {
      if (status === "SUBSCRIBED") open.resolve();
      if (status === "CLOSED") closed.resolve();
    });
    await open.promise;
    await alice.client.setAuth(await realtime.token(BOB));
    await closed.promise;
  },
});
