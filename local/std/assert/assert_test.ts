import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotMatch,
  assertNotStrictEquals,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  equal,
  fail,
  unreachable,
} from "./mod.ts";

/** The message of the AssertionError that `fn` must throw, without the help of what is under test. */
function refusal(fn: () => void): string {
  try {
    fn();
  } catch (error) {
    if (error instanceof AssertionError) return error.message;
    throw error;
  }
  throw new Error("the assertion passed");
}

function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${actual} is not ${expected}`);
}

Deno.test("equal compares by structure and class", () => {
  class Box {
    constructor(public value: unknown) {}
  }
  const loop: { self?: unknown } = {};
  loop.self = loop;
  const twin: { self?: unknown } = {};
  twin.self = twin;
  const yes: [unknown, unknown][] = [
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [NaN, NaN],
    [0, -0],
    [new Date(1), new Date(1)],
    [new Date(NaN), new Date(NaN)],
    [/a/g, /a/g],
    [new Set([{ a: 1 }, 2]), new Set([2, { a: 1 }])],
    [new Map([[{ k: 1 }, "v"]]), new Map([[{ k: 1 }, "v"]])],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [new URL("http://a/"), new URL("http://a")],
    [new Box(1), new Box(1)],
    [Object.create(null), {}],
    [loop, twin],
  ];
  for (const [a, b] of yes) same(equal(a, b), true);
  const no: [unknown, unknown][] = [
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [new Box(1), { value: 1 }],
    [new Set([{ a: 1 }, { a: 1 }]), new Set([{ a: 1 }, { a: 2 }])],
    [new Map([["k", 1]]), new Map([["k", 2]])],
    [new Uint8Array([1]), new Uint8Array([2])],
    [[1, 2], [2, 1]],
    [null, undefined],
    [1, "1"],
    [/a/g, /a/i],
  ];
  for (const [a, b] of no) same(equal(a, b), false);
});

Deno.test("assertEquals shows the line that differs", () => {
  assertEquals({ a: 1 }, { a: 1 });
  const message = refusal(() =>
    assertEquals({ a: 1, b: 2 }, { a: 1, b: 3 }, "two objects")
  );
  assertStringIncludes(message, "Values are not equal: two objects");
  assertStringIncludes(message, "-     b: 2,\n+     b: 3,");
  assertStringIncludes(message, "      a: 1,");
  assertStringIncludes(
    refusal(() => assertEquals("one\ntwo", "one\n2")),
    `    "one\\n"\n-   "two"\n+   "2"`,
  );
});

Deno.test("assertEquals does not choke on two long values", () => {
  const rows = (n: number) => Array.from({ length: 3000 }, (_, i) => i * n);
  assertStringIncludes(
    refusal(() => assertEquals(rows(2), rows(3))),
    "Values are not equal.",
  );
});

Deno.test("the other comparisons", () => {
  assertNotEquals<unknown>(1, "1");
  refusal(() => assertNotEquals([1], [1]));
  const one = { a: 1 };
  assertStrictEquals(one, one);
  assertStringIncludes(
    refusal(() => assertStrictEquals({ a: 1 }, { a: 1 })),
    "not reference-equal",
  );
  assertStringIncludes(
    refusal(() => assertStrictEquals<unknown>(1, 2)),
    "not strictly equal",
  );
  assertNotStrictEquals({ a: 1 }, { a: 1 });
  refusal(() => assertNotStrictEquals(one, one));
});

Deno.test("truth, existence and always failing", () => {
  assert(1);
  same(refusal(() => assert(0, "no")), "no");
  assertFalse("");
  refusal(() => assertFalse(1));
  assertExists(0);
  assertStringIncludes(
    refusal(() => assertExists(null)),
    'Expected actual: "null"',
  );
  same(refusal(() => fail("x")), "Failed assertion: x");
  same(refusal(() => unreachable()), "Unreachable.");
});

Deno.test("text", () => {
  assertMatch("abc", /b/g);
  assertNotMatch("abc", /x/);
  assertStringIncludes("abc", "bc");
  refusal(() => assertMatch("abc", /x/));
  refusal(() => assertNotMatch("abc", /b/));
  same(
    refusal(() => assertStringIncludes("abc", "x", "m")),
    'Expected actual: "abc" to contain: "x": m',
  );
});

Deno.test("collections", () => {
  assertArrayIncludes([1, { a: 2 }], [{ a: 2 }]);
  assertStringIncludes(
    refusal(() => assertArrayIncludes([1], [1, 5])),
    "missing: [\n  5,\n]",
  );
  assertObjectMatch(
    { a: { b: 1, c: 2 }, list: [{ x: 1, y: 2 }], s: new Set([1, 2]) },
    { a: { b: 1 }, list: [{ x: 1 }], s: new Set([2]) },
  );
  refusal(() => assertObjectMatch({ a: 1 }, { a: 1, b: 2 }));
  refusal(() => assertObjectMatch({ a: { b: 1 } }, { a: { b: 2 } }));
  refusal(() => assertObjectMatch({ list: [1] }, { list: [1, 2] }));
});

Deno.test("thrown errors", async () => {
  const boom = () => {
    throw new RangeError("too far");
  };
  const error = assertThrows(boom, RangeError, "far");
  same(error.message, "too far");
  assertThrows(boom, "any");
  refusal(() => assertThrows(boom, TypeError));
  refusal(() => assertThrows(boom, RangeError, "near"));
  same(
    refusal(() => assertThrows(() => 1, "m")),
    "Expected function to throw: m",
  );
  refusal(() =>
    assertThrows(() => {
      throw "text";
    }, Error)
  );

  await assertRejects(() => Promise.reject(new Error("x")), Error, "x");
  await assertRejects(
    () => assertRejects(() => Promise.resolve(1)),
    AssertionError,
    "Expected function to reject",
  );
  await assertRejects(
    () => assertRejects(boom),
    AssertionError,
    "Function throws when expected to reject",
  );
  await assertRejects(
    () => assertRejects(() => Promise.reject("text"), Error),
    AssertionError,
    "A non-Error object was rejected",
  );
});

Deno.test("instances and numbers", () => {
  assertInstanceOf(new Date(), Date);
  same(
    refusal(() => assertInstanceOf("x", Date)),
    'Expected object to be an instance of "Date" but was "string".',
  );
  assertGreater(2, 1);
  assertGreaterOrEqual(2, 2);
  assertLess(1, 2);
  assertLessOrEqual(2, 2);
  same(refusal(() => assertGreater(1, 1)), "Expect 1 > 1");
  refusal(() => assertLess(1, 1));
  assertAlmostEquals(0.1 + 0.2, 0.3);
  assertAlmostEquals(10, 11, 1);
  refusal(() => assertAlmostEquals(1, 1.1));
});
