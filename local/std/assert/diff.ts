/** A value as a failure prints it: everything shown, keys in order. */
export function format(value: unknown): string {
  return Deno.inspect(value, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    strAbbreviateSize: Infinity,
  });
}

/** The lines of two values, "-" for what is there, "+" for what was expected. */
export function difference(actual: unknown, expected: unknown): string {
  const strings = typeof actual === "string" && typeof expected === "string";
  const left = strings ? quoted(actual) : format(actual).split("\n");
  const right = strings ? quoted(expected) : format(expected).split("\n");
  const lines = walk(left, right).map(([sign, line]) => `${sign}   ${line}`);
  return ["    [Diff] Actual / Expected", "", "", ...lines, ""].join("\n");
}

function quoted(text: string): string[] {
  return text.split("\n").map((line, i, all) =>
    i === all.length - 1 ? JSON.stringify(line) : JSON.stringify(line + "\n")
  );
}

type Line = ["-" | "+" | " ", string];

/** Lines in common are found between the first and the last that differ. */
function walk(left: string[], right: string[]): Line[] {
  let head = 0;
  while (head < left.length && left[head] === right[head]) head++;
  let tail = 0;
  while (
    tail < left.length - head && tail < right.length - head &&
    left.at(-1 - tail) === right.at(-1 - tail)
  ) tail++;
  const same = (line: string): Line => [" ", line];
  return [
    ...left.slice(0, head).map(same),
    ...middle(
      left.slice(head, left.length - tail),
      right.slice(head, right.length - tail),
    ),
    ...left.slice(left.length - tail).map(same),
  ];
}

/** Above this many pairs of lines the two sides are shown one after the other. */
const MAX_PAIRS = 4_000_000;

function middle(left: string[], right: string[]): Line[] {
  const out: Line[] = [];
  let i = 0, j = 0;
  if (left.length * right.length <= MAX_PAIRS) {
    const common = commonLengths(left, right);
    const width = right.length + 1;
    const at = (y: number, x: number) => common[y * width + x] ?? 0;
    while (i < left.length && j < right.length) {
      if (left[i] === right[j]) {
        out.push([" ", left[i++] ?? ""]);
        j++;
      } else if (at(i + 1, j) >= at(i, j + 1)) out.push(["-", left[i++] ?? ""]);
      else out.push(["+", right[j++] ?? ""]);
    }
  }
  for (const line of left.slice(i)) out.push(["-", line]);
  for (const line of right.slice(j)) out.push(["+", line]);
  return out;
}

/** Length of the longest common subsequence of every pair of tails. */
function commonLengths(left: string[], right: string[]): Uint32Array {
  const width = right.length + 1;
  const table = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i * width + j] = left[i] === right[j]
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(
          table[(i + 1) * width + j] ?? 0,
          table[i * width + j + 1] ?? 0,
        );
    }
  }
  return table;
}
