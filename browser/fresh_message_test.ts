import { assertEquals } from "@std/assert";
import { FreshMessage } from "./fresh_message.ts";
import { FakeTime } from "./testing.ts";

const seen = { may: true, visible: true };

Deno.test("a new message is shown for eight seconds, once", () => {
  using time = new FakeTime();
  const message = new FreshMessage();
  message.look({ ...seen, id: "a" });
  assertEquals(message.shown.value, "a");
  time.tick(7_900);
  assertEquals(message.shown.value, "a");
  time.tick(200);
  assertEquals(message.shown.value, null);
  message.look({ ...seen, id: "a" });
  assertEquals(message.shown.value, null);
  message.look({ ...seen, id: "b" });
  assertEquals(message.shown.value, "b");
  message.dismiss();
  assertEquals(message.shown.value, null);
});

Deno.test("whoever has the pointer or the focus on it keeps it, and has eight seconds afterwards", () => {
  using time = new FakeTime();
  const message = new FreshMessage();
  message.look({ ...seen, id: "a" });
  time.tick(5_000);
  message.hold(true);
  time.tick(60_000);
  assertEquals(message.shown.value, "a");
  message.hold(false);
  time.tick(7_900);
  assertEquals(message.shown.value, "a");
  time.tick(200);
  assertEquals(message.shown.value, null);
});

Deno.test("what others might read is never shown, not even later", () => {
  using _time = new FakeTime();
  const message = new FreshMessage();
  message.look({ id: "a", may: false, visible: true });
  assertEquals(message.shown.value, null);
  message.look({ ...seen, id: "a" });
  assertEquals(message.shown.value, null);
});

Deno.test("a message that is shown goes as soon as others might read it, or it was read elsewhere", () => {
  using _time = new FakeTime();
  for (const now of [{ id: "a", may: false }, { id: null, may: true }]) {
    const message = new FreshMessage();
    message.look({ ...seen, id: "a" });
    message.look({ ...now, visible: true });
    assertEquals(message.shown.value, null);
  }
});

Deno.test("what comes while nobody looks waits until somebody does", () => {
  using time = new FakeTime();
  const message = new FreshMessage();
  message.look({ id: "a", may: true, visible: false });
  assertEquals(message.shown.value, null);
  time.tick(60_000);
  message.look({ ...seen, id: "a" });
  assertEquals(message.shown.value, "a");
  message.look({ id: "a", may: true, visible: false });
  time.tick(60_000);
  assertEquals(message.shown.value, "a", "nobody has seen it for long enough");
});
