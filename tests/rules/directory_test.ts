import { assert, assertEquals } from "@std/assert";
import { newDoctor, visitorClient, zoneAtNoon } from "../people.ts";
import { quietHouse } from "./directory_steps.ts";

interface Found {
  id: string;
  slug: string;
  last_name: string;
  specialty_id: string;
  languages: string[];
  city: string;
  time_zone: string;
  is_free_now: boolean;
  next_slots: string[];
  sorted_at: string;
  found: number;
}

async function search(args: Record<string, unknown> = {}): Promise<Found[]> {
  const { data, error } = await visitorClient().rpc("search_doctors", args);
  assertEquals(error, null);
  return data;
}

const names = (rows: Found[]) => rows.map((row) => row.last_name).toSorted();

Deno.test("the directory, as a visitor searches it", async (t) => {
  await using quiet = await quietHouse();
  const { sql } = quiet;

  const typed: [string, string[]][] = [
    ["webber", ["Weber"]],
    ["ferera", ["Ferreira"]],
    ["hofman", ["Hoffmann"]],
    ["dermatlogie", ["Klein"]],
    ["Muler", ["Muller"]],
    ["psychatre", ["Thill"]],
    ["MÜLLER", ["Muller"]],
    ["ines", ["Ferreira"]],
    ["docteur weber", ["Weber"]],
    ["klei", ["Klein"]],
    ["Hautarzt", ["Klein"]],
    ["cardiologista", ["Schmit"]],
    ["Kannerdokter", ["Muller"]],
    ["português", ["Ferreira"]],
    ["portugais differdange", ["Ferreira"]],
    ["Luxemburg", ["Muller", "Reuter", "Schmit", "Weber"]],
    ["Lëtzebuerg kardiologie", ["Schmit"]],
    ["esch sur alzette", ["Hoffmann"]],
    ["Ettelbréck", ["Klein"]],
    ["weber klein", []],
    ["xqzzt", []],
    ["%", names(await search())],
    ["", names(await search())],
    ["'; drop table doctors; --", []],
  ];
  for (const [query, expected] of typed) {
    await t.step(
      `"${query}" finds ${expected.join(", ") || "nobody"}`,
      async () => {
        assertEquals(names(await search({ query })), expected);
      },
    );
  }

  await t.step(
    "the search follows a doctor who comes, changes and goes",
    async () => {
      const { id } = await newDoctor();
      const find = async (query: string) =>
        (await search({ query })).some((row) => row.id === id);
      await sql`update public.doctors set last_name = 'Wintersdorff' where id = ${id}`;
      assert(await find("vintersdorf"));
      await sql`
      update public.doctors set last_name = 'Zeimet', specialty_id = 'psychiatry', city = 'Vianden', languages = '{pt}'
      where id = ${id}`;
      assertEquals(await find("wintersdorff"), false);
      for (const word of ["zeimett", "psychiater", "viandn", "portugiesisch"]) {
        assert(await find(word), word);
      }
      await sql`
      insert into private.search_synonyms (kind, name, words) values ('town', 'Vianden', 'Veianen')`;
      assert(await find("veianen"));
      await sql`delete from auth.users where id = ${id}`;
      assertEquals(await find("zeimet"), false);
      // Else a typing error would be taken for the name of somebody who is no longer there.
      const [left] = await sql`
      select count(*)::integer from private.search_words where word in ('zeimet', 'wintersdorff', 'veianen')`;
      assertEquals(left?.count, 0);
    },
  );

  await t.step("filters hold together", async () => {
    assertEquals(names(await search({ specialty: "general-practice" })), [
      "Ferreira",
      "Hoffmann",
      "Reuter",
      "Weber",
    ]);
    assertEquals(
      names(await search({ specialty: "general-practice", language: "de" })),
      ["Hoffmann", "Reuter", "Weber"],
    );
    assertEquals(
      names(
        await search({
          specialty: "general-practice",
          language: "de",
          town: "Luxembourg",
        }),
      ),
      ["Reuter", "Weber"],
    );
    assertEquals(await search({ query: "weber", town: "Mersch" }), []);
  });

  await t.step("free now ends by itself", async () => {
    const { id } = await newDoctor();
    await sql`update public.doctors set free_now_until = now() + interval '2 hours' where id = ${id}`;
    const offered = async () => {
      const rows = await search({ free_now: true });
      assert(rows.every((row) => row.is_free_now));
      return rows.some((row) => row.id === id);
    };
    assert(await offered());
    // The same as two hours later; updated_at is left alone.
    await sql`alter table public.doctors disable trigger doctors_touch`;
    await sql`update public.doctors set free_now_until = now() - interval '1 second' where id = ${id}`;
    await sql`alter table public.doctors enable trigger doctors_touch`;
    assertEquals(await offered(), false);
    const all = await search({ page_size: 100 });
    assertEquals(all.find((row) => row.id === id)?.is_free_now, false);
    const tooLong = await sql`
      update public.doctors set free_now_until = now() + interval '13 hours' where id = ${id}`
      .then(() => "taken", (error) => error.constraint_name);
    assertEquals(tooLong, "Free now ends within twelve hours");
  });

  await t.step("today ends at midnight where the doctor is", async () => {
    const { id } = await newDoctor({ timeZone: zoneAtNoon() });
    const [row] = await sql`
      select (date_trunc('day', now() at time zone time_zone) + interval '1 day') at time zone time_zone as midnight
      from public.doctors where id = ${id}`;
    const today = async () =>
      (await search({ today: true, page_size: 100 })).some((one) =>
        one.id === id
      );
    await sql`delete from public.weekly_hours where doctor_id = ${id}`;
    assertEquals(await today(), false);
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      values (${id}, 'open', tstzrange(${row?.midnight}::timestamptz, ${row?.midnight}::timestamptz + interval '1 hour'))`;
    assertEquals(await today(), false);
    await sql`
      update public.availability_exceptions
      set during = tstzrange(now(), ${row?.midnight}::timestamptz + interval '1 hour') where doctor_id = ${id}`;
    assertEquals(await today(), true);
  });

  await t.step(
    "pages hold everybody once, the earliest first, whoever has nothing free last",
    async () => {
      const { id: nobodysHours } = await newDoctor();
      await sql`delete from public.weekly_hours where doctor_id = ${nobodysHours}`;
      const all: Found[] = [];
      for (;;) {
        const last = all.at(-1);
        const rows = await search({
          page_size: 3,
          after_at: last?.sorted_at,
          after_id: last?.id,
        });
        if (rows.length === 0) break;
        all.push(...rows);
        assert(all.length < 100, "pages go round in circles");
      }
      assertEquals(new Set(all.map((row) => row.id)).size, all.length);
      assertEquals(all.length, all[0]?.found);
      assertEquals(all.at(-1)?.id, nobodysHours);
      assertEquals(all.at(-1)?.next_slots, []);
      const first = all.slice(0, -1).map((row) =>
        Date.parse(row.next_slots[0] ?? "")
      );
      assertEquals(first, first.toSorted((a, b) => a - b));
    },
  );
});
