import { assertEquals, assertRejects } from "@std/assert";
import { testDatabase } from "./testing.ts";

Deno.test("a caller's role and claims reach auth.uid() and the policies, the authenticator alone reads nothing", async () => {
  await using db = await testDatabase();
  await db.admin.begin(async (sql) => {
    await sql`set local session authorization postgres`;
    await sql`create extension if not exists btree_gist with schema extensions`;
    await sql`create table public.notes (owner uuid default auth.uid())`;
  });
  const owner = crypto.randomUUID();
  const rows = await db.authenticator.begin(async (sql) => {
    await sql`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${
      JSON.stringify({ sub: owner, role: "authenticated" })
    }, true)`;
    return await sql`insert into public.notes default values returning owner, auth.role() as role`;
  });
  assertEquals(rows[0]?.owner, owner);
  assertEquals(rows[0]?.role, "authenticated");
  await assertRejects(
    () => db.authenticator`select * from public.notes`,
    Error,
    "permission denied",
  );
  await assertRejects(
    () => db.authenticator`set role postgres`,
    Error,
    "permission denied",
  );
});

Deno.test("notifications arrive after commit, in commit order, and never from a rolled-back transaction", async () => {
  await using db = await testDatabase();
  const heard: string[] = [];
  const last = Promise.withResolvers<void>();
  await using _listening = await db.listen("news", (payload) => {
    heard.push(payload);
    if (payload === "last") last.resolve();
  });
  await db.admin.begin(async (sql) => {
    await sql`select pg_notify('news', 'rolled back')`;
    throw new Error("no");
  }).catch(() => {});
  await db.admin`select pg_notify('news', 'first')`;
  await db.admin`select pg_notify('news', 'last')`;
  await last.promise;
  assertEquals(heard, ["first", "last"]);
});
