import type { ComponentChildren } from "preact";
import type { CallStore } from "@/browser/call.ts";
import type { RemoteMedia } from "@/browser/remote_tracks.ts";
import { Button } from "@/components/ui/Button.tsx";
import { VideoView } from "@/components/call/VideoView.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface CallRemoteProps {
  call: CallStore;
  otherName: string;
  /** One waits for the other one. */
  alone: boolean;
  /** Shown meanwhile. */
  aloneText: string;
  loudspeaker: string;
  /** What can be done when there is no call: to be telephoned. */
  instead?: ComponentChildren;
  texts: ConsultationTexts;
}

/** The other one large, or what to do when there is nobody to see. */
export function CallRemote(props: CallRemoteProps) {
  const { call, otherName, texts } = props;
  const state = call.state.value;
  const remote = call.remote.value;
  if (state === "failed") {
    const service = call.failure.value === "service";
    return (
      <Words alert onAgain={call.again} again={texts.reconnect}>
        <p>
          <strong>{service ? texts.serviceFailed : texts.callFailed}</strong>
        </p>
        <p>{service ? texts.serviceFailedText : texts.callFailedText}</p>
        {props.instead}
      </Words>
    );
  }
  if (state === "elsewhere" || state === "ended") {
    const taken = state === "elsewhere";
    return (
      <Words
        onAgain={call.again}
        again={taken ? texts.continueHere : texts.reconnect}
      >
        <p>{taken ? texts.elsewhere : texts.left}</p>
      </Words>
    );
  }
  // For a moment, and nobody's fault: nothing to be told.
  if (remote === null && !props.alone && call.rerouting.value) return null;
  if (remote === null || props.alone) {
    return (
      <p class="call-words" role="status">
        {props.alone
          ? props.aloneText
          : state === "connected"
          ? t(texts.theirCameraOff, { name: otherName })
          : texts.connecting}
      </p>
    );
  }
  return (
    <>
      <VideoView
        stream={remote.stream}
        label={otherName}
        screen={remote.screen}
        dark={remote.muted.video}
        loudspeaker={props.loudspeaker}
      />
      {remote.muted.video && (
        <p class="call-words">
          {t(cameraText(remote, texts), { name: otherName })}
        </p>
      )}
    </>
  );
}

function cameraText(
  { stream, lost }: RemoteMedia,
  texts: ConsultationTexts,
): string {
  if (!lost.video) return texts.theirCameraOff;
  return stream.getVideoTracks().length > 0
    ? texts.theirCameraLost
    : texts.theirCameraMissing;
}

function Words(
  { children, alert, again, onAgain }: {
    children: ComponentChildren;
    alert?: boolean;
    again: string;
    onAgain: () => void;
  },
) {
  return (
    <div class="call-words stack" role={alert ? "alert" : "status"}>
      {children}
      <Button type="button" onClick={onAgain}>{again}</Button>
    </div>
  );
}
