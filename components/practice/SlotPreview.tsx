import { problemsOf, slotStarts } from "@/domain/agenda.ts";
import type { SlotSettings, WeeklyHours } from "@/domain/practice.ts";
import { formatWeekday } from "@/i18n/format.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

/** The slots that hours give in a week, day by day; those of wrong hours are left out. */
export function SlotPreview(
  { hours, settings, today, language, texts }: {
    hours: readonly WeeklyHours[];
    settings: SlotSettings;
    /** ISO date: hours that have ended by then do not count. */
    today: string;
    language: Language;
    texts: PracticeTexts;
  },
) {
  const problems = problemsOf(hours);
  const right = hours.filter((one, place) =>
    problems[place] === null && (one.valid_to ?? "9") >= today
  );
  return (
    <dl class="pairs preview">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const starts = right.filter((one) => one.weekday === weekday)
          .flatMap((one) => slotStarts(one, settings)).sort();
        const [first = "", last = ""] = [starts[0], starts.at(-1)];
        return (
          <div key={weekday}>
            <dt>{formatWeekday(weekday - 1, language)}</dt>
            <dd>
              {starts.length === 0
                ? texts.previewNone
                : t(starts.length === 1 ? texts.previewAt : texts.previewFrom, {
                  slots: t(
                    plural(language, starts.length, {
                      one: texts.previewSlots_one,
                      other: texts.previewSlots_other,
                    }),
                    { count: starts.length },
                  ),
                  first,
                  last,
                })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
