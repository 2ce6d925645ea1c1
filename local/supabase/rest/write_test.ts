import { assertEquals } from "@std/assert";
import { testRest } from "./testing.ts";

const ARCHIVE = {
  "content-profile": "archive",
  prefer: "return=representation",
};

Deno.test("inserting: one or many, what comes back, what is missing", async () => {
  await using rest = await testRest();
  const db = rest.as("service").schema("archive");
  const one = await db.from("letters").insert({ body: "one" }).select("id,body")
    .single();
  assertEquals([one.status, one.data], [201, { id: 1, body: "one" }]);
  const minimal = await db.from("letters").insert({ body: "two" });
  assertEquals([minimal.status, minimal.data], [201, null]);
  const nulls = await db.from("letters").insert([{ body: "three" }, {
    code: "abc",
  }]).select("body,code");
  assertEquals<unknown>(nulls.data, [{ body: "three", code: null }, {
    body: null,
    code: "abc",
  }]);
  const defaults = await db.from("letters").insert([{ body: "four" }, {
    code: "abc",
  }], { defaultToNull: false })
    .select("body,code");
  assertEquals<unknown>(defaults.data, [{ body: "four", code: null }, {
    body: "empty",
    code: "abc",
  }]);
  const empty = await rest.ask("/letters", {
    method: "POST",
    headers: ARCHIVE,
    body: "[]",
  });
  assertEquals([empty.status, empty.body], [201, []]);
  const bare = await rest.ask("/letters?select=body", {
    method: "POST",
    headers: ARCHIVE,
    body: "[{},{}]",
  });
  assertEquals(bare.body, [{ body: "empty" }, { body: "empty" }]);
});

Deno.test("inserting: where the new row is", async () => {
  await using rest = await testRest();
  const located = async (path: string, body: unknown) =>
    (await rest.ask(path, {
      method: "POST",
      headers: { prefer: "return=headers-only" },
      body: JSON.stringify(body),
    })).headers.get("location");
  assertEquals(
    await located("/doctors", { id: 7, name: "Zoe" }),
    "/doctors?id=eq.7",
  );
  assertEquals(
    await located("/appointment_topics", { appointment_id: 4, topic_id: 2 }),
    "/appointment_topics?appointment_id=eq.4&topic_id=eq.2",
  );
  assertEquals(
    await located("/open_appointments", { by: 1 }),
    "/open_appointments?id=eq.5",
  );
});

Deno.test("inserting: CSV and forms; bodies that are neither are refused", async () => {
  await using rest = await testRest();
  const send = (type: string, body: string) =>
    rest.ask("/letters?select=body,code", {
      method: "POST",
      headers: { ...ARCHIVE, "content-type": type },
      body,
    });
  assertEquals(
    (await send("text/csv", 'body,code\r\n"a ""b"", c",NULL\r\nd,e')).body,
    [
      { body: 'a "b", c', code: null },
      { body: "d", code: "e  " },
    ],
  );
  assertEquals(
    (await send("application/x-www-form-urlencoded", "body=a+b&code=x")).body,
    [
      { body: "a b", code: "x  " },
    ],
  );
  const refused: [type: string, body: string, code: string][] = [
    ["application/json", "nope", "PGRST102"],
    ["application/json", "", "PGRST102"],
    ["application/json", '[{"body":"a"},{"code":"b"}]', "PGRST102"],
    ["application/json", '[{"body":"a"},7]', "PGRST102"],
    ["application/json", '{"nope":"a"}', "PGRST204"],
    ["application/json", '{"total":5}', "428C9"],
    ["application/json", '{"code":"too long"}', "22001"],
    ["application/json", '{"constructor":"a"}', "PGRST204"],
    ["text/csv", "body,code\na", "PGRST102"],
    ["text/xml", "<a/>", "PGRST102"],
  ];
  for (const [type, body, code] of refused) {
    const answer = await send(type, body);
    assertEquals([answer.status, answer.body.code], [400, code], body);
  }
});

Deno.test("upserting: merging, ignoring, and whether something new was made", async () => {
  await using rest = await testRest();
  const db = rest.as("service");
  const merged = await db.from("doctors").upsert({ id: 1, name: "Anne" })
    .select("id,name,languages");
  assertEquals([merged.status, merged.data], [200, [{
    id: 1,
    name: "Anne",
    languages: ["fr", "lb"],
  }]]);
  const mixed = await db.from("doctors").upsert([{ id: 1, name: "Anna" }, {
    id: 8,
    name: "New",
  }]);
  assertEquals(mixed.status, 201);
  const ignored = await db.from("doctors").upsert({ id: 1, name: "Not me" }, {
    ignoreDuplicates: true,
    onConflict: "id",
  })
    .select();
  assertEquals([ignored.status, ignored.data], [201, []]);
  assertEquals(
    (await db.from("doctors").select("name").eq("id", 1).single()).data,
    { name: "Anna" },
  );
  assertEquals(
    (await db.from("doctors").upsert({ id: 1, name: "x" }, {
      onConflict: "name",
    })).error?.code,
    "42P10",
  );
});

