import { assertEquals } from "@std/assert";
import type { AppointmentState } from "@/domain/appointment.ts";
import { nextPatientOf } from "./use_next_patient.ts";

function entry(id: string, state: AppointmentState, hour: number) {
  return { id, state, starts_at: `2026-11-30T${hour}:00:00Z` };
}

Deno.test("next is who waits with the earliest appointment, and not whom one talks to", () => {
  const appointments = [
    entry("later", "waiting", 12),
    entry("this", "calling", 10),
    entry("booked", "booked", 10),
    entry("first", "waiting", 11),
    entry("gone", "completed", 9),
  ];
  const next = nextPatientOf(appointments, "this");
  assertEquals([next?.first.id, next?.count], ["first", 2]);
  assertEquals(nextPatientOf([], "this"), null);
});
