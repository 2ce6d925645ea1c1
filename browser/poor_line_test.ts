import { assertEquals } from "@std/assert";
import { PoorLine, watchPoorLine } from "./poor_line.ts";
import { FakeTime, settled } from "./testing.ts";
import { fakeCall } from "./testing_call.ts";

/** What is done at each second of a line of this quality. */
function over(line: PoorLine, from: number, seconds: number, quality: number) {
  return Array.from(
    { length: seconds },
    (_, second) => line.measure(quality, (from + second) * 1_000),
  );
}

Deno.test("a line that is bad for a moment is left alone", () => {
  const line = new PoorLine();
  assertEquals(new Set(over(line, 0, 7, 20)), new Set(["nothing"]));
  assertEquals(new Set(over(line, 7, 60, 90)), new Set(["nothing"]));
});

Deno.test("a line that stays bad: going without pictures is offered, not done", () => {
  const line = new PoorLine();
  assertEquals(over(line, 0, 120, 25).at(-1), "offer");
  assertEquals(over(line, 120, 120, 25).includes("off"), false);
});

Deno.test("the offer stays through a good second, and goes when the line is good for long", () => {
  const line = new PoorLine();
  over(line, 0, 10, 20);
  assertEquals(line.measure(80, 10_000), "offer");
  assertEquals(over(line, 11, 20, 80).at(-1), "nothing");
});

Deno.test("a line on which not even the sound is sure: the camera goes off, once", () => {
  const line = new PoorLine();
  const done = over(line, 0, 120, 5);
  assertEquals(done.indexOf("off"), 30);
  assertEquals(done.filter((one) => one === "off").length, 1);
});

Deno.test("a call whose line stays as bad is offered to go on without pictures, and does so by itself when it gets worse", async () => {
  using time = new FakeTime();
  const { store, way } = fakeCall();
  const stop = store.start();
  await settled();
  way().join();
  way().meet("audio video");
  let decision = "";
  const stopWatching = watchPoorLine(store, (next) => decision = next);
  // Said once: nothing changes any more.
  way().events.onQuality(20);
  await time.pass(10_000);
  assertEquals([decision, store.media.on.value.video], ["offer", true]);
  way().events.onQuality(5);
  await time.pass(32_000);
  assertEquals([decision, store.media.on.value.video], ["off", false]);

  // Whoever turns the camera on again is not overruled.
  store.media.turn("video");
  await time.pass(60_000);
  assertEquals([decision, store.media.on.value.video], ["offer", true]);
  stopWatching();
  stop();
});
