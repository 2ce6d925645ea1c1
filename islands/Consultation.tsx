import { fullName } from "@/domain/names.ts";
import { useEffect, useState } from "preact/hooks";
import { AppointmentStore } from "@/browser/appointment.ts";
import { ask, Done } from "@/browser/api.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { useNextPatient } from "@/browser/use_next_patient.ts";
import { usePageTitle } from "@/browser/use_page_title.ts";
import { useStore } from "@/browser/use_store.ts";
import { useTransitions } from "@/browser/use_transitions.ts";
import { Button } from "@/components/ui/Button.tsx";
import { PreCallPanel } from "@/components/waiting-room/PreCallPanel.tsx";
import { CallInOtherWindow } from "@/components/waiting-room/CallInOtherWindow.tsx";
import {
  NextPatientButton,
  NextPatientLabel,
} from "@/components/call/NextPatientLink.tsx";
import { aloneText } from "@/components/call/alone_text.ts";
import { PatientFile } from "@/components/call/PatientFile.tsx";
import { TelephoneWanted } from "@/components/call/TelephoneWanted.tsx";
import { IdentityCheck } from "@/components/workspace/IdentityCheck.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { awaitsPatient, can } from "@/domain/appointment.ts";
import { refusalText } from "@/domain/errors.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { HistoryTexts } from "@/i18n/patient_history.ts";
import { BrowserCheck } from "./BrowserCheck.tsx";
import { CallStage } from "./parts/CallStage.tsx";
import { ConsultationChat } from "./parts/ConsultationChat.tsx";
import { PatientHistory } from "./parts/PatientHistory.tsx";

interface ConsultationProps {
  appointment: AppointmentRecord;
  access: ChannelAccess;
  /** Where the call's library comes from: it may not work in this browser. */
  jitsiUrl: string;
  /** Whom to call, and when somebody answers. */
  helpdesk: { phone: string; hours: string };
  /** What can be written to a waiting patient with one press, in the language of the consultation. */
  sentences: readonly string[];
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
  errors: ErrorTexts;
  files: FileTexts;
  third: ThirdTexts;
  documents: CallDocumentTexts;
  history: HistoryTexts;
}

/** From this minute on the doctor sees the clock (docs/specification.md, 5.6). */
const CLOCK_FROM = 8 * 60_000;

