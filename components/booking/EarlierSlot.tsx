import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface EarlierSlotProps {
  appointment: AppointmentRecord;
  language: Language;
  texts: MovingTexts;
}

/** On the appointment: it waits for something earlier, or an earlier slot is held. Nothing otherwise. */
export function EarlierSlot(props: EarlierSlotProps) {
  const { appointment, language, texts } = props;
  const { id, now, waiting_list: place, doctor } = appointment;
  if (place === null || !can.move(appointment, now)) return null;
  const href = paths.waitingList(language, id);
  if (place.offer === null) {
    return (
      <Notice title={texts.earlierWaiting}>
        <p>
          {texts.earlierWaitingText} <a href={href}>{texts.earlierTitle}</a>
        </p>
      </Notice>
    );
  }
  const time = formatTime(place.offer.held_until, language, doctor.time_zone);
  return (
    <Notice kind="success" title={texts.offerTitle}>
      <p>{t(texts.offerUntil, { time })}</p>
      <div class="row">
        <ButtonLink href={href}>{texts.offerTake}</ButtonLink>
      </div>
    </Notice>
  );
}
