const KEY = "self-view-hidden";

/** Whether the person hides their own picture in calls, as they chose on an earlier visit. */
export function selfViewHidden(): boolean {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false; // storage is closed to us in some private windows
  }
}

/** Keeps it for the next call. */
export function keepSelfViewHidden(hidden: boolean): void {
  try {
    localStorage.setItem(KEY, hidden ? "yes" : "no");
  } catch {
    // The next call shows it again.
  }
}
