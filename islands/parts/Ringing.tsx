import { useEffect, useRef, useState } from "preact/hooks";
import { ring } from "@/browser/ring.ts";
import { IncomingCall } from "@/components/waiting-room/IncomingCall.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface RingingProps {
  /** `Dr Anne Weber vous appelle`. */
  title: string;
  texts: ConsultationTexts;
  onAnswer: () => Promise<unknown>;
  onNotNow: () => void;
}

/** The green button: rings, also in the tab's title, and takes the focus, so that Enter answers. */
export function Ringing({ title, texts, onAnswer, onNotNow }: RingingProps) {
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { title: pageTitle } = document;
    const silence = ring();
    document.title = title;
    // What lies over the page would hide the button.
    for (const open of document.querySelectorAll(":popover-open")) {
      if (open instanceof HTMLElement) open.hidePopover();
    }
    button.current?.focus();
    return () => {
      silence();
      document.title = pageTitle;
      // Whoever was writing goes on where they were.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <IncomingCall
      title={title}
      texts={texts}
      busy={busy}
      buttonRef={button}
      onNotNow={onNotNow}
      onAnswer={() => {
        setBusy(true);
        void onAnswer().finally(() => setBusy(false));
      }}
    />
  );
}
