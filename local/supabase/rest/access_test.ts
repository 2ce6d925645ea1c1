import { assert, assertEquals } from "@std/assert";
import { ADA, BOB, testRest, until } from "./testing.ts";

Deno.test("a patient sees and changes nobody's rows but her own, a stranger none, the service all", async () => {
  await using rest = await testRest();
  const names = async (who: "anon" | "ada" | "bob" | "service") =>
    (await rest.as(who).from("patients").select("name").order("name")).data
      ?.map(({ name }) => name);
  assertEquals(await names("anon"), []);
  assertEquals(await names("ada"), ["Ada"]);
  assertEquals(await names("bob"), ["Bob"]);
  assertEquals(await names("service"), ["Ada", "Bob"]);
  const ada = rest.as("ada");
  const embedded = await ada.from("doctors").select(
    "id, appointments(patient_id, patients(name))",
  ).eq("id", 1);
  assertEquals<unknown>(embedded.data, [{
    id: 1,
    appointments: [{ patient_id: ADA, patients: { name: "Ada" } }],
  }]);
  const counted = await ada.from("appointments").select("*", {
    count: "exact",
    head: true,
  });
  assertEquals(counted.count, 2);
  const foreign = await ada.from("appointments").insert({
    doctor_id: 1,
    patient_id: BOB,
  });
  assertEquals([foreign.status, foreign.error?.code], [403, "42501"]);
  assertEquals(
    (await ada.from("appointments").update({ state: "done" }).eq(
      "patient_id",
      BOB,
    ).select()).data,
    [],
  );
  const nobody = await rest.as("anon").from("appointments").insert({
    doctor_id: 1,
    patient_id: BOB,
  });
  assertEquals([nobody.status, nobody.error?.code], [401, "42501"]);
});

Deno.test("a row that may be written but not read is written, and never shown", async () => {
  await using rest = await testRest();
  await rest.db.admin.unsafe(
    `create policy "Anyone leaves a row" on public.patients for insert to anon with check (true)`,
  );
  const anon = rest.as("anon");
  const id = crypto.randomUUID();
  assertEquals(
    (await anon.from("patients").insert({ id, name: "Eve" })).status,
    201,
  );
  const shown = await anon.from("patients").insert({
    id: crypto.randomUUID(),
    name: "Eve",
  }).select();
  assertEquals([shown.status, shown.error?.code], [401, "42501"]);
});

Deno.test("tokens: each fault has its answer", async () => {
  await using rest = await testRest();
  const ask = (token: string) => rest.ask("/doctors?limit=1", { token });
  const malformed = await ask("abc");
  assertEquals(
    [malformed.status, malformed.body.code, malformed.body.message],
    [
      401,
      "PGRST301",
      "Expected 3 parts in JWT; got 1",
    ],
  );
  assertEquals(
    malformed.headers.get("www-authenticate"),
    'Bearer error="invalid_token", error_description="Expected 3 parts in JWT; got 1"',
  );
  const seconds = Math.floor(Date.now() / 1000);
  const expired = await ask(
    await rest.keys.sign({ role: "service_role", exp: seconds - 100 }),
  );
  assertEquals([expired.status, expired.body.code, expired.body.message], [
    401,
    "PGRST303",
    "JWT expired",
  ]);
  const unsigned = `${btoa('{"alg":"none"}')}.${
    btoa('{"role":"service_role"}')
  }.`.replaceAll("=", "");
  assertEquals(
    [(await ask(unsigned)).status, (await ask(unsigned)).body.code],
    [401, "PGRST301"],
  );
  const stolen = await rest.keys.sign({
    role: "supabase_admin",
    exp: seconds + 100,
  });
  assertEquals((await ask(stolen)).status, 403);
  const unknown = await rest.keys.sign({
    role: "nobody at all",
    exp: seconds + 100,
  });
  assertEquals((await ask(unknown)).status, 401);
  assertEquals(
    (await rest.ask("/doctors?select=id&limit=1", { token: null })).body,
    [{ id: 1 }],
  );
});

