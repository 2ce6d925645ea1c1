import { assert, assertEquals, assertRejects } from "@std/assert";
import { withMinimumDuration } from "./minimum_duration.ts";

Deno.test("a quick answer is held back, so that it cannot be told from a slow one", async () => {
  const began = performance.now();
  assertEquals(await withMinimumDuration(60, Promise.resolve("no")), "no");
  assert(performance.now() - began >= 59);
});

Deno.test("a failure takes as long, and is passed on", async () => {
  const began = performance.now();
  await assertRejects(
    () => withMinimumDuration(60, Promise.reject(new Error("down"))),
    Error,
    "down",
  );
  assert(performance.now() - began >= 59);
});
