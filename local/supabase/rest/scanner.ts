import { refuse, RestError } from "./error.ts";

const WORD = /[\p{L}0-9_ $]+/uy;
const JSON_WORD = /[^(\-:.,>)]+/uy;
/** Deeper than any real query; keeps hostile nesting off the stack. */
const MAX_DEPTH = 64;

/** Reads a query parameter from left to right; `fail` says where it stopped making sense. */
export class Scanner {
  position = 0;
  #depth = 0;

  /** `what` names the text in errors: "select parameter", "filter", … */
  constructor(
    readonly text: string,
    readonly what: string,
    readonly shown: string = text,
  ) {}

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  peek(token: string): boolean {
    return this.text.startsWith(token, this.position);
  }

  /** Steps over `token` when it is next. */
  take(token: string): boolean {
    if (!this.peek(token)) return false;
    this.position += token.length;
    return true;
  }

  need(token: string, expecting = `"${token}"`): void {
    if (!this.take(token)) this.fail(expecting);
  }

  /** The longest match of a sticky expression here, or "". */
  match(expression: RegExp): string {
    expression.lastIndex = this.position;
    const found = expression.exec(this.text)?.[0] ?? "";
    this.position += found.length;
    return found;
  }

  space(): void {
    this.match(/[ \t]*/y);
  }

  /** Runs `read`; goes back when it gives null or does not understand. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.position;
    try {
      const result = read();
      if (result !== null) return result;
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
    }
    this.position = before;
    return null;
  }

  /** What `read` gives between commas, with space around it. */
  list<T>(read: () => T): T[] {
    const items: T[] = [];
    do {
      this.space();
      items.push(read());
      this.space();
    } while (this.take(","));
    return items;
  }

  /** Runs `read` one level deeper. */
  nested<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} levels`);
    const result = read();
    this.#depth--;
    return result;
  }

  /** `"…"` with backslash escapes, after the opening quote was seen. */
  quoted(): string {
    this.need('"');
    let value = "";
    while (!this.take('"')) {
      this.take("\\");
      const next = this.text.codePointAt(this.position);
      if (next === undefined) this.fail('"\\""');
      const character = String.fromCodePoint(next);
      value += character;
      this.position += character.length;
    }
    return value;
  }

  /** A column, table or alias: quoted, or letters, digits, `_`, `$`, inner spaces and dashes. */
  name(expecting = "field name (* or [a..z0..9_$])"): string {
    const start = this.position;
    const name = this.peek('"') ? this.quoted() : this.#dashed(WORD, expecting);
    if (name !== "" && !name.includes("\0")) return name;
    this.position = start;
    return this.fail(expecting);
  }

  /** A key of a JSON path. */
  jsonKey(): string {
    return this.peek('"') ? this.quoted() : this.#dashed(
      JSON_WORD,
      "any non reserved character different from: .,>()",
    );
  }

  /** A word as casts and text search configurations use. */
  word(): string {
    return this.match(WORD).trim() || this.fail("letter or digit");
  }

  #dashed(part: RegExp, expecting: string): string {
    const parts: string[] = [];
    do {
      parts.push(this.match(part).trim() || this.fail(expecting));
    } while (this.peek("-") && !this.peek("->") && this.take("-"));
    return parts.join("-");
  }

  fail(expecting: string): never {
    const next = this.text.codePointAt(this.position);
    const unexpected = next === undefined
      ? "end of input"
      : `"${String.fromCodePoint(next)}"`;
    throw refuse(
      "PGRST100",
      `"failed to parse ${this.what} (${this.shown})" (line 1, column ${
        this.position + 1
      })`,
      `unexpected ${unexpected} expecting ${expecting}`,
    );
  }
}
