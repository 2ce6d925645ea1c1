import type { ComponentChildren } from "preact";
import { appointmentLine } from "@/components/booking/appointment_line.ts";
import type { FeedbackTexts } from "@/components/booking/FeedbackForm.tsx";
import { stateLook, type StateTexts } from "@/components/ui/Badge.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { Line } from "@/components/ui/Line.tsx";
import { Ticket, type TicketLook } from "@/components/ui/Ticket.tsx";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, dependantName } from "@/domain/records.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import type { Language } from "@/i18n/mod.ts";

/** What every page after a call shows. */
export interface AfterProps {
  record: AppointmentRecord;
  /** ISO instant of the server's clock. */
  now: string;
  /** Whom to call, and when somebody answers. */
  helpdesk: { phone: string; hours: string };
  language: Language;
  texts: ConsultationTexts;
  ticket: TicketTexts;
  states: StateTexts;
  /** Entries of a list: `ComingFiles`. */
  files?: ComponentChildren;
  documents: CallDocumentTexts;
  feedback: FeedbackTexts;
  /** What was ticked of the feedback before, by question; follows what is ticked. */
  ticked?: Record<string, string>;
}

interface AfterPageProps extends AfterProps {
  title: string;
  children: ComponentChildren;
}

/** After the call: how it ended and what comes; beside it the ticket, the helpdesk and the way out. */
export function AfterPage(props: AfterPageProps) {
  const { record, now, helpdesk, language, texts, title } = props;
  const { state, doctor, id } = record;
  const look: TicketLook = state === "cancelled"
    ? "cancelled"
    : state === "in_progress"
    ? "booked"
    : "over";
  return (
    <div class="after page-grid">
      <div class="page-main">
        <div class="section" role="status">
          <h1>{title}</h1>
        </div>
        {props.children}
      </div>
      <aside class="page-aside" aria-label={props.ticket.yourAppointment}>
        <Ticket
          look={look}
          state={stateLook(state, props.states)}
          startsAt={record.starts_at}
          endsAt={record.ends_at}
          now={now}
          doctor={doctor}
          patient={dependantName(record)}
          spoken={record.language}
          language={language}
          texts={props.ticket}
        >
          {(state === "completed" || state === "in_progress") && (
            <Line
              {...appointmentLine(
                record,
                now,
                doctor.time_zone,
                language,
                props.ticket,
              )}
              texts={props.ticket}
            />
          )}
          <div class="ticket-actions">
            <ButtonLink
              kind="secondary"
              href={paths.appointment(language, id)}
            >
              {texts.seeAppointment}
            </ButtonLink>
            {state !== "in_progress" && (
              <ButtonLink
                kind="secondary"
                icon="calendar"
                href={paths.doctor(language, doctor.slug)}
              >
                {texts.bookAgain}
              </ButtonLink>
            )}
          </div>
        </Ticket>
        <HelpCard
          title={texts.question}
          text={helpdesk.hours}
          phone={helpdesk.phone}
        />
        <form method="post" action={paths.signOut(language)}>
          <button type="submit" class="text-link link-button">
            <Icon name="door" />
            {texts.signOutHere}
          </button>
        </form>
      </aside>
    </div>
  );
}