/** The doctor's side: it rings at the patient's, they talk, the doctor ends it. */
export function Consultation(props: ConsultationProps) {
  const { language, texts, connection } = props;
  const appointment = useStore(() =>
    new AppointmentStore(props.appointment, props.access, "doctor")
  );
  const record = appointment.record.value;
  const { id, state, patient, doctor } = record;
  const { refusal, transition } = useTransitions(appointment.refresh);
  useFocusKept();
  const thread = useMessages(
    appointment.channels.value,
    record.thread_id,
    id,
    "doctor",
  );
  usePageTitle(null, thread.unread);
  const next = useNextPatient(appointment.channels.value, doctor.id, id);
  const ringing = appointment.ringing.value;
  const talking = state === "in_progress";
  /** The call is this window's: it was made here, or the page was opened during it. */
  const [here, setHere] = useState(ringing || talking);
  const [identityFailed, setIdentityFailed] = useState(false);
  const name = fullName(patient);
  const shared = {
    thread,
    me: "doctor" as const,
    otherName: name,
    zone: doctor.time_zone,
    language,
    texts,
    files: props.files,
  };
  const problem = refusal === null
    ? undefined
    : refusalText(refusal, props.errors, texts.stepFailed);

  const patientFile = (onConfirmIdentity?: () => void) => (
    <PatientFile
      record={record}
      language={language}
      texts={texts}
      documents={props.documents}
      history={props.history}
      invite={props.third.inviteLink}
      onConfirmIdentity={onConfirmIdentity}
    >
      <PatientHistory
        record={record}
        language={language}
        texts={props.history}
        consultation={texts}
      />
    </PatientFile>
  );
  const confirmIdentity = async () => {
    setIdentityFailed(false);
    await ask(paths.identityFromDay(id), Done, {
      method: "POST",
      repeatable: true,
    }).catch(() => setIdentityFailed(true));
    await appointment.refresh();
  };

  const byTelephone = talking && record.held_by === "telephone";
  const noteTelephone = () => transition(id, "telephone");
  const declined = appointment.declined.value;
  const quiet = byTelephone || !(talking || state === "calling");
  useEffect(() => {
    // Whichever window goes on with it then, opens camera and microphone by a press of its own.
    if (quiet) setHere(false);
  }, [quiet]);
  if ((ringing || talking) && !byTelephone) {
    const started = record.started_at && Date.parse(record.started_at);
    return here
      ? (
        <CallStage
          {...shared}
          appointment={appointment}
          helpdesk={props.helpdesk}
          connection={connection}
          third={props.third}
          errors={props.errors}
          aloneText={aloneText(
            {
              ...{ record, name, ringing, declined },
              here: appointment.remoteHere.value,
              away: appointment.remoteAway.value,
            },
            texts,
            connection,
          )}
          duration={(now) => {
            const lasted = started ? now - started : 0;
            const minutes = (Date.parse(record.ends_at) -
              Date.parse(record.starts_at)) / 60_000;
            return {
              elapsed: lasted >= CLOCK_FROM ? clock(lasted) : undefined,
              ofLength: lasted > minutes * 60_000
                ? texts.overtime
                : t(texts.ofMinutes, { minutes }),
            };
          }}
          problem={problem ?? (identityFailed ? texts.stepFailed : undefined)}
          next={next && (
            <NextPatientLabel next={next} language={language} texts={texts} />
          )}
          patientFile={patientFile(() => void confirmIdentity())}
          remoteLeft={record.left_at !== null && !awaitsPatient(record)}
          onTelephone={() => void noteTelephone()}
          onEnd={() => void transition(id, ringing ? "withdraw" : "end")}
        />
      )
      : <CallInOtherWindow texts={texts} onContinue={() => setHere(true)} />;
  }

  const goOn = async (act: "call" | "reopen" | "video") => {
    setHere(true);
    setHere(await transition(id, act));
  };
  return (
    <PreCallPanel
      record={record}
      now={appointment.moment.value}
      name={name}
      declined={declined}
      language={language}
      here={appointment.remoteHere.value}
      dayHref={paths.workspace(language)}
      texts={texts}
      patientFile={patientFile()}
      notice={
        <>
          {!appointment.live.value && !appointment.over.value && (
            <Notice kind="warning">{texts.pageCut}</Notice>
          )}
          {!appointment.over.value && (
            <BrowserCheck jitsiUrl={props.jitsiUrl} texts={connection} />
          )}
          {problem && <Notice kind="error">{problem}</Notice>}
          <TelephoneWanted
            telephone={record.telephone}
            name={name}
            onTelephone={byTelephone ? undefined : () => void noteTelephone()}
            texts={connection}
          />
          {patient.identity_checked_at === null && !appointment.over.value && (
            <IdentityCheck
              appointmentId={id}
              from="consultation"
              language={language}
              texts={texts}
            />
          )}
        </>
      }
      heading={byTelephone ? t(connection.telephoneWith, { name }) : undefined}
      status={state === "completed" && record.held_by === "telephone"
        ? connection.heldByTelephone
        : undefined}
      action={byTelephone
        ? (
          <>
            <Button
              type="button"
              kind="danger"
              onClick={() => void transition(id, "end")}
            >
              {texts.endCall}
            </Button>
            <Button
              type="button"
              kind="secondary"
              icon="camera"
              onClick={() => void goOn("video")}
            >
              {connection.backToVideo}
            </Button>
          </>
        )
        : can.call(record, appointment.moment.value)
        ? (
          <Button
            type="button"
            kind="call"
            icon="phone"
            onClick={() => void goOn("call")}
          >
            {record.called_at ? texts.callAgain : t(texts.callNow, { name })}
          </Button>
        )
        : can.reopen(record, appointment.moment.value) && (
          <Button
            type="button"
            kind={next ? "secondary" : "primary"}
            onClick={() => void goOn("reopen")}
          >
            {texts.reopen}
          </Button>
        )}
      next={appointment.over.value && next && (
        <NextPatientButton next={next} language={language} texts={texts} />
      )}
      chat={thread.id && (
        <ConsultationChat
          {...shared}
          sentences={appointment.over.value ? [] : props.sentences}
        />
      )}
    />
  );
}

/** `08:12`: minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
