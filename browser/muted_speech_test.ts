import { assertEquals } from "@std/assert";
import { watchMutedSpeech } from "./muted_speech.ts";
import { FakeTime } from "./testing.ts";

/** What is told of a muted microphone, and what makes it louder. */
function watched() {
  const told: boolean[] = [];
  let level: (level: number) => void = () => {};
  let stopped = false;
  // The track is only handed on.
  const track = {} as MediaStreamTrack;
  const stop = watchMutedSpeech(
    track,
    (speaking) => told.push(speaking),
    (_, onLevel) => {
      level = onLevel;
      return () => stopped = true;
    },
  );
  const hear = (loud: number, times: number) => {
    for (let i = 0; i < times; i++) level(loud);
  };
  return { told, hear, stop, stopped: () => stopped };
}

Deno.test("a sentence into a muted microphone is told, a cough and a quiet room are not", () => {
  using _time = new FakeTime();
  const { told, hear, stop } = watched();
  hear(0.2, 100);
  hear(0.9, 3);
  hear(0.2, 100);
  assertEquals(told, []);
  hear(0.8, 15);
  assertEquals(told.at(0), true);
  stop();
});

Deno.test("it is told no longer some seconds after the last word, and not after the end", () => {
  using time = new FakeTime();
  const { told, hear, stop, stopped } = watched();
  hear(0.8, 15);
  time.tick(3_900);
  assertEquals(told.at(-1), true);
  time.tick(200);
  assertEquals(told.at(-1), false);
  hear(0.8, 15);
  stop();
  assertEquals(told.at(-1), false);
  assertEquals(stopped(), true);
  time.tick(10_000);
  assertEquals(told.at(-1), false);
});
