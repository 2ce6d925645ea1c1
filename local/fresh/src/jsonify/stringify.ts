import {
  HOLE,
  INFINITY_NEG,
  INFINITY_POS,
  NAN,
  NULL,
  UNDEFINED,
  ZERO_NEG,
} from "./constants.ts";

/** Own kinds of objects: `{ value }` for what is such a one. */
export type Stringifiers = Record<
  string,
  (value: unknown) => { value: unknown } | undefined
>;

/**
 * Any value as text for `parse`: what JSON knows, and undefined, NaN, ±Infinity,
 * -0, bigint, holes, Uint8Array, URL, Date, RegExp, Set, Map and Temporal. What
 * is referred to twice, by itself too, is written once. Throws for functions.
 */
export function stringify(data: unknown, custom: Stringifiers = {}): string {
  const writer = new Writer(custom);
  const index = writer.index(data);
  return index < 0 ? String(index) : `[${writer.out.join(",")}]`;
}

class Writer {
  readonly out: string[] = [];
  #indexes = new Map<unknown, number>();
  #custom: [string, Stringifiers[string]][];

  constructor(custom: Stringifiers) {
    this.#custom = Object.entries(custom);
  }

  /** Where the value is written, or the number that stands for it. */
  index(value: unknown): number {
    const known = this.#indexes.get(value);
    if (known !== undefined && !Object.is(value, -0)) return known;
    if (value === undefined) return UNDEFINED;
    if (value === null) return NULL;
    if (Number.isNaN(value)) return NAN;
    if (value === Infinity) return INFINITY_POS;
    if (value === -Infinity) return INFINITY_NEG;
    if (Object.is(value, -0)) return ZERO_NEG;
    const index = this.out.push("") - 1;
    this.#indexes.set(value, index);
    this.out[index] = this.#write(value);
    return index;
  }

  #write(value: unknown): string {
    switch (typeof value) {
      case "bigint":
        return `["BigInt","${value}"]`;
      case "function":
        throw new Error("Serializing functions is not supported.");
      case "symbol":
        throw new Error("Serializing symbols is not supported.");
      case "object":
        return this.#writeObject(value as object); // null has its own number
      default:
        return JSON.stringify(value);
    }
  }

  #writeObject(value: object): string {
    if (Array.isArray(value)) {
      let items = "";
      for (let i = 0; i < value.length; i++) {
        if (i > 0) items += ",";
        items += i in value ? this.index(value[i]) : HOLE;
      }
      return `[${items}]`;
    }
    for (const [name, match] of this.#custom) {
      const found = match(value);
      if (found) return `["${name}",${this.index(found.value)}]`;
    }
    if (value instanceof RegExp) {
      return `["RegExp",${JSON.stringify(value.source)}, "${value.flags}"]`;
    }
    const text = builtin(value);
    if (text !== null) return JSON.stringify(text);
    if (value instanceof Set) {
      return `["Set",[${Array.from(value, (it) => this.index(it)).join(",")}]]`;
    }
    if (value instanceof Map) {
      const items = [...value].flat(1).map((item) => this.index(item));
      return `["Map",[${items.join(",")}]]`;
    }
    let entries = "";
    for (const [key, item] of Object.entries(value)) {
      if (entries !== "") entries += ",";
      entries += `${JSON.stringify(key)}:${this.index(item)}`;
    }
    return `{${entries}}`;
  }
}

/** The name and the arguments by which an object of the platform is made again. */
function builtin(value: object): string[] | null {
  if (value instanceof URL) return ["URL", value.href];
  if (value instanceof Date) {
    return [
      "Date",
      Number.isNaN(value.getTime()) ? `${value}` : value.toISOString(),
    ];
  }
  if (value instanceof Uint8Array) {
    const binary = Array.from(value, (byte) => String.fromCharCode(byte));
    return ["Uint8Array", btoa(binary.join(""))];
  }
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind.startsWith("Temporal.") ? [kind, String(value)] : null;
}
