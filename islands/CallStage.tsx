import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import {
  type DeviceChoice,
  type DeviceLists,
  listDevices,
  rememberChoice,
  rememberedChoice,
} from "@/browser/devices.ts";
import { type LiveCall, useCall } from "@/browser/use_call.ts";
import { Button } from "@/components/Button.tsx";
import { CallLayout } from "@/components/CallLayout.tsx";
import { CallStatus } from "@/components/CallStatus.tsx";
import { DeviceSettings } from "@/components/consultation/DeviceSettings.tsx";
import { VideoView } from "@/components/consultation/VideoView.tsx";
import { ControlButton } from "@/components/ControlButton.tsx";
import { Notice } from "@/components/Notice.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface CallStageProps {
  appointmentId: string;
  otherName: string;
  /** Shown while one is alone in the room. */
  aloneText: string;
  /** `08:12`, where the clock is shown. */
  elapsed?: string;
  /** The slot's length is over. */
  overtime: boolean;
  texts: ConsultationTexts;
  /** Unread messages, and the chat where it is open. */
  unread: number;
  chat: (open: boolean, close: ComponentChildren) => ComponentChildren;
  /** The red cross was pressed, and the call is left. */
  onEnd: () => void;
}

/** The call: the other one large, oneself small, one bar, the red cross last. */
export function CallStage(props: CallStageProps) {
  const { otherName, texts } = props;
  const call = useCall(props.appointmentId);
  const [chatOpen, setChatOpen] = useState(false);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const [loudspeaker, setLoudspeaker] = useState("");
  const stage = useRef<HTMLDivElement>(null);
  const [full, setFull] = useFullScreen(stage);

  useEffect(() => {
    setLoudspeaker(rememberedChoice().loudspeaker);
    // Beside the stage where there is room; a sheet that covers the picture opens only when asked.
    setChatOpen(matchMedia("(min-width: 60rem)").matches);
  }, []);

  const end = async () => {
    await call.leave();
    props.onEnd();
  };
  const closeChat = (
    <button
      type="button"
      class="button button-quiet chat-close"
      onClick={() => setChatOpen(false)}
    >
      {texts.closeChat}
    </button>
  );
  const chat = props.chat(chatOpen, closeChat);
  return (
    <div class="call-frame" ref={stage}>
      <CallLayout
        title={t(texts.consultationWith, { name: otherName })}
        remote={<Remote call={call} loudspeaker={loudspeaker} {...props} />}
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
        notice={<Interruption call={call} texts={texts} />}
        controlsLabel={texts.controls}
        controls={
          <>
            <ControlButton
              icon={call.on.audio ? "microphone" : "microphone-off"}
              label={call.on.audio ? texts.micOff : texts.micOn}
              word={texts.wordMic}
              off={!call.on.audio}
              onClick={() => call.turn("audio")}
            />
            <ControlButton
              icon={call.on.video ? "camera" : "camera-off"}
              label={call.on.video ? texts.cameraTurnOff : texts.cameraTurnOn}
              word={texts.wordCamera}
              off={!call.on.video}
              onClick={() => call.turn("video")}
            />
            <ControlButton
              icon="screen"
              label={call.sharing ? texts.stopSharing : texts.shareScreen}
              word={texts.wordShare}
              wideOnly
              onClick={call.share}
            />
            <ControlButton
              icon="settings"
              label={texts.changeDevices}
              word={texts.wordDevices}
              expanded={devicesOpen}
              onClick={() => setDevicesOpen(!devicesOpen)}
            />
            <ControlButton
              icon="full-screen"
              label={full ? texts.leaveFullScreen : texts.fullScreen}
              word={texts.wordFull}
              wideOnly
              onClick={() => setFull(!full)}
            />
            <ControlButton
              icon="chat"
              label={chatOpen ? texts.closeChat : texts.openChat}
              word={texts.wordChat}
              expanded={chatOpen}
              count={props.unread}
              onClick={() => setChatOpen(!chatOpen)}
            />
            <ControlButton
              icon="cross"
              label={texts.endCall}
              word={texts.wordEnd}
              end
              onClick={end}
            />
          </>
        }
        chat={chatOpen ? chat : undefined}
      />
      {!chatOpen && chat}
      {devicesOpen && (
        <CallDevices
          call={call}
          texts={texts}
          onLoudspeaker={setLoudspeaker}
        />
      )}
    </div>
  );
}

function Remote(
  { call, loudspeaker, otherName, aloneText, texts }:
    & Pick<CallStageProps, "otherName" | "aloneText" | "texts">
    & { call: LiveCall; loudspeaker: string },
) {
  if (call.state === "failed") {
    return (
      <div class="call-words stack" role="alert">
        <p>
          <strong>{texts.callFailed}</strong>
        </p>
        <p>{texts.callFailedText}</p>
        <Button type="button" onClick={call.again}>{texts.reconnect}</Button>
      </div>
    );
  }
  if (call.remote === null) {
    return (
      <p class="call-words" role="status">
        {call.state === "alone" ? aloneText : texts.connecting}
      </p>
    );
  }
  return (
    <>
      <VideoView
        stream={call.remote}
        label={otherName}
        loudspeaker={loudspeaker}
      />
      {call.remoteMuted.video && (
        <p class="call-words">{t(texts.theirCameraOff, { name: otherName })}</p>
      )}
    </>
  );
}

function Interruption(
  { call, texts }: { call: LiveCall; texts: ConsultationTexts },
) {
  return (
    <div aria-live="polite">
      {call.state === "interrupted" && (
        <Notice kind="warning">{texts.interrupted}</Notice>
      )}
      {call.state === "connected" && call.remoteMuted.audio && (
        <Notice>{texts.theirMicOff}</Notice>
      )}
    </div>
  );
}

function CallDevices(
  { call, texts, onLoudspeaker }: {
    call: LiveCall;
    texts: ConsultationTexts;
    onLoudspeaker: (id: string) => void;
  },
) {
  const [lists, setLists] = useState<DeviceLists>({
    cameras: [],
    microphones: [],
    loudspeakers: [],
  });
  const [choice, setChoice] = useState<DeviceChoice>(rememberedChoice);
  useEffect(() => void listDevices().then(setLists), []);
  return (
    <div class="call-devices card">
      <DeviceSettings
        lists={lists}
        choice={choice}
        texts={texts}
        onChoose={(change) => {
          setChoice({ ...choice, ...change });
          if (change.camera !== undefined) call.change("video", change.camera);
          if (change.microphone !== undefined) {
            call.change("audio", change.microphone);
          }
          if (change.loudspeaker !== undefined) {
            rememberChoice({
              ...rememberedChoice(),
              loudspeaker: change.loudspeaker,
            });
            onLoudspeaker(change.loudspeaker);
          }
        }}
      />
    </div>
  );
}

function qualityOf(percent: number | null, texts: ConsultationTexts) {
  if (percent === null) return undefined;
  if (percent >= 70) return { level: 3 as const, label: texts.qualityGood };
  if (percent >= 30) return { level: 2 as const, label: texts.qualityFair };
  return { level: 1 as const, label: texts.qualityBad };
}

function useFullScreen(
  element: { current: HTMLElement | null },
): [boolean, (full: boolean) => void] {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, []);
  return [full, (wanted) => {
    const done = wanted
      ? element.current?.requestFullscreen?.()
      : document.exitFullscreen();
    // Some tablets have no full screen for pages: the call fills the window anyway.
    done?.catch(() => {});
  }];
}
