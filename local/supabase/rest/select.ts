import { Scanner } from "./scanner.ts";

/** One step into a JSON value: `->key`, `->>key`, `->0`. */
export interface JsonStep {
  asText: boolean;
  key: string;
  isIndex: boolean;
}

/** A column, or a place inside a JSON column. */
export interface Field {
  name: string;
  path: JsonStep[];
}

/** The aggregate functions that `select` may call. */
export type Aggregate = "sum" | "avg" | "count" | "max" | "min";

/** A column of the result. */
export interface SelectField {
  field: Field;
  alias?: string;
  cast?: string;
  aggregate?: Aggregate;
  aggregateCast?: string;
}

/** Another table inside the result. */
export interface SelectEmbed {
  target: string;
  alias?: string;
  hint?: string;
  join?: "inner" | "left";
  spread: boolean;
  select: SelectItem[];
}

/** An item of `select`. */
export type SelectItem = SelectField | SelectEmbed;

/** `select=` as a list. The empty text selects nothing by name. */
export function parseSelect(text: string): SelectItem[] {
  return readList(new Scanner(text, "select parameter"));
}

/** A field with its JSON path, at the scanner. */
export function readField(scanner: Scanner): Field {
  scanner.space();
  const field = { name: scanner.name(), path: readPath(scanner) };
  scanner.space();
  return field;
}

/** Any number of `->` and `->>` steps. */
export function readPath(scanner: Scanner): JsonStep[] {
  const steps: JsonStep[] = [];
  while (scanner.take("->")) {
    const asText = scanner.take(">");
    const index = scanner.attempt(() => {
      const digits = scanner.match(/-?[0-9]+/y);
      const ends = scanner.atEnd ||
        ["->", "::", ".", ","].some((token) => scanner.peek(token));
      return digits && ends ? digits : null;
    });
    steps.push(
      index === null
        ? { asText, key: scanner.jsonKey(), isIndex: false }
        : { asText, key: index, isIndex: true },
    );
  }
  return steps;
}

function readList(scanner: Scanner): SelectItem[] {
  if (scanner.atEnd || scanner.peek(")")) return [];
  return scanner.list(() => readItem(scanner));
}

function readItem(scanner: Scanner): SelectItem {
  if (scanner.take("...")) {
    const spread = readEmbedHead(scanner, undefined, true) ??
      scanner.fail('"!" or "("');
    return { ...spread, select: readBody(scanner) };
  }
  if (scanner.take("*")) {
    return ended(scanner, { field: { name: "*", path: [] } });
  }
  const alias = scanner.attempt(() => {
    const name = scanner.name();
    return scanner.take(":") && !scanner.peek(":") ? name : null;
  }) ?? undefined;
  scanner.space();
  if (scanner.take("count()")) {
    const aggregateCast = readCast(scanner);
    return ended(scanner, {
      field: { name: "*", path: [] },
      alias,
      aggregate: "count",
      aggregateCast,
    });
  }
  const embed = scanner.attempt(() => readEmbedHead(scanner, alias, false));
  if (embed) return { ...embed, select: readBody(scanner) };
  return readColumn(scanner, alias);
}

function readColumn(scanner: Scanner, alias: string | undefined): SelectField {
  const field = readField(scanner);
  const cast = readCast(scanner);
  const aggregate = scanner.attempt(() => {
    if (!scanner.take(".")) return null;
    const name = scanner.match(/sum|avg|count|max|min/y);
    return isAggregate(name) && scanner.take("()") ? name : null;
  }) ?? undefined;
  const aggregateCast = aggregate ? readCast(scanner) : undefined;
  return ended(scanner, { field, alias, cast, aggregate, aggregateCast });
}

function isAggregate(name: string): name is Aggregate {
  return ["sum", "avg", "count", "max", "min"].includes(name);
}

function readCast(scanner: Scanner): string | undefined {
  return scanner.take("::") ? scanner.word() : undefined;
}

/** A target with `!hint`, `!inner` and `!left` in any order, up to the parenthesis. */
function readEmbedHead(
  scanner: Scanner,
  alias: string | undefined,
  spread: boolean,
): SelectEmbed | null {
  const embed: SelectEmbed = {
    target: scanner.name(),
    alias,
    spread,
    select: [],
  };
  for (let n = 0; n < 2 && scanner.take("!"); n++) {
    const name = scanner.name();
    if (name === "inner" || name === "left") embed.join ??= name;
    else embed.hint ??= name;
  }
  return embed.target !== "count" && scanner.peek("(") ? embed : null;
}

function readBody(scanner: Scanner): SelectItem[] {
  return scanner.nested(() => {
    scanner.need("(");
    const items = readList(scanner);
    scanner.need(")", '")" or ","');
    return items;
  });
}

function ended(scanner: Scanner, item: SelectField): SelectField {
  scanner.space();
  if (scanner.atEnd || scanner.peek(")") || scanner.peek(",")) return item;
  return scanner.fail(
    'letter, digit, "-", "->>", "->", "::", ".", ")", "," or end of input',
  );
}
