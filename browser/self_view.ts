import { type Corner, corners } from "@/domain/corners.ts";

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

const CORNER_KEY = "self-view-corner";

/** Where it stood on an earlier visit; at first bottom left. */
export function selfViewCorner(): Corner {
  try {
    const kept = localStorage.getItem(CORNER_KEY);
    return corners.find((corner) => corner === kept) ?? corners[0];
  } catch {
    return corners[0];
  }
}

/** Keeps it for the next call. */
export function keepSelfViewCorner(corner: Corner): void {
  try {
    localStorage.setItem(CORNER_KEY, corner);
  } catch {
    // The next call shows it bottom left again.
  }
}
