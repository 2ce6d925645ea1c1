import { useEffect, useRef, useState } from "preact/hooks";
import type { Side } from "@/domain/transitions.ts";
import type { Channels } from "./channels.ts";
import { openTyping, type TypingSign } from "./typing.ts";

/** Whether the other side of a thread is writing, and how to say that one does. Without a thread nothing. */
export function useTyping(
  channels: Channels | null,
  thread: string | null,
  me: Side,
) {
  const [typing, setTyping] = useState(false);
  const sign = useRef<TypingSign | null>(null);
  useEffect(() => {
    if (channels === null || thread === null) return;
    const opened = sign.current = openTyping(channels, thread, me, setTyping);
    return () => {
      sign.current = null;
      opened.leave();
    };
  }, [channels, thread]);
  return {
    typing,
    /** What stands in the line now: some text is being written, none is not. */
    tellTyping: (text: string) => {
      if (text.trim() === "") sign.current?.stopped();
      else sign.current?.typed();
    },
  };
}
