import type { AppointmentState } from "@/domain/appointment.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

const MINUTE = 60_000;

/** The lateness that the clock shows is told in steps of so many minutes: a screen reader says each change. */
const STEP = 5;

/** That the doctor is told, who is before, how late it is at this moment (ISO), and what to do meanwhile. */
export function waitingText(
  record: AppointmentRecord,
  moment: string,
  language: Language,
  texts: ConsultationTexts,
): string {
  const { queue_before: before, telephone } = record;
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
    // Who asked to be telephoned is told so elsewhere, and waits for no ring of this page.
    ...telephone === null
      ? [delayText(record, moment, language, texts), texts.keepOpen]
      : [],
  ].join(" ");
}

/** How late the doctor is. What the server expected counts until the clock has passed it. */
function delayText(
  { starts_at, expected_delay_minutes }: AppointmentRecord,
  moment: string,
  language: Language,
  texts: ConsultationTexts,
): string {
  const sinceStart = Date.parse(moment) - Date.parse(starts_at);
  const passed = Math.round(sinceStart / MINUTE / STEP) * STEP;
  const late = Math.max(expected_delay_minutes, passed);
  if (late > 0) {
    return t(texts.delay, {
      duration: formatDuration(late * MINUTE, language),
    });
  }
  return sinceStart < 0 ? texts.onTime : texts.delayBegins;
}

/** Which text the tab shows of the patient's page; null: that it is the waiting room. */
export function tabTitle(
  state: AppointmentState,
  { ringing, reopened, answering }: Record<
    "ringing" | "reopened" | "answering",
    boolean
  >,
) {
  if (ringing && !answering) return "callsYou" as const;
  if (reopened) return "reopenedTitle" as const;
  if (answering || state === "in_progress") return "consultationWith" as const;
  return state === "completed" ? "endedTitle" as const : null;
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
