import { assertEquals } from "@std/assert";
import {
  type AppointmentState,
  appointmentStates as states,
  type AppointmentTimes,
  can,
  closesAt,
  isOver,
  missedCall,
  opensAt,
  rings,
  spokenState,
} from "./appointment.ts";

const start = "2026-11-24T16:10:00Z";

function at(seconds: number): string {
  return new Date(Date.parse(start) + seconds * 1000).toISOString();
}

function inState(
  state: AppointmentState,
  called_at?: string,
): AppointmentTimes {
  return { state, starts_at: start, called_at };
}

/** The states in which `allowed` says yes. */
function statesThat(allowed: (facts: AppointmentTimes) => boolean) {
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
      can.arrive(inState("booked"), at(seconds)),
      open,
      `${seconds} s from the start`,
    );
  }
});

Deno.test("a patient who is here comes back at any time; nobody enters what is over", () => {
  const late = at(10 * 3600);
  assertEquals(
    statesThat((facts) => can.arrive(facts, late)),
    ["waiting", "calling", "in_progress"],
  );
});

Deno.test("a patient cancels until the start, a doctor until the consultation", () => {
  const early = (facts: AppointmentTimes) =>
    can.cancel(facts, at(-1), "patient");
  const late = (facts: AppointmentTimes) => can.cancel(facts, at(0), "patient");
  const doctor = (facts: AppointmentTimes) =>
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
  assertEquals(statesThat(can.withdraw), ["calling"]);
});

Deno.test("nobody is missing before the start, and nobody who waits is", () => {
  assertEquals(statesThat((facts) => can.noShow(facts, at(-1))), []);
  assertEquals(statesThat((facts) => can.noShow(facts, at(0))), ["booked"]);
  const call = inState("calling", at(0));
  assertEquals([45, 55, 56].map((s) => can.noShow(call, at(s))), [
    false,
    false,
    true,
  ]);
});

Deno.test("a consultation is opened again for five minutes after its end", () => {
  const ended = (state: AppointmentState) => ({
    ...inState(state),
    ended_at: at(0),
  });
  assertEquals([300, 301].map((s) => can.reopen(ended("completed"), at(s))), [
    true,
    false,
  ]);
  assertEquals(can.reopen(ended("cancelled"), at(1)), false);
});

Deno.test("times may be Temporal instants too", () => {
  const instant = Temporal.Instant.from(start);
  assertEquals(opensAt({ starts_at: instant }), "2026-11-24T16:00:00.000Z");
  assertEquals(can.arrive(inState("booked"), instant), true);
});

Deno.test("completed, cancelled and missed appointments are over", () => {
  assertEquals(statesThat(isOver), ["completed", "cancelled", "no_show"]);
});

Deno.test("a call that the doctor withdrew is told apart from one that nobody took, and both from none", () => {
  const waits = (
    state: AppointmentState,
    waiting_since: string | null,
    called_at?: string,
  ) => ({ ...inState(state, called_at), waiting_since });
  const now = at(60);
  assertEquals(missedCall(waits("waiting", at(-60)), now), null);
  assertEquals(missedCall(waits("calling", at(-60), at(30)), now), null);
  assertEquals(
    missedCall(waits("calling", at(-60), at(0)), now),
    "unanswered",
  );
  assertEquals(missedCall(waits("waiting", at(-60), at(30)), now), "withdrawn");
  // The patient left while it rang, and is back.
  assertEquals(missedCall(waits("booked", null, at(0)), now), null);
  assertEquals(missedCall(waits("waiting", at(30), at(0)), now), null);
});

Deno.test("whoever did not take a call waits again, in words; every other state is what it is", () => {
  const called = inState("calling", at(0));
  assertEquals(spokenState(called, at(44)), "calling");
  assertEquals(spokenState(called, at(45)), "waiting");
  for (const state of states.filter((one) => one !== "calling")) {
    assertEquals(spokenState(inState(state, at(0)), at(60)), state);
  }
});
