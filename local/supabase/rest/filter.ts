import { Scanner } from "./scanner.ts";
import { type Field, readField } from "./select.ts";

const SIMPLE = {
  neq: "<>",
  cs: "@>",
  cd: "<@",
  ov: "&&",
  sl: "<<",
  sr: ">>",
  nxr: "&<",
  nxl: "&>",
  adj: "-|-",
} as const;
const QUANTIFIED = {
  eq: "=",
  gte: ">=",
  gt: ">",
  lte: "<=",
  lt: "<",
  like: "like",
  ilike: "ilike",
  match: "~",
  imatch: "~*",
} as const;
const SEARCH = {
  fts: "to_tsquery",
  plfts: "plainto_tsquery",
  phfts: "phraseto_tsquery",
  wfts: "websearch_to_tsquery",
} as const;
const IS = {
  null: "NULL",
  not_null: "NOT NULL",
  true: "TRUE",
  false: "FALSE",
  unknown: "UNKNOWN",
} as const;

/** What a filter does with its column; `sql` is always a word of ours. */
export type Operation =
  | { kind: "compare"; sql: string; quantifier?: "any" | "all"; value: string }
  | { kind: "distinct"; value: string }
  | { kind: "in"; values: string[] }
  | { kind: "is"; sql: string }
  | { kind: "search"; sql: string; language?: string; value: string };

/** `column=not.op.value`. */
export interface Filter {
  field: Field;
  negated: boolean;
  operation: Operation;
}

/** Filters joined by `and` and `or`. */
export type Logic =
  | { kind: "filter"; filter: Filter }
  | { kind: "and" | "or"; negated: boolean; terms: Logic[] };

/** `not.op.value`; null when the text is no operator at all, which a function call takes as an argument. */
export function parseOperation(
  text: string,
  lenient: true,
): Omit<Filter, "field"> | null;
export function parseOperation(text: string): Omit<Filter, "field">;
export function parseOperation(
  text: string,
  lenient = false,
): Omit<Filter, "field"> | null {
  const scanner = new Scanner(text, "filter");
  const rest = () => {
    const value = scanner.text.slice(scanner.position);
    scanner.position = scanner.text.length;
    return value;
  };
  return lenient
    ? scanner.attempt(() => readOperation(scanner, rest))
    : readOperation(scanner, rest);
}

/** `(a.eq.1,or(b.is.null,not.and(…)))` after its operator: `and`, `or`, `not.and`, `not.or`. */
export function parseLogic(operator: string, text: string): Logic {
  const scanner = new Scanner(operator + text, "logic tree", text);
  const logic = readLogic(scanner);
  scanner.end();
  return logic;
}

function readOperation(
  scanner: Scanner,
  readValue: () => string,
): Omit<Filter, "field"> {
  const negated = scanner.take("not.");
  const name = scanner.match(/[a-z]+/y);
  const start = scanner.position - name.length;
  const operation = operationOf(scanner, name, readValue);
  if (operation) return { negated, operation };
  scanner.position = start;
  return scanner.fail(
    negated ? "operator (eq, gt, ...)" : '"not" or operator (eq, gt, ...)',
  );
}

function operationOf(
  scanner: Scanner,
  name: string,
  readValue: () => string,
): Operation | null {
  if (name === "in") {
    return scanner.take(".") ? { kind: "in", values: readIn(scanner) } : null;
  }
  if (name === "is") {
    return scanner.take(".") ? { kind: "is", sql: readIs(scanner) } : null;
  }
  if (name === "isdistinct") {
    return scanner.take(".") ? { kind: "distinct", value: readValue() } : null;
  }
  if (isKey(SEARCH, name)) {
    const language = scanner.take("(") ? scanner.word() : undefined;
    if (language !== undefined) scanner.need(")");
    return scanner.take(".")
      ? { kind: "search", sql: SEARCH[name], language, value: readValue() }
      : null;
  }
  if (isKey(SIMPLE, name)) {
    return scanner.take(".")
      ? { kind: "compare", sql: SIMPLE[name], value: readValue() }
      : null;
  }
  if (!isKey(QUANTIFIED, name)) return null;
  const quantifier = scanner.take("(any)")
    ? "any"
    : scanner.take("(all)")
    ? "all"
    : undefined;
  return scanner.take(".")
    ? { kind: "compare", sql: QUANTIFIED[name], quantifier, value: readValue() }
    : null;
}

function isKey<T extends object>(
  table: T,
  name: string,
): name is Extract<keyof T, string> {
  return Object.hasOwn(table, name);
}

function readIs(scanner: Scanner): string {
  const start = scanner.position;
  const word = scanner.match(/[a-z_]+/iy).toLowerCase();
  if (isKey(IS, word)) return IS[word];
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
      "field name, negation operator (not) or logic operator (and, or)",
    );
  }
  const terms = scanner.nested(() => {
    scanner.space();
    scanner.need("(");
    const list: Logic[] = [];
    do {
      scanner.space();
      list.push(readLogic(scanner));
      scanner.space();
    } while (scanner.take(","));
    scanner.need(")", '"," or ")"');
    return list;
  });
  return { kind, negated, terms };
}

function readLogicFilter(scanner: Scanner): Filter | null {
  const field = readField(scanner);
  if (!scanner.take(".")) return null;
  return {
    field,
    ...readOperation(
      scanner,
      () =>
        scanner.attempt(() => scanner.match(/\{[^{}]*\}/uy) || null) ??
          readListed(scanner),
    ),
  };
}
