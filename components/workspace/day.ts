import type { ComponentChildren } from "preact";
import type { DayEntry } from "@/components/DayColumn.tsx";
import type { WaitingPatient } from "@/components/WaitingList.tsx";
import { rings } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment, DayRecord } from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, languageNames, plural, t } from "@/i18n/mod.ts";

/** How a patient is called in the workspace. */
export function patientName({ patient }: DayAppointment): string {
  return `${patient.first_name} ${patient.last_name}`;
}

/** Who is in the waiting room, longest first. */
export function whoWaits(
  appointments: readonly DayAppointment[],
): DayAppointment[] {
  return appointments
    .filter(({ state }) => state === "waiting" || state === "calling")
    .sort((a, b) =>
      (a.waiting_since ?? "").localeCompare(b.waiting_since ?? "")
    );
}

/** Whoever waits so long after the time of the appointment is marked, in milliseconds. */
const LATE = 15 * 60_000;

/** A line of the waiting list, without its buttons. */
export function waitingPatient(
  appointment: DayAppointment,
  now: number,
  zone: string,
  language: Language,
  texts: WorkspaceTexts,
  { away }: { away: boolean },
): Omit<WaitingPatient, "actions"> {
  const time = formatTime(appointment.starts_at, language, zone);
  return {
    key: appointment.id,
    name: patientName(appointment),
    appointment: [
      t(texts.appointmentAt, { time }),
      away && texts.away,
      unreadText(appointment, language, texts),
    ].filter(Boolean).join(" · "),
    since: sinceText(appointment.waiting_since, now),
    symptoms: appointment.symptoms || undefined,
    late: now - Date.parse(appointment.starts_at) > LATE,
  };
}

/** `4:12`: minutes and seconds since then. */
function sinceText(since: string | null, now: number): string {
  if (since === null) return "0:00";
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The lines of a day, with the now-line between what was and what comes. */
export function dayEntries(
  day: DayRecord,
  now: string,
  language: Language,
  texts: WorkspaceTexts,
  actions: (appointment: DayAppointment) => ComponentChildren,
): DayEntry[] {
  const zone = day.doctor.time_zone;
  const entries: DayEntry[] = day.appointments.map((appointment) => ({
    kind: "appointment",
    key: appointment.id,
    time: formatTime(appointment.starts_at, language, zone),
    name: patientName(appointment),
    facts: factsOf(appointment, now, language, texts),
    state: shownState(appointment, now),
    href: paths.consultation(language, appointment.id),
    actions: actions(appointment),
  }));
  const next = day.appointments.findIndex((one) =>
    Date.parse(one.ends_at) > Date.parse(now)
  );
  const isToday = dateIn(zone, now) === day.day;
  if (!isToday || entries.length === 0) return entries;
  const line: DayEntry = {
    kind: "now",
    key: "now",
    time: formatTime(now, language, zone),
    label: texts.now,
  };
  return entries.toSpliced(next === -1 ? entries.length : next, 0, line);
}

/** A call that nobody took is over: the patient waits again. */
function shownState(appointment: DayAppointment, now: string) {
  const { state } = appointment;
  return state === "calling" && !rings(appointment, now) ? "waiting" : state;
}

function factsOf(
  appointment: DayAppointment,
  now: string,
  language: Language,
  texts: WorkspaceTexts,
): string {
  const { patient, symptoms } = appointment;
  const years = ageOn(patient.born_on, now);
  const age = t(
    plural(language, years, { one: texts.age_one, other: texts.age_other }),
    { count: years },
  );
  return [
    age,
    languageNames[appointment.language],
    symptoms,
    unreadText(appointment, language, texts),
  ].filter(Boolean).join(" · ");
}

/** How many messages of the patient are not read; empty when none. */
function unreadText(
  { unread }: DayAppointment,
  language: Language,
  texts: WorkspaceTexts,
): string {
  if (unread === 0) return "";
  const forms = { one: texts.unread_one, other: texts.unread_other };
  return t(plural(language, unread, forms), { count: unread });
}

/** The date of a moment in a zone, as `YYYY-MM-DD`. */
function dateIn(zone: string, moment: string): string {
  // Swedish dates are ISO dates.
  return new Date(moment).toLocaleDateString("sv-SE", { timeZone: zone });
}

/** Full years between a date of birth and a moment. */
function ageOn(bornOn: string, now: string): number {
  const years = Number(now.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return now.slice(5, 10) < bornOn.slice(5) ? years - 1 : years;
}
