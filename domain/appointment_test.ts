import { assertEquals } from "@std/assert";
import {
  type AppointmentFacts,
  type AppointmentState,
  can,
  closesAt,
  isOver,
  opensAt,
  rings,
} from "./appointment.ts";

const start = "2026-11-24T16:10:00Z";
const states: AppointmentState[] = [
  "booked",
  "waiting",
  "calling",
  "in_progress",
  "completed",
  "cancelled",
  "no_show",
];

function at(seconds: number): string {
  return new Date(Date.parse(start) + seconds * 1000).toISOString();
}

function inState(
  state: AppointmentState,
  called_at?: string,
): AppointmentFacts {
  return { state, starts_at: start, called_at };
}

/** The states in which `allowed` says yes. */
function statesThat(allowed: (facts: AppointmentFacts) => boolean) {
  return states.filter((state) => allowed(inState(state, at(0))));
}

Deno.test("the waiting room opens 10 minutes before the start and closes 4 hours after it", () => {
  assertEquals(opensAt({ starts_at: start }), "2026-11-24T16:00:00.000Z");
  assertEquals(closesAt({ starts_at: start }), "2026-11-24T20:10:00.000Z");
  for (
    const [seconds, open] of [
      [-601, false],
      [-600, true],
      [0, true],
      [4 * 3600, true],
      [4 * 3600 + 1, false],
    ] as const
  ) {
    assertEquals(
      can.enterWaitingRoom(inState("booked"), at(seconds)),
      open,
      `${seconds} s from the start`,
    );
  }
});

Deno.test("a patient who is here comes back at any time; nobody enters what is over", () => {
  const late = at(10 * 3600);
  assertEquals(
    statesThat((facts) => can.enterWaitingRoom(facts, late)),
    ["waiting", "calling", "in_progress"],
  );
});

Deno.test("a patient cancels until the start, a doctor until the consultation", () => {
  const early = (facts: AppointmentFacts) =>
    can.cancel(facts, at(-1), "patient");
  const late = (facts: AppointmentFacts) => can.cancel(facts, at(0), "patient");
  const doctor = (facts: AppointmentFacts) =>
    can.cancel(facts, at(60), "doctor");
  assertEquals(statesThat(early), ["booked", "waiting", "calling"]);
  assertEquals(statesThat(late), []);
  assertEquals(statesThat(doctor), ["booked", "waiting", "calling"]);
});

Deno.test("a doctor calls who waits, and again when 45 s went unanswered, but not two at once", () => {
  assertEquals(statesThat((facts) => can.call(facts, at(44))), ["waiting"]);
  assertEquals(
    statesThat((facts) => can.call(facts, at(45))),
    ["waiting", "calling"],
  );
  assertEquals(statesThat((facts) => can.call(facts, at(45), true)), []);
});

Deno.test("a call rings for 45 s and can be taken for 10 s more", () => {
  const call = inState("calling", at(0));
  assertEquals([44, 45].map((s) => rings(call, at(s))), [true, false]);
  assertEquals([45, 55, 56].map((s) => can.accept(call, at(s))), [
    true,
    true,
    false,
  ]);
  assertEquals(can.accept(inState("calling"), at(0)), false);
  assertEquals(statesThat((facts) => can.accept(facts, at(1))), ["calling"]);
});

Deno.test("only a running consultation is joined and ended", () => {
  assertEquals(statesThat(can.end), ["in_progress"]);
  assertEquals(statesThat(can.join), ["in_progress"]);
  assertEquals(statesThat(can.withdrawCall), ["calling"]);
});

Deno.test("nobody is missing before the start", () => {
  assertEquals(statesThat((facts) => can.markNoShow(facts, at(-1))), []);
  assertEquals(
    statesThat((facts) => can.markNoShow(facts, at(0))),
    ["booked", "waiting", "calling"],
  );
});

Deno.test("times may be Temporal instants too", () => {
  const instant = Temporal.Instant.from(start);
  assertEquals(opensAt({ starts_at: instant }), "2026-11-24T16:00:00.000Z");
  assertEquals(can.enterWaitingRoom(inState("booked"), instant), true);
});

Deno.test("completed, cancelled and missed appointments are over", () => {
  assertEquals(statesThat(isOver), ["completed", "cancelled", "no_show"]);
});
