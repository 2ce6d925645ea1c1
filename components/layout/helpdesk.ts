import { formatWeekday } from "@/i18n/format.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Helpdesk } from "./Page.tsx";

/** When the helpdesk answers, as a sentence. */
export function hoursOf(
  { hours }: Helpdesk,
  language: Language,
  texts: FrameTexts,
): string {
  return t(texts.helpdeskHours, {
    ...hours,
    first: formatWeekday(hours.first, language),
    last: formatWeekday(hours.last, language),
  });
}
