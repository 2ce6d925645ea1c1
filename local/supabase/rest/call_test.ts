import { assertEquals } from "@std/assert";
import { ADA, testRest, until } from "./testing.ts";

Deno.test("calling", async (t) => {
  await using rest = await testRest();
  await t.step("calling: every shape of result", async () => {
    const db = rest.as("service");
    const call = async (name: string, given?: object) =>
      (await db.rpc(name, given)).data;
    assertEquals(await call("add", { a: 1 }), 11);
    assertEquals(await call("add", { a: 1, b: 2 }), 3);
    assertEquals(await call("numbers"), [1, 2, 3]);
    assertEquals(await call("pair"), { x: 1, y: "one" });
    assertEquals(await call("single_out", { n: 5 }), { next: 6 });
    assertEquals(await call("a_record"), { id: 1, name: "Anouk" });
    assertEquals(await call("records"), [{ id: 1 }, { id: 2 }, { id: 3 }]);
    // A function that is no set and finds nothing gives a row all the same, as upstream.
    const nobody = {
      id: null,
      name: null,
      languages: null,
      "office hours": null,
      cv: null,
    };
    assertEquals(await call("doctor", { number: 9 }), nobody);
    assertEquals(await call("table_of", { n: 2 }), [{ x: 1, square: 1 }, {
      x: 2,
      square: 4,
    }]);
    assertEquals(await call("echo", { any: ["thing"] }), { any: ["thing"] });
    assertEquals(await call("total", { n: [1, 2, 3] }), 6);
    const nothing = await db.rpc("none");
    assertEquals([nothing.status, nothing.data], [204, null]);
  });

  await t.step("calling: by GET, with text, with bytes", async () => {
    assertEquals((await rest.ask("/rpc/add?a=1&b=-3")).body, -2);
    assertEquals((await rest.ask("/rpc/total?n=1&n=2&n=4")).body, 7);
    assertEquals(
      (await rest.ask("/rpc/numbers?limit=2", {
        headers: { prefer: "count=exact" },
      })).status,
      206,
    );
    const post = (path: string, type: string, body: BodyInit) =>
      rest.ask(path, {
        method: "POST",
        body,
        headers: { "content-type": type },
      });
    assertEquals(
      (await post("/rpc/shout", "text/plain", "grüezi")).body,
      "GRÜEZI",
    );
    assertEquals(
      (await post(
        "/rpc/size",
        "application/octet-stream",
        new Uint8Array([0, 255, 34]),
      )).body,
      3,
    );
    const form = "application/x-www-form-urlencoded";
    assertEquals((await post("/rpc/total", form, "n=1&n=2")).body, 3);
    assertEquals((await post("/rpc/add", form, "a=1&b=5")).body, 6);
    const head = await rest.as("service").rpc("table_of", { n: 3 }, {
      head: true,
      count: "exact",
    });
    assertEquals([head.status, head.count, head.data], [200, 3, null]);
  });

  await t.step(
    "calling: a function writes its own errors, status and headers",
    async () => {
      const refuse = (kind: string) =>
        rest.ask("/rpc/refuse", {
          method: "POST",
          body: JSON.stringify({ kind }),
        });
      const plain = await refuse("plain");
      assertEquals([plain.status, plain.body], [400, {
        code: "P0001",
        message: "no",
        details: "because",
        hint: "try later",
      }]);
      assertEquals(plain.headers.get("proxy-status"), "PostgREST; error=P0001");
      assertEquals((await refuse("teapot")).status, 418);
      const whole = await refuse("whole");
      assertEquals([whole.status, whole.headers.get("x-reason"), whole.body], [
        419,
        "none",
        { code: "X1", message: "mine", details: "d", hint: "h" },
      ]);
      assertEquals((await refuse("broken")).body.code, "PGRST121");
      const own = await refuse("headers");
      assertEquals([own.status, own.headers.get("x-mine"), own.text], [
        202,
        "yes",
        "1",
      ]);
      assertEquals((await refuse("badheaders")).body.code, "PGRST111");
      assertEquals((await refuse("badstatus")).body.code, "PGRST112");
    },
  );
});

