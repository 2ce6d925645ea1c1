import { assertEquals } from "@std/assert";
import { ageOn, bornOn } from "./age.ts";

Deno.test("a matricule begins with the date of birth", () => {
  assertEquals(bornOn("1893120105732"), "1893-12-01");
});

Deno.test("one is a year older from the birthday on", () => {
  assertEquals(ageOn("1951-03-14", "2026-03-13"), 74);
  assertEquals(ageOn("1951-03-14", "2026-03-14"), 75);
  assertEquals(ageOn("2024-02-29", "2025-02-28"), 0);
  assertEquals(ageOn("2024-02-29", "2025-03-01"), 1);
});
