import { Button } from "@/components/ui/Button.tsx";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { holidaysOf } from "@/domain/holidays.ts";
import type { AgendaSettings } from "@/domain/practice.ts";
import { formatDay, formatTime } from "@/i18n/format.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface ExceptionsProps {
  agenda: Pick<AgendaSettings, "exceptions" | "doctor" | "today">;
  language: Language;
  texts: PracticeTexts;
  optional: string;
}

/** A stretch of time in words: one day, or from one to another. Times are ISO instants. */
export function periodText(
  { starts_at, ends_at }: { starts_at: string; ends_at: string },
  zone: string,
  language: Language,
): string {
  const day = (at: string) => formatDay(at, language, zone);
  const time = (at: string) => formatTime(at, language, zone);
  // The last moment: a day that ends at midnight is one day.
  const last = new Date(Date.parse(ends_at) - 1).toISOString();
  const whole = time(starts_at) === "00:00" && time(ends_at) === "00:00";
  if (day(starts_at) === day(last)) {
    return whole
      ? day(starts_at)
      : `${day(starts_at)}, ${time(starts_at)} – ${time(ends_at)}`;
  }
  return whole
    ? `${day(starts_at)} – ${day(last)}`
    : `${day(starts_at)}, ${time(starts_at)} – ${day(ends_at)}, ${
      time(ends_at)
    }`;
}

/** Absences and extra hours to come, each with the button that removes it. */
export function ExceptionList({ agenda, language, texts }: ExceptionsProps) {
  const zone = agenda.doctor.time_zone;
  if (agenda.exceptions.length === 0) {
    return <p class="soft">{texts.noExceptions}</p>;
  }
  return (
    <ul class="rows list-plain">
      {agenda.exceptions.map((one) => {
        const period = periodText(one, zone, language);
        const kind = one.cancelled
          ? texts.stillClosed
          : one.effect === "closed"
          ? texts.away
          : texts.extra;
        return (
          <li key={one.id}>
            <div>
              <strong>{period}</strong>
              <p class="soft">{[kind, one.note].filter(Boolean).join(", ")}</p>
            </div>
            <form method="post">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="id" value={one.id} />
              <Button
                kind="quiet"
                icon="cross"
                iconOnly
              >
                {t(
                  one.effect === "closed"
                    ? texts.openAgain
                    : texts.removeException,
                  { period },
                )}
              </Button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}

/** A new absence or extra hours. `id` names it, so that the form sent twice adds it once. */
export function ExceptionForm(
  { id, values, error, texts, optional }: Omit<ExceptionsProps, "agenda"> & {
    id: string;
    values: Readonly<Record<string, string>>;
    error?: string;
  },
) {
  return (
    <form method="post" class="form">
      <input type="hidden" name="intent" value="exception" />
      <input type="hidden" name="id" value={id} />
      <Select
        name="effect"
        label={texts.kind}
        value={values.effect}
        options={[
          { value: "closed", label: texts.away },
          { value: "open", label: texts.extra },
        ]}
      />
      <div class="field-row">
        <Field
          name="day"
          type="date"
          label={texts.startDay}
          value={values.day}
          error={error}
        />
        <Field
          name="from"
          type="time"
          label={texts.startTime}
          optional={optional}
          value={values.from}
        />
        <Field
          name="endDay"
          type="date"
          label={texts.endDay}
          optional={optional}
          value={values.endDay}
        />
        <Field
          name="to"
          type="time"
          label={texts.endTime}
          optional={optional}
          value={values.to}
        />
      </div>
      <Field
        name="note"
        label={texts.note}
        optional={optional}
        value={values.note}
      />
      <Button kind="secondary">{texts.addException}</Button>
    </form>
  );
}

/** The public holidays of the coming year that are not closed yet. */
export function HolidayForm({ agenda, language, texts }: ExceptionsProps) {
  const { today, doctor, exceptions } = agenda;
  const year = Number(today.slice(0, 4));
  const limit = `${year + 1}${today.slice(4)}`;
  const coming = [...holidaysOf(year), ...holidaysOf(year + 1)]
    .filter(({ date }) => date >= today && date < limit)
    .filter(({ date }) => {
      const noon = Temporal.PlainDate.from(date)
        .toZonedDateTime({ timeZone: doctor.time_zone, plainTime: "12:00" })
        .epochMilliseconds;
      return !exceptions.some((one) =>
        one.effect === "closed" && Date.parse(one.starts_at) <= noon &&
        noon < Date.parse(one.ends_at)
      );
    });
  if (coming.length === 0) return null;
  return (
    <form method="post" class="form">
      <input type="hidden" name="intent" value="holidays" />
      <p>{texts.holidaysText}</p>
      {coming.map(({ date, name }) => (
        <Checkbox
          key={date + name}
          id={`holiday-${date}-${name}`}
          name="holiday"
          value={date}
          label={texts[name]}
          hint={formatDay(`${date}T12:00:00Z`, language)}
        />
      ))}
      <Button kind="secondary">{texts.holidaysAdd}</Button>
    </form>
  );
}
