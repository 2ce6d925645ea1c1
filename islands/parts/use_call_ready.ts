import { useEffect } from "preact/hooks";
import { loadJitsi } from "@/browser/jitsi.ts";
import { loadCallStage, prepareCall } from "./LazyCallStage.tsx";

interface Readiness {
  /** The patient waits, or it rings. */
  waits: boolean;
  ringing: boolean;
  /** Camera and microphone are open. */
  open: boolean;
  jitsiUrl: string;
}

/** Fetches and prepares what the call of an appointment needs, before it is answered. */
export function useCallReady(
  appointmentId: string,
  { waits, ringing, open, jitsiUrl }: Readiness,
): void {
  useEffect(() => {
    if (!waits) return;
    void loadCallStage().catch(() => {}); // asked again when it is needed
  }, [waits]);
  useEffect(() => {
    // To read it takes a tenth of a second, more on an old tablet: before the call, and not in it.
    if (waits && open) void loadJitsi(jitsiUrl).catch(() => {});
  }, [waits, open]);
  useEffect(
    () => ringing ? prepareCall(appointmentId) : undefined,
    [ringing],
  );
}
