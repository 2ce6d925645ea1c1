import {
  type AppointmentState,
  WAITING_ROOM_CLOSES_AFTER,
} from "./appointment.ts";
import { localDate } from "./dates.ts";

/** What tells whether nobody ended an appointment. ISO instants. */
interface Unended {
  readonly state: AppointmentState;
  readonly starts_at: string;
  readonly started_at?: string | null;
}

/**
 * Where an appointment stands in truth when its time is over and nobody has ended it: until a round of the database
 * writes that down, pages say it. Mirrored in SQL: public.close_abandoned_appointments. `now` is an ISO instant, `zone`
 * the doctor's.
 */
export function stateInTruth(
  appointment: Unended,
  now: string,
  zone: string,
): AppointmentState {
  const { state, starts_at, started_at } = appointment;
  switch (state) {
    case "in_progress":
      return started_at != null && isOld(started_at, now) ? "completed" : state;
    case "waiting":
      return isExpired(starts_at, now, zone) ? "cancelled" : state;
    case "booked":
    case "calling":
      return isExpired(starts_at, now, zone) ? "no_show" : state;
    default:
      return state;
  }
}

/** At the end of the doctor's day, and not before the waiting room closes. Mirrored in SQL: private.expires_at. */
function isExpired(starts_at: string, now: string, zone: string): boolean {
  return isOld(starts_at, now) &&
    localDate(starts_at, zone) < localDate(now, zone);
}

function isOld(moment: string, now: string): boolean {
  return Date.parse(now) - Date.parse(moment) > WAITING_ROOM_CLOSES_AFTER;
}
