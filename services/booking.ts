import type { CalendarRecord } from "@/domain/records.ts";
import { outboxChanged } from "./outbox_signal.ts";
import { unwrap } from "./problem.ts";
import type { Person } from "./session.ts";
import { personClient, visitorClient } from "./supabase.ts";

/** What the booking form sends. */
export interface Booking {
  /** Made with the form, so that the form sent twice books once. */
  id: string;
  doctorId: string;
  /** ISO instant of a free slot. */
  start: string;
  symptoms: string;
}

/**
 * Books for this patient, who has accepted the terms, and returns the appointment's id: that of the earlier one when
 * the slot is already his. Throws the rule that refuses: `slot_taken`, `patient_busy`, `form_used`…
 */
export async function book(person: Person, booking: Booking): Promise<string> {
  const id: string = unwrap(
    await personClient(person.accessToken).rpc("book_appointment", {
      appointment_id: booking.id,
      doctor_id: booking.doctorId,
      starts_at: booking.start,
      symptoms: booking.symptoms,
      accept_terms: true,
    }),
  );
  outboxChanged();
  return id;
}

/** Cancels; a doctor gives a reason. Throws `not_found`, `too_late_to_cancel`, `reason_missing`. */
export async function cancel(
  person: Person,
  id: string,
  reason: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("cancel_appointment", {
      appointment_id: id,
      reason,
    }),
  );
  outboxChanged();
}

/** The free slots nearest to a start that somebody else took, at most six, earliest first. */
export async function nearestFree(
  doctor: CalendarRecord["doctor"],
  start: string,
): Promise<string[]> {
  const day = 24 * 60 * 60 * 1000;
  const wanted = Date.parse(start);
  const slots: { starts_at: string }[] = unwrap(
    await visitorClient().rpc("free_slots", {
      doctor_id: doctor.id,
      from_at: new Date(wanted - day).toISOString(),
      to_at: new Date(wanted + 7 * day).toISOString(),
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
