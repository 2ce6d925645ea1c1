/**
 * The name nearest to `wanted` by edit distance, when it is at least `least` alike (1 is the
 * same, 0 has nothing in common; the preset is upstream's); null otherwise.
 */
export function closest(
  names: readonly string[],
  wanted: string,
  least = 0.33,
): string | null {
  let best: string | null = null;
  let score = 0;
  for (const name of new Set(names)) {
    const longest = Math.max(name.length, wanted.length, 1);
    // Names of Postgres have at most 63 bytes: what is much longer is like none of them.
    const alike = longest > 200 ? 0 : 1 - distance(name, wanted) / longest;
    if (alike >= least && alike > score) [best, score] = [name, alike];
  }
  return best;
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
