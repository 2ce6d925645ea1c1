import { assertEquals } from "@std/assert";
import { stateInTruth } from "./unended.ts";

const zone = "Europe/Luxembourg";
const now = "2026-11-24T12:00:00Z";
const threeDaysAgo = "2026-11-21T12:00:00Z";

Deno.test("what nobody ended days ago is over, each in its way", () => {
  const states = ["booked", "waiting", "calling", "in_progress"] as const;
  const truth = (starts_at: string) =>
    states.map((state) =>
      stateInTruth({ state, starts_at, started_at: starts_at }, now, zone)
    );
  assertEquals(truth(threeDaysAgo), [
    "no_show",
    "cancelled",
    "no_show",
    "completed",
  ]);
  assertEquals(truth("2026-11-24T09:00:00Z"), [...states]);
  for (const state of ["completed", "cancelled", "no_show"] as const) {
    assertEquals(
      stateInTruth({ state, starts_at: threeDaysAgo }, now, zone),
      state,
    );
  }
});

Deno.test("whoever waits may be called until the doctor's day ends, and four hours in any case", () => {
  const at = (starts_at: string, now: string, zone: string) =>
    stateInTruth({ state: "waiting", starts_at }, now, zone);
  assertEquals(
    at("2026-11-24T07:00:00Z", "2026-11-24T22:59:00Z", zone),
    "waiting",
  );
  assertEquals(
    at("2026-11-24T07:00:00Z", "2026-11-24T23:01:00Z", zone),
    "cancelled",
  );
  assertEquals(
    at("2026-11-24T22:00:00Z", "2026-11-25T01:00:00Z", zone),
    "waiting",
  );
  assertEquals(
    at("2026-11-24T07:00:00Z", "2026-11-24T23:01:00Z", "Atlantic/Azores"),
    "waiting",
  );
});
