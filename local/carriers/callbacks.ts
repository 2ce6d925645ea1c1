const TIMEOUT_MS = 10_000;

/** Sends status callbacks and webhooks, those of one message in order, in the background. */
export class Callbacks {
  #closing = new AbortController();
  #running = new Set<Promise<void>>();

  /** Runs the steps of one delivery; a failure is said on the console and ends that delivery. */
  run(delivery: () => Promise<void>): void {
    const running = delivery()
      .catch((error) => {
        if (!this.#closing.signal.aborted) {
          console.error(`carriers: callback failed: ${error.message}`);
        }
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /**
   * Posts to the app. Any answer but 2xx is tried again after each of `retries` (in
   * milliseconds) and then thrown; 406 means "stop" as Mailgun says.
   */
  async post(
    url: string,
    init: () => RequestInit,
    retries: number[] = [],
  ): Promise<void> {
    for (const wait of [...retries, null]) {
      const outcome = await this.#once(url, init());
      if (outcome === "2xx" || outcome === "406") return;
      if (wait === null) {
        throw new Error(`${new URL(url).pathname} answered ${outcome}`);
      }
      await this.pause(wait);
    }
  }

  /** Waits, or rejects when the program ends. */
  pause(ms: number): Promise<void> {
    const { signal } = this.#closing;
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => (signal.removeEventListener("abort", stop), done()),
        ms,
      );
      const stop = () => (clearTimeout(timer), fail(signal.reason));
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
    });
  }

  /** Stops what is under way. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("the carriers are stopping"));
    await Promise.all(this.#running);
  }

  async #once(url: string, init: RequestInit): Promise<string> {
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(new Error("no answer in 10 s")),
      TIMEOUT_MS,
    );
    try {
      const signal = AbortSignal.any([this.#closing.signal, timeout.signal]);
      const response = await fetch(url, {
        ...init,
        method: "POST",
        signal,
        redirect: "manual",
      });
      await response.body?.cancel();
      return response.ok ? "2xx" : String(response.status);
    } catch (error) {
      this.#closing.signal.throwIfAborted();
      return error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
