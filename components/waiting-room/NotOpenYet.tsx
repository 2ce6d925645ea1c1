import type { ComponentChildren } from "preact";
import { Preparation } from "@/components/booking/Preparation.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { formatDay, formatTimeWithZone } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { RoomTicket } from "./RoomTicket.tsx";

interface NotOpenYetProps {
  appointment: AppointmentRecord;
  /** Until it opens. */
  countdown: ComponentChildren;
  /** What leads to the waiting room at the opening. */
  link: ComponentChildren;
  /** Whom to call, and when somebody answers. */
  helpdesk: { phone: string; hours: string };
  /** The link to try the equipment. */
  tryEquipment: string;
  language: Language;
  texts: ConsultationTexts;
  booking: BookingTexts;
  ticket: TicketTexts;
}

/** Too early: when the waiting room opens, and what to do meanwhile. */
export function NotOpenYet(props: NotOpenYetProps) {
  const { appointment, countdown, link, helpdesk, language, texts } = props;
  const { id, doctor, opens_at } = appointment;
  return (
    <div class="page-grid">
      <div class="page-main">
        <div class="section">
          <h1>{texts.notOpenTitle}</h1>
          <p class="lead">
            {t(texts.notOpenText, {
              day: formatDay(opens_at, language, doctor.time_zone),
              time: formatTimeWithZone(opens_at, language, doctor.time_zone),
            })}
          </p>
        </div>
        {countdown}
        <div class="row">
          {link}
          <ButtonLink kind="secondary" href={paths.appointment(language, id)}>
            {texts.seeAppointment}
          </ButtonLink>
          <ButtonLink
            kind="secondary"
            icon="camera"
            href={paths.equipment(language, id)}
          >
            {props.tryEquipment}
          </ButtonLink>
        </div>
        <Preparation texts={props.booking} />
      </div>
      <aside class="page-aside" aria-label={props.ticket.yourAppointment}>
        <div class="panel">
          <RoomTicket
            record={appointment}
            language={language}
            texts={props.ticket}
          />
        </div>
        <HelpCard
          title={texts.question}
          text={helpdesk.hours}
          phone={helpdesk.phone}
        />
      </aside>
    </div>
  );
}
