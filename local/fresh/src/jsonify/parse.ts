import {
  HOLE,
  INFINITY_NEG,
  INFINITY_POS,
  NAN,
  NULL,
  UNDEFINED,
  ZERO_NEG,
} from "./constants.ts";

/** Makes own kinds of objects again, by their names. */
// deno-lint-ignore no-explicit-any -- each parser knows the values of its own kind
export type CustomParser = Record<string, (value: any) => unknown>;

const SPECIAL = new Map<number, unknown>([
  [UNDEFINED, undefined],
  [NULL, null],
  [NAN, NaN],
  [INFINITY_POS, Infinity],
  [INFINITY_NEG, -Infinity],
  [ZERO_NEG, -0],
]);

/** The value that `stringify` has written. */
export function parse<T = unknown>(
  text: string,
  custom: CustomParser = {},
): T {
  const data: unknown = JSON.parse(text);
  const reader = new Reader(Array.isArray(data) ? data : [], custom);
  // What is written is not checked against a type: the caller wrote it.
  return reader.read(Array.isArray(data) ? 0 : Number(data)) as T;
}

class Reader {
  #done = new Map<number, unknown>();

  constructor(readonly data: unknown[], readonly custom: CustomParser) {}

  read(index: number): unknown {
    if (index < 0) return SPECIAL.get(index);
    if (this.#done.has(index)) return this.#done.get(index);
    const value = this.data[index];
    if (typeof value !== "object" || value === null) return value;
    if (!Array.isArray(value)) {
      const out: Record<string, unknown> = {};
      this.#done.set(index, out);
      for (const [key, at] of Object.entries(value)) {
        define(out, key, this.read(at));
      }
      return out;
    }
    if (typeof value[0] === "string") {
      return this.#readNamed(index, value[0], value);
    }
    const out: unknown[] = new Array(value.length);
    this.#done.set(index, out);
    value.forEach((at, i) => {
      if (at !== HOLE) out[i] = this.read(at);
    });
    return out;
  }

  #readNamed(index: number, name: string, args: unknown[]): unknown {
    if (name === "Set" || name === "Map") {
      return this.#readCollection(index, name, args[1] as number[]); // as written
    }
    const own = this.custom[name];
    const value = own
      ? own(this.read(Number(args[1])))
      : builtin(name, String(args[1]), String(args[2] ?? ""));
    this.#done.set(index, value);
    return value;
  }

  #readCollection(index: number, name: string, items: number[]): unknown {
    const out = name === "Set" ? new Set() : new Map();
    this.#done.set(index, out);
    const values = items.map((at) => this.read(at));
    if (out instanceof Set) values.forEach((value) => out.add(value));
    else {
      for (let i = 0; i < values.length; i += 2) {
        out.set(values[i], values[i + 1]);
      }
    }
    return out;
  }
}

/** Sets an own property even if it is called `__proto__`. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function builtin(name: string, first: string, second: string): unknown {
  switch (name) {
    case "BigInt":
      return BigInt(first);
    case "URL":
      return new URL(first);
    case "Date":
      return new Date(first);
    case "RegExp":
      return new RegExp(first, second);
    case "Uint8Array":
      return Uint8Array.from(atob(first), (char) => char.charCodeAt(0));
  }
  const [space, kind = ""] = name.split(".");
  if (space === "Temporal" && kind in Temporal) {
    // Every class of Temporal that is written can be made from its text.
    const type = Temporal[kind as "Instant"];
    return type.from(first);
  }
  throw new Error(`Unknown kind of value: ${name}`);
}
