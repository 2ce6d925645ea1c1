import type { JSX, RefObject } from "preact";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { aria } from "@/components/ui/aria.ts";
import { Band } from "@/components/ui/Band.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface IncomingCallProps {
  /** `Dr Anne Weber vous appelle`. */
  title: string;
  /** The same for screen readers, when the button does not get the focus. */
  announcement?: string;
  texts: ConsultationTexts;
  /** Keys on the green button, before they press it. */
  onKey?: JSX.KeyboardEventHandler<HTMLButtonElement>;
  onAnswer?: () => void;
  /** The patient cannot answer now. */
  onNotNow?: () => void;
  /** The island gives it the focus: Enter answers. */
  buttonRef?: RefObject<HTMLButtonElement>;
  /** While the connection is made. */
  busy?: boolean;
}

/**
 * The incoming call: a pulsing button in the band. The island plays `/sounds/ring.wav` with it. With reduced motion
 * the button changes its colour in steps instead.
 */
export function IncomingCall(props: IncomingCallProps) {
  const { title, texts, onAnswer, onNotNow, buttonRef, busy } = props;
  return (
    <div role="alertdialog" aria-labelledby="incoming-title">
      <p class="visually-hidden" role="alert">{props.announcement}</p>
      <Band
        kind="called"
        icon="phone"
        title={title}
        titleId="incoming-title"
        end={
          <div class="incoming">
            <ScriptButton
              class="incoming-answer"
              buttonRef={buttonRef}
              onKeyDown={props.onKey}
              onKeyUp={props.onKey}
              onClick={onAnswer}
              disabled={busy}
              aria-busy={aria(busy)}
            >
              <Icon name="phone" />
              {texts.answer}
            </ScriptButton>
            <Button
              type="button"
              kind="quiet"
              disabled={busy}
              onClick={onNotNow}
            >
              {texts.notNow}
            </Button>
          </div>
        }
      >
        <p>{texts.callsYouText}</p>
      </Band>
    </div>
  );
}
