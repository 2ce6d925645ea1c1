import postgres, { type Sql } from "postgres";

/**
 * Listens on a connection of its own, made anew until it works whenever it is lost. The driver's `listen` tries only
 * once after a loss: while the server starts again that fails, and nothing is heard any more.
 */
export class Listener implements AsyncDisposable {
  #client: Sql;
  #stopped = new AbortController();
  #connecting?: Promise<void>;

  private constructor(
    pool: Sql,
    private channel: string,
    onNotify: (payload: string) => void,
    private onReconnect: () => void,
  ) {
    // As the driver's own `listen` does; its types know neither parsed options nor `onnotify`.
    const options: unknown = {
      ...pool.options,
      max: 1,
      fetch_types: false,
      onnotify: (_channel: string, payload: string) => onNotify(payload),
      onclose: () => this.#lost(),
    };
    this.#client = postgres(options as postgres.Options<Record<string, never>>);
  }

  /** Listens when it returns. `onReconnect` says that notifications may have been missed. */
  static async start(
    pool: Sql,
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<Listener> {
    const listener = new Listener(pool, channel, onNotify, onReconnect);
    try {
      await listener.#listen();
    } catch (error) {
      await listener[Symbol.asyncDispose]();
      throw error;
    }
    return listener;
  }

  async #listen() {
    await this.#client`listen ${this.#client(this.channel)}`;
  }

  #lost() {
    if (this.#stopped.signal.aborted) return;
    this.#connecting ??= this.#connect().finally(() =>
      this.#connecting = undefined
    );
  }

  async #connect() {
    const { signal } = this.#stopped;
    for (let pause = 50; !signal.aborted; pause = Math.min(pause * 2, 1_000)) {
      try {
        await this.#listen();
        return this.onReconnect();
      } catch {
        await wait(pause, signal); // the server is not there yet: the log of its own says so
      }
    }
  }

  async [Symbol.asyncDispose]() {
    this.#stopped.abort();
    await this.#client.end({ timeout: 1 });
    await this.#connecting;
  }
}

/** Waits, but no longer than until `signal` is aborted. */
export async function wait(milliseconds: number, signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
