import type { ChannelAccess } from "@/browser/channels.ts";
import { useArrivals } from "@/browser/use_arrivals.ts";
import { useDay } from "@/browser/use_day.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { usePatientsPresent } from "@/browser/use_presence.ts";
import { useSteps } from "@/browser/use_steps.ts";
import { DayColumn } from "@/components/DayColumn.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { Notice } from "@/components/Notice.tsx";
import { WaitingList } from "@/components/WaitingList.tsx";
import { AppointmentActions } from "@/components/workspace/AppointmentActions.tsx";
import {
  dayEntries,
  patientName,
  waitingPatient,
  whoWaits,
} from "@/components/workspace/day.ts";
import { DayNav } from "@/components/workspace/DayNav.tsx";
import { WorkspaceLayout } from "@/components/WorkspaceLayout.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment, DayRecord } from "@/domain/records.ts";
import { formatDay, formatTime } from "@/i18n/format.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { writeHash } from "./ConsultationChat.tsx";
import { DayTools } from "./DayTools.tsx";

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
  const { record: day, live, channels, now, refresh } = useDay(
    props.day,
    props.access,
  );
  const steps = useSteps(refresh);
  useFocusKept();
  const zone = day.doctor.time_zone;
  const moment = new Date(now).toISOString();
  const waiting = whoWaits(day.appointments);
  const present = usePatientsPresent(channels, waiting.map(({ id }) => id));
  const arrived = useArrivals(
    waiting.map((one) => ({ id: one.id, name: patientName(one) })),
  );
  const talking = day.appointments.find((one) => one.state === "in_progress");
  const first = waiting.find((one) => can.call(one, moment)) ?? waiting[0];

  const pageOf = ({ id }: DayAppointment) => paths.consultation(language, id);
  const call = async (one: DayAppointment) => {
    if (await steps.take(paths.ring(one.id), "PUT")) {
      location.assign(pageOf(one));
    }
  };
  const noShow = async (one: DayAppointment) => {
    if (!confirm(t(texts.noShowConfirm, { name: patientName(one) }))) return;
    await steps.take(paths.absence(one.id));
  };
  const actions = (one: DayAppointment) => (
    <AppointmentActions
      appointment={one}
      now={moment}
      busy={talking !== undefined && talking.id !== one.id}
      writeHref={pageOf(one) + writeHash}
      language={language}
      texts={texts}
      onCall={() => void call(one)}
      onNoShow={() => void noShow(one)}
    />
  );
  return (
    <WorkspaceLayout
      title={formatDay(`${day.day}T12:00:00Z`, language, zone)}
      clock={formatTime(moment, language, zone)}
      tools={
        <DayTools
          onCall={() => first && can.call(first, moment) && void call(first)}
          onMessage={() => first && location.assign(pageOf(first) + writeHash)}
          texts={texts}
          frame={frame}
        />
      }
      notice={
        <>
          <p class="visually-hidden" role="status">
            {arrived && t(texts.arrived, { name: arrived })}
          </p>
          <div aria-live="polite" class="workspace-news">
            {!live && <Notice kind="warning">{texts.cut}</Notice>}
            {steps.refusal !== null && (
              <Notice kind="error">
                {steps.refusal === "doctor_busy" ? texts.busy : texts.problem}
              </Notice>
            )}
            {talking && (
              <Notice kind="success">
                <p>
                  {t(texts.inCall, { name: patientName(talking) })}{" "}
                  <a href={pageOf(talking)}>{texts.toCall}</a>
                </p>
              </Notice>
            )}
          </div>
        </>
      }
      waiting={
        <WaitingList
          title={texts.waitingTitle}
          sinceLabel={texts.waitsSince}
          patients={waiting.map((one) => ({
            ...waitingPatient(one, now, zone, language, texts, {
              away: present[one.id] === false,
            }),
            actions: actions(one),
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
          aside={<DayNav {...props} />}
        />
      }
    />
  );
}
