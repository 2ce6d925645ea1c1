import type {
  AppointmentEntry,
  AppointmentRecord,
  CalendarRecord,
  DayRecord,
} from "@/domain/records.ts";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { PathAct } from "@/domain/transitions.ts";
import { stateInTruth } from "@/domain/unended.ts";
import { pages, parsePage } from "./records.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { personClient, visitorClient } from "@/services/supabase.ts";

/** An id from an address. Throws `not_found` for what cannot be one, as if it did not exist. */
export function asId(text: string | undefined): string {
  if (!isUuid(text)) throw new Problem(404, "not_found");
  return text;
}

/** An appointment of this person. Throws `not_found`, for somebody else's too. */
export async function readAppointment(
  person: Person,
  id: string | undefined,
): Promise<AppointmentRecord> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("appointment_page", {
      appointment_id: asId(id),
    }),
  );
  const record = parsePage(pages.appointmentPage, answer);
  if (record === null) throw new Problem(404, "not_found");
  const { now, doctor } = record;
  return { ...record, state: stateInTruth(record, now, doctor.time_zone) };
}

/** How many appointments a patient's list shows. */
const LISTED = 100;

/** The appointments of this patient, the latest first. */
export async function listAppointments(
  person: Person,
): Promise<AppointmentEntry[]> {
  const entries = unwrap(
    await personClient(person.accessToken)
      .from("appointments")
      .select(
        "id, patient_id, state, starts_at, ends_at, called_at, started_at, " +
          "doctor:doctors(slug, title, first_name, last_name, time_zone)",
      )
      .order("starts_at", { ascending: false })
      .limit(LISTED)
      .overrideTypes<AppointmentEntry[], { merge: false }>(),
  );
  const now = new Date().toISOString();
  return entries.map((entry) => ({
    ...entry,
    state: stateInTruth(entry, now, entry.doctor.time_zone),
  }));
}

/** A day of this doctor, today by default (`YYYY-MM-DD`). Throws `doctors_only`. */
export async function readDay(
  person: Person,
  day: string | null,
): Promise<DayRecord> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("doctor_day", {
      day: day ?? undefined,
    }),
  );
  const record = parsePage(pages.doctorDay, answer);
  const { now, doctor: { time_zone } } = record;
  return {
    ...record,
    appointments: record.appointments.map((one) => ({
      ...one,
      state: stateInTruth(one, now, time_zone),
    })),
  };
}

/** Does an act with an appointment and returns where it stands then. Throws the rule that refuses. */
export async function transition(
  person: Person,
  act: PathAct,
  id: string | undefined,
): Promise<AppointmentState> {
  return unwrap(
    await personClient(person.accessToken).rpc("transition_appointment", {
      appointment_id: asId(id),
      act,
    }),
  );
}

/** This person's page has told that the doctor opened it again. Throws `not_found`. */
export async function noteReopeningSeen(
  person: Person,
  id: string | undefined,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("note_reopening_seen", {
      appointment_id: asId(id),
    }),
  );
}

/** How many rows PostgREST gives at once (`max_rows` in supabase/config.toml). */
const AT_ONCE = 1000;

/** How many doctors the sitemap names: with five languages, below the 50,000 addresses of sitemaps.org. */
const NAMED = 9_900;

/** The slugs of the listed doctors, for search engines; read in pages, each after the last slug of the one before. */
export async function listedSlugs(): Promise<string[]> {
  const slugs: string[] = [];
  for (let full = true; full && slugs.length < NAMED;) {
    const rows: { slug: string }[] = unwrap(
      await visitorClient().from("doctors").select("slug").eq("listed", true)
        .gt("slug", slugs.at(-1) ?? "").order("slug").limit(AT_ONCE),
    );
    full = rows.length === AT_ONCE;
    slugs.push(...rows.map(({ slug }) => slug));
  }
  return slugs.slice(0, NAMED);
}

/**
 * The week of a doctor that holds a day, this week by default, with the slots that are free for a reason of theirs (by
 * its id); null when there is no such doctor. A reason that is not offered counts as none.
 */
export async function readCalendar(
  slug: string | undefined,
  day: string | null,
  reason: string | null = null,
): Promise<CalendarRecord | null> {
  const answer = unwrap(
    await visitorClient().rpc("doctor_calendar", {
      slug: slug ?? "",
      from_day: day ?? undefined,
      reason_id: isUuid(reason) ? reason : undefined,
    }),
  );
  return parsePage(pages.calendar, answer);
}

/** Notes that this doctor has compared the patient with an identity document; once. Throws `not_found`. */
export async function confirmIdentity(
  doctor: Person,
  appointmentId: string,
): Promise<void> {
  unwrap(
    await personClient(doctor.accessToken).rpc("confirm_identity", {
      appointment_id: appointmentId,
    }),
  );
}
