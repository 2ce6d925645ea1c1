import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface ElsewhereProps {
  onContinue: () => void;
  texts: ConsultationTexts;
}

/** The call runs in another window; it can be taken over into this one. */
export function Elsewhere({ onContinue, texts }: ElsewhereProps) {
  return (
    <div class="over-page" role="status">
      <EmptyState
        icon="camera"
        title={texts.elsewhere}
        level={1}
        action={
          <Button type="button" onClick={onContinue}>
            {texts.continueHere}
          </Button>
        }
      />
    </div>
  );
}
