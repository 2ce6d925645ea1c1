import type { Ref } from "preact";
import { aria } from "./aria.ts";
import { Icon } from "./Icon.tsx";

interface IncomingCallProps {
  /** `Dr Anne Weber vous appelle`. */
  title: string;
  /** `Répondre`. */
  answer: string;
  onAnswer?: () => void;
  /** The island gives it the focus: Enter answers. */
  buttonRef?: Ref<HTMLButtonElement>;
  /** While the connection is made. */
  busy?: boolean;
}

/**
 * The call: the only thing in the product that pulses. The island plays `/sounds/ring.wav` with it. With
 * reduced motion the button changes its colour in steps instead.
 */
export function IncomingCall(
  { title, answer, onAnswer, buttonRef, busy }: IncomingCallProps,
) {
  return (
    <div class="incoming" role="alertdialog" aria-labelledby="incoming-title">
      <p class="incoming-title" id="incoming-title">{title}</p>
      <button
        type="button"
        class="incoming-answer"
        ref={buttonRef}
        onClick={onAnswer}
        disabled={busy}
        aria-busy={aria(busy)}
      >
        <Icon name="phone" />
        {answer}
      </button>
    </div>
  );
}
