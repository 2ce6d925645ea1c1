import { assertEquals } from "@std/assert";
import { slotByKey, slotLike } from "./slot_keys.ts";

const days = [
  ["08:00", "08:10", "17:50"],
  [],
  ["08:10", "09:00"],
  ["07:00"],
];

Deno.test("arrows lead up and down the day, and to the same time of the days beside it", () => {
  const cases: [number, number, string, [number, number] | null][] = [
    [0, 0, "ArrowDown", [0, 1]],
    [0, 2, "ArrowDown", null],
    [0, 0, "ArrowUp", null],
    [0, 2, "ArrowUp", [0, 1]],
    [0, 1, "ArrowRight", [2, 0]], // past the day without slots
    [0, 0, "ArrowRight", [2, 0]], // the next one there is
    [0, 2, "ArrowRight", [2, 1]], // the last of the day
    [3, 0, "ArrowRight", null],
    [2, 1, "ArrowLeft", [0, 2]],
    [0, 0, "ArrowLeft", null],
    [0, 0, "Enter", null],
  ];
  for (const [day, slot, key, expected] of cases) {
    const found = slotByKey(days, { day, slot }, key);
    assertEquals(found && [found.day, found.slot], expected, `${day} ${key}`);
  }
});

Deno.test("Home and End lead to the first and last day, with Ctrl to the first and last slot", () => {
  const from = { day: 2, slot: 1 };
  assertEquals(slotByKey(days, from, "Home"), { day: 0, slot: 2 });
  assertEquals(slotByKey(days, from, "End"), { day: 3, slot: 0 });
  assertEquals(slotByKey(days, from, "Home", true), { day: 0, slot: 0 });
  assertEquals(slotByKey(days, { day: 0, slot: 0 }, "End", true), {
    day: 3,
    slot: 0,
  });
  assertEquals(slotByKey([[], []], { day: 0, slot: 0 }, "End"), null);
});

Deno.test("in another week one lands on the same day and time, or the next there is", () => {
  const land = (day: number, time: string) => slotLike(days, { day, time });
  assertEquals(land(0, "08:10"), { day: 0, slot: 1 });
  assertEquals(land(0, "12:00"), { day: 0, slot: 2 });
  assertEquals(land(1, "12:00"), { day: 2, slot: 0 });
  assertEquals(land(6, "12:00"), { day: 3, slot: 0 });
  assertEquals(slotLike([[], []], { day: 0, time: "08:00" }), null);
});
