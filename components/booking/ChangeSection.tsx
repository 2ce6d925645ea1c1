import { ButtonLink } from "@/components/ui/Button.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { formatStart } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface ChangeSectionProps {
  appointment: AppointmentRecord;
  language: Language;
  texts: Pick<Catalogue, "booking" | "moving">;
}

/** What a patient can still change: move, something earlier, cancel. Nothing once it has begun. */
export function ChangeSection(props: ChangeSectionProps) {
  const { appointment, language, texts: { booking, moving } } = props;
  const { id, starts_at, now, doctor } = appointment;
  if (!can.cancel(appointment, now, "patient")) return null;
  return (
    <section class="section" aria-labelledby="change">
      <h2 id="change">{booking.changeTitle}</h2>
      <div class="row">
        {can.move(appointment, now) && (
          <>
            <ButtonLink
              kind="secondary"
              icon="calendar"
              href={paths.doctor(language, doctor.slug, { move: id })}
            >
              {moving.move}
            </ButtonLink>
            <ButtonLink
              kind="secondary"
              icon="clock"
              href={paths.waitingList(language, id)}
            >
              {moving.earlier}
            </ButtonLink>
          </>
        )}
        <ButtonLink
          kind="danger"
          icon="cross"
          href={paths.cancellation(language, id)}
        >
          {booking.cancelAppointment}
        </ButtonLink>
      </div>
      <p class="soft small">
        {t(booking.changeText, {
          time: formatStart(starts_at, language, doctor.time_zone),
        })}
      </p>
    </section>
  );
}
