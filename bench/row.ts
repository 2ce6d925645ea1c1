/** A measurement beside what it cannot be faster (or smaller) than, taken in the same run. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  floor: string;
  floorValue: number;
  /** `value / floorValue`: 1 would be no cost at all. */
  ratio: number;
}

/** A step that is measured; `n` counts from 0 and goes on over the warm-up. */
export type Step = (n: number) => Promise<unknown>;

const WARM_UP = 15;

/** No comparison takes longer than this, in milliseconds; the median is of what was measured until then. */
const TIMEOUT_MS = 10_000;

/**
 * Median milliseconds of a step and of its floor, one after the other in turns, so that what else the machine
 * does meanwhile weighs on both. `between` runs after each pair, and is not measured.
 */
export async function sideBySide(
  name: string,
  count: number,
  ours: Step,
  floor: string,
  bare: Step,
  between?: () => Promise<unknown>,
): Promise<Row> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  let began = performance.now();
  for (let n = 0; n < WARM_UP + count; n++) {
    if (n === WARM_UP) began = performance.now();
    const [a, b] = [await clock(ours, n), await clock(bare, n)];
    await between?.();
    if (n < WARM_UP) continue;
    times.ours.push(a);
    times.bare.push(b);
    if (performance.now() - began > TIMEOUT_MS) break;
  }
  return row(name, "ms", median(times.ours), floor, median(times.bare));
}

async function clock(step: Step, n: number): Promise<number> {
  const began = performance.now();
  await step(n);
  return performance.now() - began;
}

/**
 * The 95th percentile of a step and of its floor, in turns. `before` runs before each step of ours, and is not measured.
 */
export async function p95SideBySide(
  name: string,
  count: number,
  ours: Step,
  floor: string,
  bare: Step,
  before?: Step,
): Promise<Row> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let n = 0; n < WARM_UP + count; n++) {
    await before?.(n);
    const [a, b] = [await clock(ours, n), await clock(bare, n)];
    if (n < WARM_UP) continue;
    times.ours.push(a);
    times.bare.push(b);
  }
  return row(name, "ms", p95(times.ours), floor, p95(times.bare));
}

/** Nineteen of twenty are no more than this. */
export function p95(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
}

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A row with its ratio. */
export function row(
  name: string,
  unit: string,
  value: number,
  floor: string,
  floorValue: number,
): Row {
  return { name, unit, value, floor, floorValue, ratio: value / floorValue };
}
