import { useEffect, useState } from "preact/hooks";
import { useRing } from "@/browser/use_ring.ts";
import { Button } from "@/components/ui/Button.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface ReopenedProps {
  onComeBack: () => void | Promise<void>;
  /** The page is in front of the person: nothing else needs to tell them. */
  onSeen?: () => void;
  texts: ConsultationTexts;
}

/**
 * The doctor opened the consultation again that had ended on this page: it rings, and nobody is seen or heard before
 * they press. The focus stays where it is: they may be writing to somebody else, or answering questions.
 */
export function Reopened({ onComeBack, onSeen, texts }: ReopenedProps) {
  const [busy, setBusy] = useState(false);
  useRing();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", look);
      onSeen?.();
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return (
    <div class="notice notice-warning after-notice" role="alert">
      <div class="notice-words">
        <p>{texts.reopenedText}</p>
        <p>
          <Button
            type="button"
            icon="phone"
            disabled={busy}
            onClick={async () => {
              setBusy(true);
              await onComeBack();
              setBusy(false);
            }}
          >
            {texts.comeBack}
          </Button>
        </p>
      </div>
    </div>
  );
}
