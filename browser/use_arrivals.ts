import { useEffect, useRef, useState } from "preact/hooks";
import { playOnce } from "./ring.ts";

/** The name of whoever came last, announced with a quiet sound; empty until somebody comes. */
export function useArrivals(
  waiting: readonly { id: string; name: string }[],
): string {
  const known = useRef<Set<string> | null>(null);
  const [name, setName] = useState("");
  useEffect(() => {
    const before = known.current;
    known.current = new Set(waiting.map(({ id }) => id));
    const arrived = before && waiting.find(({ id }) => !before.has(id));
    if (!arrived) return;
    setName(arrived.name);
    // Where the browser forbids sound, the list and the announcement still tell.
    playOnce("/sounds/test.wav", "").catch(() => {});
  }, [waiting.map(({ id }) => id).join()]);
  return name;
}
