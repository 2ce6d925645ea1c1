import { Scanner } from "./scanner.ts";
import { type Field, readField } from "./select.ts";

/** A key of the order; `relation` when it is a column of an embedded to-one resource. */
export interface OrderTerm {
  relation?: string;
  field: Field;
  direction?: "ASC" | "DESC";
  nulls?: "NULLS FIRST" | "NULLS LAST";
}

/** `order=a.desc.nullslast,embed(b)`. */
export function parseOrder(text: string): OrderTerm[] {
  const scanner = new Scanner(text, "order");
  const terms: OrderTerm[] = [];
  do terms.push(readTerm(scanner)); while (scanner.take(","));
  return terms;
}

function readTerm(scanner: Scanner): OrderTerm {
  scanner.space();
  const related = scanner.attempt(() => {
    const relation = scanner.name();
    if (!scanner.take("(")) return null;
    const field = readField(scanner);
    return scanner.take(")") ? { relation, field } : null;
  });
  const term: OrderTerm = related ?? { field: readField(scanner) };
  let expecting = '"asc", "desc", "nullsfirst" or "nullslast"';
  if (scanner.take(".asc")) term.direction = "ASC";
  else if (scanner.take(".desc")) term.direction = "DESC";
  if (term.direction) expecting = '"nullsfirst" or "nullslast"';
  if (scanner.take(".nullsfirst")) term.nulls = "NULLS FIRST";
  else if (scanner.take(".nullslast")) term.nulls = "NULLS LAST";
  scanner.space();
  if (!scanner.atEnd && !scanner.peek(",")) {
    if (!scanner.take(".")) scanner.fail('delimiter (.), "," or end of input');
    scanner.fail(expecting);
  }
  return term;
}
