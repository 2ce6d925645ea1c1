import type { JSX } from "preact";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { aria } from "@/components/ui/aria.ts";
import { Icon, type IconName } from "@/components/ui/Icon.tsx";

interface ControlButtonProps {
  icon: IconName;
  /** What it does now: `Couper le micro`. Its name, and the tooltip. */
  label: string;
  /** One short word under the icon, where there is room: `Micro`. */
  word: string;
  /** The device is off: crossed icon, inverse colours. */
  off?: boolean;
  /** The panel it opens is open. */
  expanded?: boolean;
  /** Unread messages. */
  count?: number;
  /** Ends the call: the red cross. */
  end?: boolean;
  /** Only where there is a mouse and room: full screen, screen sharing. */
  wideOnly?: boolean;
  disabled?: boolean;
  onClick?: JSX.MouseEventHandler<HTMLButtonElement>;
}

/** A button in the bar of the call. */
export function ControlButton(props: ControlButtonProps) {
  const {
    icon,
    label,
    word,
    off,
    expanded,
    count,
    end,
    wideOnly,
    disabled,
    onClick,
  } = props;
  const kinds = [
    "control",
    off && "control-off",
    end && "control-end",
    wideOnly && "control-wide",
  ];
  return (
    <ScriptButton
      class={kinds.filter(Boolean).join(" ")}
      title={label}
      aria-label={nameOf(props)}
      aria-expanded={aria(expanded)}
      disabled={disabled}
      onClick={onClick}
    >
      <span class="control-face">
        <Icon name={icon} />
        {/* By the style: the name tells it behind the word, where it is not seen (WCAG 2.5.3). */}
        {count ? <span class="count" data-count={count} /> : null}
      </span>
      <span class="control-word" aria-hidden="true">{word}</span>
    </ScriptButton>
  );
}

/** What it does, with the word that is seen on it (WCAG 2.5.3: people say what they see), and what is new. */
function nameOf({ label, word, count }: ControlButtonProps): string {
  const seen = label.toLowerCase().includes(word.toLowerCase());
  const name = seen ? label : `${word}, ${label}`;
  return count ? `${name} (${count})` : name;
}
