import { stateLook } from "@/components/ui/Badge.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { CountdownFigure } from "@/components/ui/CountdownFigure.tsx";
import { Line } from "@/components/ui/Line.tsx";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { can, isOver, spokenState } from "@/domain/appointment.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, dependantName } from "@/domain/records.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { appointmentEntry } from "./appointment_entry.ts";
import { appointmentLine } from "./appointment_line.ts";

interface AppointmentTicketProps {
  appointment: AppointmentRecord;
  /** Day and hour are the page's heading. */
  heading?: boolean;
  /** In a list: leads to the appointment's own page. */
  link?: string;
  /** The waiting room's whole address, for paper. */
  address: string;
  language: Language;
  texts: Pick<Catalogue, "booking" | "frame" | "ticket">;
}

/** An appointment at its full width: countdown, the one thing to do now, and the line of what comes. */
export function AppointmentTicket(props: AppointmentTicketProps) {
  const { appointment, heading, language, texts } = props;
  const { state, doctor, now, patient } = appointment;
  const line = appointmentLine(
    appointment,
    now,
    doctor.time_zone,
    language,
    texts.ticket,
  );
  return (
    <Ticket
      look={lookOf(state)}
      entry={appointmentEntry(
        appointment,
        now,
        dependantName(appointment),
        language,
        texts.frame,
      )}
      layout="wide"
      state={{
        ...stateLook(spokenState(appointment, now), texts.frame),
        ...(state === "booked" && { icon: "check" as const }),
      }}
      startsAt={appointment.starts_at}
      endsAt={appointment.ends_at}
      now={now}
      doctor={doctor}
      spoken={appointment.language}
      language={language}
      texts={texts.ticket}
      heading={heading}
      patient={dependantName(appointment)}
      printed={{
        patient: fullName(patient),
        address: props.address,
      }}
      foot={state === "completed" || !isOver(appointment)
        ? <Line {...line} across texts={texts.ticket} />
        : undefined}
    >
      <Actions {...props} />
    </Ticket>
  );
}

function lookOf(state: AppointmentRecord["state"]) {
  if (state === "cancelled") return "cancelled";
  return state === "completed" || state === "no_show" ? "over" : "booked";
}

/** What can be done now: the first is the one to do. */
function Actions(
  { appointment, link, language, texts: { booking, ticket } }:
    AppointmentTicketProps,
) {
  const { id, doctor, now, state } = appointment;
  const details = link && (
    <ButtonLink kind="quiet" href={link}>{booking.details}</ButtonLink>
  );
  if (isOver(appointment)) {
    return (
      <div class="row no-print">
        <ButtonLink href={paths.doctor(language, doctor.slug)}>
          {booking.bookAgain}
        </ButtonLink>
      </div>
    );
  }
  if (can.arrive(appointment, now)) {
    return (
      <>
        <p>{booking.isOpen}</p>
        <div class="row no-print">
          <ButtonLink icon="door" href={paths.waitingRoom(language, id)}>
            {state === "in_progress"
              ? booking.backToCall
              : booking.openWaitingRoom}
          </ButtonLink>
          {details}
        </div>
      </>
    );
  }
  return (
    <>
      <CountdownFigure {...countdownOf(appointment, language, ticket)} />
      <div class="row no-print">
        <ButtonLink icon="calendar" href={paths.calendarFile(language, id)}>
          {booking.addToCalendar}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          icon="camera"
          href={`${paths.help(language)}#tips`}
        >
          {booking.prepareMore}
        </ButtonLink>
        {details}
      </div>
    </>
  );
}

/** What the countdown to the opening of the waiting room needs. */
export function countdownOf(
  { opens_at, now, doctor }: AppointmentRecord,
  language: Language,
  texts: TicketTexts,
) {
  return {
    says: texts.opensIn,
    zone: doctor.time_zone,
    now,
    until: opens_at,
    language,
  };
}
