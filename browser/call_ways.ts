import type { CallTicket } from "./answers.ts";
import type { CallAccess } from "./call_access.ts";
import type { CallWatch } from "./call_watch.ts";
import type { CallConference } from "./conference.ts";
import type { LocalTracks } from "./local_tracks.ts";

/**
 * How long the room may take to let us in, in milliseconds: with no focus component it never answers. After a try
 * that failed the next one gets more, up to so many times as much: the machine or the line may only be slow.
 */
const JOIN_TIMEOUT_MS = 10_000;
const MAX_JOIN_TIMEOUTS = 3;

/** Pauses before the next try after one that failed, in milliseconds. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000];

/** A lost connection may mean that another device took the call: news of that gets so long, in milliseconds. */
const TAKEN_NEWS_MS = 3_000;

/** What the ways into the room need of the call. */
export interface WaysOptions {
  /** The devices, opened the first time. */
  tracks: (ticket: CallTicket, signal: AbortSignal) => Promise<LocalTracks>;
  access: CallAccess;
  watch: CallWatch;
  /** Something is different: who is there, what arrives, or a try has failed. */
  onChange: () => void;
  /** How good the own connection is: 0 (bad) to 100 (good). */
  onQuality: (percent: number) => void;
  /** Somebody with the right to do so took this window out of the room. */
  onRemoved: () => void;
}

/**
 * The ways into the room: the one whose media is shown, and the one that is being made in its place. What runs
 * directly between the two browsers runs on until the new way has media, too. Part of `call.ts`.
 */
export class CallWays {
  /** The way whose media is shown. */
  current: CallConference | null = null;
  /** The way that is being made. */
  coming: CallConference | null = null;
  /** The last way in that our server gave. */
  ticket: CallTicket | null = null;
  /** The last try failed, and nothing is there to show. */
  failed = false;
  #opening = false;
  #failures = 0;
  /** So many times in a row the room did not let us in in time. */
  #late = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Ends with `signal`; then `leave` tells the room. */
  constructor(readonly options: WaysOptions, readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => clearTimeout(this.#retry));
  }

  /** Makes a way, unless one is being made. A try that fails is made again by itself. */
  async join(): Promise<void> {
    const { options, signal } = this;
    if (this.#opening || this.coming !== null || signal.aborted) return;
    this.#opening = true;
    clearTimeout(this.#retry);
    try {
      this.ticket = await options.access.ticket();
      signal.throwIfAborted();
      const tracks = await options.tracks(this.ticket, signal);
      signal.throwIfAborted();
      this.#enter(this.ticket, tracks);
    } catch {
      this.#again();
    } finally {
      this.#opening = false;
    }
  }

  /** The new way is the one to show once it is as good as the old one. Returns whether it became so just now. */
  promote(now: number): boolean {
    const { current, coming, options: { watch } } = this;
    if (coming === null || !coming.joined) return false;
    // To some rooms the new way is the same person again, and the old one is put out at once: then nothing runs on.
    const runsOn = current !== null && !current.alone && watch.hears(now);
    if (runsOn && !coming.hasTracks) return false;
    // What went wrong with the old way is mended by the new one.
    clearTimeout(this.#retry);
    this.current = coming;
    this.coming = null;
    this.failed = false;
    watch.renew(now);
    // Not waited for: its socket may lead nowhere.
    void current?.leave();
    return true;
  }

  /** Leaves the room by every way. */
  async leave(): Promise<void> {
    const ways = [this.current, this.coming];
    this.current = this.coming = null;
    await Promise.all(ways.map((way) => way?.leave()));
  }

  #enter(ticket: CallTicket, tracks: LocalTracks): void {
    const { options, signal } = this;
    const { watch, onChange } = options;
    const isCurrent = () => way === this.current;
    const isMine = () => isCurrent() || way === this.coming;
    const drop = () => {
      clearTimeout(timer);
      if (isCurrent()) this.#renewLater(TAKEN_NEWS_MS);
      else if (isMine()) {
        this.coming = null;
        void way.leave();
        this.#again();
      }
    };
    const late = () => {
      if (way.joined) return;
      this.#late = Math.min(this.#late + 1, MAX_JOIN_TIMEOUTS - 1);
      drop();
    };
    const timer = setTimeout(late, JOIN_TIMEOUT_MS * (1 + this.#late));
    signal.addEventListener("abort", () => clearTimeout(timer));
    const way = options.access.enter(ticket, tracks, {
      onJoined: () => {
        clearTimeout(timer);
        this.#failures = this.#late = 0;
        onChange();
      },
      onChange,
      onDownload: (kilobits) => {
        if (!isCurrent()) return;
        watch.download(kilobits, Date.now());
        onChange();
      },
      onQuality: (percent) => isCurrent() && options.onQuality(percent),
      onRerouted: () => isCurrent() && watch.renew(Date.now()),
      onInterrupted: () => {
        if (isCurrent()) watch.lose(Date.now());
        onChange();
      },
      onBroken: drop,
      onRemoved: () => {
        // Our own new way takes the place of the old one: that is not another device.
        const replaced = isCurrent() && this.coming !== null;
        if (isMine() && !replaced) options.onRemoved();
      },
    });
    this.coming = way;
  }

  /** A try has failed: said, unless media still runs, and made again after a pause. */
  #again(): void {
    if (this.signal.aborted) return;
    this.failed = this.current === null;
    const pause = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)];
    this.#renewLater(pause);
    this.options.onChange();
  }

  #renewLater(pause: number | undefined): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.join(), pause);
  }
}
