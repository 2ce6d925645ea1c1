import { wait } from "../listener.ts";

/** How the connection that hears the database behaves, in milliseconds. */
export interface ReplicationTiming {
  /** From the first join until it hears: what the database sends meanwhile reaches nobody. */
  warmUp: number;
  /** How long it lives without any socket; the next join begins anew. */
  idle: number;
}

/** Upstream needs up to 30 s for the first; here it is long enough to be noticed. Upstream's second is eleven minutes. */
export const replicationTiming: ReplicationTiming = {
  warmUp: 500,
  idle: 660_000,
};

/** When a member who waits for it is told that it did not come, in milliseconds. */
const LIMIT = 30_000;

/**
 * Whether what the database sends is heard. The real service answers a join at once and only then connects to the
 * database, and it lets that connection go when nobody is there: this class has the same gaps.
 */
export class Replication implements Disposable {
  #streaming = false;
  #starting?: Promise<void>;
  #resting?: ReturnType<typeof setTimeout>;
  #stop = new AbortController();

  constructor(private timing: ReplicationTiming) {}

  get streaming(): boolean {
    return this.#streaming;
  }

  /** Somebody joined: connects, unless it is or does already. */
  start(): void {
    clearTimeout(this.#resting);
    if (this.#streaming) return;
    if (this.timing.warmUp === 0) this.#streaming = true;
    else this.#starting ??= this.#connect();
  }

  async #connect(): Promise<void> {
    await wait(this.timing.warmUp, this.#stop.signal);
    this.#streaming = !this.#stop.signal.aborted;
    this.#starting = undefined;
  }

  /** Waits until it hears, for 30 s at most, and says whether it does. */
  async ready(): Promise<boolean> {
    if (this.#streaming) return true;
    const given = new AbortController();
    const signal = AbortSignal.any([given.signal, this.#stop.signal]);
    await Promise.race([this.#starting, wait(LIMIT, signal)]);
    given.abort();
    return this.#streaming;
  }

  /** The last socket is gone: lets the connection go after a while. */
  rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(
      () => this.#streaming = false,
      this.timing.idle,
    );
  }

  [Symbol.dispose]() {
    clearTimeout(this.#resting);
    this.#stop.abort();
  }
}
