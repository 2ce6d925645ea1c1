import { Scanner } from "./scanner.ts";
import { type Field, readField } from "./select.ts";

/** A key of the order; `relation` when it is a column of an embedded to-one resource. */
export interface OrderTerm {
  relation?: string;
  field: Field;
  /** ` desc nulls last` and so on; words of ours. */
  suffix: string;
}

/** `order=a.desc.nullslast,embed(b)`. */
export function parseOrder(text: string): OrderTerm[] {
  const scanner = new Scanner(text, "order");
  return scanner.list(() => readTerm(scanner));
}

function readTerm(scanner: Scanner): OrderTerm {
  const related = scanner.attempt(() => {
    const relation = scanner.name();
    if (!scanner.take("(")) return null;
    const field = readField(scanner);
    return scanner.take(")") ? { relation, field } : null;
  });
  const key = related ?? { field: readField(scanner) };
  let expecting = '"asc", "desc", "nullsfirst" or "nullslast"';
  let suffix = scanner.take(".asc")
    ? " asc"
    : scanner.take(".desc")
    ? " desc"
    : "";
  if (suffix) expecting = '"nullsfirst" or "nullslast"';
  if (scanner.take(".nullsfirst")) suffix += " nulls first";
  else if (scanner.take(".nullslast")) suffix += " nulls last";
  scanner.space();
  if (!scanner.atEnd && !scanner.peek(",")) {
    if (!scanner.take(".")) scanner.fail('delimiter (.), "," or end of input');
    scanner.fail(expecting);
  }
  return { ...key, suffix };
}
