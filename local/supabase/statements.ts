/** One statement of an SQL file. */
export interface Statement {
  text: string;
  /** The line of the file it begins on, from 1. */
  line: number;
}

// What a semicolon may stand in without ending a statement, in the order in which they are tried.
const TOKENS = [
  /--[^\n]*/y,
  /\/\*/y, // may be nested: see `commentEnd`
  /[eE]'(?:[^'\\]|\\.|'')*'/ys,
  /'(?:[^']|'')*'/y,
  /"(?:[^"]|"")*"/y,
  /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y, // a dollar quote: see `quoteEnd`
  /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y,
  /;/y,
];

/** Splits an SQL file at the semicolons that end a statement; comments stay with the statement that follows. */
export function splitStatements(source: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let words: string[] = []; // to tell the body of a `begin atomic` function, which has semicolons of its own
  let depth = 0;
  for (let at = 0; at < source.length;) {
    const token = tokenAt(source, at);
    at += token.length || 1;
    const word = token.toLowerCase();
    if (word === ";" && depth === 0) {
      add(source.slice(start, at), start);
      start = at;
      words = [];
    } else if (/^[a-z]/.test(word)) {
      if (word === "atomic" && words.at(-1) === "begin") depth = 1;
      else if (depth > 0 && word === "case") depth++;
      else if (depth > 0 && word === "end") depth--;
      words = [...words.slice(-1), word];
    }
  }
  add(source.slice(start), start);
  return statements;

  function add(raw: string, offset: number) {
    const skipped = /^(?:\s+|--[^\n]*|\/\*[^]*?\*\/)*/.exec(raw)?.[0].length ??
      0;
    const text = raw.slice(skipped).trim();
    if (text === "" || text === ";") return;
    statements.push({
      text,
      line: source.slice(0, offset + skipped).split("\n").length,
    });
  }
}

function tokenAt(source: string, at: number): string {
  for (const pattern of TOKENS) {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found === undefined) continue;
    if (found === "/*") return source.slice(at, commentEnd(source, at));
    if (found.startsWith("$")) {
      return source.slice(at, quoteEnd(source, at, found));
    }
    return found;
  }
  return "";
}

function commentEnd(source: string, at: number): number {
  let depth = 0;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  for (let mark = marks.exec(source); mark; mark = marks.exec(source)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return source.length;
}

function quoteEnd(source: string, at: number, quote: string): number {
  const end = source.indexOf(quote, at + quote.length);
  return end < 0 ? source.length : end + quote.length;
}
