import { StateBadge } from "@/components/Badge.tsx";
import { Card } from "@/components/Card.tsx";
import { ButtonLink } from "@/components/Button.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { type AppointmentEntry, doctorName } from "@/domain/records.ts";
import { formatDay, formatRange } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface AppointmentListProps {
  appointments: readonly AppointmentEntry[];
  language: Language;
  texts: BookingTexts;
  frame: FrameTexts;
}

/** Appointments as cards; one whose waiting room is open leads there. */
export function AppointmentList(props: AppointmentListProps) {
  const { appointments, language, texts, frame } = props;
  const now = new Date().toISOString();
  return (
    <ul class="grid list-plain">
      {appointments.map((entry) => {
        const zone = entry.doctor.time_zone;
        return (
          <li key={entry.id}>
            <Card
              level={3}
              title={
                <a href={paths.appointment(language, entry.id)}>
                  {formatDay(entry.starts_at, language, zone)}
                </a>
              }
              aside={<StateBadge state={entry.state} texts={frame} />}
              actions={can.enterWaitingRoom(entry, now) && (
                <ButtonLink href={paths.waitingRoom(language, entry.id)}>
                  {texts.openWaitingRoom}
                </ButtonLink>
              )}
            >
              <p>
                {formatRange(entry.starts_at, entry.ends_at, language, zone)}
              </p>
              <p class="soft">
                {t(texts.withDoctor, { doctor: doctorName(entry.doctor) })}
              </p>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
