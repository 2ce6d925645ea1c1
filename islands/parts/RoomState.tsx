import type { AppointmentStore } from "@/browser/appointment.ts";
import type { DevicesStore } from "@/browser/devices.ts";
import {
  PrepareBand,
  TelephoneBand,
  WaitBand,
} from "@/components/waiting-room/RoomBand.tsx";
import { elapsedText, waitingText } from "@/components/waiting-room/waiting.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { Ringing } from "./Ringing.tsx";
import { Ticking } from "./Ticking.tsx";

interface RoomStateProps {
  appointment: AppointmentStore;
  devices: DevicesStore;
  /** The doctor's name. */
  doctor: string;
  /** It rings, and the patient can take it. */
  ringing: boolean;
  /** The helpdesk's. */
  phone: string;
  onStart: () => void;
  onAnswer: () => Promise<unknown>;
  /** Asks to be telephoned instead. */
  onTelephone: () => void;
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** The state of the waiting room in one sentence, with its one action: prepare, wait, called, or by telephone. */
export function RoomState(props: RoomStateProps) {
  const { appointment, devices, doctor, texts, connection } = props;
  const record = appointment.record.value;
  if (record.state === "in_progress") {
    return <TelephoneBand doctor={doctor} texts={connection} />;
  }
  if (props.ringing) {
    return (
      <Ringing
        title={t(texts.callsYou, { doctor })}
        texts={texts}
        onAnswer={props.onAnswer}
        onNotNow={appointment.declineCall}
      />
    );
  }
  if (record.state === "booked") {
    return (
      <PrepareBand
        state={devices.state.value}
        media={devices.media.value}
        onOpen={() => void devices.open()}
        onStart={props.onStart}
        onTelephone={props.onTelephone}
        texts={texts}
        connection={connection}
      />
    );
  }
  return (
    <WaitBand
      text={waitingText(
        record,
        appointment.moment.value,
        props.language,
        texts,
      )}
      clock={
        <Ticking
          clock={appointment.clock}
          show={(now) =>
            elapsedText(now - Date.parse(record.waiting_since ?? ""))}
        />
      }
      phone={props.phone}
      onTelephone={record.telephone === null ? props.onTelephone : undefined}
      texts={texts}
      connection={connection}
    />
  );
}
