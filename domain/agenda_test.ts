import { assertEquals } from "@std/assert";
import { minutesOf, problemsOf, slotStarts } from "./agenda.ts";
import type { WeeklyHours } from "./practice.ts";

const monday = (changes: Partial<WeeklyHours>): WeeklyHours => ({
  weekday: 1,
  starts: "08:00",
  ends: "09:00",
  valid_from: null,
  valid_to: null,
  ...changes,
});

Deno.test("times are minutes up to midnight at the day's end", () => {
  assertEquals(minutesOf("24:00"), 1440);
  assertEquals(minutesOf("24:01"), NaN);
  assertEquals(minutesOf("08:60"), NaN);
  assertEquals(minutesOf("8:00"), NaN);
});

Deno.test("slots follow each other with the buffer between them, the last one up to midnight", () => {
  const settings = { slot_minutes: 20, buffer_minutes: 5 };
  assertEquals(slotStarts(monday({ ends: "09:10" }), settings), [
    "08:00",
    "08:25",
    "08:50",
  ]);
  const late = monday({ starts: "23:40", ends: "24:00" });
  assertEquals(slotStarts(late, settings), ["23:40"]);
});

Deno.test("hours overlap on one day and at one time only", () => {
  const problems = (...hours: WeeklyHours[]) => problemsOf(hours);
  assertEquals(problems(monday({}), monday({ starts: "08:30" })), [
    null,
    "overlap",
  ]);
  assertEquals(
    problems(monday({}), monday({ starts: "09:00", ends: "10:00" })),
    [null, null],
  );
  assertEquals(problems(monday({}), monday({ weekday: 2 })), [null, null]);
  const until = monday({ valid_to: "2026-12-31" });
  assertEquals(problems(until, monday({ valid_from: "2027-01-01" })), [
    null,
    null,
  ]);
  assertEquals(problems(monday({ ends: "08:00" })), ["order"]);
});
