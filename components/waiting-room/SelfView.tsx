import { Button } from "@/components/ui/Button.tsx";
import { Drawing } from "@/components/ui/Drawing.tsx";
import { VideoView } from "@/components/call/VideoView.tsx";
import type { LocalMedia } from "@/domain/media.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { BlockedHelp } from "./BlockedHelp.tsx";
import { SelfPlaceholder } from "./SelfPlaceholder.tsx";

interface SelfViewProps {
  state: "closed" | "opening" | "open";
  media: LocalMedia | null;
  /** The picture as others will see it. */
  stream: MediaStream | null;
  /** Given while no other button does it: opens the devices, or tries them again. */
  onRetry?: () => void;
  texts: ConsultationTexts;
}

/** The stage of the waiting room: one's own picture, or what to do where there is none. */
export function SelfView(
  { state, media, stream, onRetry, texts }: SelfViewProps,
) {
  if (state === "closed") {
    return (
      <div class="self-placeholder">
        <Drawing name="prepare" />
        {onRetry && (
          <Button type="button" icon="settings" onClick={onRetry}>
            {texts.setupButton}
          </Button>
        )}
      </div>
    );
  }
  if (state === "opening" || media === null) {
    return <SelfPlaceholder title={texts.opening} icon="camera" />;
  }
  const again = onRetry && (
    <Button type="button" kind="secondary" onClick={onRetry}>
      {texts.tryAgain}
    </Button>
  );
  if (media.cameraProblem === "refused") {
    return (
      <div class="self-blocked" role="group" aria-label={texts.help}>
        <BlockedHelp texts={texts}>{again}</BlockedHelp>
      </div>
    );
  }
  if (media.cameraProblem) {
    // What to do about it is said once, beside the picture.
    return (
      <SelfPlaceholder title={texts.cameraMissing}>
        {again}
      </SelfPlaceholder>
    );
  }
  return (
    <>
      <VideoView stream={stream} label={texts.you} self />
      <p class="room-you" aria-hidden="true">{texts.you}</p>
    </>
  );
}
