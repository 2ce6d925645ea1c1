import { assert, assertEquals } from "@std/assert";
import { BOB, type TestRest, testRest } from "./testing.ts";

/** Pieces that mean something to SQL, to the query language or to the wire. */
const PIECES = [
  "'",
  '"',
  "\\",
  "`",
  "$1",
  "$$",
  "--",
  "/*",
  "*/",
  ";",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ",",
  ".",
  ":",
  "::",
  "->",
  "->>",
  "!",
  "*",
  "%",
  "_",
  "\0",
  "\n",
  "\u202e",
  "😀",
  "\ud83d",
  "ß",
  " ",
  "=",
  "&",
  "not.",
  "or",
  "and",
  "in.(",
  "eq.",
  "is.null",
  "select",
  "union select * from patients",
  "patients",
  "doctors(",
  "...",
  "!inner",
  "count()",
  "::text",
  "::regclass",
  "pg_sleep(9)",
  "current_user",
  "set_config('role','service_role',true)",
  "or 1=1",
  "admin",
  "__proto__",
  "constructor",
];

/** The same numbers for the same seed, so that a failure can be seen again. */
function random(seed: number): (below: number) => number {
  return (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor(seed / 2 ** 32 * below);
  };
}

/** Nobody else's row was shown, and what was refused was refused in good order. */
function assertHarmless(
  answer: { status: number; text: string },
  asked: string,
): void {
  assert(
    !answer.text.includes("Bob") && !answer.text.includes(BOB),
    `leaked: ${asked}`,
  );
  assert(
    answer.status < 500 || answer.text.includes('"code"'),
    `${answer.status}: ${asked}\n${answer.text}`,
  );
  // 42601 is a syntax error: a piece of the request would have become a piece of the statement.
  assert(
    !answer.text.includes('"42601"'),
    `broke out: ${asked}\n${answer.text}`,
  );
}

async function assertUnharmed(rest: TestRest): Promise<void> {
  const { body } = await rest.ask("/patients?select=name&order=name");
  assertEquals(body, [{ name: "Ada" }, { name: "Bob" }]);
}

