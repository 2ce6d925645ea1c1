import { Band } from "@/components/ui/Band.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { WaitingRoomLayout } from "./WaitingRoomLayout.tsx";

interface CallInOtherWindowProps {
  onContinue: () => void;
  texts: ConsultationTexts;
}

/** The call runs in another window; a button moves it to this one. */
export function CallInOtherWindow(
  { onContinue, texts }: CallInOtherWindowProps,
) {
  return (
    <WaitingRoomLayout
      picture={
        <div class="self-placeholder">
          <Icon name="screen" />
        </div>
      }
      band={
        <Band
          announced
          icon="screen"
          title={texts.elsewhere}
          end={
            <Button type="button" onClick={onContinue}>
              {texts.continueHere}
            </Button>
          }
        />
      }
    />
  );
}
