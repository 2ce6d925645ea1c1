/**
 * How many lines of the camera are sent, at first and then. A browser begins with little bandwidth: it drops the first
 * pictures that are large, and needs 0.3 s longer for the first one (measured in Chromium).
 */
const FIRST_HEIGHT = 360;
export const FULL_HEIGHT = 720;

/** In full so long after the media runs, and so long after somebody came at the latest; in milliseconds. */
const AFTER_START_MS = 1_500;
const AFTER_ARRIVAL_MS = 10_000;

/** Begins small, so that the first picture is there at once, and then sends the whole one. Part of `conference.ts`. */
export class CameraHeight {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `send` tells the library how many lines to send at most. */
  constructor(readonly send: (maxHeight: number) => unknown) {}

  /** Before the room is entered. */
  begin(): void {
    this.send(FIRST_HEIGHT);
  }

  /** Somebody came: media is about to run, if it can. */
  arrived(): void {
    this.#fullIn(AFTER_ARRIVAL_MS);
  }

  /** Media runs. */
  started(): void {
    this.#fullIn(AFTER_START_MS);
  }

  /** The room is left: nothing is told any more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #fullIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(FULL_HEIGHT), delay);
  }
}
