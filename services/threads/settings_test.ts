import { assertEquals } from "@std/assert";
import { readSettingsForm } from "./settings.ts";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const nothing = {
  answers_within_days: null,
  away_from: null,
  away_until: null,
};

Deno.test("a patient chooses when an e-mail comes, a doctor also when they answer", () => {
  assertEquals(readSettingsForm(form({ notice: "never" })), {
    notice: "never",
    ...nothing,
  });
  assertEquals(
    readSettingsForm(form({
      notice: "once_a_day",
      answers_within_days: "2",
      away_from: "2026-12-24",
      away_until: "2027-01-03",
    })),
    {
      notice: "once_a_day",
      answers_within_days: 2,
      away_from: "2026-12-24",
      away_until: "2027-01-03",
    },
  );
});

Deno.test("an absence needs a first and a last day, in this order", () => {
  for (
    const [away_from, away_until] of [
      ["2026-12-24", ""],
      ["", "2026-12-24"],
      ["2026-12-24", "2026-12-23"],
      ["tomorrow", "2026-12-24"],
    ] as const
  ) {
    assertEquals(
      readSettingsForm(form({ notice: "at_once", away_from, away_until })),
      null,
    );
  }
});

Deno.test("what no form of ours sends is refused", () => {
  for (const days of ["0", "16", "-1", "2.5", "x"]) {
    assertEquals(
      readSettingsForm(form({ notice: "at_once", answers_within_days: days })),
      null,
      days,
    );
  }
  assertEquals(readSettingsForm(form({ notice: "hourly" })), null);
  assertEquals(readSettingsForm(form({})), null);
});
