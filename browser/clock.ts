import { type ReadonlySignal, signal } from "@preact/signals";

const MINUTE = 60_000;

/**
 * The server's clock on this screen: a tablet that is minutes off still counts right. One signal ticks every second;
 * only the leaf that shows seconds may read it, everything else reads {@link lastEdge} of it.
 */
export class Clock {
  readonly #now;
  #offset = 0;

  /** The server's instant, in milliseconds; until {@link start} it stands still, as on the server. */
  get now(): ReadonlySignal<number> {
    return this.#now;
  }

  constructor(serverNow: string) {
    this.#now = signal(Date.parse(serverNow));
  }

  /** The server has just said what time it is (ISO instant). */
  set(serverNow: string): void {
    this.#offset = Date.parse(serverNow) - Date.now();
    this.#now.value = Date.parse(serverNow);
  }

  /** Ticks until the returned function is called. */
  start(): () => void {
    this.set(new Date(this.#now.peek()).toISOString());
    const timer = setInterval(
      () => this.#now.value = Date.now() + this.#offset,
      1_000,
    );
    return () => clearInterval(timer);
  }
}

/**
 * The last full minute, or the last of these instants (milliseconds) when it came later: a time that is right for
 * rules and changes only when something may change on the screen.
 */
export function lastEdge(now: number, edges: readonly number[]): number {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  return Math.max(minute, ...edges.filter((edge) => edge <= now));
}
