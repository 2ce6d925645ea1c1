import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { migrate, MigrationError, resetDatabase } from "./migrations.ts";
import { openDatabase } from "./database.ts";
import { splitStatements } from "./statements.ts";
import { testDatabase } from "./testing.ts";

/** A working folder with these files below `supabase/`. */
async function folder(files: Record<string, string>) {
  const workdir = await Deno.makeTempDir({ prefix: "migrations-test-" });
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) {
      const path = join(workdir, "supabase", name);
      await Deno.mkdir(join(path, ".."), { recursive: true });
      await Deno.writeTextFile(path, text);
    }
  };
  await write(files);
  return {
    workdir,
    write,
    [Symbol.asyncDispose]: () => Deno.remove(workdir, { recursive: true }),
  };
}

Deno.test("migrations run once each, in order, as the role postgres, and are recorded as the CLI does", async () => {
  await using db = await testDatabase();
  await using project = await folder({
    "migrations/20260101000000_first.sql":
      "set search_path = '';\ncreate table public.a (id int);\ncreate table public.b ();",
    "migrations/20260102000000_second.sql":
      "insert into a values (1); -- the search path is the database's own again",
    "migrations/readme.sql": "select broken",
    "seed.sql": "insert into a values (2);",
  });
  const options = {
    url: db.url,
    workdir: project.workdir,
    seeds: ["./seed.sql", "./missing.sql"],
  };
  assertEquals(await migrate(options), [
    "20260101000000_first.sql",
    "20260102000000_second.sql",
    "supabase/seed.sql",
  ]);
  assertEquals(await migrate(options), []);
  await project.write({
    "migrations/20260103000000_third.sql": "insert into a values (3);",
  });
  assertEquals(await migrate(options), ["20260103000000_third.sql"]);
  assertEquals((await db.admin`select id from public.a`).map(({ id }) => id), [
    1,
    2,
    3,
  ]);
  const recorded = await db
    .admin`select * from supabase_migrations.schema_migrations order by version`;
  assertEquals(recorded[0]?.name, "first");
  assertEquals(recorded[0]?.statements.length, 3);
  const [table] = await db.admin`
    select tableowner, has_table_privilege('authenticated', 'public.a', 'select') as readable
    from pg_tables where tablename = 'a'`;
  assertEquals([table?.tableowner, table?.readable], ["postgres", true]);
});

Deno.test("a failing migration names file, line and statement, and leaves nothing of itself", async () => {
  await using db = await testDatabase();
  await using project = await folder({
    "migrations/20260101000000_broken.sql":
      "create table public.a (id int);\n\n-- why\ninsert into public.a\nvalues (1),\n  (nonsense);\n",
  });
  const error = await assertRejects(
    () => migrate({ url: db.url, workdir: project.workdir, seeds: [] }),
    MigrationError,
  );
  assertEquals(error.line, 6);
  assert(
    error.message.includes(
      '20260101000000_broken.sql:6: column "nonsense" does not exist',
    ),
    error.message,
  );
  assert(error.message.includes("insert into public.a"));
  assertEquals(
    (await db.admin`select from pg_tables where tablename = 'a'`).count,
    0,
  );
});

Deno.test("a migration older than the last applied one is refused", async () => {
  await using db = await testDatabase();
  await using project = await folder({
    "migrations/20260102000000_b.sql": "select 1;",
  });
  const options = { url: db.url, workdir: project.workdir, seeds: [] };
  await migrate(options);
  await project.write({ "migrations/20260101000000_a.sql": "select 1;" });
  await assertRejects(
    () => migrate(options),
    Error,
    "20260101000000_a.sql is older",
  );
});

Deno.test("a reset leaves a new project", async () => {
  await using db = await testDatabase();
  await using project = await folder({
    "migrations/20260101000000_a.sql":
      "create table public.a (); create schema private;",
  });
  const options = { url: db.url, workdir: project.workdir, seeds: [] };
  await migrate(options);
  await resetDatabase(db.url);
  await using again = await openDatabase({ url: db.url });
  assertEquals(
    (await again
      .admin`select to_regclass('public.a') as a, to_regnamespace('private') as b, to_regclass('auth.users')::text as c`)[
        0
      ],
    {
      a: null,
      b: null,
      c: "auth.users",
    },
  );
  assertEquals(await migrate(options), ["20260101000000_a.sql"]);
});

Deno.test("statements end at the semicolons that end them, and know their line", () => {
  const source = `-- a comment; with one
create function f() returns text language sql as $$ select ';'; $$;
select 'it''s; one', E'\\';', "a;b", $tag$ ; $$ ; $tag$ /* ; /* nested ; */ ; */;

create function g() returns int begin atomic
  select case when true then 1 end;
  select 2;
end;
select 3`;
  const statements = splitStatements(source);
  assertEquals(statements.map(({ line }) => line), [2, 3, 5, 9]);
  assertEquals(statements.at(-1)?.text, "select 3");
  assertEquals(splitStatements("-- nothing\n;;\n /* at all */ "), []);
  assertEquals(splitStatements("select $1, a$b$c from t;select 2").length, 2);
  assertEquals(splitStatements("select 'never ends; ").length, 1);
});
