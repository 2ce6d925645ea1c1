/** Why a camera or microphone cannot be used; each has its own advice. */
export type DeviceProblem =
  | "refused"
  | "absent"
  | "busy"
  | "unsupported"
  /** It worked and is gone: unplugged, or its permission was taken back. */
  | "ended"
  /** It is open and gives nothing: a phone call or another program holds it, or its own switch is off. */
  | "silent"
  | "unknown";

/** Camera and microphone as far as they could be opened, each with its problem where not. */
export interface LocalMedia {
  stream: MediaStream;
  cameraProblem: DeviceProblem | null;
  microphoneProblem: DeviceProblem | null;
}
