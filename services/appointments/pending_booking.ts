import { safeNext } from "@/domain/incoming_paths.ts";
import type { DoctorCard } from "@/domain/records.ts";
import { Problem } from "@/services/http/problem.ts";
import { readCalendar } from "./appointments.ts";
import { slotStart } from "./open_calendar.ts";

/** A slot that somebody chose before signing in. */
export interface PendingBooking {
  doctor: DoctorCard;
  /** ISO instants. */
  start: string;
  end: string;
}

/**
 * The booking that a path leads back to, as `/fr/doctors/claire-weber/booking?start=…`; null for every other path, and
 * when the doctor cannot be read now: signing in works without it.
 */
export async function pendingBooking(
  next: string | null | undefined,
): Promise<PendingBooking | null> {
  const path = safeNext(next);
  if (path === null) return null;
  const url = new URL(path, "http://app.invalid");
  const slug = /^\/\w\w\/doctors\/([^/]+)\/booking$/.exec(url.pathname)?.[1];
  const time = slotStart(url.searchParams.get("start"));
  if (slug === undefined || time === null) return null;
  const start = new Date(time).toISOString();
  try {
    const calendar = await readCalendar(
      slug,
      start.slice(0, 10),
      url.searchParams.get("reason"),
    );
    if (calendar === null) return null;
    const { doctor, minutes } = calendar;
    const end = new Date(time + minutes * 60_000).toISOString();
    return { doctor, start, end };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