Deno.test("updating and deleting: only what the filters say", async () => {
  await using rest = await testRest();
  const db = rest.as("service");
  const updated = await db.from("appointments").update({ state: "done" }, {
    count: "exact",
  })
    .eq("doctor_id", 2).or("state.eq.booked,state.eq.cancelled").select(
      "id,state,doctors(name)",
    ).order("id");
  assertEquals([updated.status, updated.count], [200, 2]);
  assertEquals<unknown>(updated.data?.[0], {
    id: 3,
    state: "done",
    doctors: { name: "Bert" },
  });
  assertEquals(
    (await db.from("appointments").update({ state: "done" }).eq("id", 99))
      .status,
    204,
  );
  assertEquals(
    (await db.from("appointments").update({}).eq("id", 1).select()).data,
    [],
  );
  const deleted = await db.from("appointments").delete({ count: "exact" }).gt(
    "id",
    3,
  ).select("id");
  assertEquals([deleted.status, deleted.count, deleted.data], [200, 1, [{
    id: 4,
  }]]);
  const kept = await db.from("doctors").delete().eq("id", 1);
  assertEquals([kept.status, kept.error?.code], [409, "23503"]);
});

Deno.test("changes that affect another number of rows than allowed are rolled back", async () => {
  await using rest = await testRest();
  const db = rest.as("service");
  const names = async () =>
    (await db.from("doctors").select("name").order("id")).data?.map((
      { name },
    ) => name);
  const single = await db.from("doctors").update({ name: "X" }).gt("id", 1)
    .select().single();
  assertEquals([single.status, single.error?.code], [406, "PGRST116"]);
  const limit = (filter: string, most: number) =>
    rest.ask(`/doctors?${filter}`, {
      method: "PATCH",
      headers: { prefer: `handling=strict, max-affected=${most}` },
      body: '{"name":"X"}',
    });
  const limited = await limit("id=gt.0", 2);
  assertEquals([limited.status, limited.body.code], [400, "PGRST124"]);
  const undone = await db.from("doctors").update({ name: "X" }).eq("id", 1)
    .select("name").rollback().single();
  assertEquals(undone.data, { name: "X" });
  assertEquals(await names(), ["Anouk", "Bert", "Claire"]);
  assertEquals((await limit("id=eq.1", 1)).status, 204);
  assertEquals(await names(), ["X", "Bert", "Claire"]);
});

Deno.test("PUT: the one row that the whole key names", async () => {
  await using rest = await testRest();
  const put = (query: string, body: unknown) =>
    rest.ask(`/doctors?${query}`, {
      method: "PUT",
      headers: { prefer: "return=representation" },
      body: JSON.stringify(body),
    });
  assertEquals(
    (await put("id=eq.9&select=name", { id: 9, name: "New" })).status,
    201,
  );
  const again = await put("id=eq.9&select=name", { id: 9, name: "Newer" });
  assertEquals([again.status, again.body], [200, [{ name: "Newer" }]]);
  assertEquals(
    (await put("id=eq.9", { id: 8, name: "Other" })).body.code,
    "PGRST115",
  );
  assertEquals(
    (await put("id=gt.9", { id: 9, name: "New" })).body.code,
    "PGRST105",
  );
  assertEquals(
    (await put("name=eq.x", { id: 9, name: "New" })).body.code,
    "PGRST105",
  );
  assertEquals(
    (await put("id=eq.9&limit=1", { id: 9, name: "New" })).body.code,
    "PGRST114",
  );
  assertEquals((await rest.ask("/doctors?select=id&id=gte.8")).body, [{
    id: 9,
  }]);
});

Deno.test("the answer says which preferences counted", async () => {
  await using rest = await testRest();
  const applied = async (
    method: string,
    path: string,
    prefer: string,
    body?: string,
  ) =>
    (await rest.ask(path, { method, body, headers: { prefer } })).headers.get(
      "preference-applied",
    );
  assertEquals(
    await applied("GET", "/doctors", "count=exact, return=minimal, nope"),
    "count=exact",
  );
  assertEquals(
    await applied(
      "POST",
      "/doctors",
      "missing=default,resolution=merge-duplicates,return=minimal",
      '{"id":1,"name":"A"}',
    ),
    "resolution=merge-duplicates, missing=default, return=minimal",
  );
  assertEquals(
    await applied(
      "PATCH",
      "/doctors?id=eq.1",
      "handling=strict,max-affected=1",
      '{"name":"A"}',
    ),
    "handling=strict, max-affected=1",
  );
  const zone = await rest.ask("/appointments?select=starts_at&id=eq.1", {
    headers: { prefer: "timezone=Europe/Luxembourg" },
  });
  assertEquals(zone.body, [{ starts_at: "2026-01-05T10:00:00+01:00" }]);
});
