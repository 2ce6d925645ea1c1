import { signal } from "@preact/signals";
import { assertEquals, assertRejects } from "@std/assert";
import { hearsItself } from "./echo.ts";
import { FakeTime } from "./testing.ts";

/** A second of sound, during which the microphone measures this level; before it, the other one. */
async function listen(before: number, during: number, milliseconds = 1_000) {
  using time = new FakeTime();
  const level = signal(before);
  const heard = hearsItself(level, async () => {
    level.value = during;
    await new Promise((done) => setTimeout(done, milliseconds));
    level.value = before;
    await new Promise((done) => setTimeout(done, 1_000));
  });
  await time.pass(4_000);
  return await heard;
}

Deno.test("a sound that comes back through the microphone is heard", async () => {
  assertEquals(await listen(0.05, 0.5), true);
});

Deno.test("a sound that stays in the headphones is not, nor is a noisy room or a cough", async () => {
  assertEquals(await listen(0.05, 0.05), false);
  assertEquals(await listen(0.5, 0.55), false);
  assertEquals(await listen(0.05, 0.8, 150), false);
});

Deno.test("a loudspeaker that is gone is told", async () => {
  using time = new FakeTime();
  const refused = assertRejects(() =>
    hearsItself(signal(0), () => Promise.reject(new Error("gone")))
  );
  await time.pass(1_000);
  await refused;
});
