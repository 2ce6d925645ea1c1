import { ControlButton } from "@/components/ControlButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface CallControlsProps {
  on: Record<"audio" | "video", boolean>;
  sharing: boolean;
  /** Null where the browser cannot share a screen: phones and tablets. */
  onShare: (() => void) | null;
  devicesOpen: boolean;
  full: boolean;
  chatOpen: boolean;
  unread: number;
  onTurn: (kind: "audio" | "video") => void;
  onDevices: () => void;
  onFull: () => void;
  onChat: () => void;
  onEnd: () => void;
  texts: ConsultationTexts;
}

/** The bar of the call, the red cross last. */
export function CallControls(props: CallControlsProps) {
  const { on, sharing, onShare, chatOpen, full, texts } = props;
  return (
    <>
      <ControlButton
        icon={on.audio ? "microphone" : "microphone-off"}
        label={on.audio ? texts.micOff : texts.micOn}
        word={texts.wordMic}
        off={!on.audio}
        onClick={() => props.onTurn("audio")}
      />
      <ControlButton
        icon={on.video ? "camera" : "camera-off"}
        label={on.video ? texts.cameraTurnOff : texts.cameraTurnOn}
        word={texts.wordCamera}
        off={!on.video}
        onClick={() => props.onTurn("video")}
      />
      {onShare && (
        <ControlButton
          icon="screen"
          label={sharing ? texts.stopSharing : texts.shareScreen}
          word={texts.wordShare}
          wideOnly
          onClick={onShare}
        />
      )}
      <ControlButton
        icon="settings"
        label={texts.changeDevices}
        word={texts.wordDevices}
        expanded={props.devicesOpen}
        onClick={props.onDevices}
      />
      <ControlButton
        icon="full-screen"
        label={full ? texts.leaveFullScreen : texts.fullScreen}
        word={texts.wordFull}
        wideOnly
        onClick={props.onFull}
      />
      <ControlButton
        icon="chat"
        label={chatOpen ? texts.closeChat : texts.openChat}
        word={texts.wordChat}
        expanded={chatOpen}
        count={chatOpen ? 0 : props.unread}
        onClick={props.onChat}
      />
      <ControlButton
        icon="cross"
        label={texts.endCall}
        word={texts.wordEnd}
        end
        onClick={props.onEnd}
      />
    </>
  );
}
