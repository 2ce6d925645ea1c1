import { Button } from "@/components/Button.tsx";
import { SelfPlaceholder } from "@/components/SelfPlaceholder.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { adviceFor, type OwnMedia } from "./checks.ts";
import { VideoView } from "./VideoView.tsx";

interface SelfViewProps {
  state: "closed" | "opening" | "open";
  media: OwnMedia | null;
  onOpen: () => void;
  texts: ConsultationTexts;
}

/** Oneself in the waiting room: before the browser is asked, while it asks, and what to do when there is no picture. */
export function SelfView({ state, media, onOpen, texts }: SelfViewProps) {
  if (state === "closed") {
    return (
      <SelfPlaceholder title={texts.setupTitle} icon="camera">
        <p>{texts.setupText}</p>
        <Button type="button" icon="settings" onClick={onOpen}>
          {texts.setupButton}
        </Button>
      </SelfPlaceholder>
    );
  }
  if (state === "opening" || media === null) {
    return <SelfPlaceholder title={texts.opening} icon="camera" />;
  }
  if (media.cameraProblem) {
    return (
      <SelfPlaceholder title={texts.cameraOff}>
        <p>{adviceFor(media.cameraProblem, texts)}</p>
        <p>
          {media.microphoneProblem ? texts.withoutSound : texts.withoutVideo}
        </p>
        <Button type="button" kind="secondary" onClick={onOpen}>
          {texts.tryAgain}
        </Button>
      </SelfPlaceholder>
    );
  }
  return <VideoView stream={media.stream} label={texts.you} self />;
}
