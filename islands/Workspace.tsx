import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "@/browser/api.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { useDay } from "@/browser/use_day.ts";
import { ButtonLink } from "@/components/Button.tsx";
import { DayColumn } from "@/components/DayColumn.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { KeyList } from "@/components/KeyList.tsx";
import { Notice } from "@/components/Notice.tsx";
import { WaitingList } from "@/components/WaitingList.tsx";
import { AppointmentActions } from "@/components/workspace/AppointmentActions.tsx";
import {
  dayEntries,
  patientName,
  whoWaits,
} from "@/components/workspace/day.ts";
import { WorkspaceLayout } from "@/components/WorkspaceLayout.tsx";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment, DayRecord } from "@/domain/records.ts";
import { formatDay, formatTime } from "@/i18n/format.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface WorkspaceProps {
  day: DayRecord;
  /** ISO dates of the days beside this one. */
  previous: string;
  next: string;
  access: ChannelAccess;
  language: Language;
  texts: WorkspaceTexts;
  frame: FrameTexts;
}

/** The doctor's day: who waits, since when, and what comes. Keys: `c` calls, `m` writes, `?` helps. */
export function Workspace(props: WorkspaceProps) {
  const { language, texts, frame } = props;
  const { day, live, now, refresh } = useDay(props.day, props.access);
  const [problem, setProblem] = useState(false);
  const help = useRef<HTMLDialogElement>(null);
  const zone = day.doctor.time_zone;
  const moment = new Date(now).toISOString();
  const waiting = whoWaits(day.appointments);
  const talking = day.appointments.find((one) => one.state === "in_progress");

  const toCall = (id: string) =>
    location.assign(paths.consultation(language, id));
  const call = async (appointment: DayAppointment) => {
    setProblem(false);
    try {
      await ask(paths.ring(appointment.id), {
        method: "PUT",
        repeatable: true,
      });
      toCall(appointment.id);
    } catch {
      setProblem(true);
      await refresh();
    }
  };
  const noShow = async (appointment: DayAppointment) => {
    const sure = confirm(
      t(texts.noShowConfirm, { name: patientName(appointment) }),
    );
    if (!sure) return;
    await ask(paths.absence(appointment.id), {
      method: "POST",
      repeatable: true,
    }).catch(() => setProblem(true));
    await refresh();
  };

  const first = waiting[0];
  useKeys({
    c: () => first && void call(first),
    m: () => first && toCall(first.id),
    "?": () => help.current?.showModal(),
  });

  const actions = (appointment: DayAppointment) => (
    <AppointmentActions
      appointment={appointment}
      now={moment}
      busy={talking !== undefined && talking.id !== appointment.id}
      language={language}
      texts={texts}
      onCall={() => void call(appointment)}
      onNoShow={() => void noShow(appointment)}
    />
  );
  return (
    <>
      <WorkspaceLayout
        title={formatDay(`${day.day}T12:00:00Z`, language, zone)}
        clock={formatTime(moment, language, zone)}
        tools={
          <button
            type="button"
            class="button button-quiet"
            onClick={() => help.current?.showModal()}
          >
            {texts.keys}
          </button>
        }
        notice={
          <div aria-live="polite">
            {!live && <Notice kind="warning">{texts.cut}</Notice>}
            {problem && <Notice kind="error">{texts.problem}</Notice>}
            {talking && (
              <Notice kind="success">
                <p>
                  {t(texts.inCall, { name: patientName(talking) })}{" "}
                  <a href={paths.consultation(language, talking.id)}>
                    {texts.toCall}
                  </a>
                </p>
              </Notice>
            )}
          </div>
        }
        waiting={
          <WaitingList
            title={texts.waitingTitle}
            sinceLabel={texts.waitsSince}
            patients={waiting.map((appointment) => ({
              key: appointment.id,
              name: patientName(appointment),
              appointment: t(texts.appointmentAt, {
                time: formatTime(appointment.starts_at, language, zone),
              }),
              since: sinceText(appointment.waiting_since, now),
              symptoms: appointment.symptoms || undefined,
              late: now - Date.parse(appointment.starts_at) > 15 * 60_000,
              actions: actions(appointment),
            }))}
            empty={
              <EmptyState icon="user" title={texts.nobodyWaits}>
                <p>{texts.nobodyWaitsText}</p>
              </EmptyState>
            }
          />
        }
        day={
          <DayColumn
            title={texts.title}
            texts={frame}
            entries={dayEntries(day, moment, language, texts, actions)}
            empty={<EmptyState icon="calendar" title={texts.dayEmpty} />}
            aside={
              <nav class="row" aria-label={frame.agenda}>
                <ButtonLink
                  kind="quiet"
                  icon="arrow-left"
                  iconOnly
                  href={paths.workspace(language, props.previous)}
                >
                  {texts.previousDay}
                </ButtonLink>
                <ButtonLink kind="quiet" href={paths.workspace(language)}>
                  {texts.today}
                </ButtonLink>
                <ButtonLink
                  kind="quiet"
                  icon="arrow-right"
                  iconOnly
                  href={paths.workspace(language, props.next)}
                >
                  {texts.nextDay}
                </ButtonLink>
              </nav>
            }
          />
        }
      />
      <Dialog
        id="keys"
        title={texts.keys}
        dialogRef={help}
        actions={
          <button
            type="button"
            class="button button-secondary"
            onClick={() => help.current?.close()}
          >
            {frame.close}
          </button>
        }
      >
        <KeyList
          keys={[
            { key: "c", does: texts.keyCall },
            { key: "m", does: texts.keyMessage },
            { key: "?", does: texts.keyHelp },
          ]}
        />
      </Dialog>
    </>
  );
}

/** `4:12`: minutes and seconds since then. */
function sinceText(since: string | null, now: number): string {
  if (since === null) return "0:00";
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Single keys act on the page, but not while one writes or holds Ctrl. */
function useKeys(keys: Record<string, () => void>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target;
      if (
        target instanceof Element &&
        target.closest("input,textarea,select,dialog")
      ) {
        return;
      }
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
