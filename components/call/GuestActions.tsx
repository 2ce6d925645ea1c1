import { Button } from "@/components/ui/Button.tsx";
import type { GuestAct, GuestRecord } from "@/domain/guests.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { t } from "@/i18n/mod.ts";

interface GuestActionsProps {
  guest: GuestRecord;
  onAct: (act: GuestAct) => void;
  texts: ThirdTexts;
}

/** What the doctor can do with a guest who waits: let in or refuse. */
export function GuestActions({ guest, onAct, texts }: GuestActionsProps) {
  return (
    <div class="row">
      <Button type="button" onClick={() => onAct("admit")}>
        {t(texts.admit, { name: guest.name })}
      </Button>
      <Button
        type="button"
        kind="quiet"
        onClick={() => onAct("refuse")}
      >
        {texts.refuse}
      </Button>
    </div>
  );
}
