import type { Database } from "../types.ts";
import { Listener, wait } from "../listener.ts";
import { announced, type Message, recent } from "./messages.ts";

/** How long before a lost connection a transaction may have begun, in seconds, for its messages to be found again. */
const REACH = 60;
const BATCH = 500;
/** Milliseconds between two readings: what is announced meanwhile is read at once, and not row by row. */
const PAUSE_MS = 25;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Delivers what the database broadcasts, in commit order, each message once, across reconnects. */
export class Feed implements AsyncDisposable {
  #queue: string[] = [];
  /** When each message was delivered (milliseconds), oldest first: those that a reconnect could find again. */
  #delivered = new Map<string, number>();
  /** Since when (milliseconds) announcements may have been missed. */
  #gap?: number;
  #heard = Date.now();
  #pump?: Promise<void>;
  #stop = new AbortController();
  #listener?: AsyncDisposable;

  private constructor(
    private db: Database,
    private deliver: (message: Message) => void,
  ) {}

  static async start(
    db: Database,
    deliver: (message: Message) => void,
  ): Promise<Feed> {
    const feed = new Feed(db, deliver);
    feed.#listener = await Listener.start(
      db.admin,
      "realtime_messages",
      (id) => feed.#announce(id),
      () => feed.#reconnected(),
    );
    return feed;
  }

  #announce(id: string) {
    if (!UUID.test(id)) return; // any role may NOTIFY: what is not ours is nobody's
    this.#heard = Date.now();
    this.#queue.push(id);
    this.#pump ??= this.#run();
  }

  #reconnected() {
    this.#gap ??= this.#heard;
    this.#pump ??= this.#run();
  }

  async #run() {
    for (let failures = 0; this.#hasWork();) {
      try {
        await this.#step();
        failures = 0;
        await wait(PAUSE_MS, this.#stop.signal);
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        if (failures++ === 0) {
          console.warn(
            "realtime: reading messages failed, trying again:",
            String(error),
          );
        }
        await wait(Math.min(100 * 2 ** failures, 2_000), this.#stop.signal);
      }
    }
    this.#pump = undefined;
  }

  #hasWork(): boolean {
    return !this.#stop.signal.aborted &&
      (this.#gap !== undefined || this.#queue.length > 0);
  }

  /** One batch of announcements, or everything since the connection was lost: the rows stay, the NOTIFYs do not. */
  async #step() {
    const gap = this.#gap;
    const batch = this.#queue.slice(0, BATCH);
    const messages = gap === undefined
      ? await announced(this.db, batch)
      : await recent(this.db, (Date.now() - gap) / 1000 + REACH);
    // Announcements may come before word of the new connection does: what was missed before it goes first.
    if (gap === undefined && this.#gap !== undefined) return;
    for (const message of messages) this.#once(message);
    if (gap === undefined) this.#queue.splice(0, batch.length);
    else this.#gap = undefined;
    this.#forget();
  }

  #once(message: Message) {
    if (this.#delivered.has(message.id)) return;
    this.#delivered.set(message.id, Date.now());
    this.deliver(message);
  }

  #forget() {
    const horizon = (this.#gap ?? Date.now()) - 2 * REACH * 1000;
    for (const [id, at] of this.#delivered) {
      if (at > horizon) break;
      this.#delivered.delete(id);
    }
  }

  async [Symbol.asyncDispose]() {
    this.#stop.abort();
    await this.#listener?.[Symbol.asyncDispose]();
    await this.#pump;
  }
}
