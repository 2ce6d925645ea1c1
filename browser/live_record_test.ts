import { assertEquals } from "@std/assert";
import { Refusal } from "./api.ts";
import { LiveRecord } from "./live_record.ts";
import { FakeTime, settled } from "./testing.ts";
import { FakeChannels } from "./testing_channels.ts";

const at = (time: string) => `2026-11-29T${time}Z`;
type Content = { now: string; value: number };

/** A record on a server that a test changes; `down` while the server does not answer. */
function setting() {
  const server = { content: { now: at("10:00:00"), value: 1 }, down: false };
  let reads = 0;
  const channels = new FakeChannels();
  const store = new LiveRecord<Content>(server.content, {
    read: () => {
      reads++;
      return server.down
        ? Promise.reject(new Refusal(0, "offline"))
        : Promise.resolve(server.content);
    },
    topic: "topic",
    access: { url: "", publishableKey: "" },
    open: () => channels,
    edges: () => [Date.parse(at("10:00:45"))],
  });
  const stop = store.start();
  return { store, server, channels, stop, reads: () => reads };
}

Deno.test("a broadcast makes the record be read again", async () => {
  using _time = new FakeTime();
  const { store, server, channels, stop } = setting();
  server.content = { now: at("10:00:05"), value: 2 };
  channels.on("topic").onEvent?.("changed", {});
  await settled();
  assertEquals(store.record.value.value, 2);
  stop();
  assertEquals(channels.closed, true);
});

Deno.test("an answer that was overtaken says nothing new", async () => {
  using _time = new FakeTime();
  const { store, server, stop } = setting();
  server.content = { now: at("10:00:05"), value: 2 };
  await store.refresh();
  server.content = { now: at("10:00:04"), value: 1 };
  await store.refresh();
  assertEquals(store.record.value.value, 2);
  stop();
});

Deno.test("while the channel is cut the record is read every five seconds", async () => {
  using time = new FakeTime();
  const { store, channels, stop, reads } = setting();
  channels.on("topic").onCut();
  assertEquals(store.live.value, false);
  await time.pass(10_500);
  assertEquals([reads(), channels.woken], [3, 2]);
  channels.on("topic").onLive();
  await settled();
  assertEquals(store.live.value, true);
  await time.pass(20_000);
  assertEquals(reads(), 4);
  stop();
});

Deno.test("a server that does not answer is told, and so is its return", async () => {
  using time = new FakeTime();
  const { store, server, stop } = setting();
  server.down = true;
  await store.refresh();
  assertEquals(store.live.value, false);
  server.down = false;
  await time.pass(5_100);
  assertEquals(store.live.value, true);
  stop();
});

Deno.test("the screen's moment changes at full minutes and at the record's edges only", async () => {
  using time = new FakeTime();
  const { store, stop } = setting();
  const moments = new Set<string>();
  const stopWatching = store.moment.subscribe((moment) => moments.add(moment));
  await time.pass(70_000, 1_000);
  assertEquals([...moments].map((moment) => moment.slice(11, 19)), [
    "10:00:00",
    "10:00:45",
    "10:01:00",
  ]);
  stopWatching();
  stop();
});
