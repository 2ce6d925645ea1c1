import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
} from "@preact/signals";
import { browserCall, type CallAccess } from "./call_access.ts";
import { CallMedia } from "./call_media.ts";
import type { CallOptions, CallState } from "./call_state.ts";
import { CallWatch } from "./call_watch.ts";
import { CallWays } from "./call_ways.ts";
import { hasNews, type RemoteMedia } from "./remote_tracks.ts";

/** After so long in the room with the other side and without its media, something is in the way; in milliseconds. */
const MEDIA_TIMEOUT_MS = 20_000;

/**
 * After so long it is tried anew, in milliseconds, and after every try so much later: a slow machine gets its time.
 * Not by all sides at once: each would end what the other has just begun.
 */
const MEDIA_RETRY_MS = { doctor: 20_000, patient: 35_000, guest: 50_000 };

/** The other side counts as gone after so long, in milliseconds. */
const VANISHED_MS = 10_000;

const TICK_MS = 500;
/** From one question whether the network is there to the next, and after one that was not answered; in milliseconds. */
const PROBE_EVERY_MS = { answered: 900, unanswered: 400 };

/** The call of one appointment on this page: joins when it starts, survives what the network does, leaves at the end. */
export class CallStore {
  readonly #state = signal<CallState>("connecting");
  readonly #failure = signal<"service" | "media" | null>(null);
  readonly #remote = signal<RemoteMedia | null>(null);
  readonly #third = signal<RemoteMedia | null>(null);
  readonly #rerouting = signal(false);
  readonly #direct = signal(true);
  readonly #quality = signal<number | null>(null);
  readonly #vanished = signal(false);
  readonly #away = signal(false);

  /** Microphone, camera and screen that are sent. */
  readonly media: CallMedia;

  /** Ends everything that the person's last start of the call has begun. */
  #run = new AbortController();
  #ways: CallWays | null = null;
  #watch: CallWatch;
  /** Since when both are in the room without media. */
  #waitsSince = 0;
  #mediaRetries = 0;
  #wasConnected = false;
  #missingSince: number | null = null;
  #probing = false;
  #probeAt = 0;

  constructor(
    readonly options: CallOptions,
    readonly access: CallAccess = browserCall(options),
  ) {
    this.#watch = new CallWatch(options.side);
    this.media = new CallMedia(access, () => {
      this.#ways?.current?.publish();
      this.#ways?.coming?.publish();
    });
  }

  get state(): ReadonlySignal<CallState> {
    return this.#state;
  }
  /** Why it failed: `service`, the video service does not answer; `media`, something between the two is in the way. */
  get failure(): ReadonlySignal<"service" | "media" | null> {
    return this.#failure;
  }
  /** What the other side sends, or that it cannot; null while nothing is known of it. */
  get remote(): ReadonlySignal<RemoteMedia | null> {
    return this.#remote;
  }
  /** What the third person sends; null while there is none in the call. */
  get third(): ReadonlySignal<RemoteMedia | null> {
    return this.#third;
  }
  /** Media goes another way because a third person came or left: that it is missing for a moment is no fault. */
  get rerouting(): ReadonlySignal<boolean> {
    return this.#rerouting;
  }
  /** Media goes from browser to browser; false while it passes through a bridge. */
  get direct(): ReadonlySignal<boolean> {
    return this.#direct;
  }
  /** 0 (bad) to 100 (good); null before the first measurement. */
  get quality(): ReadonlySignal<number | null> {
    return this.#quality;
  }
  /** The other side was here and has been gone for ten seconds; it may come back. */
  get vanished(): ReadonlySignal<boolean> {
    return this.#vanished;
  }
  /** The own network is gone; the other side is not to blame. */
  get away(): ReadonlySignal<boolean> {
    return this.#away;
  }
  /** The call runs, or is being made or brought back. */
  readonly running: ReadonlySignal<boolean> = computed(() =>
    this.#state.value !== "elsewhere" && this.#state.value !== "ended"
  );

