import { assertEquals } from "@std/assert";
import { CoalescingRunner } from "./coalescing_runner.ts";

Deno.test("whoever asks during a run gets one more after it, however many ask", async () => {
  let runs = 0;
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const job = new CoalescingRunner(
    "test",
    () => gates[runs++]?.promise ?? Promise.reject(),
  );
  job.trigger();
  job.trigger();
  job.trigger();
  assertEquals(runs, 1);
  gates[0]?.resolve();
  gates[1]?.resolve();
  await job.idle();
  assertEquals(runs, 2);
  gates[2]?.resolve();
  await job.run();
  assertEquals(runs, 3);
});

Deno.test("a failure harms nobody, and the next run is tried", async () => {
  let runs = 0;
  const job = new CoalescingRunner("test", () => {
    runs++;
    return Promise.reject(new Error("the database is away"));
  });
  await job.run();
  await job.run();
  assertEquals(runs, 2);
});
