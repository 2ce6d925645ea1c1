import { Button } from "@/components/ui/Button.tsx";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { formatWeekday } from "@/i18n/format.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import type { Language } from "@/i18n/mod.ts";

/** Which earlier slots suit, as the form holds it. */
export interface Wish {
  /** ISO: 1 is Monday. */
  weekdays: readonly number[];
  /** `08:00`, in the doctor's zone. */
  from_time: string;
  to_time: string;
}

/** Before anything was chosen: every day, at any time. */
export const anyTime: Wish = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from_time: "00:00",
  to_time: "24:00",
};

interface WaitingListFormProps {
  wish: Wish;
  /** On the list already: it can be changed, or left. */
  joined: boolean;
  /** No day, or an end before the start. */
  wrong: boolean;
  language: Language;
  texts: MovingTexts;
}

const hours = Array.from(
  { length: 25 },
  (_, hour) => `${String(hour).padStart(2, "0")}:00`,
);

/** Days and hours at which something earlier would suit. */
export function WaitingListForm(props: WaitingListFormProps) {
  const { wish, joined, wrong, language, texts } = props;
  return (
    <form method="post" class="form form-wide">
      {wrong && (
        <Notice kind="error" announce>
          <p>{texts.earlierProblem}</p>
        </Notice>
      )}
      <fieldset>
        <legend>{texts.earlierDays}</legend>
        <div class="stack stack-s">
          {anyTime.weekdays.map((weekday) => (
            <Checkbox
              key={weekday}
              id={`weekday-${weekday}`}
              name="weekdays"
              value={String(weekday)}
              checked={wish.weekdays.includes(weekday)}
              label={formatWeekday(weekday - 1, language)}
            />
          ))}
        </div>
      </fieldset>
      <div class="field-row">
        <Select
          name="from"
          label={texts.earlierFrom}
          value={wish.from_time}
          options={options(hours.slice(0, -1))}
        />
        <Select
          name="to"
          label={texts.earlierTo}
          value={wish.to_time}
          options={options(hours.slice(1))}
        />
      </div>
      <div class="form-actions">
        <Button name="act" value="join">
          {joined ? texts.earlierSave : texts.earlierJoin}
        </Button>
        {joined && (
          <Button kind="secondary" name="act" value="leave">
            {texts.earlierLeave}
          </Button>
        )}
      </div>
    </form>
  );
}

function options(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}
