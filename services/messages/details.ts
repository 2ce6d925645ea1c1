import { opensAt } from "@/domain/appointment.ts";
import {
  formatDate,
  formatOffset,
  formatTime,
  formatTimeWithZone,
} from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { ClaimedAppointment } from "./claimed.ts";
import type { Fact } from "./letter.ts";

/** An appointment in words, in the person's language and the doctor's zone. */
export function details(appointment: ClaimedAppointment, language: Language) {
  const { starts_at, ends_at, doctor } = appointment;
  const zone = doctor.time_zone;
  return {
    minutes: Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000),
    doctor: doctorName(doctor),
    date: formatDate(starts_at, language, zone),
    start: formatTimeWithZone(starts_at, language, zone),
    /** `17:10 (UTC+01:00)`: an SMS is short. */
    startInShort: `${formatTime(starts_at, language, zone)} (${
      formatOffset(starts_at, zone)
    })`,
    end: formatTime(ends_at, language, zone),
    opens: formatTime(opensAt(appointment), language, zone),
    spoken: languageName(appointment.language, language),
  };
}

/** The appointment's lines of an e-mail, in the order of the patient guide. */
export function facts(
  appointment: ClaimedAppointment,
  language: Language,
): Fact[] {
  const words = texts(language).notifications;
  const { minutes, doctor, date, start, end, spoken } = details(
    appointment,
    language,
  );
  return [
    [words.what, t(words.whatIs, { minutes })],
    [words.with, doctor],
    [words.date, date],
    [words.start, start],
    [words.end, end],
    [words.language, spoken],
  ];
}

/** `Dr Claire Weber`. */
export function doctorName(
  { title, first_name, last_name }: Pick<
    ClaimedAppointment["doctor"],
    "title" | "first_name" | "last_name"
  >,
): string {
  return [title, first_name, last_name].filter(Boolean).join(" ");
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
