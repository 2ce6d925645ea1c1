import { useEffect, useRef, useState } from "preact/hooks";
import { ring } from "@/browser/ring.ts";
import { IncomingCall } from "@/components/IncomingCall.tsx";

interface RingingProps {
  /** `Dr Anne Weber vous appelle`. */
  title: string;
  answer: string;
  onAnswer: () => Promise<unknown>;
}

/** The green button: rings, also in the tab's title, and takes the focus, so that Enter answers. */
export function Ringing({ title, answer, onAnswer }: RingingProps) {
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { title: pageTitle } = document;
    const silence = ring();
    document.title = title;
    button.current?.focus();
    return () => {
      silence();
      document.title = pageTitle;
      // Whoever was writing goes on where he was.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <IncomingCall
      title={title}
      answer={answer}
      busy={busy}
      buttonRef={button}
      onAnswer={() => {
        setBusy(true);
        void onAnswer().finally(() => setBusy(false));
      }}
    />
  );
}
