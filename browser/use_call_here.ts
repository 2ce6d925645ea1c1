import { useEffect, useState } from "preact/hooks";
import { awaitsPatient, isReopened } from "@/domain/appointment.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { callOf, keepPress, pressedHere } from "./pressed.ts";

/** Whether the patient's call is this window's, and what this window has seen of its end. Nobody is seen or heard without a press. */
export function useCallHere(record: AppointmentRecord) {
  const { id, state, held_by } = record;
  const call = callOf(id, record);
  /** It was answered here, or reloaded during it. */
  const [here, setOpen] = useState(state === "in_progress");
  const setHere = (next: boolean) => {
    keepPress("call", next ? call : null);
    setOpen(next);
  };
  /** How the consultation stood at its end: the doctor may open it again. */
  const [ended, setEnded] = useState<AppointmentRecord | null>(null);
  /** What was ticked of the feedback and not sent: it outlives a call that was opened again. */
  const [ticked] = useState<Record<string, string>>({});
  const byTelephone = state === "in_progress" && held_by === "telephone";
  useEffect(() => {
    // Opened again or back from the telephone, it is another call than the one that was pressed for.
    if (!pressedHere("call", call)) setOpen(false);
  }, [call]);
  useEffect(() => {
    if (state !== "completed") return;
    setEnded(record);
    setHere(false);
  }, [record]);
  /** Opened again after its end, as it stood then; null otherwise. */
  const reopened = isReopened(record)
    ? ended ?? { ...record, state: "completed" as const }
    : null;
  return {
    ...{ here, setHere, byTelephone, ticked, reopened },
    awaited: awaitsPatient(record),
  };
}
