import { assertEquals } from "@std/assert";
import { isPlainDate, localDate } from "./dates.ts";

Deno.test("only real dates are dates", () => {
  const texts = ["2026-11-24", "2024-02-29", "2026-02-29", "2026-13-01"];
  assertEquals(texts.map(isPlainDate), [true, true, false, false]);
  assertEquals(isPlainDate("0000-01-01"), false);
  assertEquals(isPlainDate("24/11/2026"), false);
  assertEquals(isPlainDate("2026-11-24T00:00"), false);
});

Deno.test("a quarter past midnight in Luxembourg is the day after that in UTC", () => {
  const start = "2026-11-29T23:15:00.000Z";
  assertEquals(localDate(start, "Europe/Luxembourg"), "2026-11-30");
  assertEquals(localDate(start, "UTC"), "2026-11-29");
});