  /** Joins; leaves when the returned function is called. */
  start(): () => void {
    const leave = () => void this.leave();
    const offline = () => {
      this.#watch.offline(Date.now());
      this.#update();
    };
    // The browser may keep a page that was left, and show it again: the call on it is over.
    const shown = (event: Event) => {
      if ("persisted" in event && event.persisted) location.reload();
    };
    const listeners = Object.entries({
      ...{ pagehide: leave, pageshow: shown, offline },
      online: () => void this.#probe(),
    });
    for (const [name, listener] of listeners) {
      globalThis.addEventListener(name, listener);
    }
    const timer = setInterval(() => this.#update(), TICK_MS);
    const stopTaken = effect(() => {
      if (this.options.taken.value) void this.#stop("elsewhere");
    });
    const stopAwake = effect(() =>
      this.running.value ? this.access.keepAwake() : undefined
    );
    this.again();
    return () => {
      for (const [name, listener] of listeners) {
        globalThis.removeEventListener(name, listener);
      }
      clearInterval(timer);
      stopTaken();
      leave();
      stopAwake();
    };
  }

  /** From the start, in this window: after `ended` or `elsewhere`, or at once after `failed`. */
  readonly again = (): void => {
    void this.#close();
    const { signal } = this.#run = new AbortController();
    const watch = this.#watch = new CallWatch(this.options.side);
    const ways: CallWays = this.#ways = new CallWays({
      tracks: (ticket, ends) =>
        this.media.open(
          ticket,
          () => [ways.current, ways.coming].flatMap((one) => one?.jitsi ?? []),
          ends,
        ),
      access: this.access,
      watch,
      onChange: () => this.#update(),
      onQuality: (percent) => this.#quality.value = percent,
      onRemoved: () => void this.#stop("elsewhere"),
    }, signal);
    this.#wasConnected = false;
    this.#waitsSince = Date.now();
    this.#mediaRetries = 0;
    batch(() => {
      this.#state.value = "connecting";
      this.#failure.value = null;
    });
    const release = this.access.takeOver(() => {
      if (signal.aborted) return;
      this.options.claim();
      void ways.join();
    }, () => {
      if (signal.aborted) return;
      this.options.release();
      void this.#stop("elsewhere");
    });
    signal.addEventListener("abort", release);
  };

  /** Leaves, and lets go of camera and microphone. */
  readonly leave = async (): Promise<void> => {
    if (!this.running.peek()) return;
    this.options.release();
    await this.#stop("ended");
  };

  async #stop(state: "elsewhere" | "ended"): Promise<void> {
    if (!this.running.peek()) return;
    batch(() => {
      this.#state.value = state;
      this.#vanished.value = false;
      this.#remote.value = null;
      this.#third.value = null;
    });
    await this.#close();
  }

  /** Ends the attempt: devices first, their lights should be out at once. */
  async #close(): Promise<void> {
    this.#run.abort();
    const ways = this.#ways;
    this.#ways = null;
    await ways?.leave();
  }

  /** Works out where the call stands: at every event, and twice a second. */
  #update(): void {
    const ways = this.#ways;
    if (ways === null || !this.running.peek()) return;
    const now = Date.now();
    const admitted = this.options.guestAdmitted?.();
    for (const way of [ways.current, ways.coming]) {
      way?.removeStrangers(admitted ?? true);
    }
    if (ways.promote(now)) this.#waitsSince = now;
    const third = ways.current?.third() ?? null;
    const changed = (third === null) !== (this.#third.peek() === null);
    if (changed) this.#watch.reroute(now);
    this.#watch.expectReroute(admitted === true && third === null);
    batch(() => {
      const state = this.#state.value = this.#stateOf(ways, now);
      this.#wasConnected ||= state === "connected";
      if (state === "connected" || state === "alone") {
        this.#failure.value = null;
      }
      this.#away.value = this.#watch.away;
      this.#rerouting.value = this.#watch.rerouting(now);
      this.#noticeMissing(state, now);
      const media = ways.current?.media();
      this.#remote.value = media && hasNews(media) ? media : null;
      this.#third.value = third;
      this.#direct.value = ways.current?.direct ?? true;
    });
  }

  #stateOf(ways: CallWays, now: number): CallState {
    const way = ways.current;
    if (way === null) {
      if (ways.failed) this.#failure.value ??= "service";
      return this.#failure.peek() ? "failed" : "connecting";
    }
    const silent = way.sending?.includes("none") ?? false;
    // When the library gives up on a direct connection it takes the tracks away: they are still expected.
    const expected = !way.alone && !silent &&
      (way.hasTracks || this.#wasConnected);
    const verdict = this.#watch.verdict(expected, now, way.misses);
    way.miss(this.#watch.blameless(now));
    if (way.alone) {
      this.#waitsSince = now;
      return "alone";
    }
    if (verdict !== "fine") {
      void this.#probe();
      if (verdict === "rejoin") void ways.join();
      return "interrupted";
    }
    if (way.hasTracks || silent) {
      this.#mediaRetries = 0;
      return "connected";
    }
    // In the room with the other side, and nothing comes: the library itself never gives up.
    const waited = now - this.#waitsSince;
    const patience = MEDIA_RETRY_MS[this.options.side];
    if (waited >= MEDIA_TIMEOUT_MS) this.#failure.value = "media";
    if (waited >= patience * (1 + this.#mediaRetries)) {
      this.#mediaRetries++;
      this.#waitsSince = now;
      void ways.join();
    }
    if (this.#failure.peek()) return "failed";
    return this.#wasConnected ? "interrupted" : "connecting";
  }

  /** The other side is missing: told after a while, until it is back. */
  #noticeMissing(state: CallState, now: number): void {
    const missing = this.#wasConnected && !this.#watch.away &&
      (state === "alone" ||
        (state === "interrupted" && !this.#rerouting.peek()));
    this.#missingSince = missing ? this.#missingSince ?? now : null;
    this.#vanished.value = this.#missingSince !== null &&
      now - this.#missingSince >= VANISHED_MS;
  }

  /** Asks whether our side is on the network: one question at a time, and not all the time. */
  async #probe(): Promise<void> {
    const ticket = this.#ways?.ticket;
    const asked = Date.now();
    if (this.#probing || asked < this.#probeAt || !ticket) return;
    this.#probing = true;
    const answered = await this.access.probe(ticket);
    this.#probing = false;
    this.#probeAt = asked +
      PROBE_EVERY_MS[answered ? "answered" : "unanswered"];
    this.#watch.probed(answered, Date.now());
    this.#update();
  }
}
