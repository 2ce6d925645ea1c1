import { assertEquals, assertRejects } from "@std/assert";
import { sharedRead } from "./shared_reads.ts";

Deno.test("two thousand who ask the same at once share one read", async () => {
  const asked: string[] = [];
  const gate = Promise.withResolvers<void>();
  const read = sharedRead(async (question: { town: string }) => {
    asked.push(question.town);
    await gate.promise;
    return { town: question.town };
  });
  const all = Array.from(
    { length: 2_000 },
    (_, n) => read({ town: n % 2 ? "Mersch" : "Wiltz" }),
  );
  gate.resolve();
  const answers = await Promise.all(all);
  assertEquals(asked, ["Wiltz", "Mersch"]);
  assertEquals(answers[7], { town: "Mersch" });
  assertEquals(answers[8], { town: "Wiltz" });
});

Deno.test("an answer is computed anew when its time is over", async () => {
  let count = 0;
  // The cache reads the clock itself: the shortest time it knows.
  const read = sharedRead(() => Promise.resolve({ count: ++count }), 1);
  assertEquals(await read(null), { count: 1 });
  while ((await read(null)).count === 1) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  assertEquals(count, 2);
});

Deno.test("a failure reaches everybody who waits, and is not kept", async () => {
  let count = 0;
  const read = sharedRead(() => {
    count++;
    return count === 1
      ? Promise.reject(new Error("no database"))
      : Promise.resolve({ count });
  });
  const both = [read(null), read(null)];
  for (const one of both) await assertRejects(() => one, Error, "no database");
  assertEquals(await read(null), { count: 2 });
});
