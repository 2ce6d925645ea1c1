import { useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ChannelAccess } from "./channels.ts";
import { type LiveRecord, useLive } from "./use_live.ts";

/** An appointment that follows what happens to it. */
export interface LiveAppointment extends LiveRecord<AppointmentRecord> {
  /** Which sides have the page open: `patient`, `doctor`. */
  present: string[];
}

/** Follows one appointment over its channel, and shows oneself there as `side`. */
export function useAppointment(
  first: AppointmentRecord,
  access: ChannelAccess,
  side: "patient" | "doctor",
): LiveAppointment {
  const [present, setPresent] = useState<string[]>([]);
  const live = useLive(first, {
    path: paths.appointmentState(first.id),
    topic: `appointment:${first.id}`,
    access,
    listener: { presence: side, onPresence: setPresent },
  });
  return { ...live, present };
}