Deno.test("a function sees who asks, and how; the limits of the role hold", async () => {
  await using rest = await testRest();
  const headers = { "x-test": 'a "quoted" ü', cookie: "a=b=c; d=e" };
  const { body } = await rest.ask("/rpc/whoami", {
    method: "POST",
    who: "ada",
    headers,
  });
  assertEquals(body, {
    role: "authenticated",
    sub: ADA,
    path: "/rpc/whoami",
    method: "POST",
    header: 'a "quoted" ü',
    cookie: "b=c",
    read_only: "on", // the function is stable
    zone: "UTC",
    timeout: "8s",
  });
  await rest.db.admin`alter role anon set statement_timeout = '100ms'`;
  await rest.db.admin`notify pgrst, 'reload config'`;
  await until(
    rest,
    async () =>
      (await rest.ask("/rpc/whoami", { who: "anon" })).body.timeout === "100ms",
  );
  const slow = await rest.ask("/rpc/refuse", {
    method: "POST",
    who: "anon",
    body: '{"kind":"slow"}',
  });
  assertEquals([slow.status, slow.body.code], [500, "57014"]);
});

Deno.test("nothing of one request is left for the next on the same connection", async () => {
  await using rest = await testRest();
  const asked = await Promise.all(
    Array.from(
      { length: 60 },
      (_, n) =>
        rest.ask("/rpc/whoami", {
          who: n % 3 === 0 ? "ada" : n % 3 === 1 ? "bob" : "anon",
        }),
    ),
  );
  assertEquals(
    asked.map(({ body }) => body.sub),
    Array.from(
      { length: 60 },
      (_, n) => n % 3 === 0 ? ADA : n % 3 === 1 ? BOB : null,
    ),
  );
  const [row] = await rest.db
    .authenticator`select current_user as who, current_setting('request.jwt.claims', true) as claims`;
  assertEquals([row?.who, row?.claims || null], ["authenticator", null]);
});

Deno.test("a connection that is lost in the middle is answered, and replaced", async () => {
  await using rest = await testRest();
  const slow = rest.ask("/rpc/refuse", {
    method: "POST",
    body: '{"kind":"slow"}',
  });
  const cut = () =>
    rest.db.admin`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'authenticator' and query like '%refuse%' and state = 'active'`;
  await until(rest, async () => (await cut()).length > 0);
  const answer = await slow;
  assertEquals([answer.status, answer.body.code], [503, "PGRST001"]);
  assertEquals((await rest.ask("/doctors?select=id&limit=1")).body, [{
    id: 1,
  }]);
});

Deno.test("schemas: chosen by profile, others are not there", async () => {
  await using rest = await testRest();
  const archived = await rest.ask("/letters", {
    headers: { "accept-profile": "archive" },
  });
  assertEquals([archived.status, archived.headers.get("content-profile")], [
    200,
    "archive",
  ]);
  assertEquals((await rest.ask("/letters")).body.code, "PGRST205");
  const hidden = await rest.ask("/users", {
    headers: { "accept-profile": "auth" },
  });
  assertEquals([hidden.status, hidden.body.code, hidden.body.hint], [
    406,
    "PGRST106",
    "Only the following schemas are exposed: public, archive",
  ]);
});

Deno.test("a change of the schema is noticed without being told", async () => {
  await using rest = await testRest();
  const found = (path: string) => async () =>
    (await rest.ask(path)).status === 200;
  await rest.db
    .admin`create table public.fresh (id int primary key, doctor_id int references public.doctors)`;
  await rest.db.admin`grant all on public.fresh to service_role`;
  await until(rest, found("/fresh?select=id,doctors(name)"));
  await rest.db.admin`alter table public.fresh add column name text`;
  await until(
    rest,
    async () =>
      (await rest.ask("/fresh", {
        method: "POST",
        body: '{"id":1,"name":"n"}',
      }))
        .status === 201,
  );
  await rest.db
    .admin`alter table public.fresh alter column name type int using 7`;
  await until(
    rest,
    async () => (await rest.ask("/fresh?name=eq.7")).status === 200,
  );
  await rest.db.admin`drop table public.fresh`;
  await until(
    rest,
    async () => (await rest.ask("/fresh")).body.code === "PGRST205",
  );
  assert((await rest.ask("/doctors")).status === 200);
});
