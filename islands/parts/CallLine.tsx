import { useEffect, useState } from "preact/hooks";
import type { CallStore } from "@/browser/call.ts";
import { watchPoorLine } from "@/browser/poor_line.ts";
import { watchSilentMicrophone } from "@/browser/silent_microphone.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";

interface CallLineProps {
  call: CallStore;
  texts: ConnectionTexts;
}

/** What is wrong with what one sends: a microphone that gives nothing, a line that is too poor for pictures. */
export function CallLine({ call, texts }: CallLineProps) {
  return (
    <>
      <SilentMicrophone call={call} texts={texts} />
      <WithoutPictures call={call} texts={texts} />
    </>
  );
}

function SilentMicrophone({ call, texts }: CallLineProps) {
  const { media } = call;
  const [silent, setSilent] = useState(false);
  const track = media.stream.value?.getAudioTracks()[0];
  const listens = call.state.value === "connected" && media.on.value.audio;
  useEffect(() => {
    setSilent(false);
    return listens && track
      ? watchSilentMicrophone(track, setSilent)
      : undefined;
  }, [listens, track]);
  return silent && <Notice kind="warning">{texts.hearNothing}</Notice>;
}

function WithoutPictures({ call, texts }: CallLineProps) {
  const { media } = call;
  const [state, setState] = useState<"nothing" | "offer" | "off">("nothing");
  const camera = media.on.value.video;
  useEffect(() => watchPoorLine(call, setState), [call]);
  if (state === "off" && !camera) {
    return (
      <Notice>
        <p>{texts.audioOnlyOn}</p>
        <ScriptButton
          class="link-button"
          onClick={() => {
            setState("nothing");
            media.turn("video");
          }}
        >
          {texts.audioOnlyBack}
        </ScriptButton>
      </Notice>
    );
  }
  return state === "offer" && camera && (
    <Notice kind="warning">
      <p>{texts.audioOnlyOffer}</p>
      <ScriptButton
        class="link-button"
        onClick={() => {
          setState("off");
          media.turn("video");
        }}
      >
        {texts.audioOnlyTurnOn}
      </ScriptButton>
    </Notice>
  );
}
