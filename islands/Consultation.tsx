import { useEffect, useState } from "preact/hooks";
import { ask } from "@/browser/api.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { useAppointment } from "@/browser/use_appointment.ts";
import { Button, ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { Notice } from "@/components/Notice.tsx";
import { can, isOver, rings } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { CallStage } from "./CallStage.tsx";
import { ConsultationChat } from "./ConsultationChat.tsx";

interface ConsultationProps {
  appointment: AppointmentRecord;
  access: ChannelAccess;
  language: Language;
  texts: ConsultationTexts;
}

/** From this minute on the doctor sees the clock (SPEC 5.6). */
const CLOCK_FROM = 8 * 60_000;

/** The doctor's side: it rings at the patient's, they talk, either ends it. */
export function Consultation(props: ConsultationProps) {
  const { language, texts } = props;
  const room = useAppointment(props.appointment, props.access, "doctor");
  const [problem, setProblem] = useState(false);
  const [unread, setUnread] = useState(0);
  const { record, now } = room;
  const { state, patient, doctor } = record;
  const name = `${patient.first_name} ${patient.last_name}`;
  const moment = new Date(now).toISOString();
  const ringing = rings(record, moment);
  const unanswered = state === "calling" && !ringing;

  const step = async (
    path: string,
    method: "POST" | "PUT" | "DELETE" = "POST",
  ) => {
    setProblem(false);
    try {
      await ask(path, { method, repeatable: true });
    } catch {
      setProblem(true);
    }
    await room.refresh();
  };

  // Nobody answered: the patient waits on, and may be called again.
  useEffect(() => {
    if (unanswered) void step(paths.ring(record.id), "DELETE");
  }, [unanswered]);

  if (ringing || state === "in_progress") {
    const lasted = record.started_at ? now - Date.parse(record.started_at) : 0;
    return (
      <CallStage
        appointmentId={record.id}
        otherName={name}
        aloneText={t(ringing ? texts.ringing : texts.alonePatient, { name })}
        elapsed={lasted >= CLOCK_FROM ? clock(lasted) : undefined}
        overtime={lasted > doctor.slot_minutes * 60_000}
        texts={texts}
        unread={unread}
        onEnd={() =>
          void (ringing
            ? step(paths.ring(record.id), "DELETE")
            : step(paths.closure(record.id)))}
        chat={(open, close) =>
          record.thread_id && (
            <ConsultationChat
              channels={room.channels}
              threadId={record.thread_id}
              appointmentId={record.id}
              me={doctor.id}
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

  return (
    <div class="over-page">
      {problem && <Notice kind="error" announce>{texts.callFailed}</Notice>}
      <EmptyState
        icon={isOver(record) ? "success" : "phone"}
        title={isOver(record)
          ? texts.endedTitle
          : record.called_at
          ? t(texts.noAnswer, { name })
          : t(texts.consultationWith, { name })}
        action={
          <div class="row">
            {can.call(record, moment) && (
              <Button
                type="button"
                kind="call"
                icon="phone"
                onClick={() => void step(paths.ring(record.id), "PUT")}
              >
                {record.called_at
                  ? texts.callAgain
                  : t(texts.callNow, { name })}
              </Button>
            )}
            <ButtonLink kind="secondary" href={paths.workspace(language)}>
              {texts.backToDay}
            </ButtonLink>
          </div>
        }
      >
        {record.symptoms && (
          <p class="keep-lines">
            <strong>{texts.symptoms}</strong>
            <br />
            {record.symptoms}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

/** `08:12`: minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
