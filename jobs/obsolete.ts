import { WAITING_ROOM_CLOSES_AFTER } from "@/domain/appointment.ts";
import type { Claimed } from "@/services/messages/claimed.ts";

/**
 * Whether there is nothing left to tell: the appointment was cancelled meanwhile, or has begun. A failed try
 * comes back after minutes or hours, when the world may have moved on.
 */
export function isObsolete(notification: Claimed, now: number): boolean {
  if (!("appointment" in notification)) return false;
  const { state, starts_at, ends_at } = notification.appointment;
  switch (notification.kind) {
    case "appointment_reminder":
      return state !== "booked" || Date.parse(starts_at) <= now;
    case "appointment_confirmation":
      return state === "cancelled" || Date.parse(ends_at) <= now;
    case "appointment_cancellation":
      // Who is called late still waits, and is told.
      return state !== "cancelled" ||
        Date.parse(starts_at) + WAITING_ROOM_CLOSES_AFTER <= now;
  }
}
