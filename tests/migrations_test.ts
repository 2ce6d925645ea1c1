import { assert, assertEquals } from "@std/assert";
import { trackedFiles } from "./tree.ts";

const migrations = (await trackedFiles()).filter(({ path }) =>
  /^supabase\/migrations\/.*\.sql$/.test(path)
);

/** Name and types of each function that a migration makes, as `private.openings(public.doctors, date, date)`. */
function functionsOf(sql: string): string[] {
  const made = sql.matchAll(
    /^create (?:or replace )?function ([\w.]+)\s*\(((?:[^()]|\([^()]*\))*)\)/gmi,
  );
  return [...made].map(([, name, args = ""]) => {
    const types = args.split(/,(?![^(]*\))/).map((arg) =>
      arg.trim().replace(/\s+default\s.*$/is, "").replace(/^\w+\s+/, "")
    );
    return `${name}(${types.join(", ")})`;
  });
}

Deno.test("each function stands once in the migrations: whoever looks for it finds the one that holds", () => {
  const all = migrations.flatMap(({ text }) => functionsOf(text));
  assert(all.length > 150, "the functions were not found");
  assertEquals(all.filter((one, place) => all.indexOf(one) !== place), []);
});

Deno.test("functions are told apart by their types, not by their defaults", () => {
  assertEquals(
    functionsOf(
      `create or replace function public.a(day date default null, b numeric(4, 2)) returns
      create function public.a(
  day date
) returns void`,
    ),
    ["public.a(date, numeric(4, 2))"],
  );
  assertEquals(
    functionsOf("create function public.a(\n  day date\n) returns"),
    [
      "public.a(date)",
    ],
  );
});
