import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { NearestSlots } from "./NearestSlots.tsx";

interface MoveRefusedProps {
  /** The rule that refused: `slot_taken`, `patient_busy`, `too_late_to_move` or `moved_too_often`. */
  refusal: string;
  appointment: AppointmentRecord;
  /** ISO instants of free slots nearby. */
  nearest: readonly string[];
  language: Language;
  texts: Pick<Catalogue, "booking" | "moving">;
}

/** An appointment was not moved: why, that it is as it was, and what to do now. */
export function MoveRefused(props: MoveRefusedProps) {
  const { refusal, appointment, nearest, language, texts } = props;
  const { id, doctor: { slug } } = appointment;
  const { title, text } = wording(refusal, texts);
  return (
    <div class="stack column">
      <h1>{title}</h1>
      <Notice kind="warning" announce>
        <p>{text}</p>
      </Notice>
      <NearestSlots
        starts={nearest}
        doctor={appointment.doctor}
        query={{ move: id }}
        language={language}
      />
      <div class="row">
        {nearest.length > 0 && (
          <ButtonLink
            kind="quiet"
            href={paths.doctor(language, slug, { move: id })}
          >
            {texts.booking.seeCalendar}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={paths.appointment(language, id)}>
          {texts.moving.keepTime}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Whether another slot would help. */
export function otherSlotHelps(refusal: string): boolean {
  return refusal === "slot_taken" || refusal === "patient_busy";
}

function wording(
  refusal: string,
  { booking, moving }: MoveRefusedProps["texts"],
) {
  switch (refusal) {
    case "patient_busy":
      return { title: booking.patientBusyTitle, text: moving.moveBusyText };
    case "too_late_to_move":
      return { title: moving.moveLateTitle, text: moving.moveLateText };
    case "moved_too_often":
      return { title: moving.moveOftenTitle, text: moving.moveOftenText };
    default:
      return { title: booking.slotTakenTitle, text: moving.moveTakenText };
  }
}
