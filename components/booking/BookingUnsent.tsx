import { ErrorSummary } from "@/components/ErrorSummary.tsx";
import type { Catalogue } from "@/i18n/texts.ts";
import { SymptomsForm } from "./BookingForms.tsx";

interface BookingUnsentProps {
  /** Of the appointment to be: sending it again books once. */
  id: string;
  symptoms: string;
  backHref: string;
  texts: Pick<Catalogue, "booking" | "errors" | "frame">;
}

/** The database did not answer: nobody knows whether it has booked. The form is still there, to be sent again. */
export function BookingUnsent(props: BookingUnsentProps) {
  const { id, symptoms, backHref, texts: { booking, errors, frame } } = props;
  return (
    <div class="stack column">
      <h1>{booking.confirmTitle}</h1>
      <ErrorSummary
        title={frame.problem}
        errors={[errors.unavailable, booking.sendAgain].map((message) => ({
          message,
        }))}
      />
      <SymptomsForm
        id={id}
        symptoms={symptoms}
        tooLong={false}
        backHref={backHref}
        optional={frame.optional}
        texts={booking}
      />
    </div>
  );
}
