/**
 * The name nearest to `wanted` by edit distance, when it is at least `least` alike (1 is the
 * same, 0 has nothing in common; the preset is upstream's); null otherwise. As in the fuzzy set
 * that upstream asks (https://glench.github.io/fuzzyset.js/), case does not count, and only names
 * that share three characters in a row with it, or else two, are looked at.
 */
export function closest(
  names: readonly string[],
  wanted: string,
  least = 0.33,
): string | null {
  // Names of Postgres have at most 63 bytes: what is much longer is like none of them.
  const known = [...new Set(names)].filter((name) =>
    Math.max(name.length, wanted.length) <= 200
  );
  for (const size of [3, 2]) {
    const own = grams(wanted, size);
    let best: string | null = null;
    let score = 0;
    for (const name of known) {
      if (own.isDisjointFrom(grams(name, size))) continue;
      const alike = likeness(name.toLowerCase(), wanted.toLowerCase());
      if (alike >= least && alike > score) [best, score] = [name, alike];
    }
    if (best !== null) return best;
  }
  return null;
}

/** All runs of `size` characters of a name between hyphens, without its parentheses. */
function grams(name: string, size: number): Set<string> {
  const bare = `-${name.toLowerCase().replace(/[^\w, ]+/g, "")}-`;
  const runs = Math.max(bare.length - size + 1, 0);
  return new Set(
    Array.from({ length: runs }, (_, at) => bare.slice(at, at + size)),
  );
}

function likeness(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}

/** How many characters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
