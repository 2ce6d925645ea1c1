import type { AppointmentState } from "./appointment.ts";
import type { AttachmentRecord } from "./attachments.ts";
import type { ConsultationDocument, DocumentToDo } from "./document_records.ts";
import type { GuestRecord } from "./guests.ts";
import type { Language } from "./language.ts";
import { fullName, type PersonName, writtenTitle } from "./names.ts";
import type { Reason, ReasonAnswer } from "./reasons.ts";
import type { Side } from "./transitions.ts";

/** The records that pages and islands show, named as the database functions give them. Times are ISO 8601 strings. */

/** What a page shows of a doctor. Mirrored in SQL: private.doctor_card. */
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

/** How somebody is told that a consultation was opened again. Mirrored in SQL: private.reopening_told. */
export type ReopeningChannel = "sms" | "push" | "email";

/** Mirrored in SQL: public.appointment_page. */
export interface AppointmentRecord {
  id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
  language: Language;
  /** The reason that the patient chose, as it was called then; empty for another one. */
  visit_reason: string;
  symptoms: string;
  /** For the doctor; empty for the patient. */
  answers: ReasonAnswer[];
  booked_at: string;
  waiting_since: string | null;
  called_at: string | null;
  started_at: string | null;
  /** When the patient left the running consultation, or it went on without them; null while they are in it. */
  left_at: string | null;
  ended_at: string | null;
  /** When the doctor last opened it again after its end. */
  reopened_at: string | null;
  /** When it last went on by video, opened again or back from the telephone: see {@link awaitsPatient}. */
  resumed_at: string | null;
  /** By what the patient is told that it was opened again, for the doctor; empty for the patient. */
  reopening_told: ReopeningChannel[];
  /** How it is held: by telephone once the doctor has noted it. */
  held_by: "video" | "telephone";
  /** The number (E.164) to telephone, when the patient has asked for that; null after the end. */
  telephone: string | null;
  /** The account that booked it. */
  booked_by: string | null;
  cancelled_at: string | null;
  cancelled_by: "patient" | "doctor" | "admin" | null;
  cancellation_reason: string | null;
  /** The database's clock: screens count from it, not from a tablet that is off by minutes. */
  now: string;
  opens_at: string;
  queue_before: number;
  expected_delay_minutes: number;
  thread_id: string | null;
  /** The reader may say how it was. */
  asks_for_feedback: boolean;
  /** How often it was moved. */
  moves: number;
  /** Its start before it was last moved. */
  moved_from: string | null;
  /** What the patient waits for, if anything; not told to the doctor. */
  waiting_list: WaitingListPlace | null;
  /** The third person, if one was invited. */
  guest: GuestRecord | null;
  documents: ConsultationDocument[];
  doctor: DoctorCard;
  patient: {
    id: string;
    first_name: string;
    last_name: string;
    matricule: string;
    /** When a doctor saw an identity document; null until then. */
    identity_checked_at: string | null;
    /** It is the reader's own record. */
    own: boolean;
    /** Who acts for the patient, for the doctor; empty for the others. */
    guardians: PersonName[];
  };
}

/** A slot that is held for somebody on the waiting list. Mirrored in SQL: private.offer_of. */
export interface SlotOffer {
  starts_at: string;
  ends_at: string;
  /** Nobody else can book it until then. */
  held_until: string;
}

/** Which earlier slots would suit. Mirrored in SQL: private.waiting_list_of. */
export interface WaitingListPlace {
  /** ISO: 1 is Monday. */
  weekdays: number[];
  /** Local times of the doctor, `08:00`; a day ends at `24:00`. */
  from_time: string;
  to_time: string;
  offer: SlotOffer | null;
}

/** One entry of a patient's list. Mirrored in SQL: public.appointments with its doctor. */
export interface AppointmentEntry {
  id: string;
  patient_id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
  called_at: string | null;
  started_at: string | null;
  doctor: Pick<
    DoctorCard,
    "slug" | "title" | "first_name" | "last_name" | "time_zone"
  >;
}

