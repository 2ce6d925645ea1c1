import { assert, assertEquals } from "@std/assert";
import { effect } from "@preact/signals";
import { FakeTime } from "./testing.ts";
import { Clock, lastEdge } from "./clock.ts";

Deno.test("the clock is the server's, and ticks each second", () => {
  using time = new FakeTime("2026-11-29T12:34:56Z");
  const clock = new Clock("2026-11-29T10:00:00Z");
  const stop = clock.start();
  const seen: string[] = [];
  const unsubscribe = effect(() => {
    seen.push(new Date(clock.now.value).toISOString().slice(11, 19));
  });
  time.tick(2_000);
  clock.set("2026-11-29T10:00:30Z");
  time.tick(1_000);
  assertEquals(seen, [
    "10:00:00",
    "10:00:01",
    "10:00:02",
    "10:00:30",
    "10:00:31",
  ]);
  unsubscribe();
  stop();
  time.tick(5_000);
  assertEquals(
    new Date(clock.now.value).toISOString().slice(11, 19),
    "10:00:31",
  );
});

Deno.test("a screen changes at full minutes and at the edges that it names, not every second", () => {
  const at = (text: string) => Date.parse(`2026-11-29T${text}Z`);
  const ringEnds = at("10:00:45");
  assertEquals(lastEdge(at("10:00:44"), [ringEnds]), at("10:00:00"));
  assertEquals(lastEdge(at("10:00:45"), [ringEnds]), ringEnds);
  assertEquals(lastEdge(at("10:00:59"), [ringEnds]), ringEnds);
  assertEquals(lastEdge(at("10:01:20"), [ringEnds]), at("10:01:00"));
  assert(Number.isFinite(lastEdge(at("10:01:20"), [])));
});
