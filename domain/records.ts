import type { AppointmentState } from "./appointment.ts";

/** The records that pages and islands show, named as the database functions give them. Times are ISO 8601 strings. */

type Language = "fr" | "de" | "en" | "lb" | "pt";

/** What a page shows of a doctor. Twin: private.doctor_card. */
export interface DoctorCard {
  id: string;
  slug: string;
  title: string;
  first_name: string;
  last_name: string;
  /** The specialty's name in each language. */
  specialty: Record<Language, string>;
  languages: Language[];
  city: string;
  /** IANA name. */
  time_zone: string;
  slot_minutes: number;
  free_now: boolean;
}

/** Twin: public.appointment_page. */
export interface AppointmentRecord {
  id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
  language: Language;
  symptoms: string;
  booked_at: string;
  waiting_since: string | null;
  called_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  cancelled_at: string | null;
  cancelled_by: "patient" | "doctor" | "admin" | null;
  cancellation_reason: string | null;
  /** The database's clock: screens count from it, not from a tablet that is off by minutes. */
  now: string;
  opens_at: string;
  queue_before: number;
  expected_delay_minutes: number;
  thread_id: string | null;
  doctor: DoctorCard;
  patient: {
    id: string;
    first_name: string;
    last_name: string;
    matricule: string;
  };
}

/** One entry of a patient's list. Twin: public.appointments with its doctor. */
export interface AppointmentEntry {
  id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
  called_at: string | null;
  doctor: Pick<DoctorCard, "title" | "first_name" | "last_name" | "time_zone">;
}

/** One entry of a doctor's day. Twin: public.doctor_day. */
export interface DayAppointment {
  id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
  language: Language;
  symptoms: string;
  waiting_since: string | null;
  called_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  cancellation_reason: string | null;
  thread_id: string | null;
  unread: number;
  patient: {
    id: string;
    first_name: string;
    last_name: string;
    /** ISO date. */
    born_on: string;
  };
}

/** Twin: public.doctor_day. */
export interface DayRecord {
  doctor: DoctorCard;
  /** ISO date in the doctor's zone. */
  day: string;
  now: string;
  appointments: DayAppointment[];
}

/** An entry of a thread. Twin: public.messages. */
export interface MessageRecord {
  id: string;
  thread_id: string;
  author_id: string;
  body: string;
  sent_at: string;
  read_at: string | null;
}

/** A doctor in the list, with the next free slot. Twin: public.doctor_directory. */
export interface DirectoryDoctor extends DoctorCard {
  next_free_at: string | null;
}

/** A week of a doctor's agenda. Twin: public.doctor_calendar. */
export interface CalendarRecord {
  doctor: DoctorCard;
  /** ISO dates in the doctor's zone. */
  today: string;
  first_day: string;
  last_bookable_day: string;
  /** Starts of the free slots. */
  slots: string[];
  /** The first free start after this week; null when there is none within the horizon. */
  next_free_at: string | null;
}

/** How a doctor is called: `Dr Claire Weber`. */
export function doctorName(
  doctor: Pick<DoctorCard, "title" | "first_name" | "last_name">,
): string {
  return [doctor.title, doctor.first_name, doctor.last_name].join(" ");
}
