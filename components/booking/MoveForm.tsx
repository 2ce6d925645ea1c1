import { Button } from "@/components/ui/Button.tsx";
import { Spoken } from "@/components/ui/Spoken.tsx";
import { GuestIsTold } from "./GuestIsTold.tsx";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import type { Language } from "@/i18n/mod.ts";

/** An appointment on its way to another slot. */
export interface Moving {
  id: string;
  /** ISO instant: its start until then. */
  startsAt: string;
  guest: AppointmentRecord["guest"];
  texts:
    & Pick<MovingTexts, "notMoved" | "insteadOf" | "moveConfirm" | "moveNext">
    & Pick<GuestTexts, "alsoTold">;
}

interface MoveFormProps {
  moving: Moving;
  /** ISO instants. */
  start: string;
  now: string;
  /** IANA name. */
  zone: string;
  language: Language;
}

/** The last look before an appointment moves: from when, and the button that does it. */
export function MoveForm(props: MoveFormProps) {
  const { moving, start, now, zone, language } = props;
  const { id, startsAt, guest, texts } = moving;
  return (
    <form
      method="post"
      class="ticket-actions"
      action={paths.move(language, id)}
    >
      <input type="hidden" name="start" value={start} />
      <p>
        <Spoken
          form="time"
          at={startsAt}
          {...{ now, zone, language }}
          says={texts.insteadOf}
        />
      </p>
      <Button>{texts.moveConfirm}</Button>
      <p class="ticket-note">{texts.moveNext}</p>
      <GuestIsTold guest={guest} texts={texts} />
    </form>
  );
}
