import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { VideoView } from "./VideoView.tsx";

interface CallSelfProps {
  stream: MediaStream | null;
  hidden: boolean;
  onHide: (hidden: boolean) => void;
  texts: ConsultationTexts;
}

/** One's own picture, small; whoever does not want to see it hides it, and is still seen. */
export function CallSelf({ stream, hidden, onHide, texts }: CallSelfProps) {
  if (hidden) {
    return (
      <ScriptButton
        class="stage-label"
        onClick={() => onHide(false)}
      >
        <Icon name="user" />
        {texts.showSelf}
      </ScriptButton>
    );
  }
  return (
    <div class="call-own">
      <VideoView stream={stream} label={texts.you} self />
      <span class="call-own-word" aria-hidden="true">{texts.you}</span>
      <ScriptButton
        class="call-own-hide"
        aria-label={texts.hideSelf}
        title={texts.hideSelf}
        onClick={() => onHide(true)}
      >
        <Icon name="chevron-down" />
      </ScriptButton>
    </div>
  );
}
