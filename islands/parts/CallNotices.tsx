import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CallStore } from "@/browser/call.ts";
import { watchMutedSpeech } from "@/browser/muted_speech.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { adviceFor } from "@/components/waiting-room/checks.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";
import { CallLine } from "./CallLine.tsx";

interface CallNoticesProps {
  call: CallStore;
  otherName: string;
  /** An act that failed: the call could not be ended. */
  problem?: string;
  /** The other side left on purpose. */
  remoteLeft?: boolean;
  /** What else is told: the telephone, a guest who waits. */
  children?: ComponentChildren;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** What is wrong in the call now, and what can be done about it. */
export function CallNotices(props: CallNoticesProps) {
  const { call, otherName: name, problem, texts, connection } = props;
  const { media } = call;
  const state = call.state.value;
  const remote = call.remote.value;
  const connected = state === "connected";
  return (
    <div aria-live="polite">
      {problem && <Notice kind="error">{problem}</Notice>}
      {props.children}
      {media.problem.value && (
        <Notice kind="warning">
          {adviceFor(media.problem.value, texts)}
        </Notice>
      )}
      {(["audio", "video"] as const).map((kind) => (
        <LostDevice key={kind} call={call} kind={kind} texts={texts} />
      ))}
      <SpeaksMuted call={call} texts={texts} />
      <CallLine call={call} texts={connection} />
      {state === "interrupted" && !call.vanished.value &&
        !call.rerouting.value && (
        <Notice kind="warning">
          {call.away.value ? texts.interruptedOwn : texts.interrupted}
        </Notice>
      )}
      {props.remoteLeft && state !== "connected" && (
        <Notice>{t(texts.remoteLeft, { name })}</Notice>
      )}
      {call.vanished.value && !props.remoteLeft && (
        <Notice kind="warning">{t(texts.vanished, { name })}</Notice>
      )}
      {connected && remote?.lost.audio && (
        <Notice kind="warning">
          {t(
            remote.stream.getAudioTracks().length > 0
              ? texts.theirMicLost
              : texts.theirMicMissing,
            { name },
          )}
        </Notice>
      )}
      {connected && remote?.muted.audio && !remote.lost.audio && (
        <Notice>{t(texts.theirMicOff, { name })}</Notice>
      )}
    </div>
  );
}

/** Somebody speaks into a microphone that is off: said, and on again with one press. */
function SpeaksMuted(
  { call: { media }, texts }: { call: CallStore; texts: ConsultationTexts },
) {
  const [speaks, setSpeaks] = useState(false);
  const track = media.stream.value?.getAudioTracks()[0];
  const muted = !media.on.value.audio && media.lost.value.audio === null;
  useEffect(
    () => muted && track ? watchMutedSpeech(track, setSpeaks) : undefined,
    [muted, track],
  );
  if (!muted || !speaks) return null;
  return (
    <Notice kind="warning">
      <p>{texts.speaksMuted}</p>
      <ScriptButton
        class="link-button"
        onClick={() => media.turn("audio")}
      >
        {texts.unmuteNow}
      </ScriptButton>
    </Notice>
  );
}

/** An own device that stopped or could not be opened: what happened, and the next one, or it again, with one press. */
function LostDevice(
  { call: { media }, kind, texts }: {
    call: CallStore;
    kind: "audio" | "video";
    texts: ConsultationTexts;
  },
) {
  const lost = media.lost.value[kind];
  const next = media.next.value[kind];
  if (lost === null) return null;
  const worked = lost === "ended" || lost === "silent";
  const words = worked
    ? { audio: texts.myMicLost, video: texts.myCameraLost }
    : { audio: texts.myMicMissing, video: texts.myCameraMissing };
  return (
    <Notice kind="warning">
      <p>{words[kind]} {adviceFor(lost, texts)}</p>
      {!worked && (
        <ScriptButton
          class="link-button"
          onClick={() => media.turn(kind)}
        >
          {kind === "audio" ? texts.micOn : texts.cameraTurnOn}
        </ScriptButton>
      )}
      {next && (
        <ScriptButton
          class="link-button"
          onClick={() => media.change(kind, next.id)}
        >
          {t(texts.useDevice, { device: next.label })}
        </ScriptButton>
      )}
    </Notice>
  );
}
