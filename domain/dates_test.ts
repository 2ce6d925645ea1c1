import { assertEquals } from "@std/assert";
import { isPlainDate } from "./dates.ts";

Deno.test("only real dates are dates", () => {
  const texts = ["2026-11-24", "2024-02-29", "2026-02-29", "2026-13-01"];
  assertEquals(texts.map(isPlainDate), [true, true, false, false]);
  assertEquals(isPlainDate("24/11/2026"), false);
  assertEquals(isPlainDate("2026-11-24T00:00"), false);
});
