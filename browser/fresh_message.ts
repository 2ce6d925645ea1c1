import { type ReadonlySignal, signal } from "@preact/signals";

/** How long a new message is shown, in milliseconds; anew after somebody held it. */
const SHOWN_MS = 8_000;

/** What tells whether a message is shown. */
interface Circumstances {
  /** The last unread message of the other side that came during the call. */
  id: string | null;
  /** The chat is closed, and nobody else sees the screen. */
  may: boolean;
  /** The page's tab is in front. */
  visible: boolean;
}

/**
 * A new message, shown for some seconds and once. One that comes while it may not be shown never is; one that comes
 * while nobody looks is shown when somebody does.
 */
export class FreshMessage {
  readonly #shown = signal<string | null>(null);
  #now: Circumstances = { id: null, may: false, visible: false };
  #told: string | null = null;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The id of the message to show. */
  get shown(): ReadonlySignal<string | null> {
    return this.#shown;
  }

  /** Says how things stand now. */
  look(now: Circumstances): void {
    this.#now = now;
    const { id, may, visible } = now;
    const fresh = id !== null && id !== this.#told;
    if (fresh && (visible || !may)) {
      this.#told = id;
      this.#shown.value = id;
    }
    if (!may || id === null) this.#shown.value = null;
    this.#run();
  }

  /** The pointer is on it, or the focus, or no longer. */
  readonly hold = (held: boolean): void => {
    this.#held = held;
    this.#run();
  };

  /** Takes it away. */
  readonly dismiss = (): void => {
    this.#held = false;
    this.#shown.value = null;
    this.#run();
  };

  #run(): void {
    clearTimeout(this.#timer);
    if (this.#shown.peek() === null || this.#held || !this.#now.visible) return;
    this.#timer = setTimeout(this.dismiss, SHOWN_MS);
  }
}
