/**
 * The name most like `wanted`, when its likeness (the cosine of their bigrams and trigrams, as
 * in the fuzzy set that PostgREST uses) is at least `least`; null otherwise.
 */
export function closest(
  names: readonly string[],
  wanted: string,
  least: number,
): string | null {
  let best: string | null = null;
  let score = 0;
  for (const name of new Set(names)) {
    const likeness = Math.max(cosine(name, wanted, 3), cosine(name, wanted, 2));
    if (likeness >= least && likeness > score) [best, score] = [name, likeness];
  }
  return best;
}

function cosine(a: string, b: string, size: number): number {
  const [left, right] = [grams(a, size), grams(b, size)];
  let product = 0;
  for (const [gram, count] of left) product += count * (right.get(gram) ?? 0);
  const length = (counts: Map<string, number>) =>
    Math.sqrt(
      [...counts.values()].reduce((sum, count) => sum + count * count, 0),
    );
  return product / (length(left) * length(right) || 1);
}

function grams(text: string, size: number): Map<string, number> {
  const padded = `-${text.toLowerCase().slice(0, 200)}-`;
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= padded.length; at++) {
    const gram = padded.slice(at, at + size);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
