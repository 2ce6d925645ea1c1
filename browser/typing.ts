import type { Side } from "@/domain/transitions.ts";
import type { Channels, Present } from "./channels.ts";

/** How long after the last key somebody still counts as writing, in milliseconds. */
export const TYPING_FOR = 4_000;

/** The typing sign of one thread: what the other side does, and what we tell of ourselves. */
export interface TypingSign {
  /** A key was pressed. Told once, not for each key. */
  typed: () => void;
  /** The message was sent, or the line is empty. */
  stopped: () => void;
  leave: () => void;
}

/** Follows who writes in a thread; `onChange` hears whether the other side does. */
export function openTyping(
  channels: Channels,
  thread: string,
  me: Side,
  onChange: (typing: boolean) => void,
): TypingSign {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  const joined = channels.join(`typing:${thread}`, {
    presence: me,
    onPresence: (present) => onChange(present.some(writes(me))),
    onLive: () => {},
    // Cut off, nobody knows: better no sign than one that stays.
    onCut: () => onChange(false),
  });
  const tell = (typing: boolean) => {
    clearTimeout(timer);
    if (typing) timer = setTimeout(() => tell(false), TYPING_FOR);
    if (told === typing) return;
    told = typing;
    joined.tell({ typing });
  };
  return {
    typed: () => tell(true),
    stopped: () => tell(false),
    leave: () => {
      clearTimeout(timer);
      joined.leave();
    },
  };
}

function writes(me: Side) {
  return ({ key, meta }: Present) => key !== me && meta.typing === true;
}
