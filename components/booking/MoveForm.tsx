import { Button } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { formatSpokenTime } from "@/i18n/spoken.ts";

/** An appointment on its way to another slot. */
export interface Moving {
  id: string;
  /** ISO instant: its start until then. */
  startsAt: string;
  texts: Pick<
    MovingTexts,
    "notMoved" | "insteadOf" | "moveConfirm" | "moveNext"
  >;
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
  const { moving: { id, startsAt, texts }, start, now, zone, language } = props;
  return (
    <form
      method="post"
      class="ticket-actions"
      action={paths.move(language, id)}
    >
      <input type="hidden" name="start" value={start} />
      <p>
        {t(texts.insteadOf, {
          when: formatSpokenTime(startsAt, language, zone, now),
        })}
      </p>
      <Button>{texts.moveConfirm}</Button>
      <p class="ticket-note">{texts.moveNext}</p>
    </form>
  );
}
