type Objects = Record<PropertyKey, unknown>;

/**
 * Deep equality as assertEquals understands it: same constructors, NaN equals
 * NaN, 0 equals -0, a missing key differs from one that is undefined, sets and
 * maps without order. Throws TypeError for weak collections, which cannot be
 * listed.
 */
export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b, new Map());
}

function compare(a: unknown, b: unknown, seen: Map<object, object>): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a === "number" && typeof b === "number") return a === b;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (a instanceof RegExp && b instanceof RegExp) return `${a}` === `${b}`;
  if (a instanceof URL && b instanceof URL) return a.href === b.href;
  if (a instanceof Date && b instanceof Date) {
    return Object.is(a.getTime(), b.getTime());
  }
  if (!sameKind(a, b)) return false;
  if (a instanceof WeakRef && b instanceof WeakRef) {
    return compare(a.deref(), b.deref(), seen);
  }
  if (a instanceof WeakMap || a instanceof WeakSet) {
    throw new TypeError(`cannot compare ${a.constructor.name} instances`);
  }
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
    return sameBytes(a, b);
  }
  if (a instanceof Set && b instanceof Set) {
    return sameMembers([...a], [...b], seen);
  }
  if (a instanceof Map && b instanceof Map) return sameEntries(a, b, seen);
  // Both are objects that are not null: their own keys may be read.
  return sameProperties(a as Objects, b as Objects, seen);
}

function sameKind(a: object, b: object): boolean {
  const left = a.constructor, right = b.constructor;
  return left === right || (left === Object && !right) ||
    (!left && right === Object);
}

function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const left = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
  const right = new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
  return left.every((byte, i) => byte === right[i]);
}

function sameMembers(
  a: unknown[],
  b: unknown[],
  seen: Map<object, object>,
): boolean {
  if (a.length !== b.length) return false;
  const exact = new Set(b);
  const left = a.filter((value) => !exact.delete(value));
  const right = [...exact];
  return left.every((value) => {
    const at = right.findIndex((other) => compare(value, other, seen));
    if (at < 0) return false;
    right.splice(at, 1);
    return true;
  });
}

function sameEntries(
  a: Map<unknown, unknown>,
  b: Map<unknown, unknown>,
  seen: Map<object, object>,
): boolean {
  if (a.size !== b.size) return false;
  const left: unknown[] = [];
  const right = new Map(b);
  for (const [key, value] of a) {
    if (!b.has(key)) left.push([key, value]);
    else if (!compare(value, b.get(key), seen)) return false;
    else right.delete(key);
  }
  return sameMembers(left, [...right], seen);
}

function sameProperties(
  a: Objects,
  b: Objects,
  seen: Map<object, object>,
): boolean {
  const left = keys(a), right = keys(b);
  return left.length === right.length &&
    left.every((key) => Object.hasOwn(b, key) && compare(a[key], b[key], seen));
}

function keys(value: object): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
}
