import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import type { DoctorCard } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { fullName, type PersonName } from "@/domain/names.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { NearestSlots } from "./NearestSlots.tsx";

interface BookingRefusedProps {
  /** The rule that refused: `slot_taken`, `reason_changed`, `patient_busy`, `form_used` or `too_many_appointments`. */
  refusal: string;
  /** ISO instants of free slots nearby. */
  nearest: readonly string[];
  /** Symptoms were written; they are kept for the next form. */
  kept: boolean;
  doctor: DoctorCard;
  /** Id of the reason for the visit. */
  reason?: string;
  /** Whom it was for, when not for the person themselves. */
  dependant?: PersonName;
  language: Language;
  texts: BookingTexts;
}

/** The slot was taken, or the patient has another appointment then: what to do now. */
export function BookingRefused(props: BookingRefusedProps) {
  const { refusal, nearest, kept, doctor, reason, language, texts } = props;
  const { title, text } = wording(refusal, props.dependant, texts);
  return (
    <div class="stack column">
      <h1>{title}</h1>
      <Notice kind="warning" announce>
        <p>{text}</p>
        {kept && <p>{texts.keptTyping}</p>}
      </Notice>
      <NearestSlots
        starts={nearest}
        doctor={doctor}
        query={{ reason }}
        language={language}
      />
      <div class="row">
        <ButtonLink
          kind="quiet"
          href={paths.doctor(language, doctor.slug, { reason })}
        >
          {texts.seeCalendar}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.appointments(language)}>
          {texts.appointmentsTitle}
        </ButtonLink>
      </div>
    </div>
  );
}

function wording(
  refusal: string,
  dependant: PersonName | undefined,
  texts: BookingTexts,
) {
  switch (refusal) {
    case "patient_busy":
      return {
        title: dependant
          ? t(texts.dependantBusyTitle, { name: fullName(dependant) })
          : texts.patientBusyTitle,
        text: texts.patientBusyText,
      };
    case "reason_changed":
      return {
        title: texts.reasonChangedTitle,
        text: texts.reasonChangedText,
      };
    case "form_used":
      return { title: texts.formUsedTitle, text: texts.formUsedText };
    case "too_many_appointments":
      return { title: texts.tooManyTitle, text: texts.tooManyText };
    default:
      return { title: texts.slotTakenTitle, text: texts.slotTakenText };
  }
}
