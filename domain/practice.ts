import type { AppointmentState } from "./appointment.ts";
import type { Language } from "./language.ts";
import type { ReasonAnswer } from "./reasons.ts";
import type { DoctorCard, Period } from "./records.ts";

/** The records of a doctor's practice beside the day, named as the database functions give them. */

/** Whom an appointment is with, where a name is enough. */
interface NamedPatient {
  id: string;
  first_name: string;
  last_name: string;
}

/** Mirrored in SQL: public.doctor_week. */
export interface WeekRecord {
  doctor: DoctorCard;
  /** Monday and today, ISO dates in the doctor's zone. */
  first_day: string;
  today: string;
  now: string;
  working: Period[];
  appointments: (Period & {
    id: string;
    state: AppointmentState;
    patient: NamedPatient;
  })[];
  closed: (Period & { id: string; note: string | null })[];
}

/** Regular hours on one day of the week. Mirrored in SQL: public.weekly_hours. */
export interface WeeklyHours {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** `08:00`; the end may be `24:00`. */
  starts: string;
  ends: string;
  /** ISO dates; null without a limit. */
  valid_from: string | null;
  valid_to: string | null;
}

/** An absence, or extra hours. Mirrored in SQL: public.availability_exceptions. */
interface AvailabilityException extends Period {
  id: string;
  effect: "closed" | "open";
  note: string | null;
  /** It keeps closed what the doctor cancelled. */
  cancelled: boolean;
}

/** How an agenda is cut. */
export interface SlotSettings {
  slot_minutes: number;
  lead_minutes: number;
  horizon_days: number;
  buffer_minutes: number;
}

/** Mirrored in SQL: public.my_agenda_settings. */
export interface AgendaSettings extends SlotSettings {
  doctor: DoctorCard;
  today: string;
  now: string;
  hours: WeeklyHours[];
  exceptions: AvailabilityException[];
  /** What is booked outside of hours and exceptions. */
  outside: (Period & { id: string; patient: NamedPatient })[];
}

/** Mirrored in SQL: public.patient_file. */
export interface PatientFile {
  now: string;
  doctor: DoctorCard;
  patient: NamedPatient & {
    matricule: string;
    /** ISO date. */
    born_on: string;
    identity_checked_at: string | null;
    street: string;
    postal_code: string;
    city: string;
  };
  thread_id: string | null;
  /** With this doctor, the latest first. */
  appointments: (Period & {
    id: string;
    state: AppointmentState;
    language: Language;
    visit_reason: string;
    symptoms: string;
    answers: ReasonAnswer[];
  })[];
  /** Every version of the doctor's own notes, the latest first. */
  notes: { id: string; body: string; saved_at: string }[];
}

/** The appointments of a file that were before another one, the latest first. */
export function earlierAppointments(
  { appointments }: Pick<PatientFile, "appointments">,
  { id, starts_at }: { id: string; starts_at: string },
): PatientFile["appointments"] {
  const start = Date.parse(starts_at);
  return appointments.filter((one) =>
    one.id !== id && Date.parse(one.starts_at) < start
  );
}

/** A line of the search. Mirrored in SQL: public.search_my_patients. */
export interface FoundPatient extends NamedPatient {
  born_on: string;
  /** ISO instant; null when they have not been seen yet. */
  last_seen_at: string | null;
}

/** What may still be undone. Mirrored in SQL: public.last_cancellation. */
export interface Undoable {
  /** ISO instant; names what was cancelled together. */
  cancelled_at: string;
  count: number;
  /** The patient's, when it was one appointment. */
  name: string | null;
}

/** How long a doctor may undo, in ms. Mirrored in SQL: private.undo_for. */
export const UNDO_FOR = 10_000;
