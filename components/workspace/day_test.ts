import { assertEquals } from "@std/assert";
import { workspace } from "@/i18n/fr/workspace.ts";
import { ageText } from "./day.ts";

Deno.test("somebody is a year older from midnight in Luxembourg on, an hour or two before midnight in UTC", () => {
  const age = (now: string) => ageText("1951-03-14", now, "fr", workspace);
  assertEquals(age("2026-03-13T22:59:59+00:00"), "74 ans");
  assertEquals(age("2026-03-13T23:00:00+00:00"), "75 ans");
});
