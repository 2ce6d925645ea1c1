import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { paths } from "@/domain/paths.ts";
import { messageNotices, type MessageSettings } from "@/domain/threads.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface MessageSettingsCardProps {
  settings: { [Name in keyof MessageSettings]: string };
  /** Doctors also say when they answer. */
  isDoctor: boolean;
  /** What is wrong with the absence. */
  error?: string;
  language: Language;
  texts: Pick<Catalogue, "messages" | "frame">;
}

const DAYS = [1, 2, 3, 4, 5, 10, 15];

/** When an e-mail tells of unread messages and, for doctors, when they answer. */
export function MessageSettingsCard(props: MessageSettingsCardProps) {
  const { settings, isDoctor, error, language, texts } = props;
  const { messages, frame } = texts;
  const labels = {
    at_once: messages.noticeAtOnce,
    once_a_day: messages.noticeDaily,
    never: messages.noticeNever,
  };
  return (
    <Card title={messages.settingsTitle}>
      <form class="form" method="post" action={paths.threads(language)}>
        <Select
          name="notice"
          label={messages.notice}
          hint={messages.settingsText}
          value={settings.notice}
          options={messageNotices.map((value) => ({
            value,
            label: labels[value],
          }))}
        />
        {isDoctor && (
          <>
            <Select
              name="answers_within_days"
              label={messages.answersField}
              value={settings.answers_within_days}
              options={[
                { value: "", label: messages.answersNone },
                ...DAYS.map((count) => ({
                  value: String(count),
                  label: t(
                    plural(language, count, {
                      one: messages.answersDays_one,
                      other: messages.answersDays_other,
                    }),
                    { count },
                  ),
                })),
              ]}
            />
            <Field
              name="away_from"
              type="date"
              label={messages.awayFrom}
              optional={frame.optional}
              error={error}
              value={settings.away_from}
            />
            <Field
              name="away_until"
              type="date"
              label={messages.awayUntil}
              optional={frame.optional}
              value={settings.away_until}
            />
          </>
        )}
        <div class="form-actions">
          <Button kind="secondary">{frame.save}</Button>
        </div>
      </form>
    </Card>
  );
}
