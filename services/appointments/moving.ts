import type { AppointmentRecord, CalendarRecord } from "@/domain/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { personClient } from "@/services/supabase.ts";
import { pages, parsePage } from "./records.ts";

/** Moves an appointment of this patient to a slot (ISO instant). Sent twice it is done once. Throws the rule that refuses. */
export async function moveAppointment(
  person: Person,
  id: string,
  start: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("move_appointment", {
      appointment_id: id,
      starts_at: start,
    }),
  );
  outboxChanged();
}

/** Seven days of the doctor with slots as long as the appointment; null when it is not this patient's. */
export async function readMovingCalendar(
  person: Person,
  id: string,
  day: string | null,
): Promise<CalendarRecord | null> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("moving_calendar", {
      appointment_id: id,
      from_day: day ?? undefined,
    }),
  );
  return parsePage(pages.calendar, answer);
}

/** The free slots nearest to a start that cannot be had, at most six, earliest first. */
export async function nearestForMove(
  person: Person,
  { id }: AppointmentRecord,
  start: string,
): Promise<string[]> {
  const calendar = await readMovingCalendar(person, id, start.slice(0, 10));
  const wanted = Date.parse(start);
  return (calendar?.slots ?? [])
    .toSorted((a, b) =>
      Math.abs(Date.parse(a) - wanted) - Math.abs(Date.parse(b) - wanted)
    )
    .slice(0, 6)
    .sort();
}
