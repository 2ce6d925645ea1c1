import { useEffect, useState } from "preact/hooks";
import type { AppointmentRecord } from "@/domain/records.ts";

/** The consultation whose end this tab has shown. */
const KEY = "ended";

/** Whether the patient's call is this window's, and what this window has seen of its end. */
export function useCallHere(record: AppointmentRecord) {
  const { id, state, held_by } = record;
  /** It was answered here, or the page was opened during it. */
  const [here, setHere] = useState(state === "in_progress");
  /** How the consultation stood at its end: the doctor may open it again, and nobody is seen or heard without a press. */
  const [ended, setEnded] = useState<AppointmentRecord | null>(null);
  /** What was ticked of the feedback and not sent: it outlives a call that was opened again. */
  const [ticked] = useState<Record<string, string>>({});
  const byTelephone = state === "in_progress" && held_by === "telephone";
  useEffect(() => {
    if (state !== "in_progress" || keptEnd() !== id) return;
    // Reloaded, by the person or by a browser that had put the tab to sleep: that is no press either.
    setEnded({ ...record, state: "completed" });
    setHere(false);
  }, []);
  useEffect(() => {
    if (state !== "completed") return;
    keepEnd(id);
    setEnded(record);
    setHere(false);
  }, [record]);
  useEffect(() => {
    if (here && ended) keepEnd("");
  }, [here]);
  useEffect(() => {
    // Back to video it goes on in the window that was open meanwhile.
    if (byTelephone) setHere(true);
  }, [byTelephone]);
  return { here, setHere, byTelephone, ended, ticked };
}

function keptEnd(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // storage is closed to us: a reload joins the call
  }
}

function keepEnd(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // As above.
  }
}
