import type { CallStore } from "./call.ts";

/** Below this quality (0 to 100) the call is called bad; below the second not even the sound is sure. */
const BAD = 30;
const WORST = 10;

/** How long it has to be bad before going without pictures is offered, and worst before it is done; in milliseconds. */
const OFFER_MS = 8_000;
const OFF_MS = 30_000;

/** How long it has to be good again before the offer goes, in milliseconds: it comes and goes on a train. */
const GONE_MS = 10_000;

/**
 * Decides when a call should go on without the own camera: the estimate that the quality comes from covers the way to
 * the other side, so each side spares its own. Offered first; done only when the line gets no better, and once: whoever
 * turns the camera on again is not overruled.
 */
export class PoorLine {
  #badSince: number | null = null;
  #worstSince: number | null = null;
  #goodSince: number | null = null;
  #offered = false;
  #done = false;

  /** What to do after a measurement: nothing, `offer` it, or turn the camera `off`. */
  measure(quality: number, now: number): "nothing" | "offer" | "off" {
    const bad = quality < BAD;
    this.#worstSince = quality < WORST ? this.#worstSince ?? now : null;
    this.#badSince = bad ? this.#badSince ?? now : null;
    this.#goodSince = bad ? null : this.#goodSince ?? now;
    if (lasts(this.#badSince, OFFER_MS, now)) this.#offered = true;
    if (lasts(this.#goodSince, GONE_MS, now)) this.#offered = false;
    if (!this.#done && lasts(this.#worstSince, OFF_MS, now)) {
      this.#done = true;
      return "off";
    }
    return this.#offered ? "offer" : "nothing";
  }
}

/** How often a call's line is looked at, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * Follows the line of a call until the returned function is called, turns the camera off when it has to, and tells
 * what to offer. Looked at all the time, not when the quality changes: a line may be as bad for minutes.
 */
export function watchPoorLine(
  call: CallStore,
  onDecision: (decision: "nothing" | "offer" | "off") => void,
): () => void {
  const line = new PoorLine();
  const look = () => {
    const quality = call.quality.peek();
    if (quality === null || call.state.peek() !== "connected") return;
    const decision = line.measure(quality, Date.now());
    if (!call.media.on.peek().video) return;
    if (decision === "off") call.media.turn("video");
    onDecision(decision);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}

function lasts(since: number | null, milliseconds: number, now: number) {
  return since !== null && now - since >= milliseconds;
}
