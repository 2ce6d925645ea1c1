/** Counts events over a sliding window of ten one-tenth slices. */
export class Rate {
  #slices = new Array<number>(10).fill(0);
  #slice = 0;
  #total = 0;

  /** At most `limit` events in `window` milliseconds. */
  constructor(readonly limit: number, readonly window: number) {}

  /** Counts `events` unless they would pass the limit; says whether they were within it. */
  take(events = 1, now = performance.now()): boolean {
    this.#advance(Math.floor(now / (this.window / 10)));
    if (this.#total + events > this.limit) return false;
    this.#slices[this.#slice % 10] = (this.#slices[this.#slice % 10] ?? 0) +
      events;
    this.#total += events;
    return true;
  }

  #advance(slice: number) {
    const passed = Math.min(slice - this.#slice, 10);
    for (let i = 1; i <= passed; i++) {
      const index = (slice - passed + i) % 10;
      this.#total -= this.#slices[index] ?? 0;
      this.#slices[index] = 0;
    }
    this.#slice = slice;
  }
}
