import { FieldError } from "@/components/ui/FieldFrame.tsx";
import type { HoursProblem } from "@/domain/agenda.ts";
import type { WeeklyHours } from "@/domain/practice.ts";
import { formatWeekday } from "@/i18n/format.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface HoursFieldsProps {
  hours: readonly WeeklyHours[];
  /** Of each of the hours. */
  problems: readonly (HoursProblem | null)[];
  language: Language;
  texts: PracticeTexts;
}

/** What to do about a problem, in words. */
export function hoursProblem(problem: HoursProblem, texts: PracticeTexts) {
  return {
    time: texts.problemTime,
    order: texts.problemOrder,
    overlap: texts.problemOverlap,
    validity: texts.problemValidity,
  }[problem];
}

const nobody: WeeklyHours = {
  weekday: 0,
  starts: "",
  ends: "",
  valid_from: null,
  valid_to: null,
};

/** The hours of a week: each day has its intervals and an empty one more. Emptied ones are removed. */
export function HoursFields(props: HoursFieldsProps) {
  const lines = props.hours.map((hours, place) => ({ hours, place }));
  return (
    <ol class="hours-days list-plain">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const day = formatWeekday(weekday - 1, props.language);
        const own = lines.filter(({ hours }) => hours.weekday === weekday);
        return (
          <li key={weekday}>
            <fieldset class="hours-day">
              <legend>{day}</legend>
              {own.map(({ hours, place }) => (
                <HoursLine
                  key={place}
                  {...props}
                  id={`hours-${place}`}
                  name={`${day}, ${hours.starts} – ${hours.ends}`}
                  hours={hours}
                  problem={props.problems[place] ?? null}
                />
              ))}
              <HoursLine
                {...props}
                id={`hours-new-${weekday}`}
                name={t(props.texts.newHours, { day })}
                hours={{ ...nobody, weekday }}
                problem={null}
              />
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}

function HoursLine(
  { id, name, hours, problem, texts }:
    & Pick<HoursFieldsProps, "texts">
    & {
      id: string;
      name: string;
      hours: WeeklyHours;
      problem: HoursProblem | null;
    },
) {
  const input = (
    field: "starts" | "ends" | "valid_from" | "valid_to",
    type: "time" | "date",
    label: string,
  ) => (
    <label class="hours-input">
      <span>{label}</span>
      <input
        type={type}
        id={`${id}-${field}`}
        name={field}
        // A time field knows no 24:00.
        value={hours[field] === "24:00" ? "00:00" : hours[field] ?? ""}
        aria-label={`${label}, ${name}`}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
      />
    </label>
  );
  return (
    <div class="hours-line-fields">
      {problem && <FieldError id={id} error={hoursProblem(problem, texts)} />}
      <input type="hidden" name="weekday" value={hours.weekday} />
      {input("starts", "time", texts.from)}
      {input("ends", "time", texts.to)}
      <details open={Boolean(hours.valid_from || hours.valid_to)}>
        <summary>{texts.validity}</summary>
        <div class="hours-validity">
          {input("valid_from", "date", texts.validFrom)}
          {input("valid_to", "date", texts.validTo)}
        </div>
      </details>
    </div>
  );
}
