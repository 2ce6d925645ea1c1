import { type Invite, openInvitation } from "./CallMore.tsx";
import { ControlButton } from "./ControlButton.tsx";
import type { CallSide } from "@/domain/guests.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface CallControlsProps {
  on: Record<"audio" | "video", boolean>;
  sharing: boolean;
  /** Null where the browser cannot share a screen: phones and tablets. */
  onShare: (() => void) | null;
  devicesOpen: boolean;
  full: boolean;
  /** The picture stands in a window of its own; null where the browser cannot. */
  onTop: boolean | null;
  /** What stands beside the stage; null for a guest, who has neither chat nor file. */
  panel: "none" | "patient" | "chat" | null;
  unread: number;
  onTurn: (kind: "audio" | "video") => void;
  onDevices: () => void;
  onFull: () => void;
  onTurnOnTop: () => void;
  onPanel: (panel: "patient" | "chat") => void;
  /** How somebody else is invited; null for a guest. */
  invite: Invite | null;
  /** Patient and guest leave, the doctor ends. */
  side: CallSide;
  /** It rings at the patient's: the doctor's cross stops that. */
  ringing?: boolean;
  onEnd: () => void;
  texts: ConsultationTexts;
}

/** The bar of the call, the red cross last. */
export function CallControls(props: CallControlsProps) {
  const { on, sharing, onShare, onTop, full, invite, texts } = props;
  const chatOpen = props.panel === "chat";
  const patientOpen = props.panel === "patient";
  const leaves = props.side !== "doctor";
  const [endLabel, endWord] = props.ringing
    ? [texts.stopCalling, texts.wordStop]
    : leaves
    ? [texts.leaveCall, texts.wordLeave]
    : [texts.endCall, texts.wordEnd];
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
      {onTop !== null && (
        <ControlButton
          icon="picture-on-top"
          label={onTop ? texts.leavePictureInPicture : texts.pictureInPicture}
          word={texts.wordPictureInPicture}
          wideOnly
          onClick={props.onTurnOnTop}
        />
      )}
      {invite && (
        <ControlButton
          icon="user-add"
          label={invite.label}
          word={invite.word}
          wideOnly
          onClick={() => openInvitation(invite)}
        />
      )}
      {!leaves && (
        <ControlButton
          icon="user"
          label={patientOpen ? texts.closePatient : texts.openPatient}
          word={texts.wordPatient}
          expanded={patientOpen}
          onClick={() => props.onPanel("patient")}
        />
      )}
      {props.panel !== null && (
        <ControlButton
          icon="chat"
          label={chatOpen ? texts.closeChat : texts.openChat}
          word={texts.wordChat}
          expanded={chatOpen}
          count={chatOpen ? 0 : props.unread}
          onClick={() => props.onPanel("chat")}
        />
      )}
      <ControlButton
        icon="cross"
        label={endLabel}
        word={endWord}
        end
        onClick={props.onEnd}
      />
    </>
  );
}
