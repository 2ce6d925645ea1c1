import type { AppointmentRecord } from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

/** `Rendez-vous à 17:10`, at the doctor's place. */
export function appointmentLine(
  { starts_at, doctor }: AppointmentRecord,
  language: Language,
  texts: ConsultationTexts,
): string {
  return t(texts.appointmentAt, {
    time: formatTime(starts_at, language, doctor.time_zone),
  });
}

/** When, who is before, how late, and whether the doctor is there. */
export function waitingLines(
  record: AppointmentRecord,
  doctorHere: boolean,
  language: Language,
  texts: ConsultationTexts,
): string[] {
  const { queue_before: before, expected_delay_minutes: delay } = record;
  return [
    appointmentLine(record, language, texts),
    before === 0 ? texts.nextIsYou : t(
      plural(language, before, {
        one: texts.before_one,
        other: texts.before_other,
      }),
      { count: before },
    ),
    delay === 0 ? texts.onTime : t(texts.delay, { minutes: delay }),
    ...(doctorHere ? [texts.doctorHere] : []),
    texts.keepOpen,
  ];
}
