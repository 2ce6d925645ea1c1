import { useEffect } from "preact/hooks";
import { followDays } from "@/browser/day_words.ts";
import type { Language } from "@/i18n/mod.ts";

/** Keeps "today" and "tomorrow" right on a page that stays open past midnight; it draws nothing of its own. */
export function DayWords(
  { now, language }: { now: string; language: Language },
) {
  useEffect(() => followDays(language, now), []);
  return null;
}
