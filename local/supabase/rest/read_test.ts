import { assert, assertEquals } from "@std/assert";
import { testRest, until } from "./testing.ts";

Deno.test("reading", async (t) => {
  await using rest = await testRest();
  await t.step(
    "reading: columns, JSON paths, casts, computed columns and order",
    async () => {
      const db = rest.as("service");
      const { data } = await db.from("doctors")
        .select(
          'id, school:cv->school->>name, cv->years->1, hours:"office hours"::text, first_letter',
        )
        .order("cv->school->>name", { nullsFirst: false }).order("id", {
          ascending: false,
        });
      assertEquals<unknown>(data, [
        {
          id: 1,
          school: "Uni",
          years: 2005,
          hours: "[8,12)",
          first_letter: "A",
        },
        { id: 3, school: null, years: null, hours: null, first_letter: "C" },
        {
          id: 2,
          school: null,
          years: null,
          hours: "[13,18)",
          first_letter: "B",
        },
      ]);
    },
  );

  await t.step("reading: each operator finds what it should", async () => {
    const ids = async (query: string) =>
      (await rest.ask(`/doctors?select=id&order=id&${query}`)).body.map((
        { id }: { id: number },
      ) => id);
    const expectations: [query: string, found: number[]][] = [
      ["id=eq.1", [1]],
      ["id=neq.1", [2, 3]],
      ["id=gt.1&id=lt.3", [2]],
      ["id=gte.2&id=lte.2", [2]],
      ["id=in.(1,3)", [1, 3]],
      ["id=in.()", []],
      ["id=not.in.(1,3)", [2]],
      ["name=like.A*", [1]],
      ["name=ilike.*R*", [2, 3]],
      ["name=like(any).{A*,B*}", [1, 2]],
      ["name=like(all).{*r*,B*}", [2]],
      ["id=eq(any).{1,3}", [1, 3]],
      ["name=match.^[AB]", [1, 2]],
      ["name=imatch.^c", [3]],
      ["cv=is.null", [2]],
      ["cv=not.is.null", [1, 3]],
      ["cv=is.not_null", [1, 3]],
      ["languages=cs.{fr}", [1]],
      ["languages=cd.{fr,lb,de}", [1, 2, 3]],
      ["languages=ov.{de,fr}", [1, 2]],
      ["office%20hours=sl.[13,18)", [1]],
      ["office%20hours=sr.[8,12)", [2]],
      ["office%20hours=nxr.[8,12)", [1]],
      ["office%20hours=nxl.[8,12)", [1, 2]],
      ["office%20hours=adj.[12,13)", [1, 2]],
      ["office%20hours=isdistinct.[8,12)", [2, 3]],
      ["cv->school->>name=eq.Uni", [1]],
      ["cv->years->>0=eq.2001", [1]],
      ["or=(id.eq.1,and(id.gt.1,name.like.C*))", [1, 3]],
      ["not.or=(id.eq.1,id.eq.2)", [3]],
      ["and=(id.gte.1,not.and(id.gte.2,id.lte.2))", [1, 3]],
      ["name=fts.anouk", [1]],
      ["name=plfts(english).claire", [3]],
    ];
    for (const [query, found] of expectations) {
      assertEquals(await ids(query), found, query);
    }
  });

  await t.step(
    "embedding: every cardinality, through views and functions",
    async () => {
      const get = async (path: string) => (await rest.ask(path)).body;
      assertEquals(await get("/rooms?select=floor,doctors(name)"), [{
        floor: 3,
        doctors: { name: "Anouk" },
      }]);
      assertEquals(
        await get("/doctors?select=id,rooms(floor)&id=lte.2&order=id"),
        [
          { id: 1, rooms: { floor: 3 } },
          { id: 2, rooms: null },
        ],
      );
      assertEquals(
        await get(
          "/doctors?select=id,appointments(id)&order=id&appointments.order=id.desc&appointments.limit=1",
        ),
        [
          { id: 1, appointments: [{ id: 2 }] },
          { id: 2, appointments: [{ id: 4 }] },
          { id: 3, appointments: [] },
        ],
      );
      assertEquals(
        await get(
          "/appointments?select=id,topics(title)&order=id&limit=1&topics.order=title.desc",
        ),
        [
          { id: 1, topics: [{ title: "Skin" }, { title: "Heart" }] },
        ],
      );
      assertEquals(
        await get(
          "/topics?select=title,parent_id(title),topics(title)&id=eq.1",
        ),
        [
          { title: "Heart", parent_id: null, topics: [{ title: "Valve" }] },
        ],
      );
      assertEquals(
        await get(
          "/open_appointments?select=id,doctors(name)&order=id&limit=1",
        ),
        [
          { id: 1, doctors: { name: "Anouk" } },
        ],
      );
      assertEquals(await get("/doctors?select=colleagues(name)&id=eq.1"), [
        { colleagues: [{ name: "Bert" }, { name: "Claire" }] },
      ]);
      assertEquals(
        await get("/rooms?select=floor,...doctors(name,languages)"),
        [
          { floor: 3, name: "Anouk", languages: ["fr", "lb"] },
        ],
      );
      assertEquals(
        await get(
          "/doctors?select=id,...appointments(numbers:id)&id=eq.1&appointments.order=id.desc",
        ),
        [{ id: 1, numbers: [2, 1] }],
      );
    },
  );

  await t.step(
    "embedding: hints choose, their absence names the choices",
    async () => {
      const { data } = await rest.as("service").from("patients")
        .select(
          "name, doctor:doctors!doctor_id(name), referrer:doctors!patients_referrer_id_fkey(name)",
        )
        .eq("name", "Ada").single();
      assertEquals<unknown>(data, {
        name: "Ada",
        doctor: { name: "Anouk" },
        referrer: { name: "Bert" },
      });
      const ambiguous = await rest.ask("/patients?select=doctors(name)");
      assertEquals([ambiguous.status, ambiguous.body.code], [300, "PGRST201"]);
      assertEquals(ambiguous.body.details[0], {
        cardinality: "many-to-one",
        embedding: "patients with doctors",
        relationship:
          "patients_doctor_id_fkey using patients(doctor_id) and doctors(id)",
      });
      const none = await rest.ask("/rooms?select=topics(*)");
      assertEquals([none.status, none.body.code], [400, "PGRST200"]);
    },
  );

  await t.step(
    "embedding: filters on an embed leave the parent alone, inner ones and null tests do not",
    async () => {
      const { data } = await rest.as("service").from("doctors")
        .select("id, appointments(id)").eq("appointments.state", "done").order(
          "id",
        );
      assertEquals<unknown>(data, [
        { id: 1, appointments: [{ id: 2 }] },
        { id: 2, appointments: [] },
        { id: 3, appointments: [] },
      ]);
      const inner = await rest.as("service").from("doctors")
        .select("id, appointments!inner(id)", { count: "exact" }).eq(
          "appointments.state",
          "done",
        );
      assertEquals<unknown>(inner.data, [{ id: 1, appointments: [{ id: 2 }] }]);
      assertEquals(inner.count, 1);
      const without = await rest.ask(
        "/doctors?select=id,appointments()&appointments=is.null",
        {
          headers: { prefer: "count=exact" },
        },
      );
      assertEquals([without.body, without.headers.get("content-range")], [[{
        id: 3,
      }], "0-0/1"]);
      const either = await rest.ask(
        "/doctors?select=id,rooms()&or=(rooms.not.is.null,id.eq.3)&order=id",
      );
      assertEquals(either.body, [{ id: 1 }, { id: 3 }]);
      assertEquals(
        (await rest.ask("/doctors?select=id,rooms()&rooms=eq.1")).body.code,
        "PGRST120",
      );
      assertEquals(
        (await rest.ask("/doctors?rooms.floor=eq.1")).body.code,
        "PGRST108",
      );
    },
  );

  await t.step(
    "embedding: ordering by a column of the one at the other end",
    async () => {
      const { body } = await rest.ask(
        "/appointments?select=id,doctors(name)&order=doctors(name).desc,id",
      );
      assertEquals(body.map(({ id }: { id: number }) => id), [3, 4, 1, 2]);
      assertEquals(
        (await rest.ask(
          "/doctors?select=id,appointments(id)&order=appointments(id)",
        )).body.code,
        "PGRST118",
      );
    },
  );

  await t.step(
    "ranges and counts: limit, offset, the Range header, 206 and 416",
    async () => {
      const page = await rest.as("service").from("doctors").select("id", {
        count: "exact",
      }).order("id").range(1, 1);
      assertEquals([page.status, page.count, page.data], [206, 3, [{ id: 2 }]]);
      const all = await rest.as("service").from("doctors").select("*", {
        count: "exact",
        head: true,
      });
      assertEquals([all.status, all.count, all.data], [200, 3, null]);
      const ask = (path: string, headers: HeadersInit) =>
        rest.ask(path, { headers });
      const ranged = await ask("/doctors?select=id&order=id", { range: "0-1" });
      assertEquals([ranged.status, ranged.headers.get("content-range")], [
        200,
        "0-1/*",
      ]);
      assertEquals(
        (await ask("/doctors?limit=0", {})).headers.get("content-range"),
        "*/*",
      );
      const beyond = await ask("/doctors?offset=9", { prefer: "count=exact" });
      assertEquals([beyond.status, beyond.body.code], [416, "PGRST103"]);
      assertEquals((await ask("/doctors?limit=-1", {})).status, 416);
      assertEquals((await ask("/doctors", { range: "5-2" })).status, 416);
      const planned = await ask("/doctors", { prefer: "count=planned" });
      assert(/^0-2\/\d+$/.test(planned.headers.get("content-range") ?? ""));
      const estimated = await ask("/doctors?limit=1", {
        prefer: "count=estimated",
      });
      assertEquals(estimated.headers.get("content-range"), "0-0/3");
    },
  );

  await t.step(
    "shapes: one object or none, CSV, without nulls, the plan, and what there is not",
    async () => {
      const db = rest.as("service");
      assertEquals(
        (await db.from("doctors").select("name").eq("id", 1).single()).data,
        { name: "Anouk" },
      );
      const several = await db.from("doctors").select("name").single();
      assertEquals([
        several.status,
        several.error?.code,
        several.error?.details,
      ], [
        406,
        "PGRST116",
        "The result contains 3 rows",
      ]);
      assertEquals(
        (await db.from("doctors").select("name").eq("id", 9).maybeSingle())
          .data,
        null,
      );
      assertEquals(
        (await db.from("doctors").select("id,name").order("id").limit(2).csv())
          .data,
        "id,name\n1,Anouk\n2,Bert",
      );
      const stripped = await rest.ask("/doctors?select=id,cv&id=eq.2", {
        headers: { accept: "application/vnd.pgrst.array+json;nulls=stripped" },
      });
      assertEquals(stripped.body, [{ id: 2 }]);
      const plan = await db.from("doctors").select().explain({
        settings: true,
        format: "json",
      });
      const [{ Plan, Settings }] = JSON.parse(JSON.stringify(plan.data));
      assert(Plan["Node Type"]);
      assertEquals(Settings, {
        effective_cache_size: "128MB",
        search_path: '"public", "public", "extensions"',
      });
      assertEquals(
        (await rest.ask("/doctors", { headers: { accept: "image/png" } })).body
          .code,
        "PGRST107",
      );
      assertEquals((await rest.ask("/")).status, 501);
      assertEquals((await rest.ask("/nope")).body.code, "PGRST205");
      assertEquals(
        (await rest.ask("/doctor")).body.hint,
        "Perhaps you meant the table 'public.doctors'",
      );
      assertEquals((await rest.ask("/a/b")).body.code, "PGRST125");
      assertEquals(
        (await rest.ask("/doctors", { method: "PROPFIND" })).body.code,
        "PGRST117",
      );
    },
  );
});

Deno.test("aggregates: grouped by what else is selected, also across a spread", async () => {
  await using rest = await testRest();
  const get = async (path: string) => (await rest.ask(path)).body;
  assertEquals(
    await get(
      "/appointments?select=state,price.sum(),count()&order=state&limit=2",
    ),
    [
      { state: "booked", sum: 60, count: 2 },
      { state: "done", sum: 60.5, count: 1 },
    ],
  );
  assertEquals(
    await get(
      "/appointments?select=total:price.sum(),...doctors(name)&order=doctors(name)",
    ),
    [
      { total: 110.5, name: "Anouk" },
      { total: 10, name: "Bert" },
    ],
  );
  assertEquals(
    await get("/doctors?select=id,appointments(price.max()::int)&id=eq.1"),
    [
      { id: 1, appointments: [{ max: 61 }] },
    ],
  );
  await rest.db
    .admin`alter role authenticator reset pgrst.db_aggregates_enabled`;
  await rest.db.admin`notify pgrst`;
  await until(
    rest,
    async () => (await rest.ask("/appointments?select=count()")).status === 400,
  );
  assertEquals(
    (await rest.ask("/appointments?select=count()")).body.code,
    "PGRST123",
  );
});
