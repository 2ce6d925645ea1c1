import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

/** That the doctor is told, who is before, how late it is, and what to do meanwhile. */
export function waitingText(
  { queue_before: before, expected_delay_minutes: delay }: AppointmentRecord,
  language: Language,
  texts: ConsultationTexts,
): string {
  return [
    texts.doctorTold,
    before === 0 ? texts.nextIsYou : `${
      t(
        plural(language, before, {
          one: texts.before_one,
          other: texts.before_other,
        }),
        { count: before },
      )
    }.`,
    delay === 0 ? texts.onTime : t(texts.delay, {
      duration: formatDuration(delay * 60_000, language),
    }),
    texts.keepOpen,
  ].join(" ");
}

/** `3:12`, `1:02:09`: how long since a moment of the server's clock, in milliseconds. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
