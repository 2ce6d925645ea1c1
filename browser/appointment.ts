import { computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  CALL_GRACE,
  CALL_RINGS_FOR,
  isOver,
  rings,
} from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { Side } from "@/domain/transitions.ts";
import { AppointmentAnswer } from "./answers.ts";
import { ask } from "./api.ts";
import type { ChannelAccess, Present } from "./channels.ts";
import { LiveRecord, type LiveSource } from "./live_record.ts";
import type { Kind } from "./media.ts";
import { browserName } from "./one_window.ts";

/** An appointment that follows what happens to it, who has its page open, and which window has the call. */
export class AppointmentStore extends LiveRecord<AppointmentRecord> {
  readonly #present: ReadonlySignal<Present[]>;
  /** This window, among those of the same person. */
  readonly #window = crypto.randomUUID();
  readonly #claimed = signal(0);
  /** This browser, once it has claimed the call; see {@link browserName}. */
  #browser = "";
  /** The call that the patient cannot take now, by the moment it began. */
  readonly #declined = signal<string | null>(null);
  #missing: readonly Kind[] = [];

  /** It rings at the patient's. */
  readonly ringing: ReadonlySignal<boolean> = computed(() =>
    rings(this.record.value, this.moment.value)
  );
  /** Nothing more will happen to it. */
  readonly over: ReadonlySignal<boolean> = computed(() =>
    isOver(this.record.value)
  );
  /** The other side has the page open. */
  readonly remoteHere: ReadonlySignal<boolean>;
  /** The other side is known to have no page open: not merely that nothing was heard of it yet. */
  readonly remoteAway: ReadonlySignal<boolean>;
  /**
   * Another window or device of the same person has taken the call after this one. Windows of one browser agree
   * without it, where the browser has locks.
   */
  readonly callTaken: ReadonlySignal<boolean>;
  /** Another window or device of the same person has the call, whether or not this one had it before. */
  readonly callElsewhere: ReadonlySignal<boolean>;
  /** The patient cannot take the last call now, as they said in one of their windows. */
  readonly declined: ReadonlySignal<boolean>;

  constructor(
    first: AppointmentRecord,
    access: ChannelAccess,
    readonly side: Side,
    source: Partial<LiveSource<AppointmentRecord>> = {},
    readonly nameOfBrowser = browserName,
  ) {
    const present = signal<Present[]>([]);
    super(first, {
      read: () => ask(paths.appointmentState(first.id), AppointmentAnswer),
      topic: `appointment:${first.id}`,
      access,
      listener: {
        presence: side,
        onPresence: (next) => present.value = next,
      },
      edges: ({ called_at }) => {
        const called = called_at === null ? NaN : Date.parse(called_at);
        return [called + CALL_RINGS_FOR, called + CALL_RINGS_FOR + CALL_GRACE];
      },
      ...source,
    });
    this.#present = present;
    this.remoteHere = computed(() =>
      present.value.some(({ key }) => key !== side)
    );
    // The own window is among those present once the channel has told who is.
    this.remoteAway = computed(() =>
      this.live.value && !this.remoteHere.value && present.value.length > 0
    );
    this.callTaken = computed(() => {
      const mine = this.#claimed.value;
      return mine > 0 &&
        this.#rivals(present.value).some(({ window, call }) =>
          call > mine || call === mine && window > this.#window
        );
    });
    this.callElsewhere = computed(() =>
      this.#rivals(present.value).some(({ call }) => call > 0)
    );
    this.declined = computed(() => {
      const { called_at } = this.record.value;
      return called_at !== null &&
        (this.#declined.value === called_at ||
          present.value.some(({ key, meta }) =>
            key === "patient" && meta.declined === called_at
          ));
    });
  }

  /** Every window that has the page open, with what it tells of itself. */
  get present(): ReadonlySignal<Present[]> {
    return this.#present;
  }

  override start(): () => void {
    const stop = super.start();
    // A part of the page may have had something to tell before the channel was there.
    if (this.#claimed.peek() > 0 || this.#missing.length > 0) this.#tell();
    return stop;
  }

  /** The patient cannot take this call now: it stops ringing here, and the doctor sees it. Another call rings again. */
  readonly declineCall = (): void => {
    this.#declined.value = this.record.peek().called_at;
    this.#tell();
  };

  /**
   * This window takes the call: the others of the same person are told, by the server's clock. A page that was slow
   * to start is behind it: its claim counts all the same after those that it knows of.
   */
  readonly claimCall = (): void => {
    this.#browser = this.nameOfBrowser(this.record.peek().id);
    this.#claimed.value = Math.max(
      this.clock.now.peek(),
      ...this.#rivals(this.#present.peek()).map(({ call }) => call + 1),
    );
    this.#tell();
  };

  /** This window has left the call. */
  readonly releaseCall = (): void => {
    this.#claimed.value = 0;
    this.#tell();
  };

  /** Which devices do not work here while one waits: the other side sees it before it calls ({@link missingOf}). */
  readonly tellMissing = (missing: readonly Kind[]): void => {
    if (missing.join() === this.#missing.join()) return;
    this.#missing = missing;
    this.#tell();
  };

  /** The claims of this person's other windows, without those of the same browser. */
  #rivals(present: readonly Present[]): { window: string; call: number }[] {
    return present.flatMap(({ key, meta }) => {
      const { window, browser, call } = meta;
      const own = window === this.#window ||
        (this.#browser !== "" && browser === this.#browser);
      return key === this.side && !own && typeof call === "number"
        ? [{ window: String(window), call }]
        : [];
    });
  }

  #tell(): void {
    this.joined?.tell({
      window: this.#window,
      browser: this.#browser,
      call: this.#claimed.peek(),
      missing: this.#missing.join(" "),
      declined: this.#declined.peek() ?? "",
    });
  }
}

/** Which devices do not work in a window that has the page open. */
export function missingOf({ meta }: Present): Kind[] {
  const words = typeof meta.missing === "string" ? meta.missing.split(" ") : [];
  return (["audio", "video"] as const).filter((kind) => words.includes(kind));
}
