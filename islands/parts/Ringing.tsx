import { useEffect, useRef, useState } from "preact/hooks";
import { ring } from "@/browser/ring.ts";
import { isTextField } from "@/browser/text_field.ts";
import { IncomingCall } from "@/components/waiting-room/IncomingCall.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface RingingProps {
  /** `Dr Anne Weber vous appelle`. */
  title: string;
  texts: ConsultationTexts;
  onAnswer: () => Promise<unknown>;
  onNotNow: () => void;
}

/** So long after it begins to ring no key answers: it was meant for what had the focus before. In milliseconds. */
const KEYS_WAIT_MS = 1_000;

/**
 * The green button: rings, and takes the focus, so that Enter answers. Who is writing keeps
 * the focus, or the next Enter would turn their camera on instead of sending the message.
 */
export function Ringing({ title, texts, onAnswer, onNotNow }: RingingProps) {
  const [busy, setBusy] = useState(false);
  const [writing, setWriting] = useState(false);
  const rangAt = useRef(0);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const silence = ring();
    rangAt.current = performance.now();
    // A sheet over the page is closed, and with it what has the focus in it.
    const writes = isTextField(before) && !before?.closest("[popover]");
    setWriting(writes);
    if (writes) button.current?.scrollIntoView({ block: "nearest" });
    else {
      // What lies over the page would hide the button.
      for (const open of document.querySelectorAll(":popover-open")) {
        if (open instanceof HTMLElement) open.hidePopover();
      }
      button.current?.focus();
    }
    return () => {
      silence();
      const now = document.activeElement;
      const gone = now === null || now === document.body ||
        now.closest("[role=alertdialog]") !== null;
      // Whoever was writing goes on where they were.
      if (gone && before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <IncomingCall
      title={title}
      announcement={writing ? title : ""}
      texts={texts}
      busy={busy}
      buttonRef={button}
      onNotNow={onNotNow}
      onKey={(event) => {
        const early = performance.now() - rangAt.current < KEYS_WAIT_MS;
        if ((early || event.repeat) && [" ", "Enter"].includes(event.key)) {
          event.preventDefault();
        }
      }}
      onAnswer={() => {
        setBusy(true);
        void onAnswer().finally(() => setBusy(false));
      }}
    />
  );
}
