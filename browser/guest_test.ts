import { assertEquals } from "@std/assert";
import type { GuestState, GuestVisit } from "@/domain/guests.ts";
import { Refusal } from "./api.ts";
import { GuestStore } from "./guest.ts";
import { FakeTime } from "./testing.ts";

function visit(state: GuestState, now = "2026-11-29T10:00:00Z"): GuestVisit {
  return {
    name: "Samira",
    state,
    starts_at: "2026-11-29T10:00:00Z",
    ends_at: "2026-11-29T10:10:00Z",
    opens_at: "2026-11-29T09:50:00Z",
    waiting_since: null,
    now,
    over: false,
    talking: true,
    reopened_at: null,
    resumed_at: null,
    cancelled: false,
    doctor: {
      title: "Dr",
      first_name: "Claire",
      last_name: "Weber",
      time_zone: "Europe/Luxembourg",
    },
  };
}

/** A guest's page whose server a test plays. */
function opened(state: GuestState) {
  const server = { visit: visit(state), online: true, reads: 0 };
  const answer = () =>
    server.online
      ? Promise.resolve(server.visit)
      : Promise.reject(new Refusal(0, "offline"));
  const store = new GuestStore(server.visit, {
    read() {
      server.reads++;
      return answer();
    },
    move: () => answer(),
  });
  return { store, server, stop: store.start() };
}

/** What has been asked for is answered. */
const answered = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

Deno.test("who waits is let in within two seconds, who only prepares is asked after rarely", async () => {
  using time = new FakeTime();
  const { store, server, stop } = opened("waiting");
  server.visit = visit("admitted", "2026-11-29T10:00:05Z");
  time.tick(2_000);
  await answered();
  assertEquals(store.visit.value.state, "admitted");
  stop();
  const resting = opened("invited");
  time.tick(14_000);
  assertEquals(resting.server.reads, 0);
  resting.stop();
});

Deno.test("a cut connection is said, and an act that failed is not lost without a word", async () => {
  using time = new FakeTime();
  const { store, server, stop } = opened("waiting");
  server.online = false;
  time.tick(2_000);
  await answered();
  assertEquals(store.live.value, false);
  await store.move("leave");
  assertEquals(store.refusal.value, "offline");
  server.online = true;
  server.visit = visit("left", "2026-11-29T10:00:09Z");
  await store.move("leave");
  assertEquals([store.live.value, store.visit.value.state], [true, "left"]);
  stop();
});

Deno.test("an answer that was overtaken says nothing new", async () => {
  using time = new FakeTime();
  const { store, server, stop } = opened("admitted");
  server.visit = visit("waiting", "2026-11-29T09:59:59Z");
  time.tick(3_000);
  await answered();
  assertEquals(store.visit.value.state, "admitted");
  stop();
});

Deno.test("who has left learns soon that it is over, and is not offered to come back", async () => {
  using time = new FakeTime();
  const { store, server, stop } = opened("left");
  server.visit = { ...visit("left", "2026-11-29T10:00:09Z"), over: true };
  time.tick(4_000);
  await answered();
  assertEquals(store.visit.value.over, true);
  stop();
});
