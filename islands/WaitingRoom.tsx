import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "@/browser/api.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { playOnce, ring } from "@/browser/ring.ts";
import { useAppointment } from "@/browser/use_appointment.ts";
import { type Devices, useDevices } from "@/browser/use_devices.ts";
import { Button, ButtonLink } from "@/components/Button.tsx";
import { readyChecks } from "@/components/consultation/checks.ts";
import { DeviceSettings } from "@/components/consultation/DeviceSettings.tsx";
import { OverPage } from "@/components/consultation/OverPage.tsx";
import { VideoView } from "@/components/consultation/VideoView.tsx";
import { IncomingCall } from "@/components/IncomingCall.tsx";
import { Notice } from "@/components/Notice.tsx";
import { ReadyChecks } from "@/components/ReadyChecks.tsx";
import { SelfPlaceholder } from "@/components/SelfPlaceholder.tsx";
import { WaitingRoomLayout } from "@/components/WaitingRoomLayout.tsx";
import { isOver, rings } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { CallStage } from "./CallStage.tsx";
import { ConsultationChat } from "./ConsultationChat.tsx";

interface WaitingRoomProps {
  appointment: AppointmentRecord;
  access: ChannelAccess;
  language: Language;
  texts: ConsultationTexts;
}

/** The patient's side: set up, wait, answer, talk, and what comes after. */
export function WaitingRoom(props: WaitingRoomProps) {
  const { language, texts } = props;
  const room = useAppointment(props.appointment, props.access, "patient");
  const devices = useDevices();
  const [problem, setProblem] = useState(false);
  const [unread, setUnread] = useState(0);
  const { record, now } = room;
  const { doctor, state } = record;
  const name = doctorName(doctor);
  const here = state !== "booked";

  // A reload comes back to where one was: nobody has to press Start twice.
  useEffect(() => {
    if (state === "waiting" || state === "calling") void devices.open();
  }, []);

  const step = async (path: string) => {
    setProblem(false);
    try {
      await ask(path, { method: "POST", repeatable: true });
    } catch {
      setProblem(true);
    }
    await room.refresh();
  };

  if (isOver(record)) {
    return (
      <OverPage
        state={state}
        appointmentHref={paths.appointment(language, record.id)}
        doctorsHref={paths.home(language)}
        texts={texts}
      />
    );
  }

  const chat = record.thread_id && (
    <ConsultationChat
      channels={room.channels}
      threadId={record.thread_id}
      appointmentId={record.id}
      me={record.patient.id}
      otherName={name}
      zone={doctor.time_zone}
      language={language}
      texts={texts}
    />
  );

  if (state === "in_progress") {
    return (
      <CallStage
        appointmentId={record.id}
        otherName={name}
        aloneText={texts.aloneDoctor}
        overtime={false}
        texts={texts}
        unread={unread}
        onEnd={() => void step(paths.closure(record.id))}
        chat={(open, close) =>
          record.thread_id && (
            <ConsultationChat
              channels={room.channels}
              threadId={record.thread_id}
              appointmentId={record.id}
              me={record.patient.id}
              otherName={name}
              zone={doctor.time_zone}
              language={language}
              texts={texts}
              open={open}
              close={close}
              onUnread={setUnread}
            />
          )}
      />
    );
  }

  const ringing = rings(record, new Date(now).toISOString());
  return (
    <WaitingRoomLayout
      title={t(texts.waitingFor, { doctor: name })}
      lines={here
        ? [...waitingLines(record, room.present, props), texts.keepOpen]
        : [appointmentLine(record, props)]}
      self={<SelfView devices={devices} texts={texts} />}
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
            live: room.live,
            texts,
          })}
        />
      )}
      notice={
        <div aria-live="polite">
          {!room.live && <Notice kind="warning">{texts.cutNotice}</Notice>}
          {problem && <Notice kind="error">{texts.callFailed}</Notice>}
          {state === "calling" && !ringing && (
            <Notice>{texts.missedCall}</Notice>
          )}
        </div>
      }
      actions={here
        ? (
          <ButtonLink
            kind="quiet"
            href={paths.appointment(language, record.id)}
          >
            {texts.leaveRoom}
          </ButtonLink>
        )
        : devices.state === "open" && (
          <Button
            type="button"
            onClick={() => void step(paths.waiting(record.id))}
          >
            {texts.start}
          </Button>
        )}
      chat={here && chat}
      call={ringing && (
        <Ringing
          title={t(texts.callsYou, { doctor: name })}
          answer={texts.answer}
          onAnswer={async () => {
            // The call opens camera and microphone itself: some browsers lend them only once.
            devices.close();
            await step(paths.acceptance(record.id));
          }}
        />
      )}
    />
  );
}

function SelfView(
  { devices, texts }: { devices: Devices; texts: ConsultationTexts },
) {
  if (devices.state === "closed") {
    return (
      <SelfPlaceholder title={texts.setupTitle}>
        <p>{texts.setupText}</p>
        <Button type="button" icon="settings" onClick={devices.open}>
          {texts.setupButton}
        </Button>
      </SelfPlaceholder>
    );
  }
  const { media } = devices;
  if (devices.state === "opening" || media === null) {
    return <SelfPlaceholder title={texts.opening} />;
  }
  if (media.cameraProblem) {
    return (
      <SelfPlaceholder title={texts.cameraOff}>
        <p>{texts.withoutVideo}</p>
        <Button type="button" kind="secondary" onClick={devices.open}>
          {texts.tryAgain}
        </Button>
      </SelfPlaceholder>
    );
  }
  return <VideoView stream={media.stream} label={texts.you} self />;
}

/** The green button: rings, and takes the focus, so that Enter answers. */
function Ringing(
  { title, answer, onAnswer }: {
    title: string;
    answer: string;
    onAnswer: () => Promise<void>;
  },
) {
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    return ring();
  }, []);
  return (
    <IncomingCall
      title={title}
      answer={answer}
      busy={busy}
      buttonRef={button}
      onAnswer={() => {
        setBusy(true);
        void onAnswer().finally(() => setBusy(false));
      }}
    />
  );
}

function appointmentLine(
  { starts_at, doctor }: AppointmentRecord,
  { language, texts }: WaitingRoomProps,
): string {
  return t(texts.appointmentAt, {
    time: formatTime(starts_at, language, doctor.time_zone),
  });
}

/** When, who is before, how late, and whether the doctor is there. */
function waitingLines(
  record: AppointmentRecord,
  present: string[],
  props: WaitingRoomProps,
): string[] {
  const { language, texts } = props;
  const { queue_before: before, expected_delay_minutes: delay } = record;
  return [
    appointmentLine(record, props),
    before === 0 ? texts.nextIsYou : t(
      plural(language, before, {
        one: texts.before_one,
        other: texts.before_other,
      }),
      { count: before },
    ),
    delay === 0 ? texts.onTime : t(texts.delay, { minutes: delay }),
    ...(present.includes("doctor") ? [texts.doctorHere] : []),
  ];
}
