import { WAITING_ROOM_CLOSES_AFTER } from "@/domain/appointment.ts";
import type { Claimed } from "@/services/notifications/claimed.ts";

/**
 * Whether there is nothing left to tell: the appointment was cancelled meanwhile, or has begun. A failed try
 * comes back after minutes or hours, when the world may have moved on.
 */
export function isObsolete(notification: Claimed, now: number): boolean {
  if (!("appointment" in notification)) return false;
  const { state, starts_at, ends_at, offer } = notification.appointment;
  switch (notification.kind) {
    case "appointment_reminder":
      return state !== "booked" || Date.parse(starts_at) <= now;
    case "earlier_slot":
      return state !== "booked" || offer === null ||
        Date.parse(offer.held_until) <= now;
    case "appointment_confirmation":
    case "appointment_moved":
      return state === "cancelled" || Date.parse(ends_at) <= now;
    case "appointment_cancellation":
    case "guest_appointment_cancellation":
      // Who is called late still waits, and is told.
      return state !== "cancelled" ||
        Date.parse(starts_at) + WAITING_ROOM_CLOSES_AFTER <= now;
    case "guest_invitation":
    case "guest_appointment_moved":
      return state === "cancelled" || state === "completed" ||
        state === "no_show";
    case "consultation_reopened":
      // That the patient is not back yet, the database has asked when it was claimed.
      return state !== "in_progress";
    case "appointment_missed":
      return state !== "no_show";
    case "appointment_not_held":
      return state !== "cancelled";
  }
}
