import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AppointmentStore } from "@/browser/appointment.ts";
import { CallStore } from "@/browser/call.ts";
import { useCallWindow } from "@/browser/use_call_window.ts";
import { usePictureInPicture } from "@/browser/use_picture_in_picture.ts";
import { useStore } from "@/browser/use_store.ts";
import { CallHelp } from "@/components/call/CallHelp.tsx";
import { CallLayout } from "@/components/call/CallLayout.tsx";
import { CallPanel } from "@/components/call/CallPanel.tsx";
import { CallSelf } from "@/components/call/CallSelf.tsx";
import { CallStatus, qualityOf } from "@/components/call/CallStatus.tsx";
import { CallControls } from "@/components/call/CallControls.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { unopenedByThem, unopenedFiles } from "@/domain/threads.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { TelephoneWanted } from "@/components/call/TelephoneWanted.tsx";
import {
  TelephoneAsked,
  TelephoneInstead,
} from "@/components/waiting-room/TelephoneInstead.tsx";
import { CallDevices } from "./CallDevices.tsx";
import { CallMessage } from "./CallMessage.tsx";
import { CallNotices } from "./CallNotices.tsx";
import { CallGuest } from "./CallGuest.tsx";
import { CallRemote } from "./CallRemote.tsx";
import { CallThirdPerson } from "./CallThirdPerson.tsx";
import { EndReminder } from "./EndReminder.tsx";
import {
  type ChatProps,
  ConsultationChat,
  writeHash,
} from "./ConsultationChat.tsx";
import { Ticking } from "./Ticking.tsx";

export { prepareCall } from "@/browser/call_access.ts";

interface CallStageProps extends ChatProps {
  appointment: AppointmentStore;
  /** Whom to call when something does not work, and when somebody answers. */
  helpdesk: { phone: string; hours: string };
  connection: ConnectionTexts;
  /** Who waits next, for the doctor. */
  next?: ComponentChildren;
  /** What the doctor reads of the patient beside the call. */
  patientFile?: ComponentChildren;
  /** Shown while one is alone in the room. */
  aloneText: string;
  /** How long it lasts, in words: `08:12`, and of how many minutes; nothing where the clock is not shown. */
  duration?: (now: number) => { elapsed?: string; ofLength?: string };
  /** An act that failed: the call could not be ended. */
  problem?: string;
  /** The other side left on purpose, and may come back. */
  remoteLeft?: boolean;
  /** The patient asks to be telephoned; the doctor notes that it is so. */
  onTelephone: () => void;
  /** The patient takes that back. */
  onVideo?: () => void;
  /** The red cross was pressed. */
  onEnd: () => void;
  third: ThirdTexts;
  errors: ErrorTexts;
}

