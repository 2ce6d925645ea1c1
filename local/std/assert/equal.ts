type Pairs = [unknown, unknown][];

/**
 * Whether two values are made alike: the same kind, the same parts. An object without a prototype is like a plain
 * one. Kinds that hide their value from `Object.keys` (dates, addresses, `Temporal`) are compared by their text;
 * what is not known is equal to itself only.
 */
export function equal(a: unknown, b: unknown, open: Pairs = []): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || kindOf(a) !== kindOf(b)) return false;
  // Met again inside itself: what is left of it is being compared already.
  if (open.some(([one, other]) => one === a && other === b)) return true;
  const within: Pairs = [...open, [a, b]];
  const same = (x: unknown, y: unknown) => equal(x, y, within);
  if (a instanceof Date) return Object.is(a.getTime(), Number(b));
  if (a instanceof RegExp || a instanceof URL || isTemporal(a)) {
    return String(a) === String(b);
  }
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && someOrder([...a], [...b], same);
  }
  if (a instanceof Set && b instanceof Set) {
    return a.size === b.size && someOrder([...a], [...b], same);
  }
  if (a instanceof ArrayBuffer && b instanceof ArrayBuffer) {
    return same(new Uint8Array(a), new Uint8Array(b));
  }
  if (a instanceof Error && b instanceof Error) {
    if (a.message !== b.message || !same(a.cause, b.cause)) return false;
  }
  if (isOpaque(a)) return false;
  const keys = Reflect.ownKeys(a).filter((key) => isEnumerable(a, key));
  const others = Reflect.ownKeys(b).filter((key) => isEnumerable(b, key));
  return keys.length === others.length &&
    keys.every((key) =>
      isEnumerable(b, key) && same(Reflect.get(a, key), Reflect.get(b, key))
    );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function kindOf(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function isTemporal(value: object): boolean {
  return /^\[object Temporal\./.test(Object.prototype.toString.call(value));
}

/** Of the platform, without parts of its own to compare. */
function isOpaque(value: object): boolean {
  return value instanceof Promise || value instanceof WeakMap ||
    value instanceof WeakSet || value instanceof Blob ||
    value instanceof Headers || value instanceof FormData ||
    value instanceof URLSearchParams || value instanceof Request ||
    value instanceof Response;
}

function isEnumerable(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

/** Whether each of some values has its own equal among others. */
function someOrder(
  some: unknown[],
  others: unknown[],
  same: (a: unknown, b: unknown) => boolean,
): boolean {
  const left = [...others];
  return some.every((one) => {
    const index = left.findIndex((other) => same(one, other));
    return index >= 0 && left.splice(index, 1).length === 1;
  });
}
