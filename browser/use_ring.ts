import { useEffect } from "preact/hooks";
import { CALL_RINGS_FOR } from "@/domain/appointment.ts";
import { ring } from "./ring.ts";

/** Rings as long as a call does, from when it is wanted. */
export function useRing(wanted = true): void {
  useEffect(() => {
    if (!wanted) return;
    const silence = ring();
    const timer = setTimeout(silence, CALL_RINGS_FOR);
    return () => {
      clearTimeout(timer);
      silence();
    };
  }, [wanted]);
}
