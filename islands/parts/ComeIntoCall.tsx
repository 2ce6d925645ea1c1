import { useRing } from "@/browser/use_ring.ts";
import { Band } from "@/components/ui/Band.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { WaitingRoomLayout } from "@/components/waiting-room/WaitingRoomLayout.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface ComeIntoCallProps {
  /** Why there is a call: it goes on by video, or the page was opened during it. */
  title: string;
  /** It went on just now, and the other side waits. */
  rings: boolean;
  onComeIn: () => void;
  texts: ConsultationTexts;
}

/** A call runs for which nobody has pressed in this window: camera and microphone stay off until they do. */
export function ComeIntoCall(
  { title, rings, onComeIn, texts }: ComeIntoCallProps,
) {
  useRing(rings);
  return (
    <WaitingRoomLayout
      picture={
        <div class="self-placeholder">
          <Icon name="camera-off" />
        </div>
      }
      band={
        <Band
          announced
          kind={rings ? "called" : "plain"}
          icon="camera"
          title={title}
          end={
            <Button type="button" icon="phone" onClick={onComeIn}>
              {texts.comeBack}
            </Button>
          }
        >
          <p>{texts.reopenedText}</p>
        </Band>
      }
    />
  );
}
