import { assertEquals, assertThrows } from "@std/assert";
import { parse } from "./parse.ts";
import { stringify } from "./stringify.ts";

const inner = { foo: 123 };
const circular: Record<string, unknown> = { a: 1 };
circular.b = circular;
const selfish = new Map<string, unknown>();
selfish.set("self", selfish);

/** Values, and how Fresh writes them. */
const CASES: [unknown, string][] = [
  [undefined, "-1"],
  [null, "-2"],
  [-2, "[-2]"],
  [Infinity, "-4"],
  [-Infinity, "-5"],
  [0, "[0]"],
  [-0, "-6"],
  [NaN, "-3"],
  [true, "[true]"],
  ["abc", '["abc"]'],
  [-1n, '[["BigInt","-1"]]'],
  [[1, 2, 3], "[[1,2,3],1,2,3]"],
  [[null, undefined, -2], "[[-2,-1,1],-2]"],
  [{ a: 1, b: null, c: -2 }, '[{"a":1,"b":-2,"c":2},1,-2]'],
  [new Uint8Array([1, 2, 3]), '[["Uint8Array","AQID"]]'],
  [new URL("https://fresh.deno.dev"), '[["URL","https://fresh.deno.dev/"]]'],
  [new Date("1990-05-31"), '[["Date","1990-05-31T00:00:00.000Z"]]'],
  [new Date(NaN), '[["Date","Invalid Date"]]'],
  [new Map([[1, null], [undefined, -2]]), '[["Map",[1,-2,-1,2]],1,-2]'],
  [new Set([1, 2, null, -2, NaN]), '[["Set",[1,2,-2,3,-3]],1,2,-2]'],
  // deno-lint-ignore no-sparse-arrays -- the hole is what is tested
  [[1, , 3], "[[1,-7,2],1,3]"],
  [/foo["]/, '[["RegExp","foo[\\"]", ""]]'],
  [{ a: inner, b: [inner, inner] }, '[{"a":1,"b":3},{"foo":2},123,[1,1]]'],
  [circular, '[{"a":1,"b":0},1]'],
  [selfish, '[["Map",[1,0]],"self"]'],
  [
    Temporal.PlainDate.from("2026-03-29"),
    '[["Temporal.PlainDate","2026-03-29"]]',
  ],
  [[0, -0], "[[1,-6],0]"],
];

Deno.test("every value comes back as it was", () => {
  for (const [value, written] of CASES) {
    assertEquals(stringify(value), written);
    assertEquals(parse(written), value);
  }
  assertEquals(Object.is(parse(stringify([0, -0])) as never, [0, -0]), false);
  const zeros = parse<number[]>(stringify([0, -0]));
  assertEquals(zeros.map((n) => Object.is(n, -0)), [false, true]);
});

Deno.test("every class of Temporal comes back", () => {
  const zoned = Temporal.ZonedDateTime.from(
    "2026-03-29T12:00[Europe/Luxembourg]",
  );
  const values = [
    zoned,
    zoned.toInstant(),
    zoned.toPlainDateTime(),
    zoned.toPlainTime(),
    zoned.toPlainDate().toPlainYearMonth(),
    zoned.toPlainDate().toPlainMonthDay(),
    Temporal.Duration.from({ minutes: 15 }),
  ];
  const back = parse<unknown[]>(stringify(values));
  assertEquals(back.map(String), values.map(String));
  assertEquals(
    back.map((value) => Object.prototype.toString.call(value)),
    values.map((value) => Object.prototype.toString.call(value)),
  );
});

Deno.test("own kinds of objects, and references through them", () => {
  class Box {
    constructor(public value: unknown) {}
  }
  const box = new Box([1]);
  const text = stringify([box, box], {
    Box: (value) => value instanceof Box ? { value: value.value } : undefined,
  });
  const [a, b] = parse<Box[]>(text, { Box: (value) => new Box(value) });
  assertEquals(a, box);
  assertEquals(a === b, true);
});

Deno.test("what cannot be sent is refused", () => {
  assertThrows(() => stringify({ f: () => 1 }), Error, "functions");
  assertThrows(() => stringify([Symbol("s")]), Error, "symbols");
  assertThrows(() => parse('[["Nothing","1"]]'), Error, "Nothing");
});

Deno.test("a property called __proto__ does no harm", () => {
  const evil = JSON.parse('{"__proto__":{"admin":true}}');
  const back = parse<Record<string, unknown>>(stringify(evil));
  assertEquals(back.admin, undefined);
  assertEquals(Object.keys(back), ["__proto__"]);
});