/** What an account is to a patient for whom it acts. Mirrored in SQL: public.guardianship_relation. */
export type Relation =
  | "parent"
  | "child"
  | "partner"
  | "guardian"
  | "trusted_person";

/** A patient for whom the reader acts, but for themselves. Mirrored in SQL: public.my_dependants. */
export interface Dependant extends PersonName {
  id: string;
  /** ISO date. */
  born_on: string;
  relation: Relation;
}

/** One entry of a doctor's day. Mirrored in SQL: public.doctor_day. */
export interface DayAppointment extends
  Pick<
    AppointmentRecord,
    | "id"
    | "state"
    | "starts_at"
    | "ends_at"
    | "language"
    | "visit_reason"
    | "symptoms"
    | "answers"
    | "waiting_since"
    | "called_at"
    | "started_at"
    | "left_at"
    | "ended_at"
    | "cancellation_reason"
    | "telephone"
    | "guest"
    | "thread_id"
  > {
  unread: number;
  patient: {
    id: string;
    first_name: string;
    last_name: string;
    matricule: string;
    /** ISO date. */
    born_on: string;
    identity_checked_at: string | null;
    /** Who acts for the patient, but for the patient. */
    guardians: PersonName[];
  };
}

/** A stretch of time, ISO instants. Mirrored in SQL: private.periods_json. */
export interface Period {
  starts_at: string;
  ends_at: string;
}

/** Mirrored in SQL: public.doctor_day. */
export interface DayRecord {
  doctor: DoctorCard;
  /** ISO date in the doctor's zone. */
  day: string;
  now: string;
  /** Until when the doctor is free now; null when they are not. */
  free_now_until: string | null;
  /** When the doctor works on that day, without what is closed. */
  working: Period[];
  appointments: DayAppointment[];
  /** Of every day. */
  documents: DocumentToDo[];
}

/** An entry of a thread. Mirrored in SQL: public.messages. */
export interface MessageRecord {
  id: string;
  thread_id: string;
  /** Which side wrote it. */
  author: Side;
  /** Of a file its name. */
  body: string;
  sent_at: string;
  read_at: string | null;
  /** Null for a text. */
  attachment: AttachmentRecord | null;
}

/** A doctor in the list. Mirrored in SQL: public.search_doctors. */
export interface DirectoryDoctor extends DoctorCard {
  /** Starts of the next free slots, in order; at most three. */
  next_slots: string[];
}

/** A medical specialty. Mirrored in SQL: public.specialties. */
export interface Specialty {
  id: string;
  name: Record<Language, string>;
}

/** A week of a doctor's agenda. Mirrored in SQL: public.doctor_calendar. */
export interface CalendarRecord {
  doctor: DoctorCard;
  /** ISO dates in the doctor's zone. */
  today: string;
  first_day: string;
  last_bookable_day: string;
  /** To choose from; none when the doctor keeps no list. */
  reasons: Reason[];
  /** The chosen one; null for another reason than those. */
  reason_id: string | null;
  /** How long an appointment for the chosen reason lasts. */
  minutes: number;
  /** Starts of the slots that are free for so long. */
  slots: string[];
  /** The first free start after this week; null when there is none within the horizon. */
  next_free_at: string | null;
}

/** How a doctor is called: `Dr Claire Weber`, in German and Portuguese `Dr. Claire Weber`. */
export function doctorName(
  { title, first_name, last_name }: Pick<
    DoctorCard,
    "title" | "first_name" | "last_name"
  >,
  language: Language = "fr",
): string {
  return [writtenTitle(title, language), first_name, last_name]
    .filter(Boolean).join(" ");
}

/** Whom an appointment is for, when that is not the reader. */
export function dependantName(
  { patient }: Pick<AppointmentRecord, "patient">,
): string | undefined {
  return patient.own ? undefined : fullName(patient);
}

/** The language of a consultation to be: the page's where the doctor speaks it, else the doctor's first. */
export function spokenLanguage(
  { languages }: Pick<DoctorCard, "languages">,
  page: Language,
): Language {
  return languages.includes(page) ? page : languages[0] ?? page;
}
