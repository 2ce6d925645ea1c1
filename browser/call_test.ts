import { effect } from "@preact/signals";
import { assertEquals } from "@std/assert";
import type { Side } from "@/domain/transitions.ts";
import { FakeTime, settled } from "./testing.ts";
import { fakeCall } from "./testing_call.ts";

type Setting = ReturnType<typeof fakeCall>;

/** Both are in the call, and media run. */
async function connected() {
  const call = fakeCall();
  const stop = call.store.start();
  await settled();
  call.way().join();
  call.way().meet("audio video");
  call.way().events.onDownload(300);
  assertEquals(call.store.state.value, "connected");
  return { ...call, stop };
}

/** So many seconds pass, in each of which so much arrives over a way. */
async function pass(
  time: FakeTime,
  { ways }: Pick<Setting, "ways">,
  seconds: number,
  kilobits: number,
  way = ways.at(-1),
) {
  for (let second = 0; second < seconds; second++) {
    await time.pass(1_000);
    way?.events.onDownload(kilobits);
  }
}

Deno.test("whoever sends neither picture nor sound is connected all the same", async () => {
  using time = new FakeTime();
  const { store, way, stop } = fakeCallStarted();
  await settled();
  way().join();
  assertEquals(store.state.value, "alone");
  way().meet();
  assertEquals(store.state.value, "connecting");
  way().meet("none");
  assertEquals(store.state.value, "connected");
  await time.pass(60_000, 1_000);
  assertEquals(store.state.value, "connected");
  stop();
});

Deno.test("a room that does not answer is told after ten seconds, and tried again by itself", async () => {
  using time = new FakeTime();
  const { store, ways, way, stop } = fakeCallStarted();
  await time.pass(9_900);
  assertEquals(store.state.value, "connecting");
  await time.pass(200);
  assertEquals([store.state.value, store.failure.value], ["failed", "service"]);
  await time.pass(1_100);
  assertEquals(ways.length, 2);
  way().join();
  way().meet("audio video");
  assertEquals([store.state.value, store.failure.value], ["connected", null]);
  stop();
});

for (const [side, retry] of [["doctor", 20], ["patient", 35]] as const) {
  Deno.test(`media that something holds back are told after 20 seconds, and the ${side} tries again after ${retry}`, async () => {
    using time = new FakeTime();
    const { store, ways, way, stop } = fakeCallStarted(side);
    await settled();
    way().join();
    way().meet();
    await time.pass(19_400);
    assertEquals(store.state.value, "connecting");
    await time.pass(1_200);
    assertEquals([store.state.value, store.failure.value], ["failed", "media"]);
    await time.pass((retry - 20) * 1_000);
    assertEquals(ways.length, 2);
    // The next try waits longer: what is only slow is not ended again and again.
    way().join();
    way().meet();
    await time.pass(retry * 2_000 - 1_000);
    assertEquals(ways.length, 2);
    await time.pass(1_500);
    assertEquals(ways.length, 3);
    way().join();
    way().meet("audio");
    assertEquals(store.state.value, "connected");
    stop();
  });
}

Deno.test("media are waited for from the moment both are in the room, however long one was alone", async () => {
  using time = new FakeTime();
  const { store, ways, way, stop } = fakeCallStarted("doctor");
  await settled();
  way().join();
  await time.pass(60_000, 1_000);
  assertEquals(store.state.value, "alone");
  way().meet();
  assertEquals([store.state.value, store.failure.value], ["connecting", null]);
  await time.pass(15_000);
  assertEquals([ways.length, store.failure.value], [1, null]);
  // The other side has joined anew: it gets its time, too.
  way().part();
  way().meet();
  await time.pass(15_000);
  assertEquals(ways.length, 1);
  stop();
});

Deno.test("a room that is slow gets more time with every try", async () => {
  using time = new FakeTime();
  const { store, ways, way, stop } = fakeCallStarted();
  await time.pass(11_200);
  assertEquals(ways.length, 2);
  await time.pass(18_000);
  assertEquals([ways.length, ways[1]?.left], [2, false]);
  way().join();
  way().meet("audio video");
  assertEquals(store.state.value, "connected");
  stop();
});

