import type { Kind } from "./media.ts";

/** The last call of this browser, and what was on in it. */
const KEY = "sending";

/**
 * What was on in this call before a reload, or in the window that had it until now: a microphone that was off must
 * not come on by itself.
 */
export function keptSending(appointmentId: string): Record<Kind, boolean> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const same = kept?.appointment === appointmentId;
    return {
      audio: !same || kept.audio !== false,
      video: !same || kept.video !== false,
    };
  } catch {
    return { audio: true, video: true };
  }
}

/** Keeps what is on for a reload, and for other windows of this browser. */
export function keepSending(
  appointmentId: string,
  on: Record<Kind, boolean>,
): void {
  try {
    const kept = { appointment: appointmentId, ...on };
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is closed to us: a reload begins with both on.
  }
}
