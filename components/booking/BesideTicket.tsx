import type { ComponentChildren } from "preact";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { type DoctorCard, spokenLanguage } from "@/domain/records.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import type { Language } from "@/i18n/mod.ts";

interface BesideTicketProps {
  /** What is being booked; without it the children stand alone. */
  booking: { doctor: DoctorCard; start: string; end: string } | null;
  language: Language;
  texts: TicketTexts;
  children: ComponentChildren;
}

/** A page on the way to a booking, with the chosen slot in sight. */
export function BesideTicket(props: BesideTicketProps) {
  const { booking, language, texts, children } = props;
  if (booking === null) return <>{children}</>;
  return (
    <div class="page-grid">
      <div class="page-main">{children}</div>
      <aside class="page-aside aside-first" aria-label={texts.chosenSlot}>
        <p class="aside-title">{texts.youAreBooking}</p>
        <Ticket
          look="draft"
          layout="fold"
          startsAt={booking.start}
          endsAt={booking.end}
          now={new Date().toISOString()}
          doctor={booking.doctor}
          spoken={spokenLanguage(booking.doctor, language)}
          language={language}
          texts={texts}
        >
          <p class="ticket-note">{texts.youAreBookingText}</p>
        </Ticket>
      </aside>
    </div>
  );
}
