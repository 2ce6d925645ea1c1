import { appointmentEntry } from "./appointment_entry.ts";
import { StateBadge } from "@/components/ui/Badge.tsx";
import { TicketMini } from "@/components/ui/TicketMini.tsx";
import { spokenState } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { fullName } from "@/domain/names.ts";
import type { AppointmentEntry, Dependant } from "@/domain/records.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface AppointmentListProps {
  appointments: readonly AppointmentEntry[];
  /** Whom the reader acts for: theirs are named. */
  dependants: readonly Dependant[];
  /** ISO instant. */
  now: string;
  language: Language;
  frame: FrameTexts;
  ticket: TicketTexts;
}

/** Appointments as tickets in one line, each a link. */
export function AppointmentList(props: AppointmentListProps) {
  const { appointments, dependants, now, language, frame, ticket } = props;
  const forWhom = ({ patient_id }: AppointmentEntry) => {
    const dependant = dependants.find(({ id }) => id === patient_id);
    return dependant && t(ticket.forDependant, { name: fullName(dependant) });
  };
  return (
    <ul class="tickets list-plain">
      {appointments.map((entry) => (
        <li
          key={entry.id}
          {...appointmentEntry(entry, now, forWhom(entry), language, frame)}
        >
          <TicketMini
            doctor={entry.doctor}
            forWhom={forWhom(entry)}
            startsAt={entry.starts_at}
            now={now}
            language={language}
            href={paths.appointment(language, entry.id)}
            end={<StateBadge state={spokenState(entry, now)} texts={frame} />}
          />
        </li>
      ))}
    </ul>
  );
}
