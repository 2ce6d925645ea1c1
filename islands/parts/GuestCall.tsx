import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CallStore } from "@/browser/call.ts";
import { useCallWindow } from "@/browser/use_call_window.ts";
import { useStore } from "@/browser/use_store.ts";
import { CallControls } from "@/components/call/CallControls.tsx";
import { CallHelp } from "@/components/call/CallHelp.tsx";
import { CallLayout } from "@/components/call/CallLayout.tsx";
import { CallSelf } from "@/components/call/CallSelf.tsx";
import { CallStatus, qualityOf } from "@/components/call/CallStatus.tsx";
import { CallThird } from "@/components/call/CallThird.tsx";
import type { GuestVisit } from "@/domain/guests.ts";
import { doctorName } from "@/domain/records.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { CallDevices } from "./CallDevices.tsx";
import { CallNotices } from "./CallNotices.tsx";
import { CallRemote } from "./CallRemote.tsx";

interface GuestCallProps {
  visit: GuestVisit;
  /** The red cross was pressed. */
  onLeave: () => void;
  /** Somebody took this window out of the call: perhaps the doctor. */
  onTaken: () => void;
  helpdesk: { phone: string; hours: string };
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
  guest: GuestTexts;
}

const nobody = () => {};

const noPicture = {
  ...{ sharing: false, onShare: null, onTop: null },
  onTurnOnTop: nobody,
  invite: null,
};

/** The call as the third person sees it: the doctor large, the patient beside, no chat and no file. */
export function GuestCall(props: GuestCallProps) {
  const { visit, language, texts, connection, guest } = props;
  const call = useStore(() =>
    new CallStore({
      appointmentId: "guest",
      side: "guest",
      // Other windows of this browser are told by the lock; no other device has the invitation.
      claim: nobody,
      release: nobody,
      taken: signal(false),
    })
  );
  const { media } = call;
  const frame = useCallWindow(call, texts.leaveCallQuestion);
  const taken = call.state.value === "elsewhere";
  useEffect(() => {
    if (taken) props.onTaken();
  }, [taken]);
  const name = doctorName(visit.doctor, language);
  const third = call.third.value;
  return (
    <div class="call-frame" ref={frame.stage}>
      <CallLayout
        title={t(guest.callTitle, { name })}
        remote={
          <CallRemote
            call={call}
            otherName={name}
            alone={call.state.value === "alone"}
            aloneText={t(guest.alone, { name })}
            loudspeaker={frame.loudspeaker}
            texts={texts}
          />
        }
        third={third && (
          <CallThird
            stream={third.stream}
            dark={third.muted.video}
            name={guest.patient}
            loudspeaker={frame.loudspeaker}
          />
        )}
        self={media.on.value.video && (
          <CallSelf
            {...frame.self}
            texts={texts}
          />
        )}
        help={
          <CallHelp helpdesk={props.helpdesk} texts={texts}>
            <p class="small">{guest.overBridge}</p>
          </CallHelp>
        }
        status={
          <CallStatus
            name={name}
            quality={call.state.value === "connected"
              ? qualityOf(call.quality.value, texts)
              : undefined}
          />
        }
        notice={
          <CallNotices
            call={call}
            otherName={name}
            texts={texts}
            connection={connection}
          />
        }
        controlsLabel={texts.controls}
        controls={
          <CallControls
            {...frame.controls}
            {...noPicture}
            panel={null}
            unread={0}
            onPanel={nobody}
            side="guest"
            onEnd={() => {
              void call.leave();
              props.onLeave();
            }}
            texts={texts}
          />
        }
      />
      {frame.devicesOpen && (
        <CallDevices
          {...frame.devices}
          {...noPicture}
          call={call}
          texts={texts}
          connection={connection}
        />
      )}
    </div>
  );
}
