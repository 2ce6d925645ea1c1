import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { render } from "preact-render-to-string";
import { weekDays } from "./week.ts";
import { type WeekDay, WeekGrid } from "./WeekGrid.tsx";

const texts = {
  morning: "Matin",
  afternoon: "Après-midi",
  evening: "Soir",
  noSlots: "Aucun",
  moreSlots_one: "{count} autre",
  moreSlots_other: "{count} autres",
};

function day(
  date: string,
  times: string[],
  more: Partial<WeekDay["slots"][0]> = {},
): WeekDay {
  const name = `jour ${date}`;
  const slots = times.map((time) => ({
    start: `${date}T${time}`,
    time,
    name: `${name}, ${time}`,
    ...more,
  }));
  return { date, weekday: "mar.", day: date, name, slots };
}

/** The accessible names of what can be chosen, in order. */
function names(html: string): string[] {
  return [...html.matchAll(/<(?:a|button)[^>]*aria-label="([^"]*)"/g)].map((
    [, name = ""],
  ) => name);
}

Deno.test("each free slot can be chosen by a name that says day and time, in order", () => {
  const html = render(
    <WeekGrid
      language="fr"
      texts={texts}
      days={[
        day("24", ["08:00", "11:50", "12:00", "18:00"]),
        day("25", ["17:50"]),
      ]}
    />,
  );
  assertEquals(names(html), [
    "jour 24, 08:00",
    "jour 24, 11:50",
    "jour 24, 12:00",
    "jour 24, 18:00",
    "jour 25, 17:50",
  ]);
});

Deno.test("a slot without a page of its own sends its start with the form", () => {
  const html = render(
    <WeekGrid language="fr" texts={texts} days={[day("24", ["08:00"])]} />,
  );
  assertStringIncludes(html, `type="submit"`);
  assertStringIncludes(html, `name="slot" value="24T08:00"`);
});

Deno.test("a slot taken while one looks is shown, and cannot be chosen", () => {
  const html = render(
    <WeekGrid
      language="fr"
      texts={texts}
      days={[day("24", ["08:00"], { taken: true })]}
    />,
  );
  assertEquals(names(html), []);
  assertStringIncludes(html, "<s>08:00</s>");
});

Deno.test("a part of the day that nobody offers has no row; an empty day says so", () => {
  const html = render(
    <WeekGrid
      language="fr"
      texts={texts}
      days={[day("24", ["08:00"]), day("25", [])]}
    />,
  );
  assert(!html.includes("Soir") && !html.includes("Après-midi"));
  assertStringIncludes(html, "Aucun");
});

Deno.test("an empty week shows the way on instead of empty days", () => {
  const html = render(
    <WeekGrid
      language="fr"
      texts={texts}
      days={[day("24", [])]}
      empty={<p>Plus tard</p>}
    />,
  );
  assertEquals(html, "<p>Plus tard</p>");
});

Deno.test("a day with many free slots shows some, and the others after a press without a script", () => {
  const times = Array.from(
    { length: 24 },
    (_, n) => `${14 + Math.floor(n / 6)}:${n % 6}0`,
  );
  const html = render(
    <WeekGrid language="fr" texts={texts} days={[day("24", times)]} />,
  );
  assertEquals(names(html).length, 24);
  assertStringIncludes(html, `<summary aria-label="Après-midi 16 autres">`);
  assertEquals(names(html.slice(0, html.indexOf("<details"))).length, 8);
  assert(
    !render(
      <WeekGrid
        language="fr"
        texts={texts}
        days={[day("24", times.slice(0, 10))]}
      />,
    )
      .includes("<details"),
  );
});

Deno.test("in the night on which 02:30 comes twice, each of the two says which it is; a slot up to midnight is there", () => {
  const doctor = { slug: "a", time_zone: "Europe/Luxembourg" };
  const days = weekDays(
    {
      doctor,
      first_day: "2026-10-19",
      today: "2026-10-19",
      last_bookable_day: "2026-12-01",
      slots: [
        "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-10-25T22:50:00Z",
      ],
    } as Parameters<typeof weekDays>[0], // what else a calendar has, the grid does not show
    "fr",
  );
  const sunday = days.at(-1);
  assertEquals(sunday?.slots.map(({ time }) => time), [
    "02:30 UTC+2",
    "02:30 UTC+1",
    "23:50",
  ]);
  const html = render(<WeekGrid language="fr" texts={texts} days={days} />);
  assertEquals(names(html), [
    "dimanche 25 octobre, 02:30 UTC+2",
    "dimanche 25 octobre, 02:30 UTC+1",
    "dimanche 25 octobre, 23:50",
  ]);
});
