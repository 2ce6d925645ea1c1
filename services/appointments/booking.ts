import type { CalendarRecord } from "@/domain/records.ts";
import type { Language } from "@/i18n/mod.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient, visitorClient } from "@/services/supabase.ts";

/** What the booking form sends. */
export interface Booking {
  /** Made with the form, so that the form sent twice books once. */
  id: string;
  doctorId: string;
  /** Id of the dependant whom it is for; null for the person's own record. */
  patientId: string | null;
  /** ISO instant of a free slot. */
  start: string;
  /** Id of one of the doctor's; null for another one. */
  reason: string | null;
  symptoms: string;
  /** To the questions of the reason, by their ids. */
  answers: Readonly<Record<string, string>>;
  /** Of the consultation: one that the doctor speaks. */
  language: Language;
}

/**
 * Books for this person or a dependant of theirs, the terms being accepted, and returns the appointment's id: that of the earlier one when
 * the slot is already theirs. Throws the rule that refuses: `slot_taken`, `reason_changed`, `patient_busy`, `form_used`…
 */
export async function book(person: Person, booking: Booking): Promise<string> {
  const id: string = unwrap(
    await personClient(person.accessToken).rpc("book_appointment", {
      appointment_id: booking.id,
      doctor_id: booking.doctorId,
      patient_id: booking.patientId ?? undefined,
      starts_at: booking.start,
      reason_id: booking.reason ?? undefined,
      symptoms: booking.symptoms,
      answers: { ...booking.answers },
      accept_terms: true,
      language: booking.language,
    }),
  );
  outboxChanged();
  return id;
}

/** A patient cancels. Throws `not_found`, `too_late_to_cancel`. */
export async function cancel(
  person: Person,
  id: string,
  reason: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("transition_appointment", {
      appointment_id: id,
      act: "cancel",
      reason,
    }),
  );
  outboxChanged();
}

/** The slots of a length nearest to a start that somebody else took, at most six, earliest first. */
export async function nearestFree(
  doctor: CalendarRecord["doctor"],
  start: string,
  minutes: number,
): Promise<string[]> {
  const day = 24 * 60 * 60 * 1000;
  const wanted = Date.parse(start);
  const slots: { starts_at: string }[] = unwrap(
    await visitorClient().rpc("free_slots", {
      doctor_id: doctor.id,
      from_at: new Date(wanted - day).toISOString(),
      to_at: new Date(wanted + 7 * day).toISOString(),
      minutes,
    }),
  );
  return slots
    .map((slot) => slot.starts_at)
    .sort((a, b) =>
      Math.abs(Date.parse(a) - wanted) - Math.abs(Date.parse(b) - wanted)
    )
    .slice(0, 6)
    .sort();
}
