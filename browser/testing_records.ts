import type {
  AppointmentRecord,
  DayAppointment,
  DayRecord,
  DoctorCard,
} from "@/domain/records.ts";

const doctor: DoctorCard = {
  id: "doctor-1",
  slug: "claire-weber",
  title: "Dr",
  first_name: "Claire",
  last_name: "Weber",
  specialty: {
    fr: "Médecine générale",
    de: "Allgemeinmedizin",
    en: "General practice",
    lb: "Allgemengmedezin",
    pt: "Medicina geral",
  },
  languages: ["fr", "lb"],
  city: "Luxembourg",
  time_zone: "Europe/Luxembourg",
  slot_minutes: 10,
  free_now: false,
};

/** An appointment at ten, whose patient waits. */
export function appointmentRecord(
  changes: Partial<AppointmentRecord> = {},
): AppointmentRecord {
  return {
    id: "appointment-1",
    state: "waiting",
    starts_at: "2026-11-29T10:00:00Z",
    ends_at: "2026-11-29T10:10:00Z",
    language: "fr",
    visit_reason: "",
    symptoms: "",
    answers: [],
    booked_at: "2026-11-28T10:00:00Z",
    waiting_since: "2026-11-29T09:55:00Z",
    called_at: null,
    started_at: null,
    left_at: null,
    reopened_at: null,
    resumed_at: null,
    reopening_told: [],
    held_by: "video",
    telephone: null,
    guest: null,
    booked_by: "patient-1",
    ended_at: null,
    cancelled_at: null,
    cancelled_by: null,
    cancellation_reason: null,
    now: "2026-11-29T10:00:00Z",
    opens_at: "2026-11-29T09:50:00Z",
    queue_before: 0,
    expected_delay_minutes: 0,
    asks_for_feedback: false,
    moves: 0,
    moved_from: null,
    waiting_list: null,
    thread_id: "thread-1",
    documents: [],
    doctor,
    patient: {
      id: "patient-1",
      first_name: "Marie",
      last_name: "Schneider",
      matricule: "1990010112345",
      identity_checked_at: null,
      own: true,
      guardians: [],
    },
    ...changes,
  };
}

/** A day with these appointments. */
export function dayRecord(
  appointments: Partial<DayAppointment>[],
  now = "2026-11-29T10:00:00Z",
): DayRecord {
  const { patient, ...record } = appointmentRecord();
  return {
    doctor,
    day: "2026-11-29",
    now,
    free_now_until: null,
    working: [],
    documents: [],
    appointments: appointments.map((changes) => ({
      ...record,
      unread: 0,
      patient: { ...patient, born_on: "1990-01-01" },
      ...changes,
    })),
  };
}
