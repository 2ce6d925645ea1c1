import { RestError } from "./error.ts";

/** What the wire protocol can count. */
const MAX_VALUES = 65_534;

/** A piece of SQL: text that this program wrote, and values that are always sent beside it. */
export class Snippet {
  constructor(readonly chunks: readonly (string | Bound)[]) {}
}

interface Bound {
  readonly value: string | null;
}

/**
 * SQL from a template. Only other snippets may stand in its holes, so that a string of the
 * request cannot become SQL: it has to go through `bind` (a value) or `ident` (a quoted name).
 */
export function sql(
  strings: TemplateStringsArray,
  ...parts: Snippet[]
): Snippet {
  const chunks: (string | Bound)[] = [];
  strings.forEach((text, index) => {
    chunks.push(text);
    const part = parts[index];
    for (const chunk of part?.chunks ?? []) chunks.push(chunk);
  });
  return new Snippet(chunks);
}

/** A value of the request, sent as an untyped parameter: Postgres infers its type. */
export function bind(value: string | null): Snippet {
  return new Snippet([{ value }]);
}

/** A quoted name. Like PostgREST, cuts it at the first NUL, which no name can hold. */
export function ident(name: string): Snippet {
  const [safe = ""] = name.split("\0", 1);
  return new Snippet([`"${safe.replaceAll('"', '""')}"`]);
}

/** A quoted string literal, for words that this program or the catalog holds. */
export function literal(text: string): Snippet {
  const escaped = text.replaceAll("\0", "").replaceAll("\\", "\\\\").replaceAll(
    "'",
    "''",
  );
  return new Snippet([` E'${escaped}'`]);
}

/** SQL that is known at compile time or comes from the catalog (a type name, a default). */
export function trusted(text: string): Snippet {
  return new Snippet([text]);
}

/** Nothing at all. */
export const empty = new Snippet([]);

/** Snippets one after the other with `separator` between them. */
export function join(snippets: readonly Snippet[], separator: string): Snippet {
  return new Snippet(
    snippets.flatMap((snippet, index) =>
      index === 0 ? snippet.chunks : [separator, ...snippet.chunks]
    ),
  );
}

/** `keyword` and the parts behind it, or nothing when there are none. */
export function clause(
  keyword: string,
  parts: readonly Snippet[],
  separator: string,
): Snippet {
  return parts.length
    ? sql`${trusted(keyword)}${join(parts, separator)}`
    : empty;
}

/** The statement as Postgres gets it: `$1`, `$2`, … and their values. */
export function render(
  snippet: Snippet,
): { text: string; values: (string | null)[] } {
  const values: (string | null)[] = [];
  const text = snippet.chunks.map((chunk) =>
    typeof chunk === "string" ? chunk : `$${values.push(chunk.value)}`
  ).join("");
  if (text.includes("\0")) throw new Error("a NUL reached the SQL text");
  if (values.length > MAX_VALUES) {
    throw new RestError(
      400,
      "54000",
      `A request has at most ${MAX_VALUES} values`,
    );
  }
  return { text, values };
}
