import { assertEquals } from "@std/assert";
import { AppointmentStore, missingOf } from "./appointment.ts";
import { FakeTime } from "./testing.ts";
import { FakeChannels } from "./testing_channels.ts";
import { appointmentRecord } from "./testing_records.ts";

const access = { url: "", publishableKey: "" };

function opened(
  changes: Parameters<typeof appointmentRecord>[0] = {},
  before: (store: AppointmentStore) => void = () => {},
  browser = "",
) {
  const channels = new FakeChannels();
  const record = appointmentRecord(changes);
  const store = new AppointmentStore(record, access, "patient", {
    read: () => Promise.resolve(record),
    open: () => channels,
  }, () => browser);
  before(store);
  const stop = store.start();
  const topic = "appointment:appointment-1";
  return { store, stop, channels, topic };
}

Deno.test("a call rings for 45 seconds, then no more", () => {
  using time = new FakeTime();
  const { store, stop } = opened({
    state: "calling",
    called_at: "2026-11-29T10:00:00Z",
  });
  assertEquals(store.ringing.value, true);
  time.tick(44_000);
  assertEquals(store.ringing.value, true);
  time.tick(1_000);
  assertEquals(store.ringing.value, false);
  stop();
});

Deno.test("the other side is here when its page is open; one's own second window is not the other side", () => {
  using _time = new FakeTime();
  const { store, stop, channels, topic } = opened();
  const told = channels.on(topic).onPresence;
  assertEquals(store.remoteAway.value, false, "nothing was told yet");
  told?.([{ key: "patient", meta: {} }, { key: "patient", meta: {} }]);
  assertEquals(store.remoteHere.value, false);
  assertEquals(store.remoteAway.value, true);
  told?.([{ key: "patient", meta: {} }, { key: "doctor", meta: {} }]);
  assertEquals(store.remoteHere.value, true);
  assertEquals(store.remoteAway.value, false);
  stop();
});

Deno.test("the window that claims the call last has it", () => {
  using time = new FakeTime();
  const { store, stop, channels, topic } = opened({ state: "in_progress" });
  const told = channels.on(topic).onPresence;
  store.claimCall();
  const mine = channels.told.get(topic) ?? {};
  told?.([{ key: "patient", meta: mine }]);
  assertEquals(store.callTaken.value, false);

  const other = { window: "tablet", call: Number(mine.call) + 2_000 };
  told?.([{ key: "patient", meta: mine }, { key: "patient", meta: other }]);
  assertEquals(store.callTaken.value, true);

  // The doctor's claim is no rival.
  told?.([{ key: "patient", meta: mine }, { key: "doctor", meta: other }]);
  assertEquals(store.callTaken.value, false);

  // Taken back with one press.
  time.tick(5_000);
  store.claimCall();
  told?.([{ key: "patient", meta: other }]);
  assertEquals(store.callTaken.value, false);
  stop();
});

Deno.test("windows of one browser agree without their clocks, and a claim counts after those it knows of", () => {
  using _time = new FakeTime();
  const { store, stop, channels, topic } = opened(
    { state: "in_progress" },
    undefined,
    "laptop",
  );
  const told = channels.on(topic).onPresence;
  const mine = () => channels.told.get(topic) ?? {};
  store.claimCall();
  const later = { window: "second", call: Number(mine().call) + 5_000 };
  // This page was slow to start, and its clock is behind: the browser's lock has decided.
  told?.([{ key: "patient", meta: { ...later, browser: "laptop" } }]);
  assertEquals(store.callTaken.value, false);
  told?.([{ key: "patient", meta: { ...later, browser: "tablet" } }]);
  assertEquals(store.callTaken.value, true);

  store.claimCall();
  assertEquals([store.callTaken.value, mine().call], [false, later.call + 1]);

  // Of two that claimed in the same moment one has it.
  const lost = ["", "~"].map((window) => {
    told?.([{ key: "patient", meta: { window, call: mine().call } }]);
    return store.callTaken.value;
  });
  assertEquals(lost, [false, true]);
  stop();
});

Deno.test("a device that does not work while one waits is told once, and so is its return", () => {
  using _time = new FakeTime();
  const { store, stop, channels, topic } = opened();
  const told = () => {
    const meta = channels.told.get(topic) ?? {};
    channels.told.delete(topic);
    return missingOf({ key: "patient", meta });
  };
  store.tellMissing(["audio"]);
  assertEquals(told(), ["audio"]);
  store.tellMissing(["audio"]);
  assertEquals(channels.told.has(topic), false);
  store.tellMissing([]);
  assertEquals(told(), []);
  stop();
});

Deno.test("who cannot take a call now tells the other side, for this call alone", () => {
  using _time = new FakeTime();
  const called_at = "2026-11-30T17:10:00+01:00";
  const patient = opened({ state: "calling", called_at });
  assertEquals(patient.store.declined.value, false);
  patient.store.declineCall();
  assertEquals(patient.store.declined.value, true);
  const meta = patient.channels.told.get(patient.topic) ?? {};
  patient.stop();

  for (
    const [at, declined] of [[called_at, true], [
      "2026-11-30T17:11:00+01:00",
      false,
    ]] as const
  ) {
    const doctor = opened({ state: "calling", called_at: at });
    doctor.channels.on(doctor.topic).onPresence?.([
      { key: "patient", meta },
    ]);
    assertEquals(doctor.store.declined.value, declined);
    doctor.stop();
  }
});

Deno.test("a claim that was made before the channel was there is told with it", () => {
  using _time = new FakeTime();
  const { stop, channels, topic } = opened(
    { state: "in_progress" },
    (store) => store.claimCall(),
  );
  assertEquals(Number(channels.told.get(topic)?.call) > 0, true);
  stop();
});
