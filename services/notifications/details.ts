import { opensAt } from "@/domain/appointment.ts";
import { fullName } from "@/domain/names.ts";
import { doctorName } from "@/domain/records.ts";
import {
  formatDate,
  formatDay,
  formatOffset,
  formatTime,
  formatTimeWithZone,
  placeOf,
} from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";
import { texts } from "@/i18n/texts.ts";
import type { ClaimedAppointment } from "./claimed.ts";
import type { SummaryRow } from "./emails/content.ts";

/** An appointment in words, in the person's language and the doctor's zone. */
export function details(appointment: ClaimedAppointment, language: Language) {
  const { starts_at, ends_at, doctor } = appointment;
  const zone = doctor.time_zone;
  const offset = formatOffset(starts_at, zone);
  const endOffset = formatOffset(ends_at, zone);
  const end = formatTime(ends_at, language, zone);
  return {
    /** `10 minutes`. */
    duration: formatDuration(
      Date.parse(ends_at) - Date.parse(starts_at),
      language,
    ),
    doctor: doctorName(doctor, language),
    /** `25/03/2020`, for SMS. */
    date: formatDate(starts_at, language, zone),
    /** `mercredi 25 mars 2020`. */
    day: formatDay(starts_at, language, zone),
    hour: formatTime(starts_at, language, zone),
    start: formatTimeWithZone(starts_at, language, zone),
    /** `17:10 (UTC+01:00)`: an SMS is short. */
    startInShort: `${formatTime(starts_at, language, zone)} (${offset})`,
    /** With its offset when the clock changes in between: 02:55 may come twice. */
    end: endOffset === offset ? end : `${end} (${endOffset})`,
    opens: formatTime(opensAt(appointment), language, zone),
    spoken: languageName(appointment.language, language),
    place: placeOf(zone, language),
    offset,
  };
}

/** The same of its time before it was last moved: who was moved has one. */
export function formerDetails(
  appointment: ClaimedAppointment,
  language: Language,
) {
  const starts_at = appointment.moved_from ?? appointment.starts_at;
  return details({ ...appointment, starts_at }, language);
}

/** The SMS about an appointment; of a dependant, it begins with whom it is for. */
export function smsAbout(
  { patient }: ClaimedAppointment,
  language: Language,
  sms: string,
): string {
  if (patient.own) return sms;
  const { forDependant } = texts(language).notifications;
  return `${t(forDependant, { name: fullName(patient) })}. ${sms}`;
}

/** The appointment's lines of a plain text e-mail, in the order of the patient guide. */
export function facts(
  appointment: ClaimedAppointment,
  language: Language,
): SummaryRow[] {
  const words = texts(language).notifications;
  const { duration, doctor, day, start, end, spoken } = details(
    appointment,
    language,
  );
  const { patient } = appointment;
  return [
    [words.what, t(words.whatIs, { duration })],
    ...(patient.own
      ? []
      : [[words.forWhom, fullName(patient)] satisfies SummaryRow]),
    [words.with, doctor],
    [words.date, day],
    [words.start, start],
    [words.end, end],
    [words.language, spoken],
  ];
}

/** How each language calls the five; V8 knows no Luxembourgish. */
const luxembourgish: Readonly<Record<Language, string>> = {
  fr: "Franséisch",
  de: "Däitsch",
  en: "Englesch",
  lb: "Lëtzebuergesch",
  pt: "Portugisesch",
};

function languageName(named: Language, language: Language): string {
  if (language === "lb") return luxembourgish[named];
  const names = new Intl.DisplayNames(language, { type: "language" });
  return names.of(named) ?? named;
}