Deno.test("calling: rows can be shaped like a table's", async () => {
  await using rest = await testRest();
  const { data, count } = await rest.as("service").rpc("appointments_of", {
    doctor: 1,
  }, { count: "exact" })
    .select("id, patients!inner(name), doctors(name)").eq(
      "patients.name",
      "Ada",
    );
  assertEquals<unknown>(data, [{
    id: 1,
    patients: { name: "Ada" },
    doctors: { name: "Anouk" },
  }]);
  assertEquals(count, 1);
  const filtered = await rest.ask(
    "/rpc/table_of?n=4&square=gt.1&select=s:square&order=x.desc&limit=2",
  );
  assertEquals(filtered.body, [{ s: 16 }, { s: 9 }]);
  const booked = await rest.as("ada").rpc("book", { doctor: 1, patient: ADA })
    .select("state, doctors(name)");
  assertEquals<unknown>(booked.data, {
    state: "booked",
    doctors: { name: "Anouk" },
  });
});

Deno.test("calling: a GET may not write, and nothing is written when the result is refused", async () => {
  await using rest = await testRest();
  const written = await rest.ask(`/rpc/book?doctor=1&patient=${ADA}`);
  assertEquals([written.status, written.body.code], [405, "25006"]);
  const refused = await rest.as("service").rpc("book", {
    doctor: 1,
    patient: ADA,
  }).select("id").gt("id", 1000).single();
  assertEquals([refused.status, refused.error?.code], [406, "PGRST116"]);
  assertEquals(
    (await rest.as("service").from("appointments").select("*", {
      count: "exact",
      head: true,
    })).count,
    4,
  );
  assertEquals(
    (await rest.ask("/rpc/add", { method: "PUT", body: "{}" })).body.code,
    "PGRST101",
  );
});

Deno.test("calling: the function has to be one, and visible", async () => {
  await using rest = await testRest();
  const misspelt = await rest.as("service").rpc("whereami");
  assertEquals(
    [misspelt.status, misspelt.error?.hint],
    [404, "Perhaps you meant to call the function public.whoami"],
  );
  const unknown = await rest.ask("/rpc/add", {
    method: "POST",
    body: '{"a":1,"c":2}',
  });
  assertEquals([unknown.status, unknown.body], [404, {
    code: "PGRST202",
    message: "Could not find the function public.add(a, c) in the schema cache",
    details:
      "Searched for the function public.add with parameters a, c or with a single unnamed json/jsonb parameter, " +
      "but no matches were found in the schema cache.",
    hint: "Perhaps you meant to call the function public.add(a, b)",
  }]);
  // What has no two characters in common with it is nothing that was meant, however short.
  for (const call of ["/rpc/whoami?q=1", "/rpc/add?x=1", "/rpc/zz"]) {
    const { body } = await rest.ask(call);
    assertEquals([body.code, body.hint], ["PGRST202", null], call);
  }
  await rest.db.admin.unsafe(`
    create function public.twice(a int) returns int language sql as 'select 1';
    create function public.twice(a text) returns int language sql as 'select 1'`);
  await until(
    rest,
    async () => (await rest.ask("/rpc/twice?a=1")).status === 300,
  );
  const both = await rest.ask("/rpc/twice", {
    method: "POST",
    body: '{"a":1}',
  });
  assertEquals([both.status, both.body.code, both.body.message], [
    300,
    "PGRST203",
    "Could not choose the best candidate function between: public.twice(a => integer), public.twice(a => text)",
  ]);
  assertEquals(
    (await rest.ask("/rpc/hidden", { method: "POST", who: "ada" })).status,
    403,
  );
  const stranger = await rest.ask("/rpc/hidden", {
    method: "POST",
    who: "anon",
  });
  assertEquals([stranger.status, stranger.headers.get("www-authenticate")], [
    401,
    "Bearer",
  ]);
});
