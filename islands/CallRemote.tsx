import type { ComponentChildren } from "preact";
import type { LiveCall } from "@/browser/use_call.ts";
import { Button } from "@/components/Button.tsx";
import { VideoView } from "@/components/consultation/VideoView.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface CallRemoteProps {
  call: LiveCall;
  otherName: string;
  /** One waits for the other one. */
  alone: boolean;
  /** Shown meanwhile. */
  aloneText: string;
  loudspeaker: string;
  texts: ConsultationTexts;
}

/** The other one large, or what to do when there is nobody to see. */
export function CallRemote(props: CallRemoteProps) {
  const { call, otherName, texts } = props;
  if (call.state === "failed") {
    return (
      <Words alert onAgain={call.again} again={texts.reconnect}>
        <p>
          <strong>{texts.callFailed}</strong>
        </p>
        <p>{texts.callFailedText}</p>
      </Words>
    );
  }
  if (call.state === "elsewhere" || call.state === "ended") {
    const taken = call.state === "elsewhere";
    return (
      <Words
        onAgain={call.again}
        again={taken ? texts.continueHere : texts.reconnect}
      >
        <p>{taken ? texts.elsewhere : texts.left}</p>
      </Words>
    );
  }
  if (call.remote === null || props.alone) {
    return (
      <p class="call-words" role="status">
        {props.alone ? props.aloneText : texts.connecting}
      </p>
    );
  }
  return (
    <>
      <VideoView
        stream={call.remote.stream}
        label={otherName}
        screen={call.remote.screen}
        dark={call.remote.muted.video}
        loudspeaker={props.loudspeaker}
      />
      {call.remote.muted.video && (
        <p class="call-words">{t(texts.theirCameraOff, { name: otherName })}</p>
      )}
    </>
  );
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
