import { useState } from "preact/hooks";
import type { ChannelAccess } from "@/browser/channels.ts";
import { useAppointment } from "@/browser/use_appointment.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { useSteps } from "@/browser/use_steps.ts";
import { Button } from "@/components/Button.tsx";
import { AsideCall } from "@/components/consultation/AsideCall.tsx";
import { Elsewhere } from "@/components/consultation/Elsewhere.tsx";
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
  const { appointment, language, texts } = props;
  const room = useAppointment(appointment, props.access, "doctor");
  const { record, now } = room;
  const { id, state, patient, doctor } = record;
  const steps = useSteps(room.refresh);
  useFocusKept();
  const thread = useMessages(room.channels, record.thread_id, id, doctor.id);
  const moment = new Date(now).toISOString();
  const present = room.present.includes("patient");
  const ringing = rings(record, moment);
  const talking = state === "in_progress";
  /** The call is this window's: it was made here, or the page was opened during it. */
  const [here, setHere] = useState(ringing || talking);
  const name = `${patient.first_name} ${patient.last_name}`;
  const shared = {
    thread,
    me: doctor.id,
    otherName: name,
    zone: doctor.time_zone,
    language,
    texts,
  };
  const problem = steps.refusal === null
    ? undefined
    : steps.refusal === "doctor_busy"
    ? texts.doctorBusy
    : texts.stepFailed;

  if (ringing || talking) {
    const lasted = record.started_at ? now - Date.parse(record.started_at) : 0;
    return here
      ? (
        <CallStage
          {...shared}
          appointmentId={id}
          otherHere={present}
          aloneText={t(ringing ? texts.ringing : texts.alonePatient, { name })}
          elapsed={lasted >= CLOCK_FROM ? clock(lasted) : undefined}
          overtime={lasted > doctor.slot_minutes * 60_000}
          problem={problem}
          onEnd={() =>
            void (ringing
              ? steps.take(paths.ring(id), "DELETE")
              : steps.take(paths.closure(id)))}
        />
      )
      : <Elsewhere texts={texts} onContinue={() => setHere(true)} />;
  }

  const call = async () => {
    setHere(true);
    setHere(await steps.take(paths.ring(id), "PUT"));
  };
  return (
    <AsideCall
      record={record}
      name={name}
      here={present}
      dayHref={paths.workspace(language)}
      texts={texts}
      notice={
        <>
          {!room.live && !isOver(record) && (
            <Notice kind="warning">{texts.pageCut}</Notice>
          )}
          {problem && <Notice kind="error">{problem}</Notice>}
        </>
      }
      action={can.call(record, moment) && (
        <Button
          type="button"
          kind="call"
          icon="phone"
          onClick={() => void call()}
        >
          {record.called_at ? texts.callAgain : t(texts.callNow, { name })}
        </Button>
      )}
      chat={thread.id && <ConsultationChat {...shared} />}
    />
  );
}

/** `08:12`: minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
