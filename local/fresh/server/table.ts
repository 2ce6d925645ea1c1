/** What answers a path: a pattern as it was written, and something for each method; `*` for all others. */
export interface Place<Work> {
  pattern: string;
  methods: Map<string, Work>;
}

/** A place that matches, and what stands where its pattern has names. */
export interface Match<Work> extends Place<Work> {
  params: Record<string, string>;
}

interface Branch<Work> {
  literal: Map<string, Branch<Work>>;
  named?: Branch<Work>;
  place?: Place<Work>;
}

/**
 * The table of everything that is served. Patterns are literal segments and names: `/:language/doctors/:slug`.
 * A literal segment goes before a name, and for the same pattern and method the first one counts.
 */
export class Table<Work> {
  #literal = new Map<string, Place<Work>>();
  #root: Branch<Work> = { literal: new Map() };

  add(pattern: string, method: string, work: Work): void {
    const place = pattern.includes(":")
      ? this.#branchOf(pattern)
      : this.#literalOf(pattern);
    if (!place.methods.has(method)) place.methods.set(method, work);
  }

  /** Null when nothing matches. Throws `URIError` for a name's value that is not well encoded. */
  find(path: string): Match<Work> | null {
    const literal = this.#literal.get(path) ??
      this.#literal.get(path.endsWith("/") ? path.slice(0, -1) : `${path}/`);
    if (literal) return { ...literal, params: {} };
    const segments = path.slice(1).split("/");
    const place = search(this.#root, segments, 0);
    if (place === undefined) return null;
    const params: Record<string, string> = {};
    place.pattern.slice(1).split("/").forEach((part, index) => {
      if (part.startsWith(":")) {
        params[part.slice(1)] = decodeURI(segments[index] ?? "");
      }
    });
    return { ...place, params };
  }

  #literalOf(pattern: string): Place<Work> {
    const place = this.#literal.get(pattern) ?? empty(pattern);
    this.#literal.set(pattern, place);
    return place;
  }

  #branchOf(pattern: string): Place<Work> {
    let branch = this.#root;
    for (const part of pattern.slice(1).split("/")) {
      let next = part.startsWith(":") ? branch.named : branch.literal.get(part);
      if (next === undefined) {
        next = { literal: new Map() };
        if (part.startsWith(":")) branch.named = next;
        else branch.literal.set(part, next);
      }
      branch = next;
    }
    return branch.place ??= empty(pattern);
  }
}

function empty<Work>(pattern: string): Place<Work> {
  return { pattern, methods: new Map() };
}

function search<Work>(
  branch: Branch<Work>,
  segments: string[],
  depth: number,
): Place<Work> | undefined {
  const segment = segments[depth];
  if (segment === undefined) return branch.place;
  const literal = branch.literal.get(segment);
  const found = literal && search(literal, segments, depth + 1);
  if (found || segment === "" || branch.named === undefined) return found;
  return search(branch.named, segments, depth + 1);
}
