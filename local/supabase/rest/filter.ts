import { Scanner } from "./scanner.ts";
import { type Field, readField } from "./select.ts";

const COMPARE = table(
  "eq = neq <> gt > gte >= lt < lte <= like like ilike ilike match ~ imatch ~* " +
    "cs @> cd <@ ov && sl << sr >> nxr &< nxl &> adj -|-",
);
/** Those that may be asked of any or all values of an array. */
const QUANTIFIED = /^(eq|[gl]te?|i?like|i?match)$/;
const SEARCH = table(
  "fts to_tsquery plfts plainto_tsquery phfts phraseto_tsquery wfts websearch_to_tsquery",
);
const IS = new Set(["null", "not_null", "true", "false", "unknown"]);

/** What a filter does with its column; `sql` is always a word of ours. */
export type Operation =
  | { kind: "compare"; sql: string; quantifier?: "any" | "all"; value: string }
  | { kind: "distinct"; value: string }
  | { kind: "in"; values: string[] }
  | { kind: "is"; sql: string }
  | { kind: "search"; sql: string; language?: string; value: string };

/** `not.op.value`. */
export interface Condition {
  negated: boolean;
  operation: Operation;
}

/** `column=not.op.value`. */
export interface Filter extends Condition {
  field: Field;
}

/** Filters joined by `and` and `or`. */
export type Logic =
  | { kind: "filter"; filter: Filter }
  | { kind: "and" | "or"; negated: boolean; terms: Logic[] };

/** The value of a parameter as a condition. */
export function parseCondition(text: string): Condition {
  return readCondition(new Scanner(text, "filter"), rest);
}

/** The same; null when the text is none, which a function takes as an argument. */
export function parseIfCondition(text: string): Condition | null {
  const scanner = new Scanner(text, "filter");
  return scanner.attempt(() => readCondition(scanner, rest));
}

/** `(a.eq.1,or(b.is.null,not.and(…)))` after its operator: `and`, `or`, `not.and`, `not.or`. */
export function parseLogic(operator: string, text: string): Logic {
  const scanner = new Scanner(operator + text, "logic tree", text);
  return readLogic(scanner);
}

function table(pairs: string): Map<string, string> {
  return new Map(
    Array.from(
      pairs.matchAll(/(\S+) (\S+)/g),
      ([, name = "", sql = ""]) => [name, sql],
    ),
  );
}

function rest(scanner: Scanner): string {
  return scanner.match(/.*/sy);
}

function readCondition(
  scanner: Scanner,
  readValue: (scanner: Scanner) => string,
): Condition {
  const negated = scanner.take("not.");
  const start = scanner.position;
  const operation = readOperation(scanner, scanner.match(/[a-z]+/y), readValue);
  if (operation) return { negated, operation };
  scanner.position = start;
  return scanner.fail(`${negated ? "" : '"not" or '}operator (eq, gt, ...)`);
}

function readOperation(
  scanner: Scanner,
  name: string,
  readValue: (scanner: Scanner) => string,
): Operation | null {
  const compare = COMPARE.get(name);
  const search = SEARCH.get(name);
  const language = search && scanner.take("(") ? scanner.word() : undefined;
  if (language !== undefined) scanner.need(")");
  const quantifier = !QUANTIFIED.test(name)
    ? undefined
    : scanner.take("(any)")
    ? "any"
    : scanner.take("(all)")
    ? "all"
    : undefined;
  if (!scanner.take(".")) return null;
  if (name === "in") return { kind: "in", values: readIn(scanner) };
  if (name === "is") return { kind: "is", sql: readIs(scanner) };
  if (name === "isdistinct") {
    return { kind: "distinct", value: readValue(scanner) };
  }
  if (search) {
    return { kind: "search", sql: search, language, value: readValue(scanner) };
  }
  return compare
    ? { kind: "compare", sql: compare, quantifier, value: readValue(scanner) }
    : null;
}

function readIs(scanner: Scanner): string {
  const start = scanner.position;
  const word = scanner.match(/[a-z_]+/iy);
  if (IS.has(word.toLowerCase())) return word.toUpperCase().replace("_", " ");
  scanner.position = start;
  return scanner.fail("isVal: (null, not_null, true, false, unknown)");
}

function readIn(scanner: Scanner): string[] {
  scanner.space();
  scanner.need("(");
  scanner.space();
  const values: string[] = [];
  do values.push(readListed(scanner)); while (scanner.take(","));
  scanner.need(")", '")" or ","');
  return values;
}

/** An element between commas: quoted, or up to the next comma or parenthesis. */
function readListed(scanner: Scanner): string {
  const quoted = scanner.attempt(() => {
    const value = scanner.peek('"') ? scanner.quoted() : null;
    return scanner.atEnd || scanner.peek(",") || scanner.peek(")")
      ? value
      : null;
  });
  return quoted ?? scanner.match(/[^,)]*/uy);
}

function readLogic(scanner: Scanner): Logic {
  const filter = scanner.attempt(() => readLogicFilter(scanner));
  if (filter) return { kind: "filter", filter };
  scanner.space();
  const negated = scanner.take("not.");
  const kind = scanner.take("and") ? "and" : scanner.take("or") ? "or" : null;
  if (!kind) {
    return scanner.fail(
      "field name (* or [a..z0..9_$]), negation operator (not) or logic operator (and, or)",
    );
  }
  const terms = scanner.nested(() => {
    scanner.space();
    scanner.need("(");
    const list = scanner.list(() => readLogic(scanner));
    scanner.need(")", '"," or ")"');
    return list;
  });
  return { kind, negated, terms };
}

function readLogicFilter(scanner: Scanner): Filter | null {
  const field = readField(scanner);
  if (!scanner.take(".")) return null;
  const arrayOrListed = () =>
    scanner.match(/\{[^{}]*\}/uy) || readListed(scanner);
  return { field, ...readCondition(scanner, arrayOrListed) };
}
