import { delay } from "@std/async";

const TIMEOUT_MS = 10_000;

/** Sends status callbacks and webhooks, those of one message in order, in the background. */
export class Callbacks {
  #closing = new AbortController();
  #running = new Set<Promise<void>>();

  /** Runs the steps of one delivery; a failure is said on the console and ends it. */
  run(delivery: () => Promise<void>): void {
    const running = delivery()
      .catch((error) => {
        if (this.#closing.signal.aborted) return;
        console.error(`carriers: callback failed: ${error.message}`);
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /**
   * Posts to the app. Any answer but 2xx is tried again after each of `retries` (in
   * milliseconds) and then thrown; 406 means "stop", as Mailgun says.
   */
  async post(
    url: string,
    init: () => RequestInit,
    retries: number[] = [],
  ): Promise<void> {
    const outcome = await this.#once(url, init());
    if (outcome === 406 || Number(outcome) < 300) return;
    const [wait, ...others] = retries;
    if (wait === undefined) {
      throw new Error(`${new URL(url).pathname}: ${outcome}`);
    }
    await delay(wait, { signal: this.#closing.signal });
    await this.post(url, init, others);
  }

  /** Stops what is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#running);
  }

  /** The status, or why there is none. */
  async #once(url: string, init: RequestInit): Promise<number | string> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TIMEOUT_MS);
    const signal = AbortSignal.any([this.#closing.signal, limit.signal]);
    const request = { ...init, method: "POST", signal, redirect: "manual" };
    try {
      // "manual" is one of three literals that the type knows
      const response = await fetch(url, request as RequestInit);
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      this.#closing.signal.throwIfAborted();
      return limit.signal.aborted ? "no answer in 10 s" : String(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
