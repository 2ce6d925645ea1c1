import { stateLook, type StateTexts } from "@/components/ui/Badge.tsx";
import { followedEntry } from "@/components/ui/followed.ts";
import { type AppointmentState, spokenState } from "@/domain/appointment.ts";
import { type DoctorCard, doctorName } from "@/domain/records.ts";
import { formatDay, formatStart } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";

interface EntryFacts {
  id: string;
  state: AppointmentState;
  starts_at: string;
  called_at: string | null;
  doctor: Pick<DoctorCard, "title" | "first_name" | "last_name" | "time_zone">;
}

/** Marks an appointment of a patient on a page that follows it: whom it is for, with whom, when, and where it stands. */
export function appointmentEntry(
  appointment: EntryFacts,
  now: string,
  forWhom: string | undefined,
  language: Language,
  texts: StateTexts,
) {
  const { id, starts_at, doctor } = appointment;
  return followedEntry(
    id,
    forWhom,
    doctorName(doctor, language),
    formatDay(starts_at, language, doctor.time_zone),
    formatStart(starts_at, language, doctor.time_zone),
    stateLook(spokenState(appointment, now), texts).text,
  );
}
