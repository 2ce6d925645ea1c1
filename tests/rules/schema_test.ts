import { assertEquals } from "@std/assert";
import { encodeHex } from "@std/encoding";
import { accessRules, databaseTypes } from "../database_types.ts";
import { house } from "../house.ts";
import { openSql } from "../people.ts";

const supabase = new URL("../../supabase/", import.meta.url);

Deno.test("supabase/types.ts is what the migrations make: deno task db:types", async () => {
  const kept = await Deno.readTextFile(new URL("types.ts", supabase));
  assertEquals(kept, await databaseTypes(house().databaseUrl));
});

Deno.test("a released migration is never changed, and a new one is later than all of them", async () => {
  const released = (await Deno.readTextFile(new URL("released.txt", supabase)))
    .split("\n").filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("  "));
  const folder = new URL("migrations/", supabase);
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) names.push(name);
  names.sort();
  assertEquals(
    names.filter((name) => !/^\d{14}_[a-z_]+\.sql$/.test(name)),
    [],
  );
  assertEquals(
    released.map(([, name]) => name),
    names.slice(0, released.length),
  );
  for (const [hash, name = ""] of released) {
    const bytes = await Deno.readFile(new URL(name, folder));
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    assertEquals(encodeHex(digest), hash, name);
  }
});

Deno.test("the rules of access are those that were read and agreed: supabase/access.txt", async () => {
  const kept = await Deno.readTextFile(new URL("access.txt", supabase));
  assertEquals(await accessRules(house().databaseUrl), kept);
});

Deno.test("what the advisors of Supabase look for is not there", async (t) => {
  await using sql = openSql();
  const none = async (name: string, query: string) => {
    await t.step(name, async () => {
      const rows = await sql.unsafe(query);
      assertEquals(rows.map((row) => row.place), []);
    });
  };
  await none(
    "several permissive policies of one command for one role",
    `
    select format('%s %s %s', tablename, cmd, role) as place
    from pg_policies cross join unnest(roles) as role
    where schemaname = 'public' and permissive = 'PERMISSIVE'
    group by tablename, cmd, role having count(*) > 1`,
  );
  await none(
    "a foreign key without an index",
    `
    select format('%s %s', conrelid::regclass, conname) as place
    from pg_constraint
    where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not exists (
        select from pg_index
        where indrelid = conrelid and indpred is null
          and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
      )`,
  );
  await none(
    "a function whose search_path may be changed",
    `
    select oid::regprocedure::text as place from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'admin'::regnamespace)
      and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`,
  );
  await none(
    "a policy that asks who somebody is once for each row",
    `
    select format('%s: %s', tablename, policyname) as place from pg_policies
    where schemaname in ('public', 'realtime')
      and concat(qual, with_check) ~ '(auth\\.\\w+|current_setting|private\\.\\w+)\\('
      and regexp_replace(concat(qual, with_check), 'SELECT (private|auth|realtime)\\.\\w+\\(', '', 'g')
        ~ '(auth|private)\\.(uid|jwt|verified_uid|verified_kind|my_\\w+)\\('`,
  );
});
