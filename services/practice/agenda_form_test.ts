import { assertEquals } from "@std/assert";
import { readPeriod } from "./agenda_form.ts";

const zone = "Europe/Luxembourg";

Deno.test("a month is a period also when the clocks change in it, and more than 31 days are none", () => {
  const days = (day: string, endDay: string) =>
    readPeriod({ day, endDay, from: "", to: "" }, zone);
  assertEquals(days("2027-10-01", "2027-10-31"), {
    from: "2027-09-30T22:00:00Z",
    to: "2027-10-31T23:00:00Z",
  });
  assertEquals(days("2027-03-01", "2027-03-31"), {
    from: "2027-02-28T23:00:00Z",
    to: "2027-03-31T22:00:00Z",
  });
  for (const [first, last] of [["01-01", "02-01"], ["10-01", "11-01"]]) {
    assertEquals(days(`2027-${first}`, `2027-${last}`), null);
  }
});

Deno.test("a period ends after its start, by the clock of that day", () => {
  const hours = (day: string, from: string, to: string) =>
    readPeriod({ day, endDay: "", from, to }, zone);
  assertEquals(hours("2027-10-31", "02:30", "03:30"), {
    from: "2027-10-31T00:30:00Z",
    to: "2027-10-31T02:30:00Z",
  });
  assertEquals(hours("2027-03-28", "08:00", "08:00"), null);
});
