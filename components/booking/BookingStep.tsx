import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Steps } from "@/components/ui/Steps.tsx";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { localDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import type { Reason } from "@/domain/reasons.ts";
import type { Dependant, DoctorCard } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { SymptomsForm } from "./SymptomsForm.tsx";
import { TermsForm } from "./TermsForm.tsx";

interface BookingStepProps {
  slot: {
    doctor: DoctorCard;
    /** ISO instants. */
    start: string;
    end: string;
    reason: Reason | null;
  };
  /** Of the appointment to come, so that a form sent twice books once. */
  id: string;
  symptoms: string;
  /** To the doctor's questions, by the names of the fields. */
  answers: Record<string, string>;
  /** Who books. */
  me: string;
  dependants: Dependant[];
  /** Id of the dependant whom it is for; empty for the person's own record. */
  patient: string;
  /** The language of the consultation. */
  spoken: Language;
  termsMissing: boolean;
  /** Names of the fields whose text is too long. */
  tooLong: string[];
  language: Language;
  texts: { booking: BookingTexts; frame: FrameTexts; ticket: TicketTexts };
}

/** The second step of a booking: what the doctor should know, with the ticket beside it; or the terms, when they are not accepted. */
export function BookingStep(props: BookingStepProps) {
  const { slot, spoken, termsMissing, tooLong, language } = props;
  const { booking: texts, frame, ticket } = props.texts;
  const { doctor, start, end, reason } = slot;
  const back = paths.doctor(language, doctor.slug, {
    week: localDate(start, doctor.time_zone),
    reason: reason?.id,
  });
  return (
    <div class="page-grid">
      <div class="page-main">
        <div>
          <Steps
            steps={[texts.stepSlot, texts.stepDoctor, texts.stepBooked]}
            current={termsMissing ? 1 : 2}
            texts={frame}
          />
          <h1>{texts.doctorTitle}</h1>
        </div>
        <ErrorSummary
          title={frame.problem}
          errors={[
            ...(termsMissing
              ? [{ id: "field-terms", message: texts.acceptTermsError }]
              : []),
            ...tooLong.map((name) => ({
              id: `field-${name}`,
              message: name === "symptoms"
                ? texts.symptomsTooLong
                : texts.answerTooLong,
            })),
          ]}
        />
        {termsMissing
          ? (
            <TermsForm
              action={paths.booking(language, doctor.slug, start)}
              start={start}
              reason={reason?.id}
              error
              termsHref={paths.terms(language)}
              texts={texts}
            />
          )
          : (
            <SymptomsForm
              id={props.id}
              symptoms={props.symptoms}
              languages={doctor.languages}
              spoken={spoken}
              questions={reason?.questions ?? []}
              answers={props.answers}
              me={props.me}
              dependants={props.dependants}
              patient={props.patient}
              tooLong={tooLong}
              backHref={back}
              optional={frame.optional}
              texts={texts}
            />
          )}
      </div>
      <aside
        class="page-aside aside-first"
        aria-label={ticket.yourAppointment}
      >
        <Ticket
          look="draft"
          layout="fold"
          startsAt={start}
          endsAt={end}
          now={new Date().toISOString()}
          doctor={doctor}
          spoken={spoken}
          language={language}
          texts={ticket}
        >
          {reason && (
            <p dir="auto">
              {t(texts.visitReason, { reason: reason.name })}
            </p>
          )}
          <p class="ticket-note">{texts.oneThingLeft}</p>
        </Ticket>
      </aside>
    </div>
  );
}
