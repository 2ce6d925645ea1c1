/** A clock and timers that tests move by hand; the real ones come back at the end of the scope. */
export class FakeTime implements Disposable {
  #now: number;
  #timers = new Map<number, { at: number; every?: number; run: () => void }>();
  #ids = 0;
  #real = {
    now: Date.now,
    setTimeout: globalThis.setTimeout,
    setInterval: globalThis.setInterval,
    clearTimeout: globalThis.clearTimeout,
    clearInterval: globalThis.clearInterval,
  };

  constructor(start = "2026-11-29T10:00:00Z") {
    this.#now = Date.parse(start);
    const add = (run: () => void, after = 0, every?: number) => {
      const id = ++this.#ids;
      this.#timers.set(id, { at: this.#now + after, every, run });
      return id;
    };
    const remove = (id: number) => this.#timers.delete(id);
    Date.now = () => this.#now;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, after?: number) => add(run, after),
      setInterval: (run: () => void, every?: number) => add(run, every, every),
      clearTimeout: remove,
      clearInterval: remove,
    });
  }

  /** Lets so many milliseconds pass; timers that are due run in their order. */
  tick(milliseconds: number): void {
    const end = this.#now + milliseconds;
    while (true) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end)
        .sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      const [id, timer] = next;
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(id);
      else timer.at += Math.max(1, timer.every);
      timer.run();
    }
    this.#now = end;
  }

  /** The same, and what was promised meanwhile comes true between the timers. */
  async pass(milliseconds: number, step = 100): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      this.tick(Math.min(step, milliseconds - passed));
      await settled();
    }
  }

  [Symbol.dispose](): void {
    const { now, ...timers } = this.#real;
    Date.now = now;
    Object.assign(globalThis, timers);
  }
}

/** After the promises that are fulfilled by now have told everybody who waits for them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
