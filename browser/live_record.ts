import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
} from "@preact/signals";
import { Refusal } from "./api.ts";
import {
  type ChannelAccess,
  type Channels,
  type Joined,
  type Listener,
  openChannels,
} from "./channels.ts";
import { Clock, lastEdge } from "./clock.ts";

/** While the channel is cut, the server is asked so often, in milliseconds: a ring must not be missed. */
const POLL_MS = 5_000;

/** Where a record comes from. */
export interface LiveSource<Content> {
  /** Reads it from our server. Throws `Refusal`. */
  read: () => Promise<Content>;
  /** Where the database tells that it has changed. */
  topic: string;
  access: ChannelAccess;
  /** Opens the page's channels; tests have their own. */
  open?: (access: ChannelAccess) => Channels;
  listener?: Pick<Listener, "presence" | "onPresence">;
  /** The moments at which the screen changes without news, beside full minutes: see {@link lastEdge}. */
  edges?: (record: Content) => number[];
}

/** A record of the server that follows what happens to it: read again at each broadcast, and after every gap. */
export class LiveRecord<Content extends { now: string }> {
  readonly #record;
  readonly #joined = signal(true);
  readonly #reached = signal(true);
  readonly #channels = signal<Channels | null>(null);
  /** How the own window shows itself on the topic; null before the channel is opened. */
  protected joined: Joined | null = null;

  /** The server's clock; ticks while the store runs. */
  readonly clock: Clock;
  /** The last instant at which something may have changed on the screen, ISO; for rules, not for seconds. */
  readonly moment: ReadonlySignal<string>;
  /** Channel and server answer. When not, the record is read again every few seconds. */
  readonly live: ReadonlySignal<boolean> = computed(() =>
    this.#joined.value && this.#reached.value
  );

  constructor(first: Content, readonly source: LiveSource<Content>) {
    this.#record = signal(first);
    this.clock = new Clock(first.now);
    this.moment = computed(() => {
      const edges = source.edges?.(this.#record.value) ?? [];
      return new Date(lastEdge(this.clock.now.value, edges)).toISOString();
    });
  }

  /** The record as the server told it last. */
  get record(): ReadonlySignal<Content> {
    return this.#record;
  }

  /** The page's channels, for other topics on the same socket; null until the store runs. */
  get channels(): ReadonlySignal<Channels | null> {
    return this.#channels;
  }

  /** Reads the record again. */
  readonly refresh = async (): Promise<void> => {
    try {
      const fresh = await this.source.read();
      batch(() => {
        this.#reached.value = true;
        // Answers may overtake each other: an older one says nothing new.
        if (Date.parse(fresh.now) < Date.parse(this.#record.peek().now)) return;
        this.clock.set(fresh.now);
        this.#record.value = fresh;
      });
    } catch (error) {
      // The session is over: the page itself leads to signing in, and back here.
      if (error instanceof Refusal && error.status === 401) location.reload();
      this.#reached.value = false;
    }
  };

  /** Follows the record until the returned function is called. */
  start(): () => void {
    const { topic, access, listener, open = openChannels } = this.source;
    const stopClock = this.clock.start();
    const channels = this.#channels.value = open(access);
    const offline = () => this.#reached.value = false;
    globalThis.addEventListener("offline", offline);
    this.joined = channels.join(topic, {
      ...listener,
      onEvent: () => void this.refresh(),
      onLive: () => {
        this.#joined.value = true;
        void this.refresh();
      },
      onCut: () => this.#joined.value = false,
    });
    const stopPolling = effect(() => {
      if (this.live.value) return;
      void this.refresh();
      const timer = setInterval(() => {
        channels.wake();
        void this.refresh();
      }, POLL_MS);
      return () => clearInterval(timer);
    });
    return () => {
      stopPolling();
      stopClock();
      globalThis.removeEventListener("offline", offline);
      this.#channels.value = null;
      this.joined = null;
      channels.close();
    };
  }
}
