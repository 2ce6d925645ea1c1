import { useEffect, useState } from "preact/hooks";
import { UNDO_FOR } from "@/domain/practice.ts";

/** Something that was done and can be taken back for a few seconds. */
export interface Undoing {
  /** In words. */
  done: string;
  /** Nobody was told yet. */
  untold: boolean;
  undo: () => Promise<void>;
}

/** The last thing that can be undone; it goes by itself when that is over. */
export function useUndo(
  first: Undoing | null = null,
): [Undoing | null, (undoing: Undoing | null) => void] {
  const [undoing, setUndoing] = useState(first);
  useEffect(() => {
    if (undoing === null) return;
    // A little less than the database allows: a press in the last moment still counts.
    const timer = setTimeout(() => setUndoing(null), UNDO_FOR - 500);
    return () => clearTimeout(timer);
  }, [undoing]);
  return [undoing, setUndoing];
}
