import { ageOn } from "@/domain/age.ts";
import { rings } from "@/domain/appointment.ts";
import { localDate } from "@/domain/dates.ts";
import { fullName } from "@/domain/names.ts";
import type { DayAppointment } from "@/domain/records.ts";
import { defaultZone } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

/** A patient's name as the workspace shows it. */
export function patientName(
  { patient }: { patient: { first_name: string; last_name: string } },
): string {
  return fullName(patient);
}

/** What is known of a waiting patient's page. The same as `WaitingPage` of browser/day.ts. */
export interface PageState {
  open: boolean;
  missing: readonly ("audio" | "video")[];
}

/** Who is in the waiting room by time of the appointment: present, or with the page closed. */
export function queueOf(
  appointments: readonly DayAppointment[],
  pages: Readonly<Record<string, PageState>>,
): { present: DayAppointment[]; away: DayAppointment[] } {
  const waiting = appointments
    .filter(({ state }) => state === "waiting" || state === "calling")
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  const isAway = ({ id }: DayAppointment) => pages[id]?.open === false;
  return {
    present: waiting.filter((one) => !isAway(one)),
    away: waiting.filter(isAway),
  };
}

/** Somebody who waits longer than this is marked, in milliseconds. */
const LONG = 5 * 60_000;

/** Whether somebody waits long by now, in milliseconds. */
export function waitsLong(since: string | null, now: number): boolean {
  return since !== null && now - Date.parse(since) >= LONG;
}

/** `4:12`: minutes and seconds since then. */
export function sinceText(since: string | null, now: number): string {
  if (since === null) return "0:00";
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A call that nobody took is over: the patient waits again. */
export function shownState(appointment: DayAppointment, now: string) {
  const { state } = appointment;
  return state === "calling" && !rings(appointment, now) ? "waiting" : state;
}

/** `75 ans`, by the day that it is in Luxembourg. */
export function ageText(
  bornOn: string,
  now: string,
  language: Language,
  texts: WorkspaceTexts,
): string {
  const count = ageOn(bornOn, localDate(now, defaultZone));
  const forms = { one: texts.age_one, other: texts.age_other };
  return t(plural(language, count, forms), { count });
}

/** Why somebody comes, in one line: the chosen reason and what they wrote; empty when neither. */
export function whyText(
  { visit_reason, symptoms }: DayAppointment,
): string {
  return [visit_reason, symptoms].filter(Boolean).join(". ");
}

/** How many messages of the patient are not read; empty when none. */
export function unreadText(
  { unread }: DayAppointment,
  language: Language,
  texts: WorkspaceTexts,
): string {
  if (unread === 0) return "";
  const forms = { one: texts.unread_one, other: texts.unread_other };
  return t(plural(language, unread, forms), { count: unread });
}

/** Which devices of a waiting patient do not work, in words; empty when all do or nothing is known. */
export function deviceText(
  page: PageState | undefined,
  texts: WorkspaceTexts,
): string {
  if (page === undefined) return "";
  if (page.missing.length === 0) return texts.devicesReady;
  return [
    page.missing.includes("video") && texts.noCamera,
    page.missing.includes("audio") && texts.noMicrophone,
  ].filter(Boolean).join(", ");
}
