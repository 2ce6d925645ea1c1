import { stateLook } from "@/components/ui/Badge.tsx";
import { followedEntry, followedPart } from "@/components/ui/followed.ts";
import { localDate } from "@/domain/dates.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import type { WeekRecord } from "@/domain/practice.ts";
import { formatRange, formatShortDay, formatTime } from "@/i18n/format.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface WeekAgendaProps {
  week: WeekRecord;
  language: Language;
  texts: PracticeTexts;
  frame: FrameTexts;
}

/** Seven days beside each other, under each other on a phone. */
export function WeekAgenda(props: WeekAgendaProps) {
  const monday = Temporal.PlainDate.from(props.week.first_day);
  return (
    <ol class="week-agenda list-plain" {...followedPart("week")}>
      {[0, 1, 2, 3, 4, 5, 6].map((n) => (
        <AgendaDay
          key={n}
          {...props}
          date={monday.add({ days: n }).toString()}
        />
      ))}
    </ol>
  );
}

function AgendaDay(
  { week, date, language, texts, frame }: WeekAgendaProps & { date: string },
) {
  const zone = week.doctor.time_zone;
  const isOn = ({ starts_at }: { starts_at: string }) =>
    localDate(starts_at, zone) === date;
  const range = ({ starts_at, ends_at }: {
    starts_at: string;
    ends_at: string;
  }) => formatRange(starts_at, ends_at, language, zone);
  const working = week.working.filter(isOn);
  const booked = week.appointments.filter(isOn);
  const closed = week.closed.filter((one) =>
    isOn(one) || (localDate(one.starts_at, zone) < date &&
      date <= localDate(one.ends_at, zone))
  );
  const today = date === week.today;
  return (
    <li class={today ? "agenda-day agenda-today" : "agenda-day"}>
      <h2>
        <a
          href={paths.workspace(language, date)}
          aria-current={today ? "date" : undefined}
        >
          {formatShortDay(`${date}T12:00:00Z`, language, "UTC")}
        </a>
      </h2>
      <p class="soft">
        {working.length === 0
          ? texts.dayOff
          : t(texts.worksFrom, { range: working.map(range).join(", ") })}
      </p>
      {booked.length === 0
        ? working.length > 0 && <p class="soft">{texts.nothingBooked}</p>
        : (
          <ol class="agenda-list list-plain">
            {booked.map((one) => (
              <li
                key={one.id}
                class={`agenda-${one.state.replace("_", "-")}`}
                {...followedEntry(
                  one.id,
                  fullName(one.patient),
                  formatShortDay(one.starts_at, language, zone),
                  formatTime(one.starts_at, language, zone),
                  stateLook(one.state, frame).text,
                )}
              >
                <time>{formatTime(one.starts_at, language, zone)}</time>
                <a href={paths.patientFile(language, one.patient.id)}>
                  {fullName(one.patient)}
                </a>
                {one.state !== "booked" && (
                  <span class="soft">{stateLook(one.state, frame).text}</span>
                )}
              </li>
            ))}
          </ol>
        )}
      {closed.map((one) => (
        <p key={one.id} class="agenda-closed">
          {t(texts.closed, { range: range(one) })}
          {one.note && `, ${one.note}`}
        </p>
      ))}
    </li>
  );
}
