import { useEffect, useState } from "preact/hooks";
import { ring } from "@/browser/ring.ts";
import { Button } from "@/components/ui/Button.tsx";
import { CALL_RINGS_FOR } from "@/domain/appointment.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface ReopenedProps {
  onComeBack: () => void | Promise<void>;
  texts: ConsultationTexts;
}

/**
 * The doctor opened the consultation again that had ended on this page: it rings, and nobody is seen or heard before
 * they press. The focus stays where it is: they may be writing to somebody else, or answering questions.
 */
export function Reopened({ onComeBack, texts }: ReopenedProps) {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const silence = ring();
    const timer = setTimeout(silence, CALL_RINGS_FOR);
    return () => {
      clearTimeout(timer);
      silence();
    };
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
