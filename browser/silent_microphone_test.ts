import { assertEquals } from "@std/assert";
import { watchSilentMicrophone } from "./silent_microphone.ts";
import { FakeTime } from "./testing.ts";

/** What is told of a microphone that is on, and what makes it louder. */
function watched() {
  const told: boolean[] = [];
  let level: (level: number) => void = () => {};
  // The track is only handed on.
  const track = {} as MediaStreamTrack;
  const stop = watchSilentMicrophone(
    track,
    (silent) => told.push(silent),
    (_, onLevel) => {
      level = onLevel;
      return () => {};
    },
  );
  return { told, level: (loud: number) => level(loud), stop };
}

Deno.test("a microphone that gives nothing at all is told, until its first sound", () => {
  using time = new FakeTime();
  const { told, level, stop } = watched();
  level(0);
  time.tick(15_000);
  assertEquals(told, [true]);
  level(0.3);
  assertEquals(told, [true, false]);
  stop();
});

Deno.test("whoever was heard once may listen for long", () => {
  using time = new FakeTime();
  const { told, level, stop } = watched();
  level(0.1);
  level(0);
  time.tick(600_000);
  assertEquals(told.includes(true), false);
  stop();
});
