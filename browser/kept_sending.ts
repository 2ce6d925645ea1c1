import type { Kind } from "./local_tracks.ts";

/** What was on in this call before a reload: a microphone that was off must not come on by itself. */
export function keptSending(appointmentId: string): Record<Kind, boolean> {
  try {
    const kept = JSON.parse(
      sessionStorage.getItem(keyOf(appointmentId)) ?? "{}",
    );
    return { audio: kept?.audio !== false, video: kept?.video !== false };
  } catch {
    return { audio: true, video: true };
  }
}

/** Keeps what is on for a reload of this tab. */
export function keepSending(
  appointmentId: string,
  on: Record<Kind, boolean>,
): void {
  try {
    sessionStorage.setItem(keyOf(appointmentId), JSON.stringify(on));
  } catch {
    // Storage is closed to us: a reload begins with both on.
  }
}

function keyOf(appointmentId: string): string {
  return `sending:${appointmentId}`;
}
