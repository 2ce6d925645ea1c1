import type { ReadonlySignal } from "@preact/signals";
import type { CallSide } from "@/domain/guests.ts";

/**
 * `connecting`: on the way into the room, or to the other side's media; `alone`: in the room, the other side is not;
 * `connected`: what the other side sends arrives; `interrupted`: it stopped, and is being brought back;
 * `failed`: it could not be made so far (`failure` of the store), and is tried again by itself;
 * `elsewhere`: another window or device of the same person has it; `ended`: left.
 */
export type CallState =
  | "connecting"
  | "alone"
  | "connected"
  | "interrupted"
  | "failed"
  | "elsewhere"
  | "ended";

/** What a call needs of its page. */
export interface CallOptions {
  /** Names the call among those of this browser. */
  appointmentId: string;
  side: CallSide;
  /** Tells other windows and devices of the same person that this one has the call, or no longer. */
  claim: () => void;
  release: () => void;
  /** Another one of them has taken it. */
  taken: ReadonlySignal<boolean>;
  /** The doctor has let the guest in: without that, their side takes a guest out of the room. */
  guestAdmitted?: () => boolean;
}
