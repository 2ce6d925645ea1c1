import { useEffect, useRef, useState } from "preact/hooks";
import { rememberedChoice } from "@/browser/devices.ts";
import { useCall } from "@/browser/use_call.ts";
import { useFullScreen } from "@/browser/use_full_screen.ts";
import { CallLayout } from "@/components/CallLayout.tsx";
import { CallStatus } from "@/components/CallStatus.tsx";
import { CallControls } from "@/components/consultation/CallControls.tsx";
import { adviceFor } from "@/components/consultation/checks.ts";
import { VideoView } from "@/components/consultation/VideoView.tsx";
import { Notice } from "@/components/Notice.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";
import { CallDevices } from "./CallDevices.tsx";
import { CallRemote } from "./CallRemote.tsx";
import { type ChatProps, ConsultationChat } from "./ConsultationChat.tsx";

interface CallStageProps extends ChatProps {
  appointmentId: string;
  /** The other one's page is open. */
  otherHere: boolean;
  /** Shown while one is alone in the room. */
  aloneText: string;
  /** `08:12`, where the clock is shown. */
  elapsed?: string;
  /** The slot's length is over. */
  overtime?: boolean;
  /** A step that failed: the call could not be ended. */
  problem?: string;
  /** The red cross was pressed. */
  onEnd: () => void;
}

/** The call: the other one large, oneself small, one bar, the red cross last. */
export function CallStage(props: CallStageProps) {
  const { otherName, thread, texts } = props;
  const call = useCall(props.appointmentId);
  const [chatOpen, setChatOpen] = useState(false);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const [loudspeaker, setLoudspeaker] = useState("");
  const [canShare, setCanShare] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const [full, setFull] = useFullScreen(stage);

  useEffect(() => {
    setLoudspeaker(rememberedChoice().loudspeaker);
    setCanShare("getDisplayMedia" in (navigator.mediaDevices ?? {}));
    // Beside the stage where there is room; a sheet that covers the picture opens only when asked.
    setChatOpen(matchMedia("(min-width: 60rem)").matches);
  }, []);

  // A tab that was closed or crashed: no picture to bring back until the other one is.
  const gone = call.state === "interrupted" && !props.otherHere;
  const end = () => {
    // Both at once: the other one is told within the second, and our light goes out.
    void call.leave();
    props.onEnd();
  };
  return (
    <div class="call-frame" ref={stage}>
      <CallLayout
        title={t(texts.consultationWith, { name: otherName })}
        remote={
          <CallRemote
            {...props}
            call={call}
            alone={gone || call.state === "alone"}
            loudspeaker={loudspeaker}
          />
        }
        self={call.on.video
          ? <VideoView stream={call.local} label={texts.you} self />
          : undefined}
        status={
          <CallStatus
            name={otherName}
            elapsed={props.elapsed}
            overtime={props.overtime ? texts.overtime : undefined}
            quality={qualityOf(call.quality, texts)}
          />
        }
        notice={
          <div aria-live="polite">
            {props.problem && <Notice kind="error">{props.problem}</Notice>}
            {call.problem && (
              <Notice kind="warning">{adviceFor(call.problem, texts)}</Notice>
            )}
            {call.state === "interrupted" && !gone && (
              <Notice kind="warning">{texts.interrupted}</Notice>
            )}
            {call.state === "connected" && call.remote?.muted.audio && (
              <Notice>{t(texts.theirMicOff, { name: otherName })}</Notice>
            )}
          </div>
        }
        controlsLabel={texts.controls}
        controls={
          <CallControls
            on={call.on}
            sharing={call.sharing}
            onShare={canShare ? call.share : null}
            devicesOpen={devicesOpen}
            full={full}
            chatOpen={chatOpen}
            unread={thread.unread}
            onTurn={call.turn}
            onDevices={() => setDevicesOpen(!devicesOpen)}
            onFull={() => setFull(!full)}
            onChat={() => setChatOpen(!chatOpen)}
            onEnd={end}
            texts={texts}
          />
        }
        chatOpen={chatOpen}
        chat={thread.id && (
          <ConsultationChat
            {...props}
            open={chatOpen}
            close={
              <button
                type="button"
                class="button button-quiet chat-close"
                onClick={() => setChatOpen(false)}
              >
                {texts.closeChat}
              </button>
            }
          />
        )}
      />
      {devicesOpen && (
        <CallDevices
          call={call}
          texts={texts}
          onLoudspeaker={setLoudspeaker}
          onClose={() => setDevicesOpen(false)}
        />
      )}
    </div>
  );
}

function qualityOf(percent: number | null, texts: ConsultationTexts) {
  if (percent === null) return undefined;
  if (percent >= 70) return { level: 3 as const, label: texts.qualityGood };
  if (percent >= 30) return { level: 2 as const, label: texts.qualityFair };
  return { level: 1 as const, label: texts.qualityBad };
}