/** The call: the other one large, oneself small, one bar, the red cross last. */
export function CallStage(props: CallStageProps) {
  const { otherName, thread, appointment, duration, texts } = props;
  const call = useStore(() =>
    new CallStore({
      appointmentId: appointment.record.peek().id,
      side: appointment.side,
      claim: appointment.claimCall,
      release: appointment.releaseCall,
      taken: appointment.callTaken,
      guestAdmitted: () =>
        appointment.record.peek().guest?.state === "admitted",
    })
  );
  const { media } = call;
  const frame = useCallWindow(call, texts.leaveCallQuestion);
  const { side } = appointment;
  const [panel, setPanel] = useState<"none" | "patient" | "chat">("none");
  const chatOpen = panel === "chat";
  const [ending, setEnding] = useState(false);
  const [canShare, setCanShare] = useState(false);
  const onTop = usePictureInPicture(() =>
    frame.stage.current?.querySelector<HTMLVideoElement>(".call-remote video")
  );

  useEffect(() => {
    setCanShare("getDisplayMedia" in (navigator.mediaDevices ?? {}));
    // Beside the stage where there is room; a sheet that covers the picture opens only when asked.
    if (matchMedia("(min-width: 60rem)").matches) {
      const writes = side === "patient" || location.hash === writeHash;
      setPanel(writes ? "chat" : "patient");
    }
  }, []);

  // A tab that was closed or crashed: no picture to bring back until the other one is.
  const gone = call.state.value === "interrupted" &&
    !appointment.remoteHere.value;
  const record = appointment.record.value;
  const telephoneInstead = (
    <TelephoneInstead
      telephone={record.telephone}
      onAsk={props.onTelephone}
      texts={props.connection}
    />
  );
  const picture = {
    sharing: media.sharing.value,
    onShare: canShare ? media.share : null,
    onTop: onTop.possible ? onTop.on : null,
    onTurnOnTop: onTop.turn,
    invite: {
      href: paths.guestInvitation(props.language, record.id),
      label: props.third.inviteLink,
      word: props.third.inviteWord,
    },
  };
  const end = () => {
    // Both at once: the other one is told within the second, and our light goes out.
    void call.leave();
    props.onEnd();
  };
  /** What nobody opened is gone afterwards: whoever hangs up is asked once. Not while it rings. */
  const hasUnopened = !appointment.ringing.value && (
    unopenedFiles(thread.entries).length > 0 ||
    (side === "doctor" && unopenedByThem(thread.entries).length > 0)
  );
  return (
    <div class="call-frame" ref={frame.stage}>
      <CallLayout
        title={t(texts.consultationWith, { name: otherName })}
        remote={
          <CallRemote
            {...props}
            call={call}
            alone={gone || call.state.value === "alone"}
            loudspeaker={frame.loudspeaker}
            instead={side === "patient" && telephoneInstead}
          />
        }
        third={call.third.value && record.guest && (
          <CallThirdPerson
            call={call}
            appointment={appointment}
            loudspeaker={frame.loudspeaker}
            third={props.third}
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
            {side === "patient" && telephoneInstead}
            <p>
              <a
                class="text-link"
                href={picture.invite.href}
                target="_blank"
              >
                <Icon name="user" />
                {props.third.inviteLink}
              </a>
            </p>
            <p class="small">
              {call.direct.value
                ? props.third.endToEnd
                : props.third.overBridge}
            </p>
          </CallHelp>
        }
        status={
          <div class="stack stack-s">
            <Ticking
              clock={appointment.clock}
              show={(now) => (
                <CallStatus
                  name={otherName}
                  {...duration?.(now)}
                  quality={call.state.value === "connected"
                    ? qualityOf(call.quality.value, texts)
                    : undefined}
                />
              )}
            />
            {props.next}
          </div>
        }
        message={
          <CallMessage
            {...props}
            now={appointment.clock.now.peek()}
            open={chatOpen}
            watched={picture.sharing || onTop.on}
            onOpen={() => setPanel("chat")}
          />
        }
        notice={
          <CallNotices {...props} call={call}>
            {side === "doctor"
              ? (
                <TelephoneWanted
                  telephone={record.telephone}
                  name={otherName}
                  onTelephone={props.onTelephone}
                  texts={props.connection}
                />
              )
              : (
                <TelephoneAsked
                  telephone={record.telephone}
                  doctor={otherName}
                  onVideo={props.onVideo}
                  texts={props.connection}
                />
              )}
            <CallGuest {...props} call={call} />
          </CallNotices>
        }
        controlsLabel={texts.controls}
        controls={
          <CallControls
            {...frame.controls}
            {...picture}
            panel={panel}
            unread={thread.unread}
            onPanel={(name) => setPanel(panel === name ? "none" : name)}
            side={side}
            ringing={side === "doctor" && appointment.ringing.value}
            onEnd={() => hasUnopened ? setEnding(true) : end()}
            texts={texts}
          />
        }
        panelOpen={panel !== "none"}
        panel={side === "doctor"
          ? (
            <CallPanel
              shown={panel === "chat" ? "chat" : "patient"}
              onShow={setPanel}
              onClose={() => setPanel("none")}
              unread={thread.unread}
              patient={props.patientFile}
              chat={thread.id && (
                <ConsultationChat
                  {...props}
                  open={chatOpen}
                />
              )}
              texts={texts}
            />
          )
          : thread.id && (
            <ConsultationChat
              {...props}
              open={chatOpen}
              close={
                <ScriptButton
                  class="button button-quiet panel-close"
                  onClick={() => setPanel("none")}
                >
                  <Icon name="chevron-down" />
                  <span class="visually-hidden">{texts.closeChat}</span>
                </ScriptButton>
              }
            />
          )}
      />
      <EndReminder
        {...props}
        asked={ending}
        side={side}
        onEnd={end}
        onStay={() => setEnding(false)}
      />
      {frame.devicesOpen && (
        <CallDevices
          {...frame.devices}
          {...picture}
          call={call}
          texts={texts}
          connection={props.connection}
        />
      )}
    </div>
  );
}
