import { ButtonLink } from "@/components/Button.tsx";
import { Notice } from "@/components/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import type { DoctorCard } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { Language } from "@/i18n/mod.ts";
import { slotName } from "./DoctorList.tsx";

interface BookingRefusedProps {
  /** The rule that refused: `slot_taken`, `patient_busy`, `form_used` or `too_many_appointments`. */
  refusal: string;
  /** ISO instants of free slots nearby. */
  nearest: readonly string[];
  /** Something was written, and waits for the next form. */
  kept: boolean;
  doctor: DoctorCard;
  language: Language;
  texts: BookingTexts;
}

/** Somebody was quicker, or the patient is elsewhere at that time: what to do now. */
export function BookingRefused(props: BookingRefusedProps) {
  const { refusal, nearest, kept, doctor, language, texts } = props;
  const { title, text } = wording(refusal, texts);
  return (
    <div class="stack column">
      <h1>{title}</h1>
      <Notice kind="warning" announce>
        <p>{text}</p>
        {kept && <p>{texts.keptTyping}</p>}
      </Notice>
      <ul class="stack stack-s list-plain">
        {nearest.map((start) => (
          <li key={start}>
            <ButtonLink
              kind="secondary"
              href={paths.booking(language, doctor.slug, start)}
            >
              {slotName(start, language, doctor.time_zone)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <div class="row">
        <ButtonLink kind="quiet" href={paths.doctor(language, doctor.slug)}>
          {texts.seeCalendar}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.appointments(language)}>
          {texts.appointmentsTitle}
        </ButtonLink>
      </div>
    </div>
  );
}

function wording(refusal: string, texts: BookingTexts) {
  switch (refusal) {
    case "patient_busy":
      return { title: texts.patientBusyTitle, text: texts.patientBusyText };
    case "form_used":
      return { title: texts.formUsedTitle, text: texts.formUsedText };
    case "too_many_appointments":
      return { title: texts.tooManyTitle, text: texts.tooManyText };
    default:
      return { title: texts.slotTakenTitle, text: texts.slotTakenText };
  }
}
