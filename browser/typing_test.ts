import { assertEquals } from "@std/assert";
import { FakeTime } from "./testing.ts";
import { FakeChannels } from "./testing_channels.ts";
import { openTyping, TYPING_FOR } from "./typing.ts";

const topic = "typing:t";

Deno.test("who writes says so once, and no longer some seconds after the last key", () => {
  using time = new FakeTime();
  const channels = new FakeChannels();
  const sign = openTyping(channels, "t", "doctor", () => {});
  const told = () => channels.told.get(topic)?.typing;
  assertEquals(told(), undefined);
  sign.typed();
  assertEquals(told(), true);
  time.tick(TYPING_FOR - 1);
  sign.typed();
  time.tick(TYPING_FOR - 1);
  assertEquals(told(), true);
  time.tick(1);
  assertEquals(told(), false);
  sign.typed();
  sign.stopped();
  assertEquals(told(), false);
  sign.leave();
  assertEquals(channels.listeners.size, 0);
});

Deno.test("the sign is the other side's, and goes when the channel is cut", () => {
  const channels = new FakeChannels();
  const seen: boolean[] = [];
  openTyping(channels, "t", "doctor", (typing) => seen.push(typing));
  const present = (key: string, typing: boolean) =>
    channels.on(topic).onPresence?.([{ key, meta: { typing } }]);
  present("doctor", true);
  present("patient", true);
  present("patient", false);
  present("patient", true);
  channels.on(topic).onCut();
  assertEquals(seen, [false, true, false, true, false]);
});
