import type {
  AppointmentEntry,
  AppointmentRecord,
  CalendarRecord,
  DayRecord,
  DirectoryDoctor,
} from "@/domain/records.ts";
import { Problem, unwrap } from "./problem.ts";
import type { Person } from "./session.ts";
import { personClient, visitorClient } from "./supabase.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id from an address. Throws `not_found` for what cannot be one, as if it did not exist. */
export function asId(text: string | undefined): string {
  if (text === undefined || !UUID.test(text)) {
    throw new Problem(404, "not_found");
  }
  return text;
}

/** An appointment of this person. Throws `not_found`, for somebody else's too. */
export async function readAppointment(
  person: Person,
  id: string | undefined,
): Promise<AppointmentRecord> {
  const record: AppointmentRecord | null = unwrap(
    await personClient(person.accessToken).rpc("appointment_page", {
      appointment_id: asId(id),
    }),
  );
  if (record === null) throw new Problem(404, "not_found");
  return record;
}

/** How many appointments a patient's list shows. */
const LISTED = 100;

/** The appointments of this patient, the latest first. */
export async function listAppointments(
  person: Person,
): Promise<AppointmentEntry[]> {
  return unwrap(
    await personClient(person.accessToken)
      .from("appointments")
      .select(
        "id, state, starts_at, ends_at, called_at, " +
          "doctor:doctors(title, first_name, last_name, time_zone)",
      )
      .order("starts_at", { ascending: false })
      .limit(LISTED)
      .overrideTypes<AppointmentEntry[], { merge: false }>(),
  );
}

/** A day of this doctor, today unless said (`YYYY-MM-DD`). Throws `doctors_only`. */
export async function readDay(
  person: Person,
  day: string | null,
): Promise<DayRecord> {
  return unwrap(
    await personClient(person.accessToken).rpc("doctor_day", { day }),
  );
}

/** The functions of the database that change where an appointment stands. */
export type Step =
  | "enter_waiting_room"
  | "call_patient"
  | "withdraw_call"
  | "accept_call"
  | "end_consultation"
  | "mark_no_show";

/** Takes one step with an appointment. Throws the rule that refuses. */
export async function takeStep(
  person: Person,
  step: Step,
  id: string | undefined,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc(step, {
      appointment_id: asId(id),
    }),
  );
}

/** The listed doctors, each with the next free slot. */
export async function readDirectory(): Promise<DirectoryDoctor[]> {
  return unwrap(await visitorClient().rpc("doctor_directory"));
}

/** The week of a doctor that holds a day, this week unless said; null when there is no such doctor. */
export async function readCalendar(
  slug: string | undefined,
  day: string | null,
): Promise<CalendarRecord | null> {
  return unwrap(
    await visitorClient().rpc("doctor_calendar", {
      slug: slug ?? "",
      from_day: day,
    }),
  );
}
