import { Button } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { Reason } from "@/domain/reasons.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface ReasonListProps {
  reasons: readonly Reason[];
  language: Language;
  texts: PracticeTexts;
}

/** A doctor's reasons in the order in which patients see them. */
export function ReasonList({ reasons, language, texts }: ReasonListProps) {
  if (reasons.length === 0) return <p class="soft">{texts.noReasons}</p>;
  return (
    <ol class="rows list-plain">
      {reasons.map((reason, place) => (
        <li key={reason.id}>
          <div>
            <a
              href={`${paths.reasons(language, { edit: reason.id })}#reason`}
              aria-label={t(texts.editReason, { reason: reason.name })}
              dir="auto"
            >
              {reason.name}
            </a>
            <p class="soft">{factsOf(reason, language, texts)}</p>
          </div>
          {place > 0 && (
            <form method="post">
              <input type="hidden" name="id" value={reason.id} />
              <input type="hidden" name="place" value={place} />
              <Button
                kind="quiet"
                icon="chevron-up"
                iconOnly
                name="intent"
                value="place"
              >
                {t(texts.moveUpReason, { reason: reason.name })}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

/** `20 minutes, 2 questions, pas proposé`. */
function factsOf(
  { minutes, questions: { length: count }, active }: Reason,
  language: Language,
  { questionsCount_one: one, questionsCount_other: other, reasonHidden }:
    PracticeTexts,
): string {
  return [
    formatDuration(minutes * 60_000, language),
    count > 0 && t(plural(language, count, { one, other }), { count }),
    !active && reasonHidden,
  ].filter(Boolean).join(", ");
}