Deno.test("a way that is mended is not made once more", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { ways } = call;
  // Nothing arrives any more, and a new way is being made; then the old one is put out of the room.
  await pass(time, call, 41, 0);
  assertEquals(ways.length, 2);
  ways[0]?.part();
  ways[0]?.events.onBroken();
  call.way().join();
  assertEquals(ways[0]?.left, true);
  await time.pass(15_000);
  assertEquals([ways.length, ways[1]?.left], [2, false]);
  call.stop();
});

Deno.test("after a network gap a new way is made as soon as the network answers", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { store, world, ways } = call;
  world.online = false;
  await pass(time, call, 20, 0);
  assertEquals([store.state.value, store.away.value], ["interrupted", true]);
  assertEquals(store.vanished.value, false, "it is our own network");
  assertEquals(ways.length, 1);

  world.online = true;
  await pass(time, call, 3, 0, ways[0]);
  assertEquals(ways.length, 2);
  call.way().join();
  call.way().meet("audio video");
  assertEquals(store.state.value, "connected");
  assertEquals([ways[0]?.left, ways[1]?.left], [true, false]);
  call.stop();
});

Deno.test("when the way in is lost media run on, until a new way has them", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { store, ways } = call;
  ways[0]?.events.onBroken();
  await pass(time, call, 4, 300, ways[0]);
  assertEquals([ways.length, store.state.value], [2, "connected"]);
  call.way().join();
  await pass(time, call, 3, 300, ways[0]);
  assertEquals(ways[0]?.left, false, "the other side is not there yet");
  call.way().meet("audio video");
  assertEquals([ways[0]?.left, store.state.value], [true, "connected"]);
  call.stop();
});

Deno.test("when the room puts the old way out for the new one, the new one is shown at once", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { ways } = call;
  ways[0]?.events.onBroken();
  await pass(time, call, 4, 300, ways[0]);
  ways[0]?.part();
  call.way().join();
  assertEquals([ways[0]?.left, ways.length], [true, 2]);
  call.stop();
});

Deno.test("an other side that is gone is told after ten seconds, and welcome back", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { store } = call;
  call.way().part();
  await time.pass(9_000);
  assertEquals([store.state.value, store.vanished.value], ["alone", false]);
  await time.pass(1_500);
  assertEquals(store.vanished.value, true);
  await time.pass(14 * 60_000, 5_000);
  call.way().meet("audio video");
  assertEquals([store.state.value, store.vanished.value], ["connected", false]);
  call.stop();
});

Deno.test("another device that takes the call ends it here; one press takes it back", async () => {
  using _time = new FakeTime();
  const call = await connected();
  const { store, taken, world, ways } = call;
  taken.value = true;
  assertEquals(store.state.value, "elsewhere");
  assertEquals([ways[0]?.left, world.awake], [true, false]);
  taken.value = false;
  store.again();
  await settled();
  assertEquals([world.claims, ways.length, world.awake], [2, 2, true]);
  call.stop();
});

Deno.test("another window of this browser that takes the call ends it here, and the claim with it", async () => {
  using _time = new FakeTime();
  const call = await connected();
  const { store, world, ways } = call;
  world.loseWindow();
  assertEquals([store.state.value, ways[0]?.left], ["elsewhere", true]);
  assertEquals(world.released, 1);
  call.stop();
});

Deno.test("who is taken out of the room is told; not when it is for their own new way", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { store, ways } = call;
  ways[0]?.events.onBroken();
  await pass(time, call, 4, 300, ways[0]);
  ways[0]?.events.onRemoved();
  assertEquals(store.state.value, "connected");
  call.way().join();
  call.way().meet("audio video");
  call.way().events.onRemoved();
  assertEquals(store.state.value, "elsewhere");
  call.stop();
});

Deno.test("a microphone that ends is told to the other side, and the next one is offered", async () => {
  using _time = new FakeTime();
  const call = await connected();
  const { media } = call.store;
  const before = call.way().published;
  call.lose("audio");
  await settled();
  assertEquals(media.lost.value.audio, "ended");
  assertEquals(media.on.value.audio, false);
  assertEquals(call.way().published > before, true);
  assertEquals(media.next.value.audio?.label, "Desk");
  assertEquals(media.next.value.video, null);
  media.change("audio", "second-audio");
  await settled();
  assertEquals(media.lost.value.audio, null);
  assertEquals(media.next.value.audio, null);
  call.stop();
});

