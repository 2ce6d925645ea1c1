import { AssertionError, suffix } from "./assertion_error.ts";
import { format } from "./diff.ts";
import { equal } from "./equal.ts";
import { assertEquals } from "./equality.ts";

/** An array, or what is read like one. */
export type ArrayLikeArg<T> = ArrayLike<T> & object;

/** Throws unless each expected value deeply equals some value of the array. */
export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<T>,
  msg?: string,
): void {
  const present = Array.from(actual);
  const missing = Array.from(expected).filter((value) =>
    !present.some((other) => equal(value, other))
  );
  if (missing.length === 0) return;
  throw new AssertionError(
    `Expected actual: "${format(actual)}" to include: "${format(expected)}"${
      suffix(msg)
    }\nmissing: ${format(missing)}`,
  );
}

/** Throws unless the object has, at every depth, all that the expected one has. */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any -- std's signature: interfaces without an index signature must fit
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals(
    part(actual, expected, new Map()),
    part(expected, expected, new Map()),
    msg,
  );
}

/** `value` without what `shape` does not mention; instances become plain objects. */
function part(
  value: unknown,
  shape: unknown,
  seen: Map<unknown, unknown>,
): unknown {
  if (!isObject(value) || !isObject(shape)) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof RegExp || value instanceof Date) return value;
  if (value instanceof Set && shape instanceof Set) {
    return new Set([...value].filter((member) => shape.has(member)));
  }
  if (value instanceof Map && shape instanceof Map) {
    const entries = [...value].filter(([key]) => shape.has(key));
    return new Map(
      entries.map(([key, entry]) => [key, part(entry, shape.get(key), seen)]),
    );
  }
  const out: Record<PropertyKey, unknown> = {};
  seen.set(value, out);
  for (const key of Reflect.ownKeys(value)) {
    if (key in shape && key !== "length") {
      out[key] = part(value[key], shape[key], seen);
    }
  }
  return out;
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
