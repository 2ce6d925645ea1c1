import { assertEquals } from "@std/assert";
import { addDays, isPlainDate, localDate } from "./dates.ts";

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

Deno.test("the days beside a day, over a year's end, a leap day and changes of the clocks", () => {
  const beside = (day: string) => [addDays(day, -1), addDays(day, 1)];
  assertEquals(beside("2026-12-31"), ["2026-12-30", "2027-01-01"]);
  assertEquals(beside("2028-02-29"), ["2028-02-28", "2028-03-01"]);
  assertEquals(beside("2027-03-28"), ["2027-03-27", "2027-03-29"]);
});
