import { assertEquals } from "@std/assert";
import type { DirectoryDoctor } from "@/domain/records.ts";
import { earliestSlot } from "./directory.ts";

/** A doctor, as far as the earliest slot is concerned. */
function doctor(id: string, ...next_slots: string[]): DirectoryDoctor {
  return { id, next_slots } as DirectoryDoctor; // nothing else is looked at
}

Deno.test("see a doctor now leads to the earliest slot among those shown, and nowhere when there is none", () => {
  const early = "2026-11-30T07:00:00+00:00";
  const found = earliestSlot([
    doctor("none"),
    doctor("late", "2026-11-30T09:00:00+01:00"),
    doctor("early", early, "2026-11-30T08:00:00+00:00"),
  ]);
  assertEquals([found?.doctor.id, found?.startsAt], ["early", early]);
  assertEquals(earliestSlot([doctor("none")]), null);
});
