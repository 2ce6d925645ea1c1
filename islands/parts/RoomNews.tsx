import type { ComponentChildren } from "preact";
import type { AppointmentStore } from "@/browser/appointment.ts";
import type { DevicesStore } from "@/browser/devices.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { deviceTrouble } from "@/components/waiting-room/checks.ts";
import { TelephoneAsked } from "@/components/waiting-room/TelephoneInstead.tsx";
import { missedCall } from "@/domain/appointment.ts";
import { doctorName } from "@/domain/records.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import { BrowserCheck } from "../BrowserCheck.tsx";
import { PushOffer } from "./PushOffer.tsx";
import { OtherDevices } from "./OtherDevices.tsx";

interface RoomNewsProps {
  appointment: AppointmentStore;
  devices: DevicesStore;
  jitsiUrl: string;
  /** The patient waits, or it rings. */
  waits: boolean;
  /** An act that failed. */
  problem?: string;
  /** The request to be telephoned is taken back. */
  onVideo: () => void;
  /** The screen may turn off while one waits. */
  maySleep: boolean;
  /** With which browsers subscribe to be told of the call; null where that is not offered. */
  pushKey: string | null;
  /** A new message, while the chat is closed. */
  children?: ComponentChildren;
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** What happened while one waits, and what can be done about it. */
export function RoomNews(props: RoomNewsProps) {
  const { appointment, devices, waits, problem, maySleep, texts } = props;
  const { record, moment, live, declined } = appointment;
  const missed = missedCall(record.value, moment.value);
  const media = devices.media.value;
  // Before one waits, the band says it.
  const trouble = waits && media ? deviceTrouble(media, texts) : null;
  return (
    <div class="room-news" aria-live="polite">
      {!live.value && <Notice kind="warning">{texts.cutNotice}</Notice>}
      {props.children}
      <BrowserCheck jitsiUrl={props.jitsiUrl} texts={props.connection}>
        {props.connection.browserTelephone}
      </BrowserCheck>
      <TelephoneAsked
        telephone={waits ? record.value.telephone : null}
        doctor={doctorName(record.value.doctor, props.language)}
        onVideo={props.onVideo}
        texts={props.connection}
      />
      {trouble && (
        <Notice kind="warning">
          <p>{trouble.advice} {trouble.without}</p>
        </Notice>
      )}
      <OtherDevices devices={devices} texts={texts} />
      {problem && <Notice kind="error">{problem}</Notice>}
      {declined.value && waits
        ? <Notice>{texts.notNowTold}</Notice>
        : missed && (
          <Notice>
            {missed === "withdrawn" ? texts.callWasWithdrawn : texts.missedCall}
          </Notice>
        )}
      {record.value.state === "waiting" && props.pushKey !== null && (
        <PushOffer
          appointmentId={record.value.id}
          publicKey={props.pushKey}
          texts={props.connection}
        />
      )}
      {maySleep && record.value.state === "waiting" && (
        <Notice>{texts.screenMaySleep}</Notice>
      )}
    </div>
  );
}
