import { assertEquals } from "@std/assert";
import { can } from "@/domain/appointment.ts";
import { DayStore } from "./day.ts";
import { FakeTime } from "./testing.ts";
import { FakeChannels } from "./testing_channels.ts";
import { dayRecord } from "./testing_records.ts";

const access = { url: "", publishableKey: "" };

function opened(...days: ReturnType<typeof dayRecord>[]) {
  const channels = new FakeChannels();
  const [first = dayRecord([]), ...later] = days;
  const store = new DayStore(first, access, {
    read: () => Promise.resolve(later.shift() ?? first),
    open: () => channels,
  });
  return { store, channels, stop: store.start() };
}

Deno.test("the pages of those who wait are listened to, and no longer when they do not", async () => {
  using _time = new FakeTime();
  const { store, channels, stop } = opened(
    dayRecord([{ id: "a" }, { id: "b", state: "booked" }]),
    dayRecord([{ id: "a", state: "completed" }, { id: "b" }]),
  );
  assertEquals([...channels.listeners.keys()], [
    "doctor:doctor-1",
    "appointment:a",
  ]);
  assertEquals(store.present.value, {});
  channels.on("appointment:a").onPresence?.([
    { key: "patient", meta: { missing: "audio" } },
  ]);
  assertEquals(store.present.value, { a: { open: true, missing: ["audio"] } });
  channels.on("appointment:a").onPresence?.([{ key: "doctor", meta: {} }]);
  assertEquals(store.present.value, { a: { open: false, missing: [] } });

  await store.refresh();
  assertEquals([...channels.listeners.keys()], [
    "doctor:doctor-1",
    "appointment:b",
  ]);
  stop();
  assertEquals([...channels.listeners.keys()], ["doctor:doctor-1"]);
});

Deno.test("a patient who does not answer may be called again as soon as it has stopped ringing", () => {
  using time = new FakeTime();
  const called_at = "2026-11-29T10:00:00Z";
  const { store, stop } = opened(
    dayRecord([{ state: "calling", called_at }]),
  );
  const mayCall = () =>
    store.record.value.appointments
      .some((one) => can.call(one, store.moment.value));
  assertEquals(mayCall(), false);
  time.tick(45_000);
  assertEquals(mayCall(), true);
  stop();
});

Deno.test("at midnight today goes on to the next day; another day that is open stays", async () => {
  using time = new FakeTime("2026-11-29T22:59:30Z");
  const evening = "2026-11-29T22:59:30Z";
  const next = { ...dayRecord([], "2026-11-29T23:00:01Z"), day: "2026-11-30" };
  const today = opened(dayRecord([], evening), next);
  await time.pass(20_000, 1_000);
  assertEquals(today.store.record.value.day, "2026-11-29");
  await time.pass(20_000, 1_000);
  assertEquals(today.store.record.value.day, "2026-11-30");
  today.stop();

  const earlier = { ...dayRecord([], evening), day: "2026-11-20" };
  const other = opened(earlier, next);
  await time.pass(60_000, 1_000);
  assertEquals(other.store.record.value.day, "2026-11-20");
  other.stop();
});
