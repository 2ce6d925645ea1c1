import { useEffect, useState } from "preact/hooks";
import type { ChannelAccess } from "@/browser/channels.ts";
import { playOnce } from "@/browser/ring.ts";
import { useAppointment } from "@/browser/use_appointment.ts";
import { useDevices } from "@/browser/use_devices.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { useSteps } from "@/browser/use_steps.ts";
import { Button, ButtonLink } from "@/components/Button.tsx";
import { readyChecks } from "@/components/consultation/checks.ts";
import { DeviceSettings } from "@/components/consultation/DeviceSettings.tsx";
import { Elsewhere } from "@/components/consultation/Elsewhere.tsx";
import { OverPage } from "@/components/consultation/OverPage.tsx";
import { SelfView } from "@/components/consultation/SelfView.tsx";
import {
  appointmentLine,
  waitingLines,
} from "@/components/consultation/waiting.ts";
import { Notice } from "@/components/Notice.tsx";
import { ReadyChecks } from "@/components/ReadyChecks.tsx";
import { WaitingRoomLayout } from "@/components/WaitingRoomLayout.tsx";
import { isOver, rings } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { CallStage } from "./CallStage.tsx";
import { ConsultationChat } from "./ConsultationChat.tsx";
import { Ringing } from "./Ringing.tsx";

interface WaitingRoomProps {
  appointment: AppointmentRecord;
  access: ChannelAccess;
  language: Language;
  texts: ConsultationTexts;
}

/** The patient's side: set up, wait, answer, talk, and what comes after. */
export function WaitingRoom(props: WaitingRoomProps) {
  const { appointment, language, texts } = props;
  const room = useAppointment(appointment, props.access, "patient");
  const { record, live, now } = room;
  const { id, state, doctor } = record;
  const devices = useDevices();
  useFocusKept();
  const steps = useSteps(room.refresh);
  const thread = useMessages(
    room.channels,
    record.thread_id,
    id,
    record.patient.id,
  );
  /** The call is this window's: it was answered here, or the page was opened during it. */
  const [here, setHere] = useState(state === "in_progress");
  const name = doctorName(doctor);
  const waits = state === "waiting" || state === "calling";
  const present = room.present.includes("doctor");
  const ringing = rings(record, new Date(now).toISOString());

  useEffect(() => {
    // A reload comes back to where one was: nobody has to press Start twice.
    if (waits) void devices.open();
  }, []);
  useEffect(() => {
    // The call opens camera and microphone itself, and after it nobody needs them.
    if (!waits && state !== "booked") devices.close();
  }, [state]);

  if (isOver(record)) {
    return (
      <OverPage
        state={state}
        appointmentHref={paths.appointment(language, id)}
        doctorsHref={paths.home(language)}
        texts={texts}
      />
    );
  }

  const shared = {
    thread,
    me: record.patient.id,
    otherName: name,
    zone: doctor.time_zone,
    language,
    texts,
  };
  if (state === "in_progress") {
    return here
      ? (
        <CallStage
          {...shared}
          appointmentId={id}
          otherHere={present}
          aloneText={texts.aloneDoctor}
          problem={steps.refusal === null ? undefined : texts.stepFailed}
          onEnd={() => void steps.take(paths.closure(id))}
        />
      )
      : <Elsewhere texts={texts} onContinue={() => setHere(true)} />;
  }

  const answer = async () => {
    // Some browsers lend camera and microphone only once.
    devices.close();
    setHere(true);
    if (await steps.take(paths.acceptance(id))) return;
    setHere(false);
    await devices.open();
  };
  return (
    <WaitingRoomLayout
      title={t(texts.waitingFor, { doctor: name })}
      lines={waits
        ? waitingLines(record, present, language, texts)
        : [appointmentLine(record, language, texts)]}
      self={<SelfView {...devices} onOpen={devices.open} texts={texts} />}
      equipment={devices.state === "open" && (
        <DeviceSettings
          lists={devices.lists}
          choice={devices.choice}
          level={devices.level}
          onChoose={devices.choose}
          onTest={() =>
            void playOnce("/sounds/test.wav", devices.choice.loudspeaker)
              .catch(() => {})}
          texts={texts}
        />
      )}
      checks={devices.state !== "closed" && (
        <ReadyChecks
          label={texts.whatIsReady}
          checks={readyChecks({
            media: devices.state === "open" ? devices.media : null,
            live,
            texts,
          })}
        />
      )}
      notice={
        <div aria-live="polite">
          {!live && <Notice kind="warning">{texts.cutNotice}</Notice>}
          {steps.refusal !== null && steps.refusal !== "call_over" && (
            <Notice kind="error">{texts.stepFailed}</Notice>
          )}
          {waits && record.called_at !== null && !ringing && (
            <Notice>{texts.missedCall}</Notice>
          )}
        </div>
      }
      actions={waits
        ? (
          <ButtonLink kind="quiet" href={paths.appointment(language, id)}>
            {texts.leaveRoom}
          </ButtonLink>
        )
        : devices.state === "open" && (
          <Button
            type="button"
            onClick={() => void steps.take(paths.waiting(id))}
          >
            {texts.start}
          </Button>
        )}
      chat={waits && record.thread_id && <ConsultationChat {...shared} />}
      call={ringing && (
        <Ringing
          title={t(texts.callsYou, { doctor: name })}
          answer={texts.answer}
          onAnswer={answer}
        />
      )}
    />
  );
}
