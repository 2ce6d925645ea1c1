import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { deadline, delay } from "@std/async";
import { decodeBase64, encodeHex } from "@std/encoding";

const now = Temporal.Instant.from("2026-11-29T18:00:00Z");

Deno.test("values that are made alike are equal", () => {
  const noPrototype: object = Object.assign(Object.create(null), { a: 1 });
  const pairs: [unknown, unknown][] = [
    [NaN, NaN],
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
    [noPrototype, { a: 1 }],
    [new Date(0), new Date(0)],
    [/a/g, /a/g],
    [new Map([["a", [1]]]), new Map([["a", [1]]])],
    [new Set([[1], [2]]), new Set([[2], [1]])],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [now, Temporal.Instant.from("2026-11-29T19:00:00+01:00")],
    [new Error("x"), new Error("x")],
  ];
  for (const [one, other] of pairs) assertEquals(one, other);
});

Deno.test("values that differ in kind or part are not", () => {
  const pairs: [unknown, unknown][] = [
    [1, "1"],
    [0, -0],
    [{ a: undefined }, {}],
    [[1], [1, undefined]],
    [[], {}],
    [new Date(0), new Date(1)],
    [/a/g, /a/],
    [new Map([["a", 1]]), new Map([["a", 2]])],
    [new Set([1, 2]), new Set([1, 3])],
    [new Uint8Array([1]), new Uint8Array([2])],
    [new Uint8Array([1]), [1]],
    [now, now.add({ seconds: 1 })],
    [new Error("x"), new Error("y")],
    [new Error("x"), new TypeError("x")],
    [new Headers({ a: "1" }), new Headers({ a: "1" })],
  ];
  for (const [one, other] of pairs) {
    assertNotEquals(one, other);
    assertThrows(() => assertEquals(one, other));
  }
});

Deno.test("what holds itself can be compared", () => {
  const ring = () => {
    const one: Record<string, unknown> = { name: "x" };
    one.self = one;
    return one;
  };
  assertEquals(ring(), ring());
});

Deno.test("an expected error is given back, another one fails", async () => {
  const fail = () => {
    throw new RangeError("too far");
  };
  assertEquals(assertThrows(fail, RangeError, "far").message, "too far");
  assertThrows(() => assertThrows(fail, TypeError));
  assertThrows(() => assertThrows(fail, RangeError, "near"));
  assertThrows(() => assertThrows(() => {}));
  const reject = () => Promise.reject(new RangeError("too far"));
  assertEquals((await assertRejects(reject, RangeError)).message, "too far");
  await assertRejects(() => assertRejects(reject, TypeError));
  await assertRejects(() => assertRejects(() => Promise.resolve()));
  await assertRejects(() => assertRejects(fail));
});

Deno.test("a wait ends with its time or its signal, with the signal's reason", async () => {
  await delay(1);
  const reason = new Error("enough");
  const stopping = new AbortController();
  const waiting = delay(60_000, { signal: stopping.signal });
  stopping.abort(reason);
  assert(await waiting.catch((error) => error) === reason);
  assert(
    await delay(1, { signal: stopping.signal }).catch((e) => e) === reason,
  );
});

Deno.test("a promise that takes too long is given up", async () => {
  assertEquals(await deadline(Promise.resolve(1), 1_000), 1);
  const { promise } = Promise.withResolvers<void>();
  const error = await assertRejects(() => deadline(promise, 5), DOMException);
  assertEquals(error.name, "TimeoutError");
});

Deno.test("base64 is decoded, and refused when it is none", () => {
  assertEquals(decodeBase64("aGk="), new Uint8Array([104, 105]));
  assertThrows(() => decodeBase64("?"), SyntaxError);
});

Deno.test("bytes and texts are written in hexadecimal", () => {
  assertEquals(encodeHex(new Uint8Array([0, 255])), "00ff");
  assertEquals(encodeHex("é"), "c3a9");
});
