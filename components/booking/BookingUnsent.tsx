import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { SymptomsForm } from "./SymptomsForm.tsx";

interface BookingUnsentProps {
  /** Id of the future appointment: sending it twice books once. */
  id: string;
  symptoms: string;
  /** To the doctor's questions, by the names of the fields. */
  answers: Readonly<Record<string, string>>;
  /** Id of the dependant whom it is for; empty for the person's own record. */
  patient: string;
  /** The chosen language of the consultation; the doctor's are not known now. */
  spoken: Language | null;
  backHref: string;
  texts: Pick<Catalogue, "booking" | "errors" | "frame">;
}

/** The database did not answer, so the result is unknown. The form is shown again and can be sent again safely. */
export function BookingUnsent(props: BookingUnsentProps) {
  const { id, symptoms, answers, patient, spoken, backHref, texts } = props;
  const { booking, errors, frame } = texts;
  return (
    <div class="stack column">
      <h1>{booking.doctorTitle}</h1>
      <ErrorSummary
        title={frame.problem}
        errors={[errors.unavailable, booking.sendAgain].map((message) => ({
          message,
        }))}
      />
      <SymptomsForm
        id={id}
        symptoms={symptoms}
        languages={spoken === null ? [] : [spoken]}
        spoken={spoken}
        questions={null}
        answers={answers}
        dependants={null}
        patient={patient}
        tooLong={[]}
        backHref={backHref}
        optional={frame.optional}
        texts={booking}
      />
    </div>
  );
}
