import { stateLook } from "@/components/ui/Badge.tsx";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { type AppointmentRecord, dependantName } from "@/domain/records.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface BookedAsideProps {
  appointment: AppointmentRecord;
  language: Language;
  texts: Pick<Catalogue, "frame" | "ticket">;
}

/** The ticket of an appointment, beside a form that is about it. */
export function BookedAside(
  { appointment, language, texts }: BookedAsideProps,
) {
  return (
    <aside
      class="page-aside aside-first"
      aria-label={texts.ticket.yourAppointment}
    >
      <Ticket
        look="booked"
        layout="fold"
        state={stateLook(appointment.state, texts.frame)}
        startsAt={appointment.starts_at}
        endsAt={appointment.ends_at}
        now={appointment.now}
        doctor={appointment.doctor}
        patient={dependantName(appointment)}
        spoken={appointment.language}
        language={language}
        texts={texts.ticket}
      />
    </aside>
  );
}