Deno.test("hostile requests", async (t) => {
  await using rest = await testRest();
  await t.step(
    "hostile query strings: no crash, no breaking out, no other person's row",
    async () => {
      const next = random(20260105);
      const piece = () => PIECES[next(PIECES.length)] ?? "";
      const garbage = () => Array.from({ length: 1 + next(5) }, piece).join("");
      const shapes: (() => [string, string][])[] = [
        () => [["select", garbage()]],
        () => [["select", `name,x:${garbage()}`]],
        () => [["select", `name::${garbage()}`]],
        () => [["select", `"${garbage()}"`]],
        () => [["select", `name->>"${garbage()}"`]],
        () => [["select", `name,doctors!${garbage()}(id)`]],
        () => [["select", `"${garbage().replaceAll('"', '\\"')}":name`]],
        () => [["name", `eq.${garbage()}`]],
        () => [["name", garbage()]],
        () => [["name", `in.(${garbage()})`]],
        () => [["name", `like(any).{${garbage()}}`]],
        () => [["name", `fts(${garbage()}).x`]],
        () => [[garbage(), `eq.${garbage()}`]],
        () => [["order", garbage()]],
        () => [["order", `name.${garbage()}`]],
        () => [["or", `(${garbage()})`]],
        () => [["or", `(name.eq.${garbage()},born.is.null)`]],
        () => [["limit", garbage()], ["offset", garbage()]],
        () => [["columns", garbage()], ["on_conflict", garbage()]],
      ];
      for (let round = 0; round < 1_500; round++) {
        const pairs = shapes[next(shapes.length)]?.() ?? [];
        const path = `/patients?${new URLSearchParams(pairs)}`;
        assertHarmless(await rest.ask(path, { who: "ada" }), path);
      }
      await assertUnharmed(rest);
    },
  );

  await t.step("hostile names, bodies and headers", async () => {
    const next = random(7);
    const garbage = () =>
      Array.from({ length: 1 + next(4) }, () => PIECES[next(PIECES.length)])
        .join(
          "",
        ).toWellFormed();
    for (let round = 0; round < 150; round++) {
      const [a, b] = [garbage(), garbage()];
      const row = JSON.stringify({ [a]: b, name: b });
      const asked: [string, RequestInit][] = [
        [`/${encodeURIComponent(a)}`, {}],
        [`/rpc/${encodeURIComponent(a)}?${new URLSearchParams([[b, a]])}`, {}],
        ["/patients", { method: "POST", body: row }],
        ["/patients", { method: "POST", body: JSON.stringify({ name: b }) }],
        ["/patients", {
          method: "POST",
          body: `${a},${b}\n${b}`,
          headers: { "content-type": "text/csv" },
        }],
        [`/patients?name=eq.${encodeURIComponent(b)}`, {
          method: "PATCH",
          body: JSON.stringify({ name: a }),
        }],
        ["/rpc/appointments_of", {
          method: "POST",
          body: JSON.stringify({ doctor: b }),
        }],
        ["/rpc/shout", {
          method: "POST",
          body: b,
          headers: { "content-type": "text/plain" },
        }],
      ];
      for (const [path, init] of asked) {
        assertHarmless(
          await rest.ask(path, { ...init, who: "ada" }),
          `${path} ${init.body}`,
        );
      }
      const header = encodeURIComponent(b);
      const headers = {
        prefer: header,
        accept: header,
        "accept-profile": header,
        range: header,
        cookie: header,
      };
      for (const [name, value] of Object.entries(headers)) {
        assertHarmless(
          await rest.ask("/patients", {
            who: "ada",
            headers: { [name]: value },
          }),
          `${name}: ${value}`,
        );
      }
    }
    await assertUnharmed(rest);
  });

  await t.step(
    "a cast names a type and nothing else: no quotation begins, no clause follows",
    async () => {
      for (
        const type of [
          "$a$,born::$a$",
          "text collate x",
          "or",

          "text[]",
        ]
      ) {
        const { status, body } = await rest.ask(
          `/patients?select=name::${encodeURIComponent(type)}`,
          { who: "ada" },
        );
        assertEquals([
          status,
          body.code === "42704" || body.code === "PGRST100",
        ], [
          400,
          true,
        ], type);
      }
      const { body } = await rest.ask(
        "/appointments?select=state::TEXT,price::double precision&id=eq.1",
      );
      assertEquals(body, [{ state: "booked", price: 50 }]);
    },
  );

  await t.step("huge and deep requests are refused, not suffered", async () => {
    const asked = [
      `/doctors?select=${"a(".repeat(20_000)}`,
      `/doctors?or=${"(or".repeat(20_000)}`,
      `/doctors?select=${"id,".repeat(5_000)}id`,
      `/doctors?id=in.(${"1,".repeat(30_000)}1)`,
      `/doctors?or=(${"id.eq.1,".repeat(70_000)}id.eq.2)`,
      `/doctors?name=eq.${"x".repeat(1_000_000)}`,
      `/${"d".repeat(100_000)}`,
      `/rpc/${"d".repeat(100_000)}`,
      `/doctors?select=${"rooms(doctors(".repeat(20)}id${"))".repeat(20)}`,
      `/doctors?name=imatch.${"(a*)*".repeat(30)}b`,
      `/doctors?limit=99999999999999999999&offset=-5`,
      "/%ff%fe?select=%ff",
      "/doctors?%ff=eq.%00",
    ];
    for (const path of asked) {
      const started = performance.now();
      const answer = await rest.ask(path, { who: "ada" });
      assert(performance.now() - started < 9_000, `slow: ${path.slice(0, 60)}`);
      assertHarmless(answer, path.slice(0, 60));
    }
    await assertUnharmed(rest);
  });
});