Deno.test("each way in has a ticket of its own: an old token would end", async () => {
  using time = new FakeTime();
  const call = await connected();
  await pass(time, call, 4, 300);
  call.way().events.onBroken();
  await pass(time, call, 4, 300, call.ways[0]);
  assertEquals([call.world.tickets, call.ways.length], [2, 2]);
  call.stop();
});

Deno.test("leaving ends everything, and nothing is tried again", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { store, ways, world } = call;
  await store.leave();
  assertEquals([store.state.value, ways[0]?.left], ["ended", true]);
  ways[0]?.events.onBroken();
  await time.pass(30_000);
  assertEquals([ways.length, world.awake], [1, false]);
  call.stop();
});

function fakeCallStarted(side?: Side) {
  const call = fakeCall(side);
  return { ...call, stop: call.store.start() };
}

for (const rerouted of [true, false]) {
  Deno.test(`media that pause for four seconds are ${rerouted ? "no interruption as they go another way for a third person" : "an interruption"}`, async () => {
    using time = new FakeTime();
    const call = await connected();
    await pass(time, call, 3, 300);
    if (rerouted) call.way().events.onRerouted();
    await pass(time, call, 4, 0);
    const { state } = call.store;
    assertEquals(state.value, rerouted ? "connected" : "interrupted");
    await pass(time, call, 3, 300);
    assertEquals([state.value, call.ways.length], ["connected", 1]);
    call.stop();
  });
}

Deno.test("media that stop as a third person comes are no fault for twelve seconds, and one after that", async () => {
  using time = new FakeTime();
  const call = await connected();
  await pass(time, call, 3, 300);
  const { state, rerouting } = call.store;
  assertEquals(rerouting.value, false);
  call.way().guest = true;
  call.way().events.onInterrupted();
  await pass(time, call, 3, 0);
  assertEquals([state.value, rerouting.value], ["interrupted", true]);
  await pass(time, call, 10, 0);
  assertEquals([state.value, rerouting.value], ["interrupted", false]);
  call.stop();
});

Deno.test("media that stop soon after two have found each other are a fault at once", async () => {
  using time = new FakeTime();
  const call = await connected();
  // The direct connection stands.
  call.way().events.onRerouted();
  await pass(time, call, 3, 300);
  call.way().events.onInterrupted();
  await pass(time, call, 1, 0);
  const { state, rerouting } = call.store;
  assertEquals([state.value, rerouting.value], ["interrupted", false]);
  call.stop();
});

Deno.test("a third person who comes or leaves makes media go another way, before the room says so", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { rerouting } = call.store;
  for (const guest of [true, false]) {
    call.way().guest = guest;
    await pass(time, call, 1, 300);
    assertEquals(rerouting.value, true);
    await pass(time, call, 13, 300);
    assertEquals(rerouting.value, false);
  }
  call.stop();
});

Deno.test("when the room says after the pause began that a third person came, no interruption is told", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { state, rerouting, vanished } = call.store;
  const told: string[] = [];
  effect(() => {
    if (vanished.value) told.push("vanished");
    if (state.value === "interrupted" && !rerouting.value) told.push("gone");
  });
  await pass(time, call, 3, 300);
  call.admitted.value = true;
  // The other side has ended the direct way, and this one has not heard of anybody yet.
  call.way().events.onInterrupted();
  await time.pass(900);
  call.way().guest = true;
  await pass(time, call, 11, 0);
  assertEquals(state.value, "interrupted");
  await pass(time, call, 3, 300);
  assertEquals([state.value, told], ["connected", []]);
  call.stop();
});

Deno.test("a network that is lost as a third person comes is told within two seconds", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { away, rerouting } = call.store;
  await pass(time, call, 3, 300);
  call.admitted.value = true;
  call.way().guest = true;
  await pass(time, call, 1, 300);
  call.world.online = false;
  await pass(time, call, 2, 0);
  assertEquals([away.value, rerouting.value], [true, false]);
  call.stop();
});

Deno.test("an other side that is lost while a third person is expected is told within two seconds", async () => {
  using time = new FakeTime();
  const call = await connected();
  const { state, rerouting } = call.store;
  await pass(time, call, 3, 300);
  call.admitted.value = true;
  await pass(time, call, 2, 0);
  assertEquals([state.value, rerouting.value], ["interrupted", false]);
  call.stop();
});
