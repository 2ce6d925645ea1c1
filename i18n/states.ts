import type { FrameTexts } from "./fr/frame.ts";

/** The words of an appointment's states: an island gets these and no others of the frame's. */
export function stateTexts(frame: FrameTexts) {
  return {
    stateBooked: frame.stateBooked,
    stateWaiting: frame.stateWaiting,
    stateCalling: frame.stateCalling,
    stateInProgress: frame.stateInProgress,
    stateCompleted: frame.stateCompleted,
    stateCancelled: frame.stateCancelled,
    stateNoShow: frame.stateNoShow,
  };
}
