import { HttpError } from "fresh";
import type { DoctorCard } from "@/domain/records.ts";
import { chosenReason, type Reason } from "@/domain/reasons.ts";
import { readCalendar } from "./appointments.ts";
import { slotStart } from "./open_calendar.ts";

/** What a booking's page is about. */
export interface BookingSlot {
  doctor: DoctorCard;
  /** ISO instants. */
  start: string;
  end: string;
  /** How long it lasts. */
  minutes: number;
  /** Of the doctor's list; null for another one. */
  reason: Reason | null;
  /** The reason of the address is not offered any more. */
  reasonGone: boolean;
}

/** The doctor, the slot and the reason of an address. Throws 404 for what cannot be one; whether it is free, the booking decides. */
export async function slotFromUrl(
  slug: string | undefined,
  url: URL,
): Promise<BookingSlot> {
  const time = slotStart(url.searchParams.get("start"));
  if (time === null) throw new HttpError(404);
  const start = new Date(time).toISOString();
  const wanted = url.searchParams.get("reason");
  const calendar = await readCalendar(slug, start.slice(0, 10), wanted);
  if (calendar === null) throw new HttpError(404);
  const { doctor, minutes } = calendar;
  const reason = chosenReason(calendar);
  return {
    doctor,
    start,
    end: new Date(time + minutes * 60_000).toISOString(),
    minutes,
    reason,
    reasonGone: wanted !== null && reason === null,
  };
}
