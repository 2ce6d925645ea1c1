import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { aria } from "@/components/ui/aria.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DayStore } from "@/browser/day.ts";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { stateLook } from "@/components/ui/Badge.tsx";
import {
  ageText,
  patientName,
  shownState,
  sinceText,
  unreadText,
  whyText,
} from "@/components/workspace/day.ts";
import { DayNav } from "@/components/workspace/DayNav.tsx";
import { Pane } from "@/components/workspace/Desk.tsx";
import {
  hourColumn,
  type HourRow,
  rowsHigh,
} from "@/components/workspace/hours.ts";
import { type HourLine, Hours } from "@/components/workspace/Hours.tsx";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import { formatDayOfYear, formatStart, formatTime } from "@/i18n/format.ts";
import { plural, t } from "@/i18n/mod.ts";
import { FreeNowSwitch } from "./FreeNowSwitch.tsx";
import { AppointmentMenu } from "./SideActions.tsx";
import { Ticking } from "./Ticking.tsx";
import type { DayActs, WorkspaceProps } from "../Workspace.tsx";

interface DayHoursProps extends WorkspaceProps {
  store: DayStore;
  /** Whose patient stands in the side panel. */
  chosen: string | undefined;
  acts: DayActs;
  onProblem: (error: unknown) => void;
}

/** The day as a column of time, which opens at now. */
export function DayHours(props: DayHoursProps) {
  const { store, language, texts } = props;
  const day = store.record.value;
  const now = store.moment.value;
  const zone = day.doctor.time_zone;
  const [unfolded, setUnfolded] = useState(false);
  const { past, rows } = hourColumn(day, now);
  useEffect(scrollToNow, []);

  const lineOf = (row: HourRow): HourLine => ({
    key: row.key,
    time: row.kind === "now" ? "" : formatStart(row.starts_at, language, zone),
    rows: rowsHigh(row),
    now: row.now === undefined
      ? undefined
      : { at: row.now, time: formatTime(now, language, zone) },
    what: row.kind === "appointment"
      ? appointmentLine(row.appointment, props, now)
      : row.kind === "now"
      ? { kind: "now" }
      : {
        kind: row.kind === "free" ? "gap" : "pause",
        label: row.kind === "pause"
          ? texts.pause
          : t(texts.freeFor, { length: lengthText(row, props) }),
      },
  });
  const shown = unfolded ? [...past, ...rows] : rows;
  const pastForms = { one: texts.past_one, other: texts.past_other };
  return (
    <Pane
      kind="day"
      id="day-title"
      label={texts.hoursLabel}
      head={
        <>
          <h1 id="day-title">
            {formatDayOfYear(`${day.day}T12:00:00Z`, language, "UTC")}
          </h1>
          <time class="soft figures">{formatTime(now, language, zone)}</time>
          <DayNav
            day={day.day}
            language={language}
            texts={texts}
            frame={props.frame}
          />
          <FreeNowSwitch
            until={day.free_now_until}
            minutes={props.freeNowMinutes}
            zone={zone}
            language={language}
            texts={texts}
            onChange={store.refresh}
            onProblem={props.onProblem}
          />
        </>
      }
    >
      {day.appointments.length === 0 && (
        <EmptyState icon="calendar" title={texts.dayEmpty} />
      )}
      <Hours
        lines={shown.map(lineOf)}
        fold={past.length > 0 && (
          <>
            <span class="hours-time">
              {past[0] && formatStart(past[0].starts_at, language, zone)}
            </span>
            <div class="hours-what">
              <span class="soft">
                {t(plural(language, past.length, pastForms), {
                  count: past.length,
                })}
              </span>
              <ScriptButton
                class="link-button"
                aria-expanded={aria(unfolded)}
                onClick={() => setUnfolded(!unfolded)}
              >
                {unfolded ? texts.hide : texts.show}
              </ScriptButton>
            </div>
          </>
        )}
      />
      <p class="hours-foot">
        <a href={paths.cancelPeriod(language, day.day)}>{texts.cancelDay}</a>
      </p>
    </Pane>
  );
}

function appointmentLine(
  one: DayAppointment,
  { store, language, texts, frame, acts, chosen }: DayHoursProps,
  now: string,
): HourLine["what"] {
  const state = shownState(one, now);
  return {
    kind: "appointment",
    name: patientName(one),
    href: paths.patientFile(language, one.patient.id),
    why: [ageText(one.patient.born_on, now, language, texts), whyText(one)]
      .filter(Boolean).join(", "),
    state,
    chosen: chosen === one.id,
    said: state === "waiting"
      ? (
        <>
          <Icon name="clock" />
          <span class="visually-hidden">{texts.waitsSince}</span>
          <Ticking
            clock={store.clock}
            show={(at) => sinceText(one.waiting_since, at)}
          />
        </>
      )
      : saidOf(one, state, unreadText(one, language, texts), frame),
    menu: (
      <AppointmentMenu
        place="day"
        appointment={one}
        now={now}
        language={language}
        texts={texts}
        acts={acts}
      />
    ),
    onOpen: (event) => {
      event.preventDefault();
      acts.open(one);
    },
  };
}

/** What is booked needs no word; unread messages and every other state have one. */
function saidOf(
  { unread }: DayAppointment,
  state: DayAppointment["state"],
  unreadWords: string,
  frame: WorkspaceProps["frame"],
): ComponentChildren {
  if (unread > 0) {
    return (
      <>
        <Icon name="chat" />
        {unreadWords}
      </>
    );
  }
  if (state === "booked") return null;
  const look = stateLook(state, frame);
  return (
    <>
      <Icon name={look.icon} />
      {look.text}
    </>
  );
}

/** `2 h 40 min`. */
function lengthText(
  { starts_at, ends_at }: HourRow,
  { texts }: Pick<DayHoursProps, "texts">,
): string {
  const minutes = Math.round(
    (Date.parse(ends_at) - Date.parse(starts_at)) / 60_000,
  );
  const rest = t(texts.minutes, { count: minutes % 60 });
  if (minutes < 60) return rest;
  const hours = `${Math.floor(minutes / 60)} h`;
  return minutes % 60 === 0 ? hours : `${hours} ${rest}`;
}

/** Only within its pane: on a phone the page begins with who waits. */
function scrollToNow(): void {
  const line = document.querySelector<HTMLElement>(".hours-now");
  const row = line?.parentElement;
  const pane = row?.closest(".pane-body");
  if (row && pane) pane.scrollTop = row.offsetTop - pane.clientHeight / 3;
}
