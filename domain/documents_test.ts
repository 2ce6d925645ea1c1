import { assertEquals } from "@std/assert";
import { centsOf, hasFailed, icd10, sickLeaveDays } from "./documents.ts";

Deno.test("a diagnosis code is taken as people type it", () => {
  for (const typed of ["J06.9", "j069", " J06,9 "]) {
    assertEquals(icd10(typed), "J06.9", typed);
  }
  assertEquals([icd10("J06.-"), icd10("A17.0†")], ["J06", "A17.0"]);
  assertEquals(["grippe", "J6", "", "J06.999"].map(icd10), [
    ...[null, null, null, null],
  ]);
});

Deno.test("the first and the last day of a sick leave count, over a change of the clock too", () => {
  assertEquals(sickLeaveDays("2026-11-30", "2026-11-30"), 1);
  assertEquals(sickLeaveDays("2026-10-24", "2026-10-26"), 3);
});

Deno.test("an amount is cents, however it is typed", () => {
  assertEquals(["57,70", "57.7", "€ 57", "0,05"].map(centsOf), [
    ...[5770, 5770, 5700, 5],
  ]);
  assertEquals(["", "-1", "1,234", "abc"].map(centsOf), [
    ...[null, null, null, null],
  ]);
});

Deno.test("a copy has failed until another one is on its way; what was forwarded counts for itself", () => {
  const copy = (state: "failed" | "waiting") => ({
    ...{ recipient: "pharmacy" as const, purpose: "copy" as const, state },
  });
  assertEquals(hasFailed([]), false);
  assertEquals(hasFailed([copy("failed")]), true);
  assertEquals(hasFailed([copy("failed"), copy("waiting")]), false);
  assertEquals(hasFailed([copy("waiting"), copy("failed")]), true);
  assertEquals(
    hasFailed([{ recipient: "other", purpose: "forward", state: "failed" }]),
    false,
  );
});
