import type { ComponentChildren } from "preact";
import type { Clock } from "@/browser/clock.ts";

interface TickingProps {
  clock: Clock;
  /** What to show at this moment of the server's clock, in milliseconds. */
  show: (now: number) => ComponentChildren;
}

/** The part of a page that changes every second: it alone is drawn again. */
export function Ticking({ clock, show }: TickingProps) {
  return <>{show(clock.now.value)}</>;
}
