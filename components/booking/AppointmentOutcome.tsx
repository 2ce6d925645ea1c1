import { Notice } from "@/components/ui/Notice.tsx";
import type { AppointmentRecord } from "@/domain/records.ts";
import { formatDate } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface AppointmentOutcomeProps {
  appointment: AppointmentRecord;
  language: Language;
  texts: BookingTexts;
}

/** What became of an appointment that is over; nothing while it stands. */
export function AppointmentOutcome(props: AppointmentOutcomeProps) {
  const { appointment, language, texts } = props;
  switch (appointment.state) {
    case "completed":
      return (
        <Notice kind="success">
          <p>{texts.completedText}</p>
        </Notice>
      );
    case "no_show":
      return (
        <Notice kind="warning">
          <p>{texts.noShowText}</p>
        </Notice>
      );
    case "cancelled":
      return (
        <Notice kind="warning" title={texts.cancelledTitle}>
          <p>
            {appointment.cancelled_by === "patient"
              ? t(texts.cancelledByYou, {
                date: formatDate(
                  appointment.cancelled_at ?? appointment.now,
                  language,
                  appointment.doctor.time_zone,
                ),
              })
              : appointment.cancelled_by === "admin"
              ? texts.cancelledByAdmin
              : texts.cancelledByDoctor}
          </p>
          {appointment.cancellation_reason && (
            <p>
              {t(texts.reason, { reason: appointment.cancellation_reason })}
            </p>
          )}
        </Notice>
      );
    default:
      return null;
  }
}
