import { assertEquals } from "@std/assert";
import { rowsOf, weekOf } from "./week.ts";

const zone = "Europe/Luxembourg";
const facts = {
  first_day: "2026-11-24",
  today: "2026-11-24",
  last_bookable_day: "2027-01-23",
  slots: [
    "2026-11-24T16:10:00+00:00",
    "2026-11-25T07:00:00+00:00",
    "2026-11-25T16:10:00+00:00",
    "2026-11-29T23:30:00+00:00",
  ],
};

Deno.test("a slot stands on its local day at its local time", () => {
  const { days } = weekOf(facts, zone);
  assertEquals(days.map((day) => [day.date, day.cells.map((c) => c.time)]), [
    ["2026-11-24", ["17:10"]],
    ["2026-11-25", ["08:00", "17:10"]],
    ["2026-11-26", []],
    ["2026-11-27", []],
    ["2026-11-28", []],
    ["2026-11-29", []],
    ["2026-11-30", ["00:30"]], // 23:30 UTC on Sunday is Monday here
  ]);
  assertEquals(days[0]?.cells[0]?.startsAt, facts.slots[0]);
  assertEquals(days[0]?.startsAt, "2026-11-23T23:00:00Z");
});

Deno.test("lines by time leave a gap where a day has no slot then", () => {
  const rows = rowsOf(weekOf(facts, zone));
  assertEquals(
    rows.map((row) => [row.time, row.days.map((cells) => cells.length)]),
    [
      ["00:30", [0, 0, 0, 0, 0, 0, 1]],
      ["08:00", [0, 1, 0, 0, 0, 0, 0]],
      ["17:10", [1, 1, 0, 0, 0, 0, 0]],
    ],
  );
});

Deno.test("one cannot go to days that are over, or beyond what can be booked", () => {
  const current = weekOf(facts, zone);
  assertEquals([current.previous, current.next], [null, "2026-12-01"]);
  const later = weekOf({ ...facts, first_day: "2026-12-01" }, zone);
  assertEquals(later.previous, "2026-11-24");
  const last = weekOf({ ...facts, first_day: "2027-01-19" }, zone);
  assertEquals([last.previous, last.next], ["2027-01-12", null]);
  const first = weekOf({ ...facts, last_bookable_day: "2026-12-01" }, zone);
  assertEquals(first.next, "2026-12-01");
});

Deno.test("a week in which the clocks change has seven days, and keeps local times", () => {
  const spring = weekOf({
    ...facts,
    first_day: "2026-03-23",
    today: "2026-03-23",
    slots: ["2026-03-28T07:00:00Z", "2026-03-29T06:00:00Z"],
  }, zone);
  assertEquals(spring.days.map((day) => day.cells[0]?.time), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    "08:00",
    "08:00",
  ]);
  assertEquals(spring.days[6]?.startsAt, "2026-03-28T23:00:00Z");
  const autumn = weekOf({
    ...facts,
    first_day: "2026-10-19",
    today: "2026-10-19",
    slots: ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  }, zone);
  assertEquals(rowsOf(autumn).map((row) => [row.time, row.days[6]?.length]), [
    ["02:30", 2],
  ]);
});

Deno.test("the zone is the doctor's", () => {
  const { days } = weekOf(facts, "Atlantic/Azores");
  assertEquals(days[0]?.cells[0]?.time, "15:10");
});
