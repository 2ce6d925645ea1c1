import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { GuestVisit, VisitAct } from "@/domain/guests.ts";
import { paths } from "@/domain/paths.ts";
import { GuestAnswer } from "./answers.ts";
import { ask, Refusal } from "./api.ts";
import { Clock } from "./clock.ts";

/** How often the server is asked where the guest stands, in milliseconds: a guest has no session, and so no channel. */
const WAITING_MS = 2_000;
const IN_CALL_MS = 3_000;
const LEFT_MS = 4_000;
const RESTING_MS = 15_000;

/** What the store asks of our server; tests have their own. */
export interface GuestAccess {
  read(): Promise<GuestVisit>;
  move(act: VisitAct): Promise<GuestVisit>;
}

const serverAccess: GuestAccess = {
  read: () => ask(paths.guestVisit(), GuestAnswer),
  move: (act) =>
    ask(paths.guestVisit(), GuestAnswer, {
      method: "POST",
      repeatable: true,
      body: { act },
    }),
};

/** A guest's visit to a consultation, as this page follows it. */
export class GuestStore {
  readonly #visit;
  readonly #live = signal(true);
  readonly #refusal = signal<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  /** The server's clock; ticks while the store runs. */
  readonly clock: Clock;

  constructor(
    first: GuestVisit,
    readonly access: GuestAccess = serverAccess,
  ) {
    this.#visit = signal(first);
    this.clock = new Clock(first.now);
  }

  get visit(): ReadonlySignal<GuestVisit> {
    return this.#visit;
  }
  /** The server answered the last time it was asked. */
  get live(): ReadonlySignal<boolean> {
    return this.#live;
  }
  /** Why the last act failed, as a key of the database's rules; null when it did not. */
  get refusal(): ReadonlySignal<string | null> {
    return this.#refusal;
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    this.#stopped = false;
    const wake = () => void this.refresh();
    globalThis.addEventListener("online", wake);
    const stopClock = this.clock.start();
    this.#wait();
    return () => {
      stopClock();
      this.#stopped = true;
      clearTimeout(this.#timer);
      globalThis.removeEventListener("online", wake);
    };
  }

  /** Asks to come in, or leaves. */
  readonly move = async (act: VisitAct): Promise<void> => {
    this.#refusal.value = null;
    try {
      this.#told(await this.access.move(act));
    } catch (error) {
      this.#refusal.value = error instanceof Refusal
        ? error.key
        : "unavailable";
      await this.refresh();
    }
  };

  /** Asks the server at once. */
  readonly refresh = async (): Promise<void> => {
    try {
      this.#told(await this.access.read());
    } catch {
      this.#live.value = false;
    }
    this.#wait();
  };

  #told(visit: GuestVisit): void {
    batch(() => {
      this.#live.value = true;
      // Answers may overtake each other: an older one says nothing new.
      if (Date.parse(visit.now) < Date.parse(this.#visit.peek().now)) return;
      this.clock.set(visit.now);
      this.#visit.value = visit;
    });
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const pause = pauseFor(this.#visit.peek());
    this.#timer = setTimeout(() => void this.refresh(), pause);
  }
}

function pauseFor({ state, over }: GuestVisit): number {
  if (state === "waiting") return WAITING_MS;
  // They are offered to come back: not when it has ended meanwhile.
  if (state === "left" && !over) return LEFT_MS;
  return state === "admitted" ? IN_CALL_MS : RESTING_MS;
}
