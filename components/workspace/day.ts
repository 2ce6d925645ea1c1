import type { ComponentChildren } from "preact";
import type { DayEntry } from "@/components/DayColumn.tsx";
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
    state: appointment.state,
    actions: actions(appointment),
  }));
  const next = day.appointments.findIndex((one) =>
    Date.parse(one.ends_at) > Date.parse(now)
  );
  const isToday = Math.abs(
    Date.parse(now) - Date.parse(`${day.day}T12:00:00Z`),
  ) < 18 * 3_600_000;
  if (!isToday || entries.length === 0) return entries;
  const line: DayEntry = {
    kind: "now",
    key: "now",
    time: formatTime(now, language, zone),
    label: texts.now,
  };
  return entries.toSpliced(next === -1 ? entries.length : next, 0, line);
}

function factsOf(
  appointment: DayAppointment,
  now: string,
  language: Language,
  texts: WorkspaceTexts,
): string {
  const { patient, symptoms, unread } = appointment;
  const years = ageOn(patient.born_on, now);
  const age = t(
    plural(language, years, { one: texts.age_one, other: texts.age_other }),
    { count: years },
  );
  const news = unread > 0 && t(
    plural(language, unread, {
      one: texts.unread_one,
      other: texts.unread_other,
    }),
    { count: unread },
  );
  return [age, languageNames[appointment.language], symptoms, news]
    .filter(Boolean).join(" · ");
}

/** Full years between a date of birth and a moment. */
function ageOn(bornOn: string, now: string): number {
  const years = Number(now.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return now.slice(5, 10) < bornOn.slice(5) ? years - 1 : years;
}
