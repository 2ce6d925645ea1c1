import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { Portrait } from "@/components/ui/Portrait.tsx";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { paths } from "@/domain/paths.ts";
import {
  type DoctorCard,
  doctorName,
  spokenLanguage,
} from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { MoveForm, type Moving } from "./MoveForm.tsx";
import { TermsForm } from "./TermsForm.tsx";

export interface ChosenSlot {
  /** ISO instant. */
  start: string;
  /** Somebody was quicker, or it was never free. */
  gone?: boolean;
}

export interface SlotTicketProps {
  doctor: DoctorCard;
  chosen: ChosenSlot | null;
  /** How long the appointment lasts. */
  minutes: number;
  /** Of the doctor's list; null for another one. */
  reason: { id: string; name: string } | null;
  /** ISO instant. */
  now: string;
  /** Sent without the tick. */
  termsMissing: boolean;
  /** An appointment is moved to the slot; else a new one is booked. */
  moving?: Moving;
  language: Language;
  texts:
    & Pick<
      BookingTexts,
      | "acceptTerms"
      | "acceptTermsError"
      | "readTerms"
      | "confirmSlot"
      | "confirmSlotNext"
      | "visitReason"
      | "slotTakenTitle"
      | "slotGoneChoose"
    >
    & { ticket: TicketTexts; problem: string };
}

/** The first step of a booking, or the only one of a move: the chosen slot with day and hour, and the way on. */
export function SlotTicket(props: SlotTicketProps) {
  const { doctor, chosen, now, moving, language, texts } = props;
  if (chosen === null) {
    return <NoSlot doctor={doctor} language={language} texts={texts.ticket} />;
  }
  const { start, gone } = chosen;
  const end = new Date(Date.parse(start) + props.minutes * 60_000)
    .toISOString();
  return (
    <Ticket
      look={gone ? "cancelled" : "draft"}
      state={gone
        ? { icon: "cross", text: texts.slotTakenTitle }
        : moving && { icon: "clock", text: moving.texts.notMoved }}
      startsAt={start}
      endsAt={end}
      now={now}
      doctor={doctor}
      spoken={spokenLanguage(doctor, language)}
      language={language}
      texts={texts.ticket}
    >
      {gone
        ? (
          <Notice kind="warning" announce>
            <p>{texts.slotGoneChoose}</p>
          </Notice>
        )
        : moving
        ? (
          <MoveForm
            moving={moving}
            start={start}
            now={now}
            zone={doctor.time_zone}
            language={language}
          />
        )
        : <FirstStep {...props} start={start} />}
    </Ticket>
  );
}

/** The terms, and the way on. */
function FirstStep(
  { doctor, start, reason, termsMissing, language, texts }:
    & SlotTicketProps
    & { start: string },
) {
  return (
    <>
      <ErrorSummary
        title={texts.problem}
        errors={termsMissing
          ? [{ id: "field-terms", message: texts.acceptTermsError }]
          : []}
      />
      {reason && (
        <p dir="auto">
          {t(texts.visitReason, { reason: reason.name })}
        </p>
      )}
      <TermsForm
        action={paths.booking(language, doctor.slug, start)}
        start={start}
        reason={reason?.id}
        error={termsMissing}
        termsHref={paths.terms(language)}
        texts={texts}
      />
    </>
  );
}

/** Before anything is chosen: what will stand here. On a phone nothing rises. */
function NoSlot(
  { doctor, language, texts }: {
    doctor: DoctorCard;
    language: Language;
    texts: TicketTexts;
  },
) {
  return (
    <div class="ticket ticket-draft ticket-empty">
      <div class="ticket-head">
        <p class="ticket-day">{texts.chooseTitle}</p>
        <p class="ticket-length">{texts.chooseText}</p>
      </div>
      <div class="ticket-tear" />
      <div class="ticket-body">
        <div class="ticket-who">
          <Portrait person={doctor} />
          <p class="ticket-name">
            <bdi>{doctorName(doctor, language)}</bdi>
          </p>
        </div>
      </div>
    </div>
  );
}
