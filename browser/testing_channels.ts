import type { Channels, Listener } from "./channels.ts";

/** Channels without a server: a test says what happens on them. */
export class FakeChannels implements Channels {
  readonly listeners = new Map<string, Listener>();
  /** What the page told of itself, by topic. */
  readonly told = new Map<string, Record<string, unknown>>();
  woken = 0;
  closed = false;

  join(topic: string, listener: Listener) {
    this.listeners.set(topic, listener);
    return {
      tell: (meta: Record<string, unknown>) => void this.told.set(topic, meta),
      leave: () => void this.listeners.delete(topic),
    };
  }

  wake(): void {
    this.woken++;
  }

  close(): void {
    this.closed = true;
  }

  /** The listener of a topic. Throws where nobody listens. */
  on(topic: string): Listener {
    const listener = this.listeners.get(topic);
    if (listener === undefined) throw new Error(`Nobody listens to ${topic}`);
    return listener;
  }
}
